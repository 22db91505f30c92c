"""The page of one opportunity and its parts."""
