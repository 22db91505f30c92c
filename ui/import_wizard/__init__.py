"""The wizard that imports a table: file, mapping, matching, check, result."""
