"""The arithmetic of the dashboard: pure functions on plain values."""
