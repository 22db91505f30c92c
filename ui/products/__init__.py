"""Products on opportunities and orders: rows that are edited in place."""
