"""The database: tables' base, transactions with their journal, opening, migrations and backup (SQLAlchemy Core)."""
