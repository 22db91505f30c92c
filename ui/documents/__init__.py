"""Proposals and contracts in the window: their tab, page, text, approval, printed form (R19)."""
