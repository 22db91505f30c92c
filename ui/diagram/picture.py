"""Pictures of a diagram: SVG, PNG and PDF, on white and in the light theme, whatever the window shows."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.views.diagram import Diagram
from desktop.views.exchange import Trouble
from ui.diagram.ink import of_paper
from ui.diagram.scene import DiagramScene

KINDS: Final = ("svg", "png", "pdf")
"""The kinds of pictures, as the name of the file ends."""
_SHARP = 2.0
_WIDEST = 12_000
_FAMILY = re.compile(rb'font-family="([^",]+)"')


def save_picture(diagram: Diagram, path: str | Path) -> None:
    """Write a picture of a diagram's plane; the end of the name says whether as SVG, PNG or PDF.

    One unit of the diagram is a pixel (PNG: two) or 1/96 inch. What was there under this name is replaced only when
    the picture is whole. Raises Trouble "picture-not-written" when the disk refuses, ValueError for another kind.
    """
    target = Path(path)
    kind = target.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise ValueError(f"{target.suffix!r} is no kind of picture")
    scene = DiagramScene(of_paper())
    scene.show_plane(diagram)
    made = {"svg": _svg, "png": _png, "pdf": _pdf}[kind](scene, diagram.title)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        unfinished.write_bytes(made)
        unfinished.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        trouble = Trouble("picture-not-written", path=str(target), reason=error.strerror or str(error))
        words = QCoreApplication.translate(
            "SavePicture", "The picture could not be written to {path}: {reason}. Choose another place."
        )
        trouble.sentence = words.format(**trouble.parameters)
        raise trouble from None


def _svg(scene: DiagramScene, title: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    area = scene.sceneRect()
    size = area.size().toSize()
    buffer = _Buffer()
    writer = QSvgGenerator()
    writer.setOutputDevice(buffer.device)
    writer.setResolution(96)
    writer.setSize(size)
    writer.setViewBox(QRect(0, 0, size.width(), size.height()))
    writer.setTitle(title)
    painter = QPainter(writer)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(Qt.GlobalColor.white))
    _render(scene, painter, QRectF(0, 0, size.width(), size.height()))
    return _FAMILY.sub(rb'font-family="\1, Arial, Helvetica, sans-serif"', buffer.content())


def _png(scene: DiagramScene, _title: str) -> bytes:
    area = scene.sceneRect()
    scale = min(_SHARP, _WIDEST / max(area.width(), area.height(), 1))
    image = QImage(QSize(round(area.width() * scale), round(area.height() * scale)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    _render(scene, QPainter(image), QRectF(image.rect()))
    buffer = _Buffer()
    QImageWriter(buffer.device, QByteArray(b"png")).write(image)
    return buffer.content()


def _pdf(scene: DiagramScene, title: str) -> bytes:
    area = scene.sceneRect()
    buffer = _Buffer()
    writer = QPdfWriter(buffer.device)
    writer.setTitle(title)
    writer.setResolution(1200)
    points = QSizeF(area.width() * 0.75, area.height() * 0.75)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    _render(scene, painter, QRectF(0, 0, writer.width(), writer.height()))
    return buffer.content()


def _render(scene: DiagramScene, painter: QPainter, target: QRectF) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, target, scene.sceneRect())
    painter.end()


class _Buffer:
    """Bytes in memory that Qt writes to."""

    def __init__(self) -> None:
        self._bytes = QByteArray()
        self.device = QBuffer(self._bytes)
        self.device.open(QIODevice.OpenModeFlag.WriteOnly)

    def content(self) -> bytes:
        """Return what was written."""
        self.device.close()
        return bytes(self._bytes.data())
