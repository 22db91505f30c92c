"""The tab Files of the opportunity page, and how files are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import create_engine, text

from desktop.sales import files
from desktop.views.exchange import Refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def show(desk):
    tab = desk.page.more.show("files")
    desk.settle()
    return tab


def listed(desk) -> list[str]:
    return [row.name for row in desk.ask("files", subject="opportunity", id=desk.page.place.id).rows]


def attach(desk, path: Path) -> int:
    done = desk.do("attach_file", subject="opportunity", record=desk.page.place.id, path=path)
    return done.result["attachment"]


def test_a_file_is_attached_by_dropping_and_its_text_is_shown(desk, folder: Path) -> None:
    (folder / "offer.txt").write_text("Twelve licences, три года", encoding="utf-8")
    desk.sale()
    tab = show(desk)
    assert "50" in desk.find("fileLimit").text()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder / "offer.txt")), QUrl.fromLocalFile(str(folder))])
    with_what = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(tab, QDragEnterEvent(QPoint(5, 5), *with_what))
    QApplication.sendEvent(tab, QDropEvent(QPoint(5, 5), *with_what))
    desk.settle()
    assert listed(desk) == ["offer.txt"]
    assert desk.find("fileText").toPlainText() == "Twelve licences, три года"


def test_files_are_attached_by_the_dialog_and_pictures_are_shown(desk, folder: Path, monkeypatch) -> None:
    picture = QImage(2000, 1000, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(folder / "hall.png"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(folder / "hall.png")], ""))
    desk.sale()
    tab = show(desk)
    desk.click("attachFileButton")
    assert listed(desk) == ["hall.png"]
    shown = desk.find("filePicture").pixmap()
    assert not shown.isNull() and shown.width() <= tab.preview.width()


def test_a_file_is_saved_again_byte_for_byte(desk, folder: Path, monkeypatch) -> None:
    content = bytes(range(256)) * 4096
    (folder / "plan.bin").write_bytes(content)
    desk.sale()
    attach(desk, folder / "plan.bin")
    show(desk)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "copy.bin"), ""))
    desk.click("saveFileButton")
    assert (folder / "copy.bin").read_bytes() == content


class Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_what_is_opened_is_a_copy_that_cannot_be_written(desk, folder: Path) -> None:
    (folder / "note.txt").write_text("hello")
    (folder / "setup.exe").write_bytes(b"MZ")
    desk.sale()
    attach(desk, folder / "note.txt")
    tab = show(desk)
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        desk.click("openFileButton")
        (opened,) = opener.opened
        assert Path(opened).read_text() == "hello" and Path(opened) != folder / "note.txt"
        assert Path(opened).stat().st_mode & 0o222 == 0
        attach(desk, folder / "setup.exe")
        desk.settle()
        tab.list.select(str(desk.ask("files", subject="opportunity", id=desk.page.place.id).rows[0].id))
        desk.click("openFileButton")
        assert len(opener.opened) == 1, "a program is not started from here"
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_removing_is_undone_and_told_in_the_history(desk, folder: Path) -> None:
    (folder / "note.txt").write_text("hello")
    desk.sale()
    attach(desk, folder / "note.txt")
    show(desk)
    desk.click("removeFileButton")
    assert listed(desk) == []
    desk.do("undo")
    desk.settle()
    assert listed(desk) == ["note.txt"]
    assert desk.find("fileText").toPlainText() == "hello"
    rows = desk.ask("history", subject="opportunity", id=desk.page.place.id, kind="related").rows
    assert [(row.what, row.before, row.after) for row in rows][-1] == ("File", None, "note.txt")


def test_the_same_content_is_kept_once(desk, folder: Path) -> None:
    (folder / "a.txt").write_text("same")
    (folder / "b.txt").write_text("same")
    desk.sale()
    attach(desk, folder / "a.txt")
    attach(desk, folder / "b.txt")
    with create_engine(desk.workspace.database_url).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM file_content")).scalar() == 1


def test_a_damaged_content_is_never_given_out(desk, folder: Path) -> None:
    (folder / "a.txt").write_text("what was agreed")
    desk.sale()
    attached = attach(desk, folder / "a.txt")
    engine = create_engine(desk.workspace.database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE file_content SET content = :other"), {"other": b"what was not"})
    engine.dispose()
    with pytest.raises(Refused) as refusal:
        desk.ask("copy_file", id=attached, target=folder / "out.txt")
    assert refusal.value.code == "file-damaged"
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_what_is_too_large_or_cannot_be_read_is_refused_with_the_reason(desk, folder: Path, monkeypatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    (folder / "large.bin").write_bytes(b"x" * 11)
    desk.sale()
    for name, code in (("large.bin", "file-too-large"), ("gone.bin", "file-unreadable")):
        with pytest.raises(Refused) as refusal:
            attach(desk, folder / name)
        assert refusal.value.code == code
    assert listed(desk) == []
