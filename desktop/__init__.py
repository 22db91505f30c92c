"""Dealwright's core: records, rules, process engine and database; nothing here needs a screen."""
