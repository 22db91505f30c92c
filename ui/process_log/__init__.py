"""The process log: every run and every step, and what to do about steps that could not be taken."""
