"""The tab Files: attach by dialog or by dropping, preview, open a copy, save, remove."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QLocale, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.views.exchange import Action, Done, Query, Refused
from desktop.views.files import FileList, FilePreview, FileRow
from ui.bridge import Bridge
from ui.formats import moment_text
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text
from ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from ui.knowledge.text_view import FormattedView

_PROGRAMS = frozenset(
    {".exe", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jar", ".msi", ".scr", ".sh", ".desktop", ".lnk", ".py"}
)
_PATIENCE = 1000


@functools.cache
def _copies() -> str:
    """Return the folder of the copies that were opened; it goes away with the program."""
    folder = tempfile.mkdtemp(prefix="dealwright-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class FilesTab(RecordTab):
    """The files of one record. What is opened is a copy that cannot be written, in a temporary folder."""

    touched_by = ("attachment",)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, subject: str = "opportunity") -> None:
        super().__init__(bridge, parent)
        self.setObjectName("filesTab")
        self.setAcceptDrops(True)
        self._subject = subject
        self._files: FileList | None = None
        self._formatted: FormattedView | None = None
        self._waiting: list[Path] = []
        self._sending = False
        self._state = [0, 0]
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        bar = QHBoxLayout()
        bar.setSpacing(look.px(8))
        self.attach = Button("", self, icon="plus", name="attachFileButton")
        self.open_button = Button("", self, icon="external-link", name="openFileButton")
        self.edit_button = Button("", self, icon="pencil", name="editFileButton")
        self.edit_button.hide()
        self.save_button = Button("", self, icon="save", name="saveFileButton")
        self.remove_button = Button("", self, icon="trash-2", name="removeFileButton")
        for button, run in (
            (self.attach, self._choose),
            (self.open_button, self._open),
            (self.edit_button, self._edit),
            (self.save_button, self._save_as),
            (self.remove_button, self._remove),
        ):
            button.clicked.connect(run)
            bar.addWidget(button)
        bar.addStretch(1)
        column.addLayout(bar)
        self._limit = Text("", self, role="small", tone="muted", wrap=True, name="fileLimit")
        column.addWidget(self._limit)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("fileProgress")
        self.progress.setTextVisible(False)
        self.progress.hide()
        column.addWidget(self.progress)
        self._empty = EmptyState("save", self)
        self._empty.hide()
        column.addWidget(self._empty)
        body = QHBoxLayout()
        body.setSpacing(look.px(12))
        self.list = RowList(self, name="fileList", single_click=False)
        self.list.setMinimumHeight(look.px(240))
        self.list.chosen.connect(lambda _key: self._open())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._selected())
        body.addWidget(self.list, 1)
        body.addWidget(self._make_preview(), 1)
        column.addLayout(body, 1)
        self._poll = QTimer(self)
        self._poll.setInterval(100)
        self._poll.timeout.connect(self._show_progress)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.progress.show)
        self._selected()

    def _make_preview(self) -> QStackedWidget:
        self.preview = QStackedWidget(self)
        self.preview.setObjectName("filePreview")
        self._nothing = Text("", self, tone="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture = QLabel(self)
        self.picture.setObjectName("filePicture")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("fileText")
        self.text.setReadOnly(True)
        for part in (self._nothing, self.picture, self.text):
            self.preview.addWidget(part)
        return self.preview

    # what the page asks -------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the files."""
        query = Query("files", subject=self._subject, id=self.record)
        self.bridge.ask(query, self.show_files, owner=self, key="files")

    def lock(self) -> None:
        """Nothing is attached or removed where the record may not be changed."""
        self.setAcceptDrops(self.edit.enabled)
        self.attach.setEnabled(self.edit.enabled)
        self.remove_button.setEnabled(self.edit.enabled and self._row() is not None)
        for button in (self.attach, self.remove_button):
            button.setToolTip(self.edit.why_not)

    def forget(self) -> None:
        """Show nothing of the record before."""
        self._files = None
        self.list.set_rows(())
        self._empty.hide()
        self._selected()

    def show_files(self, files: FileList) -> None:
        """Show these files; the selected one stays selected, otherwise the newest is."""
        before = self.list.selected()
        self._files = files
        rows = [
            Row(str(one.id), one.name, second=" · ".join(self._facts(one)), icon="book-open" if one.article else "")
            for one in files.rows
        ]
        keys = [row.key for row in rows]
        self.list.set_rows(rows, select=before if before in keys else (keys[0] if keys else None))
        for part in (self.list, self.preview):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        limit = self.tr("Drop files here. One file may have up to {size}; they are kept in the workspace.")
        self._limit.setText(limit.format(size=self._size(files.largest)))
        self._selected()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.attach.setText(self.tr("Attach..."))
        self.open_button.setText(self.tr("Open"))
        self.open_button.setToolTip(self.tr("Open a copy of it"))
        self.edit_button.setText(self.tr("Edit"))
        self.edit_button.setToolTip(self.tr("Edit this copy; the article it comes from is not changed"))
        self.save_button.setText(self.tr("Save as..."))
        self.remove_button.setText(self.tr("Remove"))
        self.list.setAccessibleName(self.tr("Files"))
        self.picture.setAccessibleName(self.tr("Preview"))
        self.text.setAccessibleName(self.tr("Preview"))
        self.progress.setAccessibleName(self.tr("Attaching"))
        self._nothing.setText(self.tr("There is no preview of this kind of file."))
        self._empty.set_texts(self.tr("No files yet"), self.tr("Drop files here, or press Attach."))
        if self._files is not None:
            self.show_files(self._files)
        super().retranslate()

    def is_writing(self) -> bool:
        """Whether a file is being attached."""
        return self._sending

    # attaching ----------------------------------------------------------------------------------

    def attach_paths(self, paths: Sequence[Path]) -> None:
        """Attach files one after the other."""
        self._waiting += paths
        self._next()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped; folders are left out."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.attach_paths([path for path in paths if path.is_file()])
        event.acceptProposedAction()

    def _choose(self) -> None:
        names, _filter = QFileDialog.getOpenFileNames(self.window(), self.tr("Attach files"))
        self.attach_paths([Path(name) for name in names])

    def _next(self) -> None:
        if self._sending or not self._waiting or self.record is None:
            return
        self._sending = True
        path = self._waiting.pop(0)
        state = self._state = [0, 0]

        def progress(done: int, size: int) -> None:  # called on the worker's thread: plain numbers only
            state[0], state[1] = done, size

        self._patience.start()
        self._poll.start()
        action = Action("attach_file", subject=self._subject, record=self.record, path=path, progress=progress)
        self.bridge.perform(action, self._sent, self._not_sent, owner=self)

    def _sent(self, _done: Done) -> None:
        self._sending = False
        self._patience.stop()
        self._poll.stop()
        self.progress.hide()
        self._next()

    def _not_sent(self, refused: Refused) -> None:
        self.bridge.refused.emit(str(refused))
        self._sending = False
        self._patience.stop()
        self._poll.stop()
        self.progress.hide()
        self._next()

    def _show_progress(self) -> None:
        done, size = self._state
        self.progress.setRange(0, 1000)
        self.progress.setValue(done * 1000 // size if size else 0)

    # the selected file --------------------------------------------------------------------------

    def _row(self) -> FileRow | None:
        key = self.list.selected()
        rows = self._files.rows if self._files is not None else ()
        return next((row for row in rows if str(row.id) == key), None)

    def _selected(self) -> None:
        row = self._row()
        for button in (self.open_button, self.save_button, self.remove_button):
            button.setEnabled(row is not None)
        self.edit_button.setVisible(row is not None and row.editable)
        self.lock()
        self.preview.setCurrentWidget(self._nothing)
        self._nothing.setVisible(row is not None)
        if row is not None:
            query = Query("file_preview", id=row.id)
            self.bridge.ask(query, self._show_preview, self._not_read, owner=self, key="preview")

    def _show_preview(self, preview: FilePreview) -> None:
        row = self._row()
        if row is None or row.id != preview.id:
            return
        if preview.kind == "text":
            self.text.setPlainText(preview.text + ("\n..." if preview.cut else ""))
            self.preview.setCurrentWidget(self.text)
        elif preview.kind == "formatted":
            self._formatted_view().show_text(preview.text)
            self.preview.setCurrentWidget(self._formatted_view())
        elif preview.kind == "picture":
            picture = self._picture(preview.data)
            self.picture.setPixmap(picture)
            self.preview.setCurrentWidget(self._nothing if picture.isNull() else self.picture)

    def _formatted_view(self) -> FormattedView:
        if self._formatted is None:
            from ui.knowledge.text_view import FormattedView  # not above: few files are pages

            self._formatted = FormattedView(self, name="filePage")
            self._formatted.set_editing(False)
            self._formatted.setAccessibleName(self.tr("Preview"))
            self.preview.addWidget(self._formatted)
        return self._formatted

    def _picture(self, data: bytes) -> QPixmap:
        """Return the picture no larger than the preview; a huge one is never unpacked whole where its kind allows."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        size, room = reader.size(), QSize(self.preview.width(), max(self.preview.height(), theme().px(200)))
        if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
            reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        picture = QPixmap.fromImage(reader.read())
        buffer.deleteLater()
        return picture

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.bridge.refused.emit(str(error))
        else:
            self.bridge.trouble.emit(error)

    def _open(self) -> None:
        row = self._row()
        if row is None:
            return
        if Path(row.name).suffix.lower() in _PROGRAMS:
            self.bridge.refused.emit(self.tr("This is a program. Save it first, and start it only if you trust it."))
            return
        folder = Path(tempfile.mkdtemp(dir=_copies()))
        query = Query("copy_file", id=row.id, target=folder / Path(row.name).name, read_only=True)
        self.bridge.ask(query, self._opened, self._not_read, owner=self, key="")

    def _opened(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self.bridge.refused.emit(self.tr("No program on this computer opens this kind of file. Save it instead."))

    def _edit(self) -> None:
        from ui.knowledge.copy_dialog import open_copy  # not above: few files are copies of articles

        row = self._row()
        if row is not None and row.editable:
            open_copy(self.window(), self.bridge, row.id, self)

    def _facts(self, row: FileRow) -> list[str]:
        facts = [self._size(row.size), row.author, moment_text(row.at)]
        if row.article:
            facts.append(self.tr("copy of “{article}”").format(article=row.article))
        return [fact for fact in facts if fact]

    def _save_as(self) -> None:
        row = self._row()
        if row is None:
            return
        name, _filter = QFileDialog.getSaveFileName(self.window(), self.tr("Save the file"), row.name)
        if name:
            query = Query("copy_file", id=row.id, target=name)
            self.bridge.ask(query, lambda _path: None, self._not_read, owner=self, key="")

    def _remove(self) -> None:
        row = self._row()
        if row is not None:
            self.bridge.perform(Action("remove_file", id=row.id), owner=self)

    @staticmethod
    def _size(size: int) -> str:
        kind = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        return QLocale().formattedDataSize(size, 1 if size >= 1024 else 0, kind)
