"""Windows, pages and widgets. Speaks with the core through desktop.workspace and desktop.views alone."""
