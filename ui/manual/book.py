"""The manual in one language: chapters in their order, links, search. Plain values, no Qt.

Chapters are Markdown files, ``resources/manual/<language>/<name>.md``; ``contents.md`` links all others in their order.
"""

import re
from dataclasses import dataclass
from functools import cache

from ui.resources import resource

CONTENTS = "contents"
KEYBOARD = "keyboard"
KEYS = "{keys}"
"""Stands in the chapter "keyboard" where the map of the keyboard is put in at run time."""

_LINK = re.compile(r"\[([^\]]+)\]\(([a-z_]+)\.md\)")
_MARKS = re.compile(r"[*`#|]|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the manual."""

    name: str
    title: str
    text: str
    """Markdown, the title as its first heading included."""

    def links(self) -> tuple[str, ...]:
        """Return the names of the chapters that this one leads to, in their order."""
        return tuple(dict.fromkeys(match[2] for match in _LINK.finditer(self.text)))

    def terms(self) -> tuple[str, ...]:
        """Return what is set in bold: names that the program shows letter for letter."""
        return tuple(dict.fromkeys(re.findall(r"\*\*(.+?)\*\*", self.text)))

    def plain(self) -> str:
        """Return the words alone, on one line."""
        return " ".join(_MARKS.sub("", _LINK.sub(r"\1", self.text)).replace(KEYS, "").split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A chapter that was found, with the words around the first place."""

    chapter: Chapter
    excerpt: str


@dataclass(frozen=True, slots=True)
class Book:
    """The manual in one language, in the order of its contents."""

    chapters: tuple[Chapter, ...]

    def chapter(self, name: str) -> Chapter | None:
        """Return a chapter by its name, the contents too; None where there is none."""
        return next((chapter for chapter in self.chapters if chapter.name == name), None)

    def search(self, text: str) -> tuple[Hit, ...]:
        """Return the chapters that hold every word of the text: in the title first, then as typed, then in other forms.

        Capitals do not matter, ё is found as е, and a longer word is found with other endings too.
        """
        words = _even(text).split()
        roots = root_words(text)
        if not words:
            return ()
        hits: list[tuple[int, Hit]] = []
        for chapter in self.chapters:
            if chapter.name == CONTENTS:
                continue
            plain = chapter.plain()
            evened = _even(plain)
            if all(root in evened for root in roots):
                in_title = any(root in _even(chapter.title) for root in roots)
                as_typed = all(word in evened for word in words)
                first = words[0] if as_typed else roots[0]
                start = max(evened.find(first, len(chapter.title)), len(chapter.title))
                hits.append((0 if in_title else 1 if as_typed else 2, Hit(chapter, _excerpt(plain, start))))
        return tuple(hit for _, hit in sorted(hits, key=lambda ranked: ranked[0]))


def root_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without capitals, and the longer ones without their endings."""
    words = _even(text).split()
    return tuple(word[:-2] if len(word) > 5 else word[:-1] if len(word) == 5 else word for word in words)


def _even(text: str) -> str:
    return text.lower().replace("ё", "е")


def _excerpt(plain: str, place: int) -> str:
    begin, end = max(0, place - _AROUND), min(len(plain), place + _AROUND)
    if begin:
        begin = plain.find(" ", begin) + 1
    if end < len(plain):
        end = max(plain.rfind(" ", place, end), place)
    return ("... " if begin else "") + plain[begin:end] + (" ..." if end < len(plain) else "")


@cache
def book(language: str) -> Book:
    """Return the manual in a language, read once."""
    contents = _chapter(language, CONTENTS)
    return Book((contents, *(_chapter(language, name) for name in contents.links())))


def _chapter(language: str, name: str) -> Chapter:
    text = resource("manual", language, f"{name}.md").read_text(encoding="utf-8")
    return Chapter(name, text.partition("\n")[0].removeprefix("# ").strip(), text)
