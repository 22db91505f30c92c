"""The tab Products: found by typing, edited in the table by the keyboard, totals, what the amount follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.views.exchange import Action, Money, Place

Key = Qt.Key
EUR = "EUR"


@pytest.fixture
def products(desk) -> dict[str, int]:
    rows = (("Site licence", 1_250_000, "pcs"), ("Support", 99_000, "month"))
    return {
        name: desk.do("create_product", name=name, price=Money(price, EUR), code=name[:3].upper(), unit=unit).result[
            "product"
        ]
        for name, price, unit in rows
    }


@pytest.fixture
def tab(desk, products):
    desk.sale()
    shown = desk.page.more.show("products")
    desk.settle()
    return shown


def add(desk, tab, text: str) -> None:
    """Find a product by typing and take the first suggestion."""
    tab.lines.add_field.setFocus()
    desk.keys(text)
    desk.until(lambda: any(w.isVisible() and w.list.count() for w in _suggestions(desk)))
    desk.key(Key.Key_Return)
    desk.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit) and in_cell("quantity"))


def _suggestions(desk):
    from ui.fields.suggestions import Suggestions

    return desk.window.findChildren(Suggestions)


def in_cell(name: str) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and widget.objectName() == f"cell_{name}"


def cells(tab) -> list[list[str]]:
    model = tab.lines.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def lines(desk):
    return desk.ask("lines", subject="opportunity", id=desk.page.place.id)


def test_a_product_is_added_and_priced_by_the_keyboard_alone(desk, tab) -> None:
    assert desk.shown("linesEmpty")
    add(desk, tab, "lic")
    desk.keys("3")
    desk.key(Key.Key_Tab)
    assert in_cell("discount")
    desk.keys("12.5")
    desk.key(Key.Key_Tab)
    desk.until(lambda: tab.lines.add_field.editor.hasFocus())
    add(desk, tab, "sup")
    desk.keys("2,5")
    desk.key(Key.Key_Return)
    desk.until(lambda: not tab.is_writing())
    assert cells(tab) == [
        ["Site licence", "€\u00a012,500", "3", "pcs", "12.5 %", "€\u00a032,812.50"],
        ["Support", "€\u00a0990", "2.5", "month", "", "€\u00a02,475"],
    ]
    assert desk.find("totalSum").text() == "€\u00a035,287.50"
    assert desk.find("discountSum").text() == "€\u00a04,687.50"
    assert not desk.shown("linesEmpty")
    # The opportunity had no amount: it follows.
    assert desk.read().fields.amount == Money(3_528_750, EUR)
    assert desk.page.profile.amount.value() == Money(3_528_750, EUR)


def test_several_cells_typed_faster_than_they_are_saved_are_all_kept(desk, tab) -> None:
    add(desk, tab, "lic")
    desk.keys("7")
    desk.key(Key.Key_Tab, settle=False)
    desk.keys("10")
    desk.key(Key.Key_Backtab, settle=False)
    desk.keys("8")
    desk.key(Key.Key_Return, settle=False)
    desk.until(lambda: not tab.is_writing())
    (line,) = lines(desk).lines
    assert (line.quantity, line.discount) == (8, 10)
    assert not desk.shown("linesMessage")


def test_what_cannot_be_read_or_is_refused_is_said_below_the_table(desk, tab) -> None:
    add(desk, tab, "lic")
    desk.keys("many")
    desk.key(Key.Key_Return)
    assert "many" in desk.find("linesMessage").text()
    assert cells(tab)[0][2] == "1"
    tab.lines.table.edit_cell(lines(desk).lines[0].id, "discount")
    desk.keys("120")
    desk.key(Key.Key_Return)
    desk.until(lambda: not tab.is_writing())
    assert desk.find("linesMessage").text() == "Enter a percentage from 0 to 100."
    assert cells(tab)[0][4] == ""


def test_a_line_is_removed_by_del_and_comes_back_by_undo(desk, tab) -> None:
    add(desk, tab, "lic")
    desk.key(Key.Key_Escape)
    tab.lines.table.setFocus()
    desk.key(Key.Key_Delete)
    assert cells(tab) == []
    assert desk.shown("linesEmpty")
    desk.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(cells(tab)) == 1)


def test_an_amount_written_by_hand_overrides_and_the_switch_brings_the_products_back(desk, tab) -> None:
    add(desk, tab, "lic")
    desk.key(Key.Key_Escape)
    assert tab.lines.follow_switch.isChecked()
    desk.write("amountEdit", "9000")
    desk.click("saveButton")
    desk.until(lambda: not tab.lines.follow_switch.isChecked())
    assert "9,000" in desk.find("followText").text()
    assert "12,500" in desk.find("followText").text()
    desk.click("followSwitch")
    desk.until(lambda: tab.lines.follow_switch.isChecked())
    assert desk.read().fields.amount == Money(1_250_000, EUR)


def test_unsaved_edits_of_the_profile_survive_a_line_and_are_saved_after_it(desk, tab) -> None:
    desk.write("titleEdit", "Warehouse in Bremen")
    add(desk, tab, "lic")
    desk.keys("2")
    desk.key(Key.Key_Return)
    desk.until(lambda: not tab.is_writing())
    desk.click("saveButton")
    assert desk.read().title == "Warehouse in Bremen"
    assert not desk.shown("conflictBar")


def test_a_product_is_created_in_place_and_then_priced(desk, tab) -> None:
    add(desk, tab, "Forklift")
    desk.key(Key.Key_Escape)
    tab.lines.table.edit_cell(lines(desk).lines[0].id, "price")
    desk.keys("184000")
    desk.key(Key.Key_Return)
    desk.until(lambda: not tab.is_writing())
    assert lines(desk).total == Money(18_400_000, EUR)


def test_enter_on_a_name_opens_the_product_and_the_way_back_keeps_the_tab(desk, tab, products) -> None:
    add(desk, tab, "lic")
    desk.key(Key.Key_Escape)
    table = tab.lines.table
    table.setFocus()
    table.setCurrentIndex(table.cells.index(0, 0))
    desk.key(Key.Key_Return)
    assert desk.window.page.place == Place("product", products["Site licence"])


def test_a_change_by_somebody_else_is_shown(desk, tab, products) -> None:
    desk.workspace.perform(
        Action("add_line", subject="opportunity", id=desk.page.place.id, product=products["Support"])
    ).result(timeout=20)
    desk.until(lambda: len(cells(tab)) == 1)


def test_every_heading_is_said_in_russian(desk, tab) -> None:
    add(desk, tab, "lic")
    desk.key(Key.Key_Escape)
    desk.window.choose_language("ru")
    desk.settle()
    model = tab.lines.table.model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["Продукт", "Цена", "Количество", "Ед.", "Скидка", "Итого"]
    assert cells(tab)[0][1] == "12\u00a0500\u00a0€"


def offered(desk) -> list[str]:
    """What is offered below the field now."""
    lists = [shown.list for shown in _suggestions(desk) if shown.isVisible()]
    return [one.item(row).text() for one in lists for row in range(one.count())]


def test_a_rep_is_not_offered_to_write_a_new_product_down(desk, tab) -> None:
    """Only managers and administrators do that: what would be refused is no offer."""
    tab.lines.add_field.setFocus()
    desk.keys("Site")
    desk.until(lambda: offered(desk) == ["Site licence", "Create “Site”"])
    desk.key(Key.Key_Escape)
    tab.lines.add_field.editor.clear()
    rep = desk.do("create_person", name="Boris Lang", role="rep").result["person"]
    desk.do("hand_over", subject="opportunity", id=desk.page.place.id, to=rep)
    desk.window.switch_person(rep)
    desk.until(lambda: tab.lines.view is not None and not tab.lines.view.new_product.enabled)
    tab.lines.add_field.setFocus()
    desk.keys("Site")
    desk.until(lambda: offered(desk) == ["Site licence"])
