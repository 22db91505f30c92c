"""System settings, drafts, and what was read in the notification centre."""

from __future__ import annotations

import pytest

from desktop.views.exchange import Refused
from desktop.views.shell import Settings


def test_the_settings_of_an_empty_workspace(desk):
    assert desk.see("settings") == Settings(True, 30, "EUR", "")


def test_settings_are_kept_and_can_be_undone(desk):
    desk.do("save_setting", name="undo_grace_seconds", value=0)
    desk.do("save_setting", name="run_sales_process", value=False)
    assert desk.see("settings") == Settings(False, 0, "EUR", "")
    desk.do("undo")
    assert desk.see("settings").run_sales_process


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("undo_grace_seconds", -1, "setting-grace-range"),
        ("undo_grace_seconds", 86_401, "setting-grace-range"),
        ("undo_grace_seconds", True, "setting-unknown"),
        ("default_currency", "euro", "currency-unknown"),
        ("run_sales_process", "yes", "setting-unknown"),
        ("content", "x", "setting-unknown"),
    ],
)
def test_a_value_that_a_setting_cannot_have_is_refused(desk, name, value, code):
    with pytest.raises(Refused) as refusal:
        desk.do("save_setting", name=name, value=value)
    assert (refusal.value.code, refusal.value.field) == (code, name)
    assert desk.see("settings") == Settings(True, 30, "EUR", "")


def test_a_draft_survives_until_it_is_saved_or_discarded(desk, clock):
    account = desk.make("create_account", name="Vega")
    done = desk.do("keep_draft", place="account", id=account, fields={"name": "Vega Logi", "phone": ""})
    assert done.changes.action_id is None
    clock.advance(minutes=1)
    desk.do("keep_draft", place="account", id=account, fields={"name": "Vega Logistics"})
    page = desk.see("account_page", id=account)
    assert page.draft == (("name", "Vega Logistics"),)
    assert page.draft_at == clock()
    desk.do("discard_draft", place="account", id=account)
    assert desk.see("account_page", id=account).draft == ()
    desk.do("keep_draft", place="account", id=account, fields={"name": "Vega Logistics"})
    desk.do("save_account", id=account, version=1, fields={"name": "Vega Logistics"})
    assert desk.see("account_page", id=account).draft_at is None


def test_a_draft_is_seen_only_by_whom_it_belongs_to(desk):
    account = desk.make("create_account", name="Vega")
    desk.do("keep_draft", place="account", id=account, fields={"name": "x"})
    desk.do("switch_person", person=desk.make("create_person", name="Tom"))
    assert desk.see("account_page", id=account).draft == ()


def test_a_draft_that_cannot_be_kept_is_refused(desk):
    with pytest.raises(Refused) as refusal:
        desk.do("keep_draft", place="account", id=1, fields={"name": object()})
    assert refusal.value.code == "draft-not-plain"
    with pytest.raises(Refused):
        desk.do("keep_draft", place="elsewhere", id=1, fields={})


def test_r2_messages_are_unread_until_they_are_read(desk):
    desk.do("run_process", process="corporate_sale")
    centre = desk.see("notifications")
    assert (centre.unread, [row.read for row in centre.rows]) == (2, [False, False])
    desk.do("mark_read", notifications=(centre.rows[0].id,))
    assert [row.read for row in desk.see("notifications").rows] == [True, False]
    assert desk.see("shell").unread == 1
    desk.do("mark_read")
    assert desk.see("shell").unread == 0


def test_somebody_else_s_messages_stay_unread(desk):
    desk.do("run_process", process="corporate_sale")
    first = desk.see("notifications").rows[0].id
    anna = desk.workspace.person_id
    desk.do("switch_person", person=desk.make("create_person", name="Tom"))
    desk.do("mark_read", notifications=(first,))
    desk.do("switch_person", person=anna)
    assert desk.see("notifications").unread == 2
