"""R19 in the real window: a contract from a template, its approval by the manager, and what the sale does by it."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableWidget, QTextEdit

from desktop.views.exchange import Place
from tests.journeys.hand import Hand, Key, Modifier


def boss(hand: Hand) -> int:
    return hand.value("SELECT id FROM person WHERE name = 'Maria Stein'")


def rep(hand: Hand) -> int:
    return hand.value("SELECT id FROM person WHERE name = 'Boris Lang'")


def become(hand: Hand, person: int) -> None:
    hand.window.switch_person(person)
    hand.rest()


def template(hand: Hand, kind: str, language: str = "en") -> int:
    return hand.value("SELECT id FROM document_template WHERE kind = ? AND language = ?", kind, language)


def make(hand: Hand, sale: int, kind: str = "contract", language: str = "en") -> int:
    """On the tab Documents by the button's menu; the document's page opens."""
    hand.window.show_place(Place("opportunity", sale))
    hand.rest()
    hand.window.page.more.show("documents")
    hand.rest()
    hand.click(hand.find("newContractButton" if kind == "contract" else "newProposalButton", QAbstractButton))
    hand.pick(f"template_{template(hand, kind, language)}")
    hand.see("documentPage")
    hand.rest()
    name, number = hand.place
    assert name == "document"
    return number


def on_proposal(hand: Hand) -> int:
    sale = hand.run()
    hand.go_to_stage("proposal")
    hand.complete("present_proposal")
    hand.complete("get_comments")
    return sale


def ask(hand: Hand, comment: str = "") -> None:
    hand.push("askApprovalButton")
    dialog = hand.see("askApprovalDialog")
    assert hand.see("approverEdit", dialog).text() == "Maria Stein"
    if comment:
        hand.write("commentEdit", comment, dialog)
    hand.push("askConfirmButton", dialog)
    hand.gone("askApprovalDialog")


def text_of_pdf(content: bytes) -> str:
    """Every text of a PDF as Qt writes it, read with each font's table of letters."""
    streams = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            streams.append(zlib.decompress(found[1]).decode("latin-1"))
        except zlib.error:  # the tables of letters are not packed
            streams.append(found[1].decode("latin-1"))
    tables = []
    for stream in streams:
        table = {}
        for start, end, first in re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>", stream):
            for step in range(int(end, 16) - int(start, 16) + 1):
                table[int(start, 16) + step] = chr(int(first, 16) + step)
        for start, letters in re.findall(r"<([0-9a-fA-F]{4})> <[0-9a-fA-F]{4}> \[([^\]]*)\]", stream):
            for step, letter in enumerate(re.findall(r"<([0-9a-fA-F]{4})>", letters)):
                table[int(start, 16) + step] = chr(int(letter, 16))
        if table:
            tables.append(table)
    shown = [re.findall(r"<([0-9a-fA-F]+)>", stream) for stream in streams if " Tj" in stream or "] TJ" in stream]
    read = []
    for table in tables:
        for strings in shown:
            glyphs = (int(one[at : at + 4], 16) for one in strings for at in range(0, len(one), 4))
            read.append("".join(table.get(glyph, "?") for glyph in glyphs))
    return "\n".join(read).replace("\t", " ")


def test_r19_a_contract_is_written_approved_by_the_manager_and_contracting_begins(hand: Hand) -> None:
    sale = on_proposal(hand)
    number = make(hand, sale)
    assert hand.tasks(sale) == ["prepare_contract"]
    edit = hand.find("bodyEdit", QTextEdit)
    assert "Contract CON-00001" in edit.toPlainText()
    assert "{{customer.name}}" in hand.texts(hand.see("unfilledBar"))
    hand.click(edit)
    hand.key(Key.Key_End, Modifier.ControlModifier)
    hand.keys("Signed in two copies.")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert "Signed in two copies." in hand.ask("document_page", id=number).fields.body
    ask(hand, "Before Friday, please")
    assert "Maria Stein is asked" in hand.texts(hand.see("approvalCard"))
    assert not hand.shown("approveButton")

    become(hand, boss(hand))
    hand.push("side_my_day")
    assert "CON-00001" in hand.texts(hand.see("approvalsCard"))
    hand.push("notificationButton")
    hand.click_row(hand.find("notificationList", QAbstractItemView), 0)
    hand.see("documentPage")
    hand.rest()
    assert hand.place == ("document", number)
    assert "Before Friday, please" in hand.texts(hand.see("approvalCard"))
    assert not hand.shown("saveButton")
    hand.push("approveButton")
    dialog = hand.see("decideDialog")
    hand.until(lambda: "Contracting" in hand.texts(dialog), "the consequences should be said before (N1)")
    hand.push("decideConfirmButton", dialog)
    hand.gone("decideDialog")
    assert hand.stage(sale) == "contracting"
    assert hand.tasks(sale) == ["send_contract", "clarify_status", "sign_contract"]
    assert "Contracting" in hand.toast()
    hand.push("whyButton", hand.see("approvalCard"))
    hand.until(lambda: hand.shown("whyPopup"), "why should be answered (N2)")
    assert "Maria Stein approved version 1" in hand.texts(hand.see("whyPopup"))
    hand.key(Key.Key_Escape)

    hand.undo()
    assert hand.stage(sale) == "proposal"
    assert hand.tasks(sale) == ["prepare_contract"]
    assert hand.ask("document_page", id=number).state == "approval"


def test_r19_a_return_needs_a_word_and_makes_the_task_anew(hand: Hand) -> None:
    sale = on_proposal(hand)
    before = hand.value("SELECT id FROM activity WHERE element_id = 'prepare_contract' AND status = 'planned'")
    number = make(hand, sale)
    ask(hand)
    become(hand, boss(hand))
    hand.window.show_place(Place("document", number))
    hand.rest()
    hand.push("returnButton")
    dialog = hand.see("decideDialog")
    hand.push("decideConfirmButton", dialog)
    assert "Say what is to be changed." in hand.texts(dialog)
    hand.write("commentEdit", "Twelve months are too long", dialog)
    hand.push("decideConfirmButton", dialog)
    hand.gone("decideDialog")
    assert hand.sql("SELECT result_code FROM activity WHERE id = ?", before) == [("returned",)]
    assert hand.tasks(sale) == ["prepare_contract"]
    become(hand, rep(hand))
    hand.window.show_place(Place("document", number))
    hand.rest()
    assert "Twelve months are too long" in hand.texts(hand.see("approvalCard"))
    hand.click(hand.find("bodyEdit", QTextEdit))
    hand.keys("Six months. ")
    hand.write("noteEdit", "Warranty")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert [row.note for row in hand.ask("document_page", id=number).versions] == ["Warranty", ""]
    hand.push("compareButton")
    lines = hand.find("differenceText", QTextEdit, hand.see("compareDialog")).toPlainText()
    assert "+ Six months." in lines
    hand.push("closeCompareButton")


def test_a_document_goes_out_with_its_pdf_among_the_files(hand: Hand, tmp_path: Path) -> None:
    sale = on_proposal(hand)
    number = make(hand, sale, "proposal")
    assert not hand.find("sendButton", QAbstractButton).isEnabled()
    ask(hand)
    become(hand, boss(hand))
    hand.do("approve_document", document=number)
    become(hand, rep(hand))
    hand.window.show_place(Place("document", number))
    hand.rest()
    hand.push("sendButton")
    dialog = hand.see("sendDialog")
    assert "{{customer.name}}" in hand.texts(dialog)
    hand.push("sendConfirmButton", dialog)
    hand.gone("sendDialog")
    (kept,) = hand.ask("files", subject="opportunity", id=sale).rows
    assert kept.name == "PRO-00001 v1.pdf"
    copied = tmp_path / "copy.pdf"
    hand.ask("copy_file", id=kept.id, target=copied)
    said = text_of_pdf(copied.read_bytes())
    assert "50% in advance" in said
    assert "Commercial" in said
    hand.push("commentButton")
    dialog = hand.see("customerDialog")
    hand.write("commentEdit", "Too dear", dialog)
    hand.push("customerConfirmButton", dialog)
    hand.gone("customerDialog")
    assert "Too dear" in hand.texts(hand.see("customerCard"))
    hand.window.show_place(Place("opportunity", sale))
    hand.rest()
    hand.window.page.more.show("documents")
    hand.rest()
    table = hand.find("documentTable", QTableWidget)
    assert [table.item(0, column).text() for column in (0, 1, 3, 4)] == ["Proposal", "PRO-00001", "1", "Commented"]
    table.setFocus()
    hand.key(Key.Key_Return)
    assert hand.place == ("document", number)


def test_what_was_left_open_is_filled_in_when_it_is_known(hand: Hand) -> None:
    sale = hand.run()
    number = make(hand, sale, "proposal")
    account = hand.do("create_account", name="Vega").result["account"]
    version = hand.ask("opportunity_page", id=sale).version
    hand.do("save_opportunity", id=sale, version=version, fields={"account": account})
    hand.push("fillAgainButton")
    assert "Vega" in hand.find("bodyEdit", QTextEdit).toPlainText()
    hand.push("saveButton", hand.see("documentPage"))
    page = hand.ask("document_page", id=number)
    assert "{{customer.name}}" not in page.unfilled
    assert "<b>Vega</b>" in page.fields.body
    hand.push("insertProductsButton")
    assert "no products" in hand.toast()


def test_the_text_is_formatted_by_keys_and_nothing_is_fetched_for_it(hand: Hand) -> None:
    number = make(hand, hand.run())
    edit = hand.find("bodyEdit", QTextEdit)
    hand.click(edit)
    hand.key(Key.Key_A, Modifier.ControlModifier)
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_1, Modifier.ControlModifier | Modifier.AltModifier)
    hand.keys("Terms")
    hand.key(Key.Key_Return)
    hand.keys("Plain ")
    hand.key(Key.Key_B, Modifier.ControlModifier)
    hand.keys("bold")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    body = hand.ask("document_page", id=number).fields.body
    assert body == "<h1>Terms</h1><p>Plain <b>bold</b></p>"
    assert not hand.window.page.has_unsaved()


def test_an_administrator_writes_a_template_in_russian_and_sees_it_with_a_real_sale(opened) -> None:
    hand = opened(person="Otto Brand", language="ru")
    hand.run()
    hand.window.show_place(Place("settings"))
    hand.rest()
    hand.window.page.show_section("templates")
    hand.rest()
    hand.push("addRowButton", hand.see("templatesSection"))
    hand.write("nameEdit", "Рамочный договор", hand.see("templatesSection"))
    edit = hand.find("templateBodyEdit", QTextEdit)
    hand.click(edit)
    hand.keys("Номер ")
    hand.click(hand.find("placeholderButton", QAbstractButton))
    hand.pick("placeholder_document.number")
    hand.keys(" {{чепуха}}")
    assert "{{чепуха}}" in hand.texts(hand.see("unknownText"))
    hand.push("saveRowButton")
    saved = hand.sql("SELECT body, language FROM document_template WHERE name = 'Рамочный договор'")
    assert saved == [("<p>Номер {{документ.номер}} {{чепуха}}</p>", "ru")]
    hand.write("previewOpportunityEdit", "OPP", hand.see("templatesSection"))
    hand.rest()
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Return)
    hand.push("previewTemplateButton")
    preview = hand.see("templatePreview")
    assert "Номер X-00001" in preview.form.text()
    hand.key(Key.Key_Escape)


def test_the_mini_card_of_the_contract_begins_it_and_leads_to_it(hand: Hand) -> None:
    """C1 and C3 say in the process which document they are about; the card shows its state."""
    sale = hand.run()
    hand.go_to_stage("proposal")
    popup = hand.open_card("prepare_contract")
    assert "Make a contract..." in hand.texts(popup)
    hand.click(hand.find("taskDocumentButton", QAbstractButton, popup))
    hand.rest()
    hand.pick(f"template_{template(hand, 'contract')}")
    hand.see("documentPage")
    hand.window.show_place(Place("opportunity", sale))
    hand.rest()
    popup = hand.open_card("prepare_contract")
    assert "CON-00001: Draft" in hand.texts(popup)
    hand.push("taskDocumentButton", popup)
    assert hand.place[0] == "document"
    hand.window.show_place(Place("opportunity", sale))
    hand.rest()
    assert "Make a proposal..." in hand.texts(hand.open_card("present_proposal"))
    hand.key(Key.Key_Escape)
