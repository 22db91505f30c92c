"""Accounts, contacts and leads that may be the same, what belongs to them, and business cards."""
