"""What would be: the same steps in worlds that only remember (N1), and processes tried out."""
