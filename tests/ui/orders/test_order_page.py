"""The pages of orders and products in the real window: fields, products, payments, the printed form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.views.exchange import Money, Place, Query
from ui.orders.form import OrderForm

EUR = "EUR"
Key = Qt.Key


@pytest.fixture
def order(desk) -> int:
    account = desk.do("create_account", name="Vega & Sons", address="Hafenstraße 1\nHamburg").result["account"]
    product = desk.do("create_product", name="Licence <Site>", price=Money(120_050, EUR), code="L1", unit="pcs")
    made = desk.do("create_order", account=account).result["order"]
    desk.do("add_line", subject="order", id=made, product=product.result["product"], quantity=2, discount=10)
    show(desk, Place("order", made))
    return made


def show(desk, place: Place):
    desk.window.show_place(place)
    desk.settle()
    return desk.window.page


def read(desk, order: int):
    return desk.ask("order_page", id=order)


# The page


def test_an_order_is_created_from_the_list_without_asking_and_undone(desk) -> None:
    page = show(desk, Place("orders"))
    assert desk.shown("emptyState")
    desk.click("newButton")
    assert desk.window.page.objectName() == "orderPage"
    assert desk.window.page.title() == "ORD-00001"
    page = show(desk, Place("orders"))
    assert page.model.rowCount() == 1
    assert page.table.objectName() == "orderList"
    desk.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: page.model.rowCount() == 0)


def test_the_side_bar_leads_to_orders_and_they_to_products(desk) -> None:
    desk.click("side_orders")
    assert desk.window.page.place == Place("orders")
    desk.click("productsButton")
    assert desk.window.page.place == Place("products")
    desk.click("newButton")
    desk.keys("Forklift")
    desk.key(Key.Key_Return)
    desk.until(lambda: desk.window.page.objectName() == "productPage")
    desk.write("priceEdit", "2500.50")
    desk.write("unitEdit", "pcs")
    desk.click("saveButton")
    fields = desk.ask("product_page", id=desk.window.page.place.id).fields
    assert (fields.price, fields.unit) == (Money(250_050, EUR), "pcs")
    assert desk.find("factsLabel").text() == "€ 2,500.50 / pcs"


def test_fields_are_saved_and_what_somebody_else_saved_is_not_overwritten(desk, order: int) -> None:
    page = desk.window.page
    desk.write("notesEdit", "Deliver in May")
    desk.click("saveButton")
    assert read(desk, order).fields.notes == "Deliver in May"
    states = {choice.code: choice.id for choice in desk.ask("choices", lookup="order_status")}
    desk.write("notesEdit", "Deliver in June")
    version = read(desk, order).version
    desk.do("save_order", id=order, version=version, fields={"status": states["confirmed"]})
    desk.settle()
    assert page.pill.text() == "Confirmed"
    assert page.form.field("notes").value() == "Deliver in June"
    desk.click("saveButton")
    assert read(desk, order).fields.notes == "Deliver in June"


def test_products_of_a_paid_order_are_locked_with_the_reason(desk, order: int) -> None:
    states = {choice.code: choice.id for choice in desk.ask("choices", lookup="order_status")}
    version = read(desk, order).version
    desk.do("save_order", id=order, version=version, fields={"status": states["paid"]})
    desk.settle()
    lines = desk.window.page.lines
    assert not lines.add_field.editor.isEnabled()
    assert "Paid" in lines.add_field.editor.toolTip()
    assert not lines.table.cells.flags(lines.table.cells.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_an_order_that_is_gone_is_left(desk, order: int) -> None:
    desk.do("undo")
    desk.do("undo")
    desk.until(lambda: desk.window.page.place != Place("order", order))


def test_orders_and_products_are_found_from_the_command_bar(desk, order: int) -> None:
    found = desk.ask("find", text="vega")
    assert {row.subject for row in found} == {"account", "order"}
    assert desk.window.commands.run("go.products")
    desk.settle()
    assert desk.window.page.place == Place("products")
    assert desk.window.commands.run("create.order")
    desk.settle()
    assert desk.window.page.objectName() == "orderPage"


def test_an_order_is_made_of_an_opportunity_from_the_command_bar(desk) -> None:
    page = desk.sale()
    assert desk.window.commands.run("opportunity.order")
    desk.until(lambda: desk.window.page.objectName() == "orderPage")
    assert desk.window.page.view.fields.opportunity.id == page.place.id


def test_an_order_is_made_of_an_opportunity_from_its_menu_of_actions(desk) -> None:
    page = desk.sale()
    page.findChild(QAction, "createOrderAction").trigger()
    desk.until(lambda: desk.window.page.objectName() == "orderPage")
    assert desk.window.page.view.fields.opportunity.id == page.place.id


# Payments


def rows(desk) -> list[list[str]]:
    model = desk.window.page.payments.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_payments_are_planned_by_the_keyboard_in_shares_and_amounts(desk, order: int) -> None:
    editor = desk.window.page.payments
    desk.click("addPaymentButton")
    desk.until(lambda: editor.table.state() == editor.table.State.EditingState)
    desk.keys("1.12.2026")
    desk.key(Key.Key_Tab)
    desk.keys("30")
    desk.key(Key.Key_Return)
    desk.until(lambda: not editor.is_writing())
    assert rows(desk) == [["1 Dec 2026", "30 %", "€\u00a0648.27", "", ""]]
    assert "not planned yet: €\u00a01,512.63" in desk.find("paymentState").text()
    desk.click("addPaymentButton")
    desk.until(lambda: editor.table.state() == editor.table.State.EditingState)
    desk.key(Key.Key_Escape)
    assert rows(desk)[1][:3] == ["15 Dec 2026", "70 %", "€\u00a01,512.63"]
    payment = read(desk, order).payments[1]
    editor.table.edit_cell(payment.id, "amount")
    desk.keys("1500")
    desk.key(Key.Key_Return)
    desk.until(lambda: not editor.is_writing())
    assert rows(desk)[1][1:3] == ["", "€\u00a01,500"]
    assert "12.63" in desk.find("paymentState").text()


def test_a_payment_is_paid_today_and_removed_and_both_are_undone(desk, order: int) -> None:
    desk.do("add_payment", order=order, due_on=date(2026, 11, 1), share=100)
    desk.settle()
    editor = desk.window.page.payments
    editor.table.setFocus()
    desk.click("paidButton")
    desk.until(lambda: rows(desk)[0][3] == "23 Nov 2026")
    assert desk.find("paymentState").text() == "paid €\u00a02,160.90 of €\u00a02,160.90"
    editor.table.setFocus()
    desk.key(Key.Key_Delete)
    desk.until(lambda: rows(desk) == [])
    for _ in range(2):
        desk.window.page.setFocus()
        desk.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(rows(desk)) == 1 and rows(desk)[0][3] == "")


def test_a_day_that_cannot_be_read_is_said_and_the_old_one_stays(desk, order: int) -> None:
    desk.do("add_payment", order=order, due_on=date(2026, 12, 1), share=100)
    desk.settle()
    editor = desk.window.page.payments
    editor.table.edit_cell(read(desk, order).payments[0].id, "due_on")
    desk.keys("soon")
    desk.key(Key.Key_Return)
    assert "soon" in desk.find("paymentsMessage").text()
    assert rows(desk)[0][0] == "1 Dec 2026"


# The printed form


def dark_dots(image) -> int:
    step = 3
    return sum(
        image.pixelColor(x, y).lightness() < 200
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    )


def test_the_printed_form_is_previewed_in_both_languages_and_saved_as_a_pdf(desk, order: int, tmp_path: Path) -> None:
    desk.do("add_payment", order=order, due_on=date(2026, 12, 1), share=100)
    desk.settle()
    desk.click("previewButton")
    preview = desk.find("orderPreview")
    said = preview.form.text()
    for words in ("Order ORD-00001", "Vega & Sons", "Hafenstraße 1", "Licence <Site>", "2,160.90", "1 Dec 2026"):
        assert words in said
    shown = [label for label in preview.findChildren(QLabel, "formPage") if label.isVisible()]
    assert len(shown) == 1
    assert dark_dots(shown[0].pixmap().toImage()) > 200
    desk.click("form_ru")
    said = preview.form.text()
    for words in ("Заказ ORD-00001", "Черновик", "Итого", "График платежей", "2 160,90 €"):
        assert words in said
    assert "Total" not in said
    assert desk.window.language.code == "en"
    file = tmp_path / "order.pdf"
    assert preview.save(file)
    desk.settle()
    assert not desk.shown("orderPreview")
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"%%EOF" in content[-1024:]
    assert content.count(b"/Type /Page\n") == 1


def test_a_pdf_that_cannot_be_written_says_why_and_stays_open(desk, order: int, tmp_path: Path) -> None:
    desk.click("previewButton")
    preview = desk.find("orderPreview")
    assert not preview.save(tmp_path / "nowhere" / "order.pdf")
    assert "No such file" in desk.find("formMessage").text()
    desk.key(Key.Key_Escape)


def test_a_long_order_takes_several_pages_and_none_is_empty(desk, order: int) -> None:
    product = desk.ask("pick", subject="product")[0].id
    for _ in range(60):
        desk.do("add_line", subject="order", id=order, product=product)
    form = OrderForm(desk.workspace.ask(Query("order_document", id=order)).result(), "en")
    assert form.pages() > 1
    pictures = [form.picture(page, 400) for page in range(form.pages())]
    for picture in pictures:
        assert (picture.width(), picture.height()) == (400, 566)
        assert picture.pixelColor(2, 2) == QColor("white")
        assert dark_dots(picture) > 5


def test_the_printed_form_is_dark_on_white_in_the_dark_theme_too(desk, order: int) -> None:
    desk.window.choose_theme("dark")
    desk.settle()
    desk.click("previewButton")
    picture = desk.find("orderPreview").form.picture(0, 400)
    assert picture.pixelColor(2, 2) == QColor("white")
    assert dark_dots(picture) > 50
    desk.key(Key.Key_Escape)
    desk.window.choose_theme("light")


def test_every_part_of_the_order_page_has_a_name_to_speak(desk, order: int) -> None:
    page = desk.window.page
    for table in (page.lines.table, page.payments.table):
        assert table.accessibleName()
    QTest.mouseClick(page.lines.table.viewport(), Qt.MouseButton.LeftButton)
    for name in ("addProductEdit", "removeLineButton", "addPaymentButton", "previewButton", "statusEdit"):
        widget = desk.find(name)
        assert widget.accessibleName() or widget.text()
