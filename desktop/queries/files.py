"""The files of a record: what there is, what it looks like, and copies of it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from desktop.queries.registry import Reader, query
from desktop.sales import files as kept
from desktop.sales.articles import is_editable
from desktop.sales.doors import Attached, record_named
from desktop.sales.tables import article, attachment, person
from desktop.views import formatted
from desktop.views.files import FileList, FilePreview, FileRow

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".webp"})
TEXTS = frozenset({".txt", ".md", ".csv", ".log", ".json", ".xml", ".ini", ".toml", ".eml", ".ics", ".vcf"})
PAGES = frozenset({".html", ".htm"})
LARGEST_PICTURE = 12 * 1024 * 1024
SHOWN_TEXT = 40_000


@query("files", reads=record_named("subject", "id"))
def files(reader: Reader, subject: str, id: int) -> FileList:
    """Return the files of a record, the newest first."""
    rows = reader.rows(
        select(attachment, person.c.name.label("author"), article.c.title.label("source"))
        .outerjoin(person, person.c.id == attachment.c.created_by)
        .outerjoin(article, article.c.id == attachment.c.article_id)
        .where(
            attachment.c.subject == subject, attachment.c.record_id == id, attachment.c.removed_at.is_(None)
        )
        .order_by(attachment.c.id.desc())
    )  # fmt: skip
    found = tuple(
        FileRow(row.id, row.name, row.size, row.author or "", row.created_at, row.source or "", is_editable(row))
        for row in rows
    )
    return FileList(found, kept.LARGEST)


@query("copy_file", reads=Attached())
def copy_file(reader: Reader, id: int, target: Path | str, *, read_only: bool = False) -> str:
    """Write a file to a path and return it. Refused "file-damaged", "file-unwritable", "record-gone"."""
    path = Path(target)
    kept.copy_out(reader, kept.read(reader, id), path, read_only=read_only)
    return str(path)


@query("file_preview", reads=Attached())
def file_preview(reader: Reader, id: int) -> FilePreview:
    """Return what a picture or a text looks like; its content is checked whole. Refused "file-damaged"."""
    row = kept.read(reader, id)
    suffix = Path(row.name).suffix.lower()
    if suffix in PICTURES and row.size <= LARGEST_PICTURE:
        return FilePreview(id, "picture", data=b"".join(kept.chunks(reader, row)))
    if suffix in TEXTS and row.size <= LARGEST_PICTURE:
        text = b"".join(kept.chunks(reader, row)).decode("utf-8-sig", errors="replace")
        return FilePreview(id, "text", text=text[:SHOWN_TEXT], cut=len(text) > SHOWN_TEXT)
    if suffix in PAGES and row.size <= 2 * formatted.LARGEST:
        page = b"".join(kept.chunks(reader, row)).decode("utf-8-sig", errors="replace")
        return FilePreview(id, "formatted", text=formatted.clean(page))
    return FilePreview(id, "none")
