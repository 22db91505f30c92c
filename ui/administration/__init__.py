"""The sections of the settings: what an administrator edits for everyone."""
