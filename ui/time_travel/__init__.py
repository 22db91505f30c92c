"""Time travel (N4): a slider over the past of a record, and what follows it."""
