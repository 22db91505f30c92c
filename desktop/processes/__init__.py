"""Joins the engine with the sales records: definitions, their runs, and what people do with both."""
