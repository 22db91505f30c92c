"""A process file that is dropped onto the window is checked and shown for import."""

from __future__ import annotations

from ui.file_drop import FileDrop


class ProcessDrop(FileDrop):
    """Takes a process that no part of the window takes by itself."""

    suffixes = (".bpmn", ".xml")

    def open_file(self, path: str) -> None:
        """Show what the check says of the process."""
        from ui.processes.import_dialog import open_import

        open_import(self.window, self.window.bridge, path)
