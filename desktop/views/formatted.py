"""Formatted text: the small HTML that is kept of an article, whatever it was pasted from.

Headings, paragraphs, lists, simple tables, bold, italic, underlined, struck out, links and pictures that the text
itself carries. Nothing else passes: no scripts, no styles, nothing that would be fetched from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

LARGEST = 6_000_000
"""The most characters that a formatted text may have, its pictures included [ours]."""

_GONE = frozenset({"script", "style", "head", "title", "svg", "math", "iframe", "object", "embed", "template"})
"""Elements that go with all that is in them."""
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr", "embed", "source", "area", "base"})
_HEADINGS = {"h1": "h1", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "blockquote", "pre", "address", "dt", "dd", "dl", "header", "footer", "main"}
    | {"form", "fieldset", "figure", "figcaption", "nav", "aside", "hr", "body", "html", "center", "caption"}
)
_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite", "var", "dfn"})
_UNDERLINED = frozenset({"u", "ins"})
_STRUCK = frozenset({"s", "strike", "del"})
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|bmp);base64,[A-Za-z0-9+/]+={0,2}")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bolder|bold|normal|\d+)")
_INDENT = re.compile(r"-qt-list-indent\s*:\s*(\d+)")
_WIDEST = 4_000


def clean(html: str, pictures: Mapping[str, str] | None = None) -> str:
    """Return the text in its one kept form; cleaning that again changes nothing. ``pictures`` are data URLs by name."""
    return "".join(_written(_read(html, pictures or {})))


def is_link(address: str) -> bool:
    """Whether a link may lead there: web pages, mailboxes, telephones."""
    return bool(_LINK.fullmatch(address))


def words(html: str) -> str:
    """Return the text alone, a line for each paragraph."""
    lines = []
    for block in _read(html, {}):
        inside = block.blocks() if isinstance(block, _Table) else [block]
        lines += ["".join(run.text for run in inner.runs).strip() for inner in inside]
    return "\n".join(line for line in lines if line)


def _read(html: str, pictures: Mapping[str, str]) -> list[_Block | _Table]:
    reader = _Reader(pictures)
    reader.feed(html.replace("<![", "&lt;!["))  # Python's parser fails at sections that only XML knows
    reader.close()
    return reader.finished()


@dataclass(slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    link: str = ""

    def copy(self) -> _Look:
        return _Look(self.bold, self.italic, self.underlined, self.struck, self.link)


@dataclass(slots=True)
class _Run:
    """Letters that look alike, a picture, or a line break."""

    text: str
    look: _Look
    picture: str = ""


@dataclass(slots=True)
class _Block:
    """A paragraph, heading or item of a list; ``level`` counts from 1 for items."""

    kind: str = "p"
    level: int = 0
    runs: list[_Run] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    rows: list[list[list[_Block]]] = field(default_factory=list)

    def blocks(self) -> Iterator[_Block]:
        """Yield what stands in the cells, row by row."""
        return (block for row in self.rows for cell in row for block in cell)


class _Reader(HTMLParser):
    """Reads any HTML into blocks; what is not closed is closed in the end."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self._pictures = pictures
        self._blocks: list[_Block | _Table] = []
        self._table: _Table | None = None
        self._nested = 0
        self._block: _Block | None = None
        self._broken = False
        self._look = _Look()
        self._open: list[tuple[str, _Look, str]] = []
        self._lists: list[tuple[str, int]] = []
        self._next = "p"
        self._gone = ""
        self._gone_depth = 0

    def finished(self) -> list[_Block | _Table]:
        """Return the blocks, without empty paragraphs at the ends."""
        self._flush()
        self._end_table()
        found = self._blocks
        while found and _is_empty(found[-1]):
            found.pop()
        while found and _is_empty(found[0]):
            found.pop(0)
        return found

    # what the parser finds

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._gone:
            self._gone_depth += tag == self._gone
            return
        if tag in _GONE and tag not in _VOID:
            self._gone, self._gone_depth = tag, 1
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._break()
        elif tag == "img":
            self._put_picture(given)
        elif tag not in _VOID:
            self._enter(tag, given)
        elif tag == "hr":
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if self._gone:
            self._gone_depth -= tag == self._gone
            if not self._gone_depth:
                self._gone = ""
            return
        if all(name != tag for name, _, _ in self._open):
            return
        while self._open:
            name, look, kind = self._open.pop()
            self._leave(name)
            self._look, self._next = look, kind
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._gone:
            return
        text = _BLANKS.sub(" ", "".join(letter for letter in data if letter.isprintable() or letter.isspace()))
        if self._block is None:
            text = text.lstrip(" ")
        if text:
            self._add(_Run(text, self._look.copy()))

    # elements

    def _enter(self, tag: str, given: Mapping[str, str]) -> None:
        self._open.append((tag, self._look.copy(), self._next))
        if tag in _HEADINGS:
            self._flush()
            self._next = _HEADINGS[tag]
        elif tag in _BLOCKS:
            self._flush()
        elif tag in ("ul", "ol", "menu"):
            self._flush()
            named = _INDENT.search(given.get("style", ""))
            level = max(len(self._lists) + 1, int(named[1]) if named else 1)
            self._lists.append(("ol" if tag == "ol" else "ul", min(level, 9)))
        elif tag == "li":
            self._flush()
            self._next = "li"
        elif tag in ("table", "tr", "td", "th"):
            self._enter_table(tag)
        self._dress(tag, given)

    def _leave(self, tag: str) -> None:
        if tag in ("p", "li", *_HEADINGS) and self._block is None and self._broken:
            self._add(_Run("", _Look()))
        if tag in _BLOCKS or tag in _HEADINGS or tag == "li":
            self._flush()
        elif tag in ("ul", "ol", "menu"):
            self._flush()
            self._lists.pop()
        elif tag in ("td", "th", "tr"):
            self._flush()
        elif tag == "table":
            self._flush()
            self._nested -= 1
            if not self._nested:
                self._end_table()

    def _enter_table(self, tag: str) -> None:
        self._flush()
        if tag == "table":
            self._nested += 1
            if self._table is None:
                self._table = _Table()
        elif self._table is not None and self._nested == 1:
            if tag == "tr":
                self._table.rows.append([])
            else:
                if not self._table.rows:
                    self._table.rows.append([])
                self._table.rows[-1].append([])

    def _end_table(self) -> None:
        if self._table is None:
            return
        made, self._table = self._table, None
        made.rows = [row for row in made.rows if row]
        if any(cell for row in made.rows for cell in row):
            self._blocks.append(made)

    def _dress(self, tag: str, given: Mapping[str, str]) -> None:
        look = self._look = self._look.copy()
        style = given.get("style", "").lower()
        weight = _WEIGHT.search(style)
        if tag in _BOLD:
            look.bold = True
        if weight is not None:
            look.bold = weight[1] in ("bold", "bolder") or (weight[1].isdigit() and int(weight[1]) >= 600)
        if tag in _ITALIC or "font-style:italic" in style.replace(" ", ""):
            look.italic = True
        if tag in _UNDERLINED or ("text-decoration" in style and "underline" in style):
            look.underlined = True
        if tag in _STRUCK or ("text-decoration" in style and "line-through" in style):
            look.struck = True
        if tag == "a":
            address = "".join(given.get("href", "").split())
            look.link = address if _LINK.fullmatch(address) else ""

    def _put_picture(self, given: Mapping[str, str]) -> None:
        source = given.get("src", "")
        source = self._pictures.get(source, source)
        if not _PICTURE.fullmatch(source):
            return
        width = given.get("width", "")
        sized = f' width="{int(width)}"' if width.isdecimal() and 0 < int(width) <= _WIDEST else ""
        said = given.get("alt", "").strip()
        alt = f' alt="{escape(_BLANKS.sub(" ", said))}"' if said else ""
        self._add(_Run("", self._look.copy(), f'<img src="{source}"{sized}{alt}>'))

    def _break(self) -> None:
        if self._block is None:
            self._broken = True
        else:
            self._add(_Run("\n", _Look()))

    # blocks

    def _add(self, run: _Run) -> None:
        if self._block is None:
            kind, level = self._next, 0
            if kind == "li" or (self._lists and kind == "p"):
                kind, level = self._lists[-1] if self._lists else ("ul", 1)
            self._block = _Block(kind, level)
            if self._broken and (run.text or run.picture):
                self._broken = False
        if self._block.kind in _HEADINGS:
            run.look.bold = False
        if run.look.link:
            run.look.underlined = False
        runs = self._block.runs
        if runs and _go_together(runs[-1], run):
            runs[-1].text += run.text
        else:
            runs.append(run)

    def _flush(self) -> None:
        block, self._block = self._block, None
        self._broken = False
        if block is None:
            return
        block.runs = _trimmed(block.runs)
        if not block.runs and block.level:
            return
        if self._table is None:
            self._blocks.append(block)
        elif self._table.rows and self._table.rows[-1]:
            if block.runs:
                self._table.rows[-1][-1].append(block)
        elif block.runs:
            self._blocks.append(block)


def _go_together(one: _Run, other: _Run) -> bool:
    special = one.picture or other.picture or "\n" in (one.text, other.text)
    return not special and one.look == other.look


def _is_empty(block: _Block | _Table) -> bool:
    return isinstance(block, _Block) and not block.runs


def _trimmed(runs: list[_Run]) -> list[_Run]:
    """Return the runs without blanks at the ends, at line breaks and after one another."""
    kept: list[_Run] = []
    blank = True  # a blank here would be the first of its line
    for run in runs:
        if run.picture:
            blank = False
        elif run.text == "\n":
            _cut_blank(kept)
            blank = True
        else:
            run.text = _BLANKS.sub(" ", run.text)
            if blank:
                run.text = run.text.lstrip(" ")
            if not run.text:
                continue
            blank = run.text.endswith(" ")
        if kept and _go_together(kept[-1], run):
            kept[-1].text += run.text
        else:
            kept.append(run)
    while kept and not kept[-1].picture:
        kept[-1].text = kept[-1].text.rstrip(" \n")
        if kept[-1].text:
            break
        kept.pop()
    while kept and kept[0].text == "\n":
        kept.pop(0)
    return kept


def _cut_blank(kept: list[_Run]) -> None:
    while kept and not kept[-1].picture and kept[-1].text != "\n":
        kept[-1].text = kept[-1].text.rstrip(" ")
        if kept[-1].text:
            return
        kept.pop()


def _written(blocks: list[_Block | _Table]) -> Iterator[str]:
    lists: list[str] = []
    for block in blocks:
        if isinstance(block, _Table):
            yield from _closed(lists, 0)
            yield from _table(block)
        elif block.level:
            yield from _item(block, lists)
        else:
            yield from _closed(lists, 0)
            yield f"<{block.kind}>{_line(block) or '<br>'}</{block.kind}>"
    yield from _closed(lists, 0)


def _item(block: _Block, lists: list[str]) -> Iterator[str]:
    level = min(block.level, len(lists) + 1)
    yield from _closed(lists, level)
    if len(lists) == level and lists[-1] != block.kind:
        yield from _closed(lists, level - 1)
    if len(lists) == level:
        yield "</li><li>"
    else:
        lists.append(block.kind)
        yield f"<{block.kind}><li>"
    yield _line(block)


def _closed(lists: list[str], level: int) -> Iterator[str]:
    while len(lists) > level:
        yield f"</li></{lists.pop()}>"


def _table(table: _Table) -> Iterator[str]:
    yield "<table>"
    for row in table.rows:
        yield "<tr>"
        for cell in row:
            inside = cell[0] if len(cell) == 1 else None
            if inside is not None and inside.kind == "p":
                yield f"<td>{_line(inside)}</td>"
            else:
                yield f"<td>{''.join(_written(list(cell)))}</td>"
        yield "</tr>"
    yield "</table>"


def _line(block: _Block) -> str:
    parts = []
    for run in block.runs:
        text = run.picture or escape(run.text, quote=False).replace("\n", "<br>")
        look = run.look
        for wanted, tag in ((look.struck, "s"), (look.underlined, "u"), (look.italic, "i"), (look.bold, "b")):
            if wanted and not run.picture:
                text = f"<{tag}>{text}</{tag}>"
        if look.link:
            text = f'<a href="{escape(look.link)}">{text}</a>'
        parts.append(text)
    return "".join(parts)
