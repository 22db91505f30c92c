"""Every page, dialog and popup in both languages and both themes: opened, readable, named for those who cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.journeys.every_place import STEPS, ground, on_sale
from tests.journeys.hand import Hand, Key, readable

LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    # the program, people and records of this story, keys of the keyboard, codes
    *("Dealwright", "Anna", "Kern", "Boris", "Lang", "Maria", "Stein", "Otto", "Brand", "AK", "BL"),
    *("OPP", "LEAD", "ORD", "PDF", "html", "sqlite", "db", "dealwright", "tmp", "pytest", "of", "root"),
    *("Ctrl", "Shift", "Alt", "Esc"),
    *("Enter", "Tab", "Home", "End", "Del", "PgUp", "PgDown", "EUR", "USD", "RUB", "GBP", "CHF", "JPY", "PLN"),
    *("KZT", "CNY", "BANT", "BPMN", "ERP", "English", "Backspace", "Space", "Left", "Right", "Up", "Down"),
    *("Return", "Ins", "Mail", "https", "www", "com", "mail"),
}
"""Latin words that stand in the Russian window as they are."""


def leave(hand: Hand) -> None:
    """Close whatever is open and let edits go."""
    for _ in range(4):
        if hand.shown("discardButton"):
            hand.push("discardButton")
            return
        hand.press(Key.Key_Escape)
    if hand.window.page is not None and hand.window.page.has_unsaved():
        hand.window.page.discard()
    hand.rest()


def shown_windows(hand: Hand) -> list[QWidget]:
    return [hand.window, *(m for m in hand.window.findChildren(QMenu) if m.isVisible())]


def tips(hand: Hand) -> Iterator[str]:
    for widget in hand.window.findChildren(QWidget):
        if widget.isVisible():
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())


def english_in(hand: Hand) -> set[str]:
    """Texts with Latin words that are not names; tool tips and accessible names too."""
    texts = {text for window in shown_windows(hand) for text in readable(window)} | set(tips(hand))
    return {
        text
        for text in texts
        if any(word not in NAMES and not word.isupper() for word in LATIN.findall(re.sub(r"<[^>]*>", " ", text)))
        and "sqlite://" not in text
        and ".db" not in text
    }


def test_no_english_and_no_nameless_control_is_left_in_russian_on_any_page_or_popup(opened) -> None:
    hand = opened(language="ru")
    ground(hand)
    left: dict[str, list[str]] = {}
    nameless: dict[str, list[str]] = {}
    for name, step in STEPS.items():
        step(hand)
        hand.rest()
        if found := english_in(hand):
            left[name] = sorted(found)
        if without := nameless_in(hand):
            nameless[name] = without
        leave(hand)
    assert not left, left
    assert not nameless, nameless


def test_switching_language_live_leaves_no_english_on_any_page_opened_before(opened) -> None:
    """All pages are open already, in English, when Russian is chosen in Settings."""
    hand = opened()
    ground(hand)
    visited = [name for name in STEPS if name.endswith("page") or name.startswith("schedule") or name in _LISTS]
    for name in visited:
        STEPS[name](hand)
        hand.rest()
        leave(hand)
    hand.window.choose_language("ru")
    hand.rest()
    left = {}
    for name in [*visited, "settings"]:
        STEPS[name](hand)
        hand.rest()
        if found := english_in(hand):
            left[name] = sorted(found)
        leave(hand)
    assert not left, left
    hand.window.choose_language("en")
    hand.rest()
    on_sale(hand)
    assert "Contact the customer" in hand.texts(hand.see("actionPanel"))


_LISTS = {"leads", "opportunities", "activities", "accounts", "contacts", "orders", "products"}


def nameless_in(hand: Hand) -> list[str]:
    """The controls on show that a screen reader could not name."""
    return [f"{type(one).__name__} {one.objectName()}" for one in controls(hand.window) if not spoken(one)]


def controls(window: QWidget) -> Iterator[QWidget]:
    kinds = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QTextEdit | QAbstractItemView | QAbstractSpinBox
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible():
            continue
        parent = widget.parentWidget()
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView):
            continue  # a part, spoken of with the whole
        if widget.objectName().startswith("qt_"):
            continue
        yield widget


def spoken(control: QWidget) -> str:
    if control.accessibleName():
        return control.accessibleName()
    return control.text() if isinstance(control, QAbstractButton) else ""


def test_switching_the_theme_live_with_every_page_open(opened) -> None:
    hand = opened(theme="light")
    ground(hand)
    pages = ("opportunity page", "lead page", "activity page", "schedule by week", "settings")
    for name in pages:
        STEPS[name](hand)
    for theme in ("dark", "light"):
        hand.window.choose_theme(theme)
        hand.rest()
        for name in pages:
            STEPS[name](hand)
            hand.rest()
            middle = lightness(hand)
            assert middle < 110 if theme == "dark" else middle > 190, (theme, name, middle)


def lightness(hand: Hand) -> float:
    """How light the window is in the middle, 0 to 255."""
    picture = hand.window.grab().toImage()
    points = [(x, y) for x in range(0, picture.width(), 37) for y in range(0, picture.height(), 37)]
    return sum(picture.pixelColor(x, y).lightness() for x, y in points) / len(points)
