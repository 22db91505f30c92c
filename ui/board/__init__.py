"""The board of opportunities: a column per stage, cards that are moved by mouse and keyboard."""
