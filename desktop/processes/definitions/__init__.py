"""What a process says, read whole: the definitions that the library holds, with their extension elements."""
