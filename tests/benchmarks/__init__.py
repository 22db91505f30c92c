"""The figures that the program promises, each measured beside its floor in the same run (``make benchmark``)."""
