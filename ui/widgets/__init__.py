"""Base widgets that all pages are built from."""
