"""Proposals and contracts: their markup and placeholders (pure), templates, versions, approvals (R19)."""
