"""Files on records, kept in the database: in chunks, known by their SHA-256, which is checked at every reading."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import people
from desktop.sales.reading import Reading
from desktop.sales.tables import account, article, attachment, contact, file_content, lead, opportunity
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

CHUNK = 256 * 1024
LARGEST = 50 * 1024 * 1024
"""The most bytes that a file may have [ours]."""

SUBJECTS = {"opportunity": opportunity, "lead": lead, "account": account, "contact": contact, "article": article}
"""The records that may have files."""

Progress = Callable[[int, int], None]


def attach(tx: Transaction, subject: str, record_id: int, path: Path, progress: Progress) -> int:
    """Keep a file with a record and return the attachment's id; ``progress(bytes done, bytes in all)`` is told.

    Content that is kept already is not kept twice. Refused "record-gone", "file-unreadable", "file-too-large",
    "file-changing"; ValueError for a subject that has no files.
    """
    if subject not in SUBJECTS:
        raise ValueError(f"no files on {subject!r}")
    if tx.get(SUBJECTS[subject], record_id) is None:
        raise Refused("record-gone")
    try:
        digest, size = _fingerprint(path)
        if not _is_kept(tx, digest):
            _keep(tx, path, digest, size, progress)
    except OSError as error:
        raise Refused("file-unreadable", name=path.name, reason=error.strerror or str(error)) from error
    said = people.checked_text(path.name, "name", required="name-missing", limit=255)
    return _insert(tx, (subject, record_id), said, (digest, size))


def keep_bytes(
    tx: Transaction, subject: str, record_id: int, name: str, content: bytes, *, article: int | None = None
) -> int:
    """Keep what the program has made itself as a file of a record; ``article`` is where it is a copy from."""
    return _insert(tx, (subject, record_id), name, (_keep_content(tx, name, content), len(content)), article)


def copy_to(
    tx: Transaction, original: Row[Any], subject: str, record_id: int, name: str, *, article: int | None = None
) -> int:
    """Attach the content of a file to another record too; both go their own ways from then on."""
    return _insert(tx, (subject, record_id), name, (original.sha256, original.size), article)


def replace(tx: Transaction, attachment_id: int, content: bytes) -> None:
    """Give a file other content; the former one is kept for an undo."""
    row = read(tx, attachment_id)
    digest = _keep_content(tx, row.name, content)
    tx.update(attachment, attachment_id, {"sha256": digest, "size": len(content)})


def names_on(reading: Reading, subject: str, record_id: int) -> frozenset[str]:
    """Return the names of the files on a record."""
    rows = reading.rows(
        select(attachment.c.name).where(
            attachment.c.subject == subject, attachment.c.record_id == record_id, attachment.c.removed_at.is_(None)
        )
    )
    return frozenset(row.name for row in rows)


def remove(tx: Transaction, attachment_id: int) -> Row[Any]:
    """Take a file off its record and return its row; its content stays, so that an undo brings it back."""
    row = read(tx, attachment_id)
    tx.update(attachment, attachment_id, {"removed_at": tx.now})
    return row


def read(reading: Reading, attachment_id: int) -> Row[Any]:
    """Return the row of an attachment. Refused "record-gone" where it is not there any more."""
    row = reading.first(select(attachment).where(attachment.c.id == attachment_id))
    if row is None or row.removed_at is not None:
        raise Refused("record-gone")
    return row


def chunks(reading: Reading, row: Row[Any]) -> Iterator[bytes]:
    """Yield the content of an attachment piece by piece; after the last one it is known to be whole.

    Refused "file-damaged" where its SHA-256 is not the one that it was kept with: nothing of it may be used then.
    """
    digest = hashlib.sha256()
    position = 0
    while True:
        piece = reading.value(
            select(file_content.c.content).where(
                file_content.c.sha256 == row.sha256, file_content.c.position == position
            )
        )
        if piece is None:
            break
        digest.update(piece)
        yield bytes(piece)
        position += 1
    if digest.hexdigest() != row.sha256:
        raise Refused("file-damaged", name=row.name)


def copy_out(reading: Reading, row: Row[Any], target: Path, *, read_only: bool = False) -> None:
    """Write an attachment to a file; the target is replaced only when the whole was read and found sound.

    Refused "file-damaged", "file-unwritable".
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".dealwright-")
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                for piece in chunks(reading, row):
                    out.write(piece)
            written.chmod(0o400 if read_only else 0o644)
            written.replace(target)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refused("file-unwritable", name=target.name, reason=error.strerror or str(error)) from error


def _insert(
    tx: Transaction, on: tuple[str, int], name: str, content: tuple[str, int], article_id: int | None = None
) -> int:
    subject, record_id = on
    digest, size = content
    return tx.insert(
        attachment,
        {
            "subject": subject,
            "record_id": record_id,
            "name": name,
            "size": size,
            "sha256": digest,
            "article_id": article_id,
            "removed_at": None,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def _keep_content(tx: Transaction, name: str, content: bytes) -> str:
    if len(content) > LARGEST:
        raise Refused("file-too-large", name=name, most=LARGEST // (1024 * 1024))
    digest = hashlib.sha256(content).hexdigest()
    if not _is_kept(tx, digest):
        for position, start in enumerate(range(0, len(content), CHUNK)):
            piece = content[start : start + CHUNK]
            tx.insert(file_content, {"sha256": digest, "position": position, "content": piece})
    return digest


def _fingerprint(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source:
        while piece := source.read(CHUNK):
            size += len(piece)
            if size > LARGEST:
                raise Refused("file-too-large", name=path.name, most=LARGEST // (1024 * 1024))
            digest.update(piece)
    return digest.hexdigest(), size


def _is_kept(tx: Transaction, digest: str) -> bool:
    return tx.value(select(file_content.c.id).where(file_content.c.sha256 == digest).limit(1)) is not None


def _keep(tx: Transaction, path: Path, digest: str, size: int, progress: Progress) -> None:
    again, done = hashlib.sha256(), 0
    with path.open("rb") as source:
        for position, piece in enumerate(iter(lambda: source.read(CHUNK), b"")):
            again.update(piece)
            tx.insert(file_content, {"sha256": digest, "position": position, "content": piece})
            done += len(piece)
            progress(done, size)
    if again.hexdigest() != digest:
        raise Refused("file-changing", name=path.name)
