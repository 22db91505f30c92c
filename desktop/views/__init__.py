"""The frozen dataclasses and errors that cross the border between the core and a window.

Nothing here imports SQLAlchemy or Qt, so a window can be shown before the database is even loaded.
Times are aware datetimes in UTC; money is a whole number of minor units with its currency.
"""
