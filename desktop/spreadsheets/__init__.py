"""Tables in files: CSV and XLSX read into rows of typed cells, and written. Knows neither records nor rules."""
