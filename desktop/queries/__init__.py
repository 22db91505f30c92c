"""What a screen can ask, one function each, registered by name; answers are frozen dataclasses of desktop.views."""
