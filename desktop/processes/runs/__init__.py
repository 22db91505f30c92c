"""Runs of processes: let go on, saved, their timers, messages and incidents, and the world that they act on."""
