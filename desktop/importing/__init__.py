"""Import of sales data from CSV files: which column means what is a declarative mapping (docs/import.md)."""
