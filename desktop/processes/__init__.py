"""Joins the engine with the sales records: library, runtime, worklist, handlers, log and preview."""
