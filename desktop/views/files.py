"""What is shown of the files on a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that is kept with a record; ``size`` in bytes.

    ``article`` is the article of the knowledge base that it is a copy from, "" for none; ``editable`` tells whether its
    text can be edited in the program (query ``copy_text``).
    """

    id: int
    name: str
    size: int
    author: str
    at: datetime
    article: str = ""
    editable: bool = False


@dataclass(frozen=True, slots=True)
class FileList:
    """The files of a record, the newest first, and the most bytes that one may have."""

    rows: tuple[FileRow, ...]
    largest: int


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What a file looks like: ``kind`` is picture (``data`` holds the file), text (``text`` its beginning) or none.

    A page of HTML is "formatted": ``text`` is what ``desktop/views/formatted.py`` leaves of it.

    ``cut`` tells that a text goes on.
    """

    id: int
    kind: str
    data: bytes = b""
    text: str = ""
    cut: bool = False
