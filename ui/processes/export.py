"""Writing the file of a process to the disk, byte by byte as it was imported."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.views.exchange import Changes, Done, Query
from ui.bridge import Bridge
from ui.remembered import Remembered


def export_bpmn(window: QWidget, bridge: Bridge, definition: int, name: str) -> None:
    """Ask where to, and write the file of a version there; success and a disk that refuses are told by the toast."""
    memory: Remembered | None = getattr(window, "remembered", None)
    folder = memory.text("export/folder") if memory is not None else ""
    title = QCoreApplication.translate("ProcessExport", "Export BPMN")
    kind = QCoreApplication.translate("ProcessExport", "BPMN 2.0 (*.bpmn)")
    chosen, _filter = QFileDialog.getSaveFileName(window, title, str(Path(folder) / f"{name}.bpmn"), kind)
    if not chosen:
        return
    path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.bpmn")
    if memory is not None:
        memory.keep(export__folder=str(path.parent))
    query = Query("process_file", definition=definition)
    bridge.ask(query, lambda xml: _write(bridge, path, xml), owner=window, key="export-bpmn")


def _write(bridge: Bridge, path: Path, xml: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(xml)
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        words = QCoreApplication.translate("ProcessExport", "{name} cannot be written: {reason}. Choose another place.")
        bridge.refused.emit(words.format(name=path.name, reason=error.strerror or str(error)))
        return
    said = QCoreApplication.translate("ProcessExport", "The process was saved as “{file}”.")
    bridge.done.emit(Done(Changes(None, "export"), said.format(file=path.name)))
