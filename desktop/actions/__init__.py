"""What a person can do, one function each, registered by name; each runs inside one transaction (R16)."""
