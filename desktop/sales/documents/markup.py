"""The markup of documents: a small part of HTML, without resources, scripts and styles. Pure.

Whatever comes in (a rich text editor's page, a file, something hostile) goes out as this part alone: paragraphs,
headings, lists, tables, bold, italic, underlined, line breaks. What is not known is dropped, its text is kept.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

BLOCKS = frozenset({"p", "h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "th", "td"})
INLINE = ("b", "i", "u")
EMPTY = frozenset({"br", "hr"})
_SAME = {"strong": "b", "em": "i", "ins": "u", "div": "p", "h4": "h3", "h5": "h3", "h6": "h3", "blockquote": "p"}
_SILENT = frozenset(
    {"script", "style", "head", "title", "iframe", "object", "embed", "svg", "math", "template", "noscript", "textarea"}
    | {"select", "audio", "video", "canvas", "noframes", "noembed", "xmp", "plaintext", "applet"}
)
"""Elements whose content is no text of the document."""
_VOID = frozenset({"img", "input", "link", "meta", "base", "source", "track", "wbr", "area", "col", "frame", "param"})
_HOLDERS = frozenset({"ul", "ol", "table"})
_ALIGNED = frozenset({"p", "h1", "h2", "h3", "th", "td"})
_SIDES = frozenset({"left", "right", "center", "justify"})
_WIDTH = re.compile(r"(\d{1,3})%")
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
_ITALIC = re.compile(r"font-style:\s*italic")
_UNDERLINED = re.compile(r"text-decoration:[^;]*underline")
_CENTRED = re.compile(r"text-align:\s*(left|right|center|justify)")
_INSIDE = {"li": {"ul", "ol"}, "tr": {"table"}, "td": {"tr"}, "th": {"tr"}}
"""What may only stand directly inside something else."""
LARGEST = 400_000
"""The most characters of a document's markup."""
DEEPEST = 5
"""How many lists and tables may stand inside each other; deeper ones are taken as part of the last."""


def clean(html: str) -> str:
    """Return the document in our markup: well-formed, nothing but what this module names; the same again for its own.

    No element beyond BLOCKS, INLINE and EMPTY, no attribute but ``align`` and, on a cell, ``width`` in percent.
    """
    reader = _Cleaner()
    reader.feed(html.replace("<![", "&lt;!["))  # Python's parser fails at sections that only XML knows
    reader.close()
    return reader.finished()


def plain(markup: str) -> tuple[str, ...]:
    """Return the text of a cleaned document, a line for each paragraph, heading, list item and row of a table."""
    text = re.sub(r"</(?:td|th)>\s*<(?:td|th)[^>]*>", " | ", markup)
    text = re.sub(r"</?p[^>]*>(?=\s*(?:\| |</t[dh]>))|(?<=\| )<p[^>]*>", "", text)
    text = re.sub(r"<(?:br|hr)/>|</?(?:p|h[1-3]|li|tr|table|ul|ol)[^>]*>", "\n", text)
    text = re.sub(r"<[^>]*>", "", text)
    lines = (" ".join(_unescaped(line).split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _unescaped(text: str) -> str:
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


class _Cleaner(HTMLParser):
    """Reads anything and writes our markup; what was not closed is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        """The blocks that are open, the innermost last."""
        self._wanted: list[tuple[str, frozenset[str]]] = []
        """The formatting elements that are open: name and what each asks for."""
        self._written: list[str] = []
        """The formatting that is written and not closed yet."""
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _SAME.get(tag, tag)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.append(tag)
            return
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in EMPTY:
            self._empty(tag)
        elif tag in _HOLDERS and sum(name in _HOLDERS for name in self._open) >= DEEPEST:
            return
        elif tag in BLOCKS:
            self._begin(tag, dict(attrs))
        elif tag not in _VOID:
            self._wanted.append((tag, _formats(tag, dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if _SAME.get(tag, tag) not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = _SAME.get(tag, tag)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
        elif tag in self._open:
            while self._open[-1] != tag:
                self._end()
            self._end()
        elif tag not in BLOCKS:
            for place in range(len(self._wanted) - 1, -1, -1):
                if self._wanted[place][0] == tag:
                    del self._wanted[place]
                    break

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        text = re.sub(r"[ \t\r\n\f\0]+", " ", data)
        if not text.strip(" ") and (not self._open or self._open[-1] in ("table", "tr", "ul", "ol")):
            return
        if not self._open:
            self._begin("p", {})
        elif self._open[-1] in ("ul", "ol"):
            self._begin("li", {})
        elif self._open[-1] in ("table", "tr"):
            self._begin("td", {})
        self._format()
        self._out.append(escape(text, quote=False))

    def finished(self) -> str:
        while self._open:
            self._end()
        text = "".join(self._out)
        return re.sub(r"\s+(</(?:p|h[1-3]|li|td|th)>)|(<(?:p|h[1-3]|li|td|th)(?: [^>]*)?>)\s+", r"\1\2", text)

    # blocks ------------------------------------------------------------------------------------

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._make_room(tag)
        self._out.append(f"<{tag}{_attributes(tag, attributes)}>")
        self._open.append(tag)

    def _make_room(self, tag: str) -> None:
        """Close what cannot hold the block, open what it cannot do without."""
        self._unformat(0)
        while self._open and self._open[-1] in ("p", "h1", "h2", "h3"):
            self._end()
        around = _INSIDE.get(tag)
        if around is None:
            if self._open and self._open[-1] in ("ul", "ol"):
                self._begin("li", {})
            elif self._open and self._open[-1] in ("table", "tr"):
                self._begin("td", {})
            return
        if any(name in around for name in self._open):
            while self._open[-1] not in around:
                self._end()
        else:
            self._begin({"li": "ul", "tr": "table"}.get(tag, "tr"), {})

    def _end(self) -> None:
        self._unformat(0)
        self._out.append(f"</{self._open.pop()}>")

    def _empty(self, tag: str) -> None:
        if tag == "hr":
            self._make_room("p")
            self._out.append("<hr/>")
        elif self._open and self._open[-1] not in ("table", "tr", "ul", "ol"):
            self._format()
            self._out.append("<br/>")

    # formatting --------------------------------------------------------------------------------

    def _format(self) -> None:
        """Write the formatting that is asked for here: each is opened in one order, so that they nest well."""
        asked = {name for _, names in self._wanted for name in names}
        if self._open and self._open[-1] in ("h1", "h2", "h3", "th"):
            asked.discard("b")
        wanted = [name for name in INLINE if name in asked]
        same = 0
        while same < len(self._written) and same < len(wanted) and self._written[same] == wanted[same]:
            same += 1
        self._unformat(same)
        for name in wanted[same:]:
            self._out.append(f"<{name}>")
            self._written.append(name)

    def _unformat(self, depth: int) -> None:
        while len(self._written) > depth:
            self._out.append(f"</{self._written.pop()}>")


def _formats(tag: str, attributes: dict[str, str | None]) -> frozenset[str]:
    if tag in INLINE:
        return frozenset({tag})
    style = (attributes.get("style") or "").lower()
    found = ((_BOLD, "b"), (_ITALIC, "i"), (_UNDERLINED, "u"))
    return frozenset(name for pattern, name in found if pattern.search(style))


def _attributes(tag: str, attributes: dict[str, str | None]) -> str:
    said = ""
    if tag in _ALIGNED:
        style = _CENTRED.search((attributes.get("style") or "").lower())
        side = (attributes.get("align") or (style[1] if style else "")).lower()
        if side in _SIDES - {"left"}:
            said += f' align="{side}"'
    width = _WIDTH.fullmatch((attributes.get("width") or "").strip()) if tag in ("td", "th") else None
    return f'{said} width="{int(width[1])}%"' if width else said
