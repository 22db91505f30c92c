"""Diagrams of processes, read-only."""
