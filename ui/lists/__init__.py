"""Lists of records: ids first, rows when they come into view; sorted, narrowed and remembered."""
