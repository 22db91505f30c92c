"""Orders: their page, their payment plan, their printed form."""
