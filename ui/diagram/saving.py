"""Asking where the picture of a diagram goes, and saving it there."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.views.diagram import Diagram
from desktop.views.exchange import Changes, Done, Trouble
from ui.bridge import Bridge
from ui.diagram.picture import KINDS, save_picture
from ui.remembered import Remembered

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def save_as(window: QWidget, bridge: Bridge, diagram: Diagram, name: str = "") -> None:
    """Ask for a file and write the picture of a diagram there: SVG, PNG or PDF, as its name ends.

    ``name`` is proposed for the file, else the diagram's title. The folder is remembered; success is told by the
    toast, a disk that refuses by the dialog of troubles.
    """
    file = choose_target(window, name or diagram.title)
    if not file:
        return
    try:
        save_picture(diagram, file)
    except Trouble as trouble:
        bridge.trouble.emit(trouble)
        return
    said = QCoreApplication.translate("SavePicture", "The picture was saved as “{file}”.")
    bridge.done.emit(Done(Changes(None, "export"), said.format(file=Path(file).name)))


def choose_target(window: QWidget, title: str) -> str:
    """Ask where the picture goes; "" where the person would rather not."""
    memory: Remembered | None = getattr(window, "remembered", None)
    folder = memory.text("export/folder") if memory is not None else ""
    proposed = Path(folder) / f"{_NOT_IN_NAMES.sub(' ', title).strip() or 'diagram'}.svg"
    names = {
        "svg": QCoreApplication.translate("SavePicture", "Drawing (*.svg)"),
        "png": QCoreApplication.translate("SavePicture", "Picture (*.png)"),
        "pdf": QCoreApplication.translate("SavePicture", "Document (*.pdf)"),
    }
    heading = QCoreApplication.translate("SavePicture", "Save the diagram as a picture")
    name, chosen = QFileDialog.getSaveFileName(window, heading, str(proposed), ";;".join(names[kind] for kind in KINDS))
    if not name:
        return ""
    if Path(name).suffix.lower().removeprefix(".") not in KINDS:
        name += "." + next((kind for kind in KINDS if names[kind] == chosen), "svg")
    if memory is not None:
        memory.keep(export__folder=str(Path(name).parent))
    return name
