"""The dashboard as a picture (PNG, SVG) and as a table (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import theme

KINDS = ("png", "svg", "csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SHARP = 2


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula; a plain number stays one."""
    if cell[:1] not in _FORMULA:
        return cell
    return cell if cell[:1] in "+-" and cell[1:].replace(".", "", 1).isdigit() else f"'{cell}"


def write_table(rows: Iterable[Sequence[str]], file: Path) -> None:
    """Write rows as CSV (UTF-8, with the mark that spreadsheets look for). Raises OSError."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    file.write_text(text.getvalue(), encoding="utf-8-sig", newline="")


def write_picture(shown: QWidget, file: Path) -> None:
    """Write a widget, all of it, as SVG or PNG (twice as sharp as the screen). Raises OSError."""
    if file.suffix.lower() == ".svg":
        _write_svg(shown, file)
        return
    picture = QPixmap(shown.size() * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(theme().colour("background"))
    shown.render(picture)
    if not picture.save(str(file), "PNG"):
        raise OSError(str(file))


def _write_svg(shown: QWidget, file: Path) -> None:
    from PySide6.QtSvg import QSvgGenerator  # not above: only an export needs it

    file.write_bytes(b"")  # the generator keeps silent about a place where nothing can be written
    generator = QSvgGenerator()
    generator.setFileName(str(file))
    generator.setSize(QSize(shown.size()))
    generator.setViewBox(QRect(0, 0, shown.width(), shown.height()))
    generator.setResolution(shown.logicalDpiX())
    generator.setTitle("Dealwright")
    painter = QPainter(generator)
    try:
        painter.fillRect(shown.rect(), theme().colour("background"))
        shown.render(painter, QPoint())
    finally:
        painter.end()
