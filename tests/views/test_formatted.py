"""Formatted text has one kept form, and nothing in it is ever fetched from elsewhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.views.formatted import clean, is_link, words

PICTURE = "data:image/png;base64,AAAA"
PIECES = (
    *("<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>"),
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<h1>", "</h1>", "<h5>", "</h5>", "<div>", "</div>"),
    *("<br>", "<hr>", " ", "\n", "a", "b c", "&lt;", "&amp;", "\xa0", "<!-- x -->", "<![CDATA[x]]>", "<"),
    *("<script>", "</script>", "<a href='https://x.y'>", "<a href='javascript:x'>", "</a>", "<iframe src='//x'>"),
    *(f"<img src='{PICTURE}' onerror='x'>", "<img src='https://x.y/z.png'>", "<p style='-qt-paragraph-type:empty'>"),
    *("<span style='font-weight:700; background:url(//x)'>", "<span style='font-weight:400'>", "</span>"),
)
TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
PLAIN = {"p", "h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "b", "i", "u", "s", "br"}


@given(some.lists(some.sampled_from(PIECES), max_size=16).map("".join) | some.text(max_size=60))
def test_whatever_comes_in_one_form_goes_out_and_stays(html: str) -> None:
    kept = clean(html)
    assert clean(kept) == kept
    assert words(kept) == words(html)
    for _end, name, rest in TAG.findall(kept):
        if name == "a":
            assert rest == "" or is_link(rest.removeprefix(' href="').removesuffix('"').replace("&amp;", "&"))
        elif name == "img":
            assert rest.startswith(' src="data:image/')
        else:
            assert name in PLAIN, kept
            assert not rest


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a <strong>b</strong></p>", "<p>a <b>b</b></p>"),
        ("plain", "<p>plain</p>"),
        ("<p>a</p><p><br></p><p>b</p><p></p>", "<p>a</p><p><br></p><p>b</p>"),
        ("<h4><b>x</b></h4>", "<h3>x</h3>"),
        ("<script>alert(1)</script><style>p{}</style>x", "<p>x</p>"),
        ('<a href=" java\nscript:x">x</a>', "<p>x</p>"),
        ('<a href="https://a.b/?c&amp;d">x</a>', '<p><a href="https://a.b/?c&amp;d">x</a></p>'),
        ('<img src="file:///etc/passwd"><img src="//a.b/c.png">x', "<p>x</p>"),
        ('<img src="data:image/svg+xml;base64,AAAA">x', "<p>x</p>"),
        (f'<img src="{PICTURE}" width="20" height="9">', f'<p><img src="{PICTURE}" width="20"></p>'),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        (
            '<ul><li>a</li></ul><ol style="-qt-list-indent: 2;"><li>b</li></ol>',
            "<ul><li>a<ol><li>b</li></ol></li></ul>",
        ),
        ("<table><tr><th>a</th><td><p>b</p></td></tr></table>", "<table><tr><td><b>a</b></td><td>b</td></tr></table>"),
    ],
)
def test_what_is_kept_of_it(html: str, kept: str) -> None:
    assert clean(html) == kept


def test_pictures_that_a_document_names_become_part_of_the_text() -> None:
    assert clean('<img src="picture:1">', {"picture:1": PICTURE}) == f'<p><img src="{PICTURE}"></p>'
    assert clean('<p>x</p><img src="picture:2">', {"picture:1": PICTURE}) == "<p>x</p>"


def test_the_shipped_articles_have_that_form() -> None:
    file = Path(__file__).resolve().parents[2] / "resources" / "knowledge" / "articles.toml"
    for entry in tomllib.loads(file.read_text(encoding="utf-8"))["article"]:
        for language in ("en", "ru"):
            assert clean(entry[language]["body"]) == entry[language]["body"]
            assert entry[language]["title"]
            assert "\u2014" not in entry[language]["body"]
