"""The schedule: my activities on a calendar by day and week, and as a list."""
