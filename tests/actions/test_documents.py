"""R19: proposals and contracts are approved inside the company before they go out; the task's result follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.sales.tables import activity, approval, document, document_version, notification, opportunity
from desktop.views.exchange import ChangedMeanwhile, NeedsFields, Place, Refused
from tests.actions.desk import REP, Desk


@pytest.fixture
def boss(desk: Desk) -> int:
    made = desk.do("create_person", name="Maria Stein", role="manager").result["person"]
    desk.do("save_person", id=desk.person(REP), version=1, fields={"manager": made})
    return made


def template(desk: Desk, kind: str = "contract", language: str = "en") -> int:
    rows = [row for row in desk.ask("document_templates") if (row.kind, row.language) == (kind, language)]
    return rows[0].id


def made(desk: Desk, sale: int, kind: str = "contract", language: str = "en") -> int:
    return desk.do("create_document", opportunity=sale, template=template(desk, kind, language)).result["document"]


def page(desk: Desk, number: int):
    return desk.ask("document_page", id=number)


def write(desk: Desk, number: int, body: str, **fields: object):
    return desk.do("save_document", id=number, version=page(desk, number).version, fields={"body": body, **fields})


def as_person(desk: Desk, person: int | str) -> None:
    desk.do("enter", person=person)


def asked(desk: Desk, number: int, boss: int, **arguments: object) -> None:
    desk.do("ask_approval", document=number, approver=boss, **arguments)


def test_a_document_is_filled_from_the_sale_in_the_language_of_its_template(desk: Desk) -> None:
    account = desk.do("create_account", name="Vega & Sons", address="Hafenstraße 1\nHamburg").result["account"]
    sale = desk.sale_on("proposal")
    version = desk.row(opportunity, id=sale).version
    desk.do("save_opportunity", id=sale, version=version, fields={"account": account, "need_text": "Fewer <errors>"})
    product = desk.do("create_product", name="Roboter", code="R1", unit="шт").result["product"]
    desk.do("add_line", subject="opportunity", id=sale, product=product, quantity=2)
    number = made(desk, sale, "proposal")
    text = page(desk, number).fields.body
    assert "<b>Vega &amp; Sons</b>" in text
    assert "2 March 2026" in text
    assert "Fewer &lt;errors&gt;" in text
    assert "Roboter (R1)" in text
    assert page(desk, number).number == "PRO-00001"
    assert "{{contact.name}}" in page(desk, number).unfilled
    russian = made(desk, sale, "contract", "ru")
    assert "2 марта 2026 г." in page(desk, russian).fields.body
    assert "Количество" in page(desk, russian).fields.body
    assert page(desk, russian).number == "CON-00001"
    assert [row.number for row in desk.ask("documents", opportunity=sale).rows] == ["CON-00001", "PRO-00001"]


def test_r19_the_approval_of_a_contract_completes_its_task_and_contracting_begins(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("proposal")
    desk.complete(sale, "present_proposal")
    desk.complete(sale, "get_comments")
    number = made(desk, sale)
    asked(desk, number, boss, comment="Please by tomorrow", due_at=desk.in_days(1))
    message = desk.rows(notification, person_id=boss)[-1]
    assert (message.kind, message.place, message.place_id) == ("approval-asked", "document", number)
    as_person(desk, boss)
    shown = desk.ask("notifications").rows[0]
    assert shown.place == Place("document", number)
    assert "CON-00001" in shown.title
    assert "Please by tomorrow" in shown.text
    (waits,) = desk.ask("my_day").approvals
    assert (waits.document, waits.asked_by, waits.due_state) == (number, REP, "ahead")
    follows = desk.ask("approval_consequences", document=number, decision="approved")
    assert follows.stage_to == "contracting"
    done = desk.do("approve_document", document=number, comment="Good")
    assert "Contracting" in done.message
    assert desk.stage_of(sale) == "contracting"
    assert set(desk.tasks(sale)) == {"send_contract", "clarify_status", "sign_contract"}
    task = desk.row(activity, element_id="prepare_contract")
    assert (task.status, task.result_code, task.comment, task.done_by) == ("done", "approved", "Good", boss)
    assert page(desk, number).state == "approved"
    assert desk.ask("my_day").approvals == ()
    owner = desk.person(REP)
    assert "approval-given" in {row.kind for row in desk.rows(notification, person_id=owner)}


def test_r19_a_return_completes_the_task_with_returned_for_rework_and_makes_it_anew(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("proposal")
    before = desk.tasks(sale)["prepare_contract"]
    number = made(desk, sale)
    asked(desk, number, boss)
    as_person(desk, boss)
    assert desk.refused("return_document", document=number).code == "return-needs-comment"
    follows = desk.ask("approval_consequences", document=number, decision="returned")
    assert len(follows.creates) == 1
    done = desk.do("return_document", document=number, comment="Warranty is too long")
    assert len(done.result["created"]) == 1
    task = desk.row(activity, id=before)
    assert (task.status, task.result_code) == ("done", "returned")
    assert desk.tasks(sale)["prepare_contract"] != before
    assert desk.stage_of(sale) == "proposal"
    assert page(desk, number).state == "returned"
    why = desk.ask("document_why", id=number).sentences
    assert any("Warranty is too long" in sentence for sentence in why)


def test_r19_without_an_open_task_only_the_document_is_changed_and_it_says_so(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("qualification")
    number = made(desk, sale)
    asked(desk, number, boss)
    as_person(desk, boss)
    assert "only" in desk.ask("approval_consequences", document=number, decision="approved").text
    done = desk.do("approve_document", document=number)
    assert "not open now" in done.message
    assert set(desk.tasks(sale)) == {"contact_customer", "prepare_presentation"}


def test_r19_a_proposal_touches_no_task(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("proposal")
    tasks = desk.tasks(sale)
    number = made(desk, sale, "proposal")
    asked(desk, number, boss)
    as_person(desk, boss)
    desk.do("approve_document", document=number)
    assert desk.tasks(sale) == tasks


@pytest.mark.parametrize("decision", ["approve", "return"])
def test_a_decision_is_undone_and_done_again_with_all_that_followed(desk: Desk, boss: int, decision: str) -> None:
    sale = desk.sale_on("proposal")
    desk.complete(sale, "present_proposal")
    desk.complete(sale, "get_comments")
    number = made(desk, sale)
    asked(desk, number, boss)
    as_person(desk, boss)
    tables = (activity, document, document_version, approval, opportunity)
    before = desk.everything(*tables)
    desk.do(f"{decision}_document", document=number, comment="x")
    after = desk.everything(*tables)
    desk.do("undo")
    assert desk.everything(*tables) == before
    desk.do("redo")
    assert desk.everything(*tables) == after


def test_only_the_approver_decides_and_one_request_waits_at_a_time(desk: Desk, boss: int) -> None:
    number = made(desk, desk.sale_on("proposal"))
    assert desk.refused("approve_document", document=number).code == "approval-not-asked"
    assert desk.refused("ask_approval", document=number, approver=None).field == "approver"
    late = desk.refused("ask_approval", document=number, approver=boss, due_at=desk.in_days(-1))
    assert late.field == "due_at"
    asked(desk, number, boss)
    assert desk.refused("approve_document", document=number).code == "approval-not-yours"
    assert desk.refused("ask_approval", document=number, approver=boss).code == "document-in-approval"
    assert desk.refused("save_document", id=number, version=2, fields={"title": "x"}).code == "document-in-approval"
    shown = page(desk, number)
    assert not shown.edit.enabled
    assert not shown.decide.enabled
    assert shown.withdraw.enabled
    desk.do("withdraw_approval", document=number)
    assert page(desk, number).state == "draft"
    assert [row.decision for row in page(desk, number).approvals] == ["withdrawn"]


def test_the_approver_proposed_is_the_manager_of_the_owner(desk: Desk, boss: int) -> None:
    number = made(desk, desk.sale_on("proposal"))
    assert page(desk, number).approver.id == boss


def test_a_text_that_somebody_was_given_stays_and_another_is_a_new_version(desk: Desk, boss: int) -> None:
    number = made(desk, desk.sale_on("proposal"))
    write(desk, number, "<p>one</p>")
    assert page(desk, number).body_version == 1
    asked(desk, number, boss)
    as_person(desk, boss)
    desk.do("approve_document", document=number)
    as_person(desk, REP)
    assert "is approved already" in page(desk, number).ask.why_not
    desk.do("save_document", id=number, version=page(desk, number).version, fields={"title": "Framework"})
    assert page(desk, number).state == "approved"
    done = write(desk, number, "<p>two<script>x</script></p>", note="Price")
    assert "version 2" in done.message
    shown = page(desk, number)
    assert (shown.state, shown.body_version, shown.fields.body) == ("draft", 2, "<p>two</p>")
    assert [(row.number, row.note) for row in shown.versions] == [(2, "Price"), (1, "")]
    assert desk.ask("document_version", document=number, number=1) == "<p>one</p>"
    lines = desk.ask("document_difference", document=number, older=1, newer=2).lines
    assert lines == (("removed", "one"), ("added", "two"))


def test_who_saves_upon_an_older_text_is_told(desk: Desk) -> None:
    number = made(desk, desk.sale_on("proposal"))
    version = page(desk, number).version
    write(desk, number, "<p>mine</p>")
    with pytest.raises(ChangedMeanwhile):
        desk.do("save_document", id=number, version=version, fields={"body": "<p>theirs</p>"})


def test_a_document_goes_out_after_its_approval_and_its_pdf_is_kept(desk: Desk, boss: int, tmp_path) -> None:
    sale = desk.sale_on("proposal")
    number = made(desk, sale, "proposal")
    assert desk.refused("send_document", document=number).code == "document-not-approved"
    assert desk.refused("comment_document", document=number, comment="x").code == "document-not-sent"
    asked(desk, number, boss)
    as_person(desk, boss)
    desk.do("approve_document", document=number)
    as_person(desk, REP)
    left = desk.refused("send_document", document=number)
    assert left.code == "document-unfilled"
    assert "{{customer.name}}" in str(left)
    tomorrow = desk.refused("send_document", document=number, anyway=True, on=date(2026, 3, 3))
    assert tomorrow.field == "on"
    pdf = tmp_path / "PRO-00001.pdf"
    pdf.write_bytes(b"%PDF")
    desk.do("send_document", document=number, anyway=True, file=pdf)
    assert [row.name for row in desk.ask("files", subject="opportunity", id=sale).rows] == ["PRO-00001.pdf"]
    assert page(desk, number).sent_on == date(2026, 3, 2)
    desk.clock.advance(days=2)
    desk.do("comment_document", document=number, comment="Cheaper, please")
    shown = page(desk, number)
    assert (shown.state, shown.commented_on, shown.comment) == ("commented", date(2026, 3, 4), "Cheaper, please")
    write(desk, number, "<p>cheaper</p>")
    assert (page(desk, number).state, page(desk, number).sent_on) == ("draft", None)


def test_the_approver_is_reminded_once_an_hour_before_the_answer_is_due(desk: Desk, boss: int) -> None:
    number = made(desk, desk.sale_on("proposal"))
    asked(desk, number, boss, due_at=desk.clock() + timedelta(hours=5))
    as_person(desk, boss)
    assert desk.ask("reminders_due") == 0
    desk.clock.advance(hours=4)
    assert desk.ask("reminders_due") == 1
    done = desk.do("remind_due")
    assert done.result["documents"] == (number,)
    assert "CON-00001" in done.message
    assert desk.do("remind_due").result["documents"] == ()
    desk.do("approve_document", document=number)


def test_the_gate_stops_an_approval_that_would_leave_the_stage(desk: Desk, boss: int) -> None:
    """N5 holds for this way too: nothing is decided before the fields are there."""
    sale = desk.sale_on("proposal")
    desk.do("require_field", stage="proposal", field="budget", severity="stop")
    desk.complete(sale, "present_proposal")
    desk.complete(sale, "get_comments")
    number = made(desk, sale)
    asked(desk, number, boss)
    as_person(desk, boss)
    with pytest.raises(NeedsFields):
        desk.do("approve_document", document=number)
    assert page(desk, number).state == "approval"
    assert desk.stage_of(sale) == "proposal"


def test_a_draft_is_removed_and_comes_back_what_was_asked_about_is_kept(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("proposal")
    number = made(desk, sale)
    desk.do("remove_document", document=number)
    assert desk.ask("documents", opportunity=sale).rows == ()
    desk.do("undo")
    asked(desk, number, boss)
    desk.do("withdraw_approval", document=number)
    assert desk.refused("remove_document", document=number).code == "document-not-draft"


def test_templates_are_cleaned_kept_while_used_and_come_back_on_no_start(desk: Desk) -> None:
    hostile = "<p onclick=x>{{customer.name}}<img src='file:///etc/passwd'></p><script>alert(1)</script>"
    own = desk.do("create_template", name="Ours", kind="proposal", language="en", body=hostile).result["template"]
    (row,) = [row for row in desk.ask("document_templates") if row.id == own]
    assert row.body == "<p>{{customer.name}}</p>"
    assert not row.used
    shipped = [row for row in desk.ask("document_templates") if row.shipped]
    assert {(row.kind, row.language) for row in shipped} == {
        (kind, language) for kind in ("proposal", "contract") for language in ("en", "ru")
    }
    assert desk.refused("remove_template", id=shipped[0].id).code == "template-shipped"
    sale = desk.sale_on("proposal")
    desk.do("create_document", opportunity=sale, template=own)
    assert desk.refused("remove_template", id=own).code == "template-used"
    desk.do("save_template", id=own, version=1, fields={"active": False})
    assert own not in {choice.id for choice in desk.ask("documents", opportunity=sale).templates}
    desk.do("prepare_workspace")
    assert len(desk.ask("document_templates")) == 5


def test_every_shipped_template_knows_its_placeholders(desk: Desk) -> None:
    sale = desk.sale_on("proposal")
    for row in desk.ask("document_templates"):
        filled = desk.ask("filled_text", opportunity=sale, language=row.language, body=row.body, number="X-1")
        assert filled.unknown == (), row.name
        assert "X-1" in filled.body


def test_whoever_sees_the_sale_reads_its_documents_and_so_does_the_approver_alone(desk: Desk, boss: int) -> None:
    """Rights: who may change the sale writes, asks and sends; the person asked decides though the sale is hidden."""
    desk.do("save_setting", name="visible_records", value="own")
    number = made(desk, desk.sale_on("proposal"))
    owner = desk.person(REP)
    kurt = desk.do("create_person", name="Kurt Adler").result["person"]
    lena = desk.do("create_person", name="Lena Busch").result["person"]
    desk.do("ask_approval", document=number, approver=lena)
    as_person(desk, kurt)
    for query in ("document_page", "document_why"):
        with pytest.raises(Refused) as hidden:
            desk.ask(query, id=number)
        assert hidden.value.code == "record-not-visible"
    assert desk.refused("withdraw_approval", document=number).code == "record-not-visible"
    assert desk.refused("approve_document", document=number).code == "approval-not-yours"
    as_person(desk, lena)
    shown = page(desk, number)
    assert shown.decide.enabled
    assert not shown.withdraw.enabled
    desk.do("approve_document", document=number)
    as_person(desk, owner)
    assert page(desk, number).state == "approved"


def test_what_waits_for_somebody_who_leaves_goes_to_the_successor(desk: Desk, boss: int) -> None:
    number = made(desk, desk.sale_on("proposal"))
    lena = desk.do("create_person", name="Lena Busch").result["person"]
    asked(desk, number, lena, comment="Please")
    desk.do("deactivate_person", id=lena, successor=boss)
    as_person(desk, boss)
    assert page(desk, number).decide.enabled
    assert "Please" in desk.ask("notifications").rows[0].text
    as_person(desk, REP)
    desk.do("withdraw_approval", document=number)
    kurt = desk.do("create_person", name="Kurt Adler").result["person"]
    asked(desk, number, kurt)
    desk.do("deactivate_person", id=kurt)
    assert page(desk, number).state == "draft"


def test_the_history_of_the_sale_tells_of_its_documents(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("proposal")
    number = made(desk, sale)
    asked(desk, number, boss)
    told = [(row.what, row.before, row.after) for row in desk.ask("history", subject="opportunity", id=sale).rows]
    assert ("Document CON-00001: State", "Draft", "In approval") in told
    assert ("Document", None, "CON-00001") in told


def test_a_deleted_sale_takes_its_documents_along_and_an_undo_brings_them_back(desk: Desk, boss: int) -> None:
    sale = desk.sale_on("proposal")
    number = made(desk, sale)
    asked(desk, number, boss)
    before = desk.everything(document, document_version, approval)
    desk.do("delete_records", subject="opportunity", ids=(sale,))
    assert desk.rows(document) == []
    desk.do("undo")
    assert desk.everything(document, document_version, approval) == before


def test_a_document_is_found_by_its_number_by_whoever_sees_its_sale(desk: Desk, boss: int) -> None:
    number = made(desk, desk.sale_on("proposal"))
    (found,) = [row for row in desk.ask("find", text="CON-00001") if row.subject == "document"]
    assert (found.id, found.title) == (number, "CON-00001")
    desk.do("save_setting", name="visible_records", value="own")
    kurt = desk.do("create_person", name="Kurt Adler").result["person"]
    as_person(desk, kurt)
    assert desk.ask("find", text="CON-00001") == ()
    as_person(desk, REP)
    desk.do("remove_document", document=number)
    assert not [row for row in desk.ask("find", text="CON-00001") if row.subject == "document"]
