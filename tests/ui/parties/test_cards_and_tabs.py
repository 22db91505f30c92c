"""Business cards in and out of the list of contacts; the tabs of accounts, contacts and leads; histories elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

ANNA = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna Kern\r\nORG:Vega Logistics\r\nEMAIL:anna@vega.example\r\nEND:VCARD\r\n"
BORIS = ANNA.replace("Anna Kern", "Boris Lang").replace("anna@", "boris@")


def drop(page, data: QMimeData) -> None:
    point = QPointF(page.rect().center())
    for kind, place in ((QDragEnterEvent, point.toPoint()), (QDropEvent, point)):
        event = kind(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page, event)
        assert event.isAccepted()


def test_a_file_that_is_dropped_is_previewed_and_added_on_demand(desk, tmp_path: Path):
    there = desk.make("create_contact", name="A. Kern", email="anna@vega.example")
    file = tmp_path / "people.vcf"
    file.write_text(ANNA + BORIS, encoding="utf-8")
    page = desk.open("contacts")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(page, data)
    desk.until(lambda: desk.shown("card_0"))
    dialog = desk.find("cardsDialog")
    assert [combo.currentText() for combo in dialog.combos.values()] == ["Complete A. Kern", "Add a contact"]
    assert dialog.summary.text() == "1 to be added, 1 to be completed, 0 left out"
    assert len(desk.ask("list_ids", subject="contact")) == 1, "nothing before the button"
    desk.push("cardsConfirmButton")
    assert desk.ask("contact_page", id=there).fields.account.label == "Vega Logistics"
    assert len(desk.ask("list_ids", subject="contact")) == 2
    desk.do("undo")
    assert len(desk.ask("list_ids", subject="contact")) == 1


def test_a_card_that_is_left_out_is_not_added(desk):
    page = desk.open("contacts")
    page.tools.take_text(ANNA)
    desk.until(lambda: desk.shown("card_0"))
    dialog = desk.find("cardsDialog")
    dialog.combos[0].setCurrentIndex(dialog.combos[0].findData("skip"))
    assert not dialog.ok.isEnabled()
    desk.key(Qt.Key.Key_Escape)
    assert desk.ask("list_ids", subject="contact") == ()


def test_cards_are_pasted_from_the_clipboard_and_copied_to_it(desk):
    desk.make("create_contact", name="Boris Lang")
    desk.open("contacts").table.setFocus()
    QGuiApplication.clipboard().setText(ANNA)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.shown("card_0"))
    desk.push("cardsConfirmButton")
    assert desk.find("titleLabel").text() == "Anna Kern", "one card leads to its contact"
    desk.open("contacts")
    desk.select("contactList", 0)
    desk.choose("listMoreButton", "list_copy_cards")
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasFormat("text/vcard") and "FN:Anna Kern" in copied.text()


def test_the_selected_contacts_are_saved_in_the_version_chosen(desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("Anna Kern", "Boris Lang"):
        desk.make("create_contact", name=name)
    desk.open("contacts")
    desk.select("contactList", 0, 1)
    file = tmp_path / "out.vcf"
    answer = (str(file), "vCard 3.0, for older programs (*.vcf)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: answer)
    desk.choose("listMoreButton", "list_save_cards")
    text = file.read_text(encoding="utf-8")
    assert text.count("BEGIN:VCARD") == 2 and "VERSION:3.0" in text


def test_a_file_without_cards_says_so(desk, tmp_path: Path):
    file = tmp_path / "empty.vcf"
    file.write_text("nothing", encoding="utf-8")
    desk.open("contacts").tools.take_files((file,))
    desk.until(lambda: desk.shown("cardsRefusal"))
    assert "no business card" in desk.find("cardsRefusal").text() and not desk.find("cardsConfirmButton").isEnabled()


@pytest.mark.parametrize("subject", ["account", "contact", "lead"])
def test_the_tabs_show_what_belongs_to_a_record(desk, subject: str):
    account = desk.make("create_account", name="Vega Logistics")
    contact = desk.make("create_contact", name="Anna Kern", account=account)
    lead = desk.make("create_lead", title="Cash desks", account=account, contact=contact)
    sale = desk.make("create_opportunity", title="Sale", account=account, contact=contact, lead=lead)
    desk.do("create_order", opportunity=sale)
    desk.make("create_activity", kind="call", title="Ask", opportunity=sale)
    record = {"account": account, "contact": contact, "lead": lead}[subject]
    page = desk.open(subject, record)
    tabs = page.record_tabs
    for kind in ("activity",) if subject == "lead" else ("activity", "lead", "order"):
        tab = tabs.show_tab(kind)
        desk.until(tab.table.rows)
        assert len(tab.table.rows()) == 1, kind
    tabs.show_tab("activity")
    desk.push("new_task")
    desk.write("newActivityTitle", "Send the catalogue")
    desk.push("createActivityButton")
    assert len(tabs.show_tab("activity").table.rows()) == 2
    assert desk.ask("related", subject=subject, id=record, kind="activity").rows[0].title in {
        "Ask",
        "Send the catalogue",
    }


def test_a_tab_follows_what_happens_and_another_record(desk):
    first, other = desk.make("create_account", name="Vega"), desk.make("create_account", name="Orion")
    page = desk.open("account", first)
    tab = page.record_tabs.show_tab("activity")
    desk.make("create_activity", kind="task", title="Ask", account=first)
    desk.until(tab.table.rows)
    desk.open("account", other)
    assert tab.table.rows() == ()


@pytest.mark.parametrize(
    ("name", "fields", "saved", "label"),
    [
        ("activity", {"kind": "task", "title": "Ask"}, {"comment": "twice"}, "Comment"),
        ("product", {"name": "Till", "price": None}, {"series": "Retail"}, "Series"),
        ("order", {}, {"notes": "by rail"}, "Notes"),
    ],
)
def test_activities_products_and_orders_have_their_history(desk, name, fields, saved, label):
    made = desk.make(f"create_{name}", **{key: value for key, value in fields.items() if value is not None})
    version = desk.ask(f"{name}_page", id=made).version
    desk.do(f"save_{name}", id=made, version=version, fields=saved)
    desk.open(name, made)
    desk.push("historyButton")
    model = desk.find("historyTable").model()
    desk.until(model.rowCount)
    assert [model.index(0, column).data() for column in (2, 4)] == [label, next(iter(saved.values()))]
