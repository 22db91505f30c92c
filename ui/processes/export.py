"""Writing a process to the disk: its file byte by byte as it was imported, or a picture of its diagram."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.views.diagram import Diagram
from desktop.views.exchange import Query, Trouble
from ui.bridge import Bridge
from ui.remembered import Remembered


def export_bpmn(window: QWidget, bridge: Bridge, definition: int, name: str) -> None:
    """Ask where to, and write the file of a version there."""

    def write(path: Path) -> None:
        bridge.ask(
            Query("process_file", definition=definition),
            lambda xml: _write(bridge, path, xml),
            owner=window,
            key="export-bpmn",
        )

    title = QCoreApplication.translate("ProcessExport", "Export BPMN")
    kinds = {"bpmn": QCoreApplication.translate("ProcessExport", "BPMN 2.0 (*.bpmn)")}
    _choose(window, title, name, kinds, write)


def save_picture_of(window: QWidget, bridge: Bridge, diagram: Diagram, name: str) -> None:
    """Ask where to and as what, and write a picture of a diagram's plane there."""

    def write(path: Path) -> None:
        from ui.diagram.picture import save_picture  # not above: few need it

        try:
            save_picture(diagram, path)
        except Trouble as trouble:
            bridge.trouble.emit(trouble)

    title = QCoreApplication.translate("ProcessExport", "Save picture")
    kinds = {
        "svg": QCoreApplication.translate("ProcessExport", "Drawing (*.svg)"),
        "png": QCoreApplication.translate("ProcessExport", "Picture (*.png)"),
        "pdf": QCoreApplication.translate("ProcessExport", "PDF (*.pdf)"),
    }
    _choose(window, title, name, kinds, write)


def _write(bridge: Bridge, path: Path, xml: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(xml)
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        words = QCoreApplication.translate("ProcessExport", "{name} cannot be written: {reason}. Choose another place.")
        bridge.refused.emit(words.format(name=path.name, reason=reason))


def _choose(
    window: QWidget, title: str, name: str, kinds: dict[str, str], write: Callable[[Path], object]
) -> QFileDialog:
    memory: Remembered | None = getattr(window, "remembered", None)
    folder = memory.text("export/folder") if memory is not None else ""
    first = next(iter(kinds))
    dialog = QFileDialog(window, title, str(Path(folder) / f"{name}.{first}"), ";;".join(kinds.values()))
    dialog.setObjectName("exportProcessDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(first)
    by_words = {words: kind for kind, words in kinds.items()}
    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(by_words.get(words, first)))

    def chosen(file: str) -> None:
        if memory is not None:
            memory.keep(export__folder=str(Path(file).parent))
        write(Path(file))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    QFileDialog.open(dialog)
    return dialog
