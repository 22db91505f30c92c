"""The built-in manual: its chapters, the panel that shows them beside the page, the map of the keyboard."""
