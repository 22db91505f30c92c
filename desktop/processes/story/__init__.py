"""What was: the causes of what is there, and how everything stood at any moment (N2, N4)."""
