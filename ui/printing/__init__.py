"""Printed forms: a document laid out once for paper, PDF and picture alike, and its preview."""
