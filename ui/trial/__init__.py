"""Trying a process out on an imagined record."""
