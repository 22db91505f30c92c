"""The records of selling and their rules: people, accounts, contacts, leads, opportunities, activities, lookups."""
