"""The pages of leads, activities, accounts and contacts (the opportunity has a room of its own)."""
