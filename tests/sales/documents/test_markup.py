"""The markup and the placeholders of documents: whatever comes in, only what is ours goes out."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.sales.documents.comparing import compare
from desktop.sales.documents.markup import BLOCKS, DEEPEST, EMPTY, INLINE, clean, plain
from desktop.sales.documents.placeholders import PLACEHOLDERS, Block, Values, fill, unfilled, unknown, written

TAGS = [
    "p",
    "h1",
    "h2",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "b",
    "i",
    "u",
    "span",
    "br",
    "hr",
    "script",
    "img",
]
ATTRIBUTES = ["", ' style="font-weight:700"', ' align="right"', " onclick=x", ' width="30%"', ' style="x:url(file:a)"']
PIECES = st.one_of(
    st.text(max_size=6),
    st.sampled_from(TAGS).flatmap(
        lambda tag: st.sampled_from([*(f"<{tag}{more}>" for more in ATTRIBUTES), f"</{tag}>", f"<{tag}/>"])
    ),
    st.sampled_from(
        ["&lt;script&gt;", "&amp;", "<!--", "-->", "<![CDATA[", "<![foo[", "<!x", "<?p", "{{customer.name}}"]
    ),
)
HTML = st.lists(PIECES, max_size=25).map("".join)
ALLOWED = re.compile(
    r"</?(?:p|h[1-3]|ul|ol|li|table|tr|th|td|b|i|u)>|<(?:br|hr)/>"
    r'|<(?:p|h[1-3]|th|td) align="(?:right|center|justify)">'
    r'|<t[hd](?: align="(?:right|center|justify)")? width="\d{1,3}%">'
)


def well_formed(markup: str) -> bool:
    stack = []
    for end, name in re.findall(r"<(/?)(\w+)[^>]*?>", re.sub(r"<\w+/>", "", markup)):
        if not end:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


@given(HTML)
@example("<![foo[x]]>")
@example("<table><table><td>x")
@example("<p> <b> </b>x")
def test_only_our_markup_is_left_well_formed_and_the_same_when_cleaned_again(html: str) -> None:
    made = clean(html)
    assert clean(made) == made
    assert not re.search(r"[<>]", ALLOWED.sub("", made))
    assert well_formed(made)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert('x')</script>",
        "<img src='file:///etc/passwd'>",
        "<a href='javascript:alert(1)'>",
        "<iframe src='https://example.com'></iframe>",
        "<p style='background:url(https://example.com/x.png)'>",
        "<object data='x'></object>",
        "<svg><script>alert(1)</script></svg>",
        "<link rel=stylesheet href=https://example.com/x.css>",
        "<td background='https://example.com/x.png'>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<SCRIPT>x</SCRIPT><Style>p{}</Style>",
    ],
)
def test_hostile_html_keeps_its_words_alone(hostile: str) -> None:
    made = clean(f"{hostile}Hello")
    assert "Hello" in plain(made)[0]
    assert not re.search(r"script|http|file:|alert|url\(|src|href", made, re.IGNORECASE)


def test_what_the_editor_writes_becomes_our_markup() -> None:
    page = (
        '<!DOCTYPE HTML><html><head><style>p, li { white-space: pre-wrap; }</style></head><body style=" a:9pt;">'
        '<h1 style=" margin-top:18px;"><span style=" font-size:xx-large; font-weight:700;">Offer</span></h1>\n'
        '<p style=" margin-top:0px;">A <span style=" font-weight:700;">bold</span> <span style=" font-style:italic;">w'
        "</span></p>\n"
        '<p align="right" style="-qt-paragraph-type:empty;"><br /></p>\n'
        '<ul style=""><li style=" margin:0px;">one</li>\n<li>two</li></ul>\n'
        '<table border="1" cellspacing="0"><thead>\n<tr>\n<td width="40%">\n<p>x</p></td></tr></thead></table>'
        "</body></html>"
    )
    assert clean(page) == (
        '<h1>Offer</h1><p>A <b>bold</b> <i>w</i></p><p align="right"><br/></p><ul><li>one</li><li>two</li></ul>'
        '<table><tr><td width="40%"><p>x</p></td></tr></table>'
    )


def test_lists_inside_each_other_have_an_end() -> None:
    made = clean("<ul><li>x" * 5_000)
    assert made.count("<ul>") == DEEPEST
    assert set(BLOCKS) | set(INLINE) | set(EMPTY) >= set(re.findall(r"<(\w+)", made))


def test_a_text_is_read_line_by_line() -> None:
    table = "<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></table>"
    markup = f"<h1>T</h1><p>a<br/>b &lt;c&gt; &amp;amp;</p>{table}"
    assert plain(markup) == ("T", "a", "b <c> &amp;", "A | B", "1 | 2")


# placeholders


LINES = Block("Robot × 2", (("1", "Robot", "2", "€ 10"),), ("№", "Product", "Quantity", "Total"), (("Total", "€ 20"),))


def values(texts: dict[str, str] | None = None, **blocks: Block) -> Values:
    return Values(
        {"customer.name": "Vega & Sons", "customer.address": "", **(texts or {})}, {"products": LINES, **blocks}
    )


@given(st.dictionaries(st.sampled_from(sorted(PLACEHOLDERS)), st.text(max_size=30)), HTML)
def test_filling_never_brings_markup_in_and_never_loses_what_is_not_known(texts: dict[str, str], html: str) -> None:
    known = Values(texts, {})
    made = fill(html, known)
    assert clean(made) == made
    assert set(unfilled(made)) <= set(unfilled(clean(html)))
    assert made.count("<table>") == clean(html).count("<table>")


@pytest.mark.parametrize("name", sorted(PLACEHOLDERS))
def test_every_placeholder_is_understood_in_both_languages(name: str) -> None:
    block = {name: Block("known", (("known",),))} if name in ("products", "participants") else {}
    known = Values({name: "known"}, block)
    for language in ("en", "ru"):
        token = written(name, language)
        assert unknown(f"<p>{token}</p>") == ()
        assert fill(f"<p>x {token}</p>", known) == "<p>x known</p>"
    assert len(set(PLACEHOLDERS.values())) == len(PLACEHOLDERS)


def test_unknown_and_empty_placeholders_stay_and_are_listed_once() -> None:
    made = fill("<p>{{customer.name}} {{customer.address}} {{nonsense}} {{ customer.address }}</p>", values())
    assert made.startswith("<p>Vega &amp; Sons {{customer.address}}")
    assert unfilled(made) == ("{{customer.address}}", "{{nonsense}}", "{{ customer.address }}")
    assert unknown(made) == ("{{nonsense}}",)


def test_a_value_is_text_whatever_it_holds() -> None:
    hostile = values({"customer.name": "<script>x</script> {{owner.name}}\n<b>y", "owner.name": "Anna"})
    made = fill("<p>{{customer.name}}</p>", hostile)
    assert plain(made) == ("<script>x</script> { {owner.name}}", "<b>y")
    assert fill(made, hostile) == made


def test_products_become_a_table_alone_and_words_within_a_sentence() -> None:
    made = fill("<p>{{products}}</p><p>You get {{ products }}.</p>", values())
    assert made.startswith("<table><tr><th>№</th>")
    assert '<p align="right">Total: <b>€ 20</b></p>' in made
    assert made.endswith("<p>You get Robot × 2.</p>")
    assert fill("<p>{{products}}</p>", values(products=Block("", ()))) == "<p>{{products}}</p>"


def test_versions_are_compared_by_lines() -> None:
    older, newer = "<p>a</p><p>b</p><p>c</p>", "<p>a</p><p>B</p><p>c</p><p>d</p>"
    assert compare(older, newer) == (("same", "a"), ("removed", "b"), ("added", "B"), ("same", "c"), ("added", "d"))
