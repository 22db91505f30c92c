"""What is hidden from a reader is nowhere: not listed, counted, summed, found, nor opened by its number.

The tests go through the whole register of queries; one that is not named here fails, so that a new one is thought of.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.queries import registry
from desktop.views.behind import AnalyticsFilter
from desktop.views.exchange import ClosingAnswer, Money, Refused
from desktop.views.many import Wanted
from desktop.views.spreadsheets import ExportColumn

SECRET = "Zanzibar"
MARK = 7_654_321
"""An amount that is nobody else's, in minor units."""
FILTER = AnalyticsFilter()

PUBLIC = {
    "article_page", "choices", "currency_rates", "document_templates", "gate", "import_start", "export_report",
    "lead_assignees", "lead_stages", "list_fields", "list_views", "lookup_values", "mask_preview", "may_administer",
    "number_masks", "placeholders", "processes", "settings", "stages", "staff", "tags", "export_calendar",
    "keep_calendar", "notifications", "reminders_due", "timers_due", "shell", "file_preview", "copy_file", "copy_text",
    "document_difference", "document_page", "document_version", "document_why", "approval_consequences", "export_list",
    "foresee_many", "may_manage", "read_cards", "save_cards", "log_choices", "log_to_clean", "process_file",
    "process_steps", "check_process", "process_difference",
}  # fmt: skip
"""Nobody's records or the reader's own alone; files, documents and bulk changes have tests of their own below."""


@pytest.fixture
def office(desk, tmp_path):
    """Anna administers; Maria leads Boris and Tom; Ida is by herself. Boris has something of everything, secret."""
    maria = desk.make("create_person", name="Maria", role="manager")
    people = {"anna": desk.see("shell").person.id, "maria": maria}
    for name in ("Boris", "Tom"):
        people[name.lower()] = desk.make("create_person", name=name, manager=maria)
    people["ida"] = desk.make("create_person", name="Ida")
    account = desk.make("create_account", name="Vega")
    contact = desk.make("create_contact", name="Olga", account=account)
    product = desk.make("create_product", name="Scanner", price=Money(MARK, "EUR"))
    desk.do("switch_person", person=people["boris"])
    lead = desk.make("create_lead", title=f"{SECRET} lead", account=account, email="z@zanzibar.example")
    sale = desk.make("create_opportunity", title=f"{SECRET} sale", account=account, contact=contact)
    desk.do("run_process_on", opportunity=sale)
    desk.do("add_line", subject="opportunity", id=sale, product=product)
    order = desk.do("create_order", opportunity=sale, notes=SECRET).result["order"]
    path = tmp_path / f"{SECRET}.txt"
    path.write_text(SECRET)
    file = desk.do("attach_file", subject="opportunity", record=sale, path=path).result["attachment"]
    desk.do("add_note", text=f"{SECRET} note", opportunity=sale)
    desk.do("add_comment", opportunity=sale, text=f"{SECRET} comment")
    call = desk.make(
        "create_activity", kind="call", title=f"{SECRET} call", account=account, contact=contact, opportunity=sale
    )
    won = desk.make("create_opportunity", title=f"{SECRET} won", account=account, amount=Money(MARK, "EUR"))
    answer = ClosingAnswer(income=Money(MARK, "EUR"), spent_minutes=60)
    desk.do("change_stage", opportunity=won, stage="closed_won", closing=answer)
    desk.do("switch_person", person=people["anna"])
    desk.do("save_setting", name="visible_records", value="own")
    ids = {"account": account, "contact": contact, "product": product, "lead": lead, "sale": sale, "order": order}
    return desk, people, ids | {"file": file, "call": call, "won": won}


def asked(ids, now):
    """Every query that could show what is secret, with arguments that ask for it."""
    sale, lead, order, call = ids["sale"], ids["lead"], ids["order"], ids["call"]
    return {
        "account_page": [{"id": ids["account"]}],
        "contact_page": [{"id": ids["contact"]}],
        "product_page": [{"id": ids["product"]}],
        "opportunity_page": [{"id": sale}, {"id": ids["won"]}],
        "lead_page": [{"id": lead}],
        "order_page": [{"id": order}],
        "order_document": [{"id": order}],
        "activity_page": [{"id": call}],
        "analytics_choices": [{}],
        **{
            f"analytics_{name}": [{"filter": FILTER}]
            for name in ("forecast", "funnel", "outcomes", "stages", "summary")
        },
        "analytics_plan": [{"year": now.year, "quarter": (now.month + 2) // 3, "filter": FILTER}],
        "board": [{}],
        "board_ids": [{"stage": "qualification"}, {"stage": "closed_won"}],
        "board_cards": [{"ids": (sale, ids["won"])}],
        "cards_text": [{"contacts": (ids["contact"],)}],
        "cancel_consequences": [{"run": 1}],
        "chain": [{"subject": "lead", "id": lead}, {"subject": "opportunity", "id": sale}],
        "documents": [{"opportunity": sale}],
        "feed": [{"opportunity": sale}],
        "files": [{"subject": "opportunity", "id": sale}, {"subject": "lead", "id": lead}],
        "filled_text": [{"opportunity": sale, "language": "en", "body": "<p>{{opportunity.title}}</p>"}],
        "find": [{"text": SECRET}, {"text": SECRET[:-1] + "t"}],
        "fitting_articles": [{"opportunity": sale}],
        "history": [
            {"subject": subject, "id": ids[key]}
            for subject, key in (
                ("opportunity", "sale"), ("lead", "lead"), ("order", "order"), ("account", "account"),
                ("contact", "contact"), ("activity", "call"),
            )
        ],
        "incidents": [{"opportunity": sale}, {"run": 1}],
        "last_changes": [{"subject": "opportunity", "id": sale, "fields": ("title",)}],
        "lines": [{"subject": "opportunity", "id": sale}, {"subject": "order", "id": order}],
        "list_ids": [{"subject": subject} for subject in ("opportunity", "lead", "activity", "order")],
        "list_rows": [
            {"subject": "opportunity", "ids": (sale, ids["won"])},
            {"subject": "lead", "ids": (lead,)},
            {"subject": "activity", "ids": (call,)},
            {"subject": "order", "ids": (order,)},
            {"subject": "account", "ids": (ids["account"],)},
            *({"subject": subject, "ids": tuple(range(-9, 99))} for subject in ("run", "step")),
        ],
        "list_summary": [{"subject": subject} for subject in ("opportunity", "lead", "activity", "order")],
        "selection_summary": [{"subject": "opportunity", "ids": (sale, ids["won"])}],
        "log_runs": [{}],
        "log_steps": [{}],
        "merge_sheet": [{"subject": "lead", "ids": (lead, lead)}],
        "suspect_groups": [{"subject": "lead"}],
        "suspects": [{"subject": "lead", "fields": {"email": "z@zanzibar.example"}}],
        "my_day": [{}, {"team": True}],
        "participants": [{"opportunity": sale}],
        "pick": [{"subject": subject, "text": SECRET} for subject in ("opportunity", "lead", "order")],
        "process_library": [{}],
        "process_page": [{"run": 1}, {"definition": 1}],
        "process_run": [{"opportunity": sale}],
        "process_running": [{"key": "corporate_sale"}],
        "rehearse_move": [{"older": 1, "newer": 1}],
        "process_versions": [{"key": "corporate_sale"}],
        "record_moments": [{"subject": "opportunity", "id": sale}, {"subject": "lead", "id": lead}],
        "record_tags": [{"subject": "opportunity", "id": sale}],
        "related": [
            {"subject": subject, "id": ids[subject], "kind": kind}
            for subject in ("account", "contact")
            for kind in ("opportunity", "lead", "activity", "order", "contact")
        ],
        "result_consequences": [{"activity": call, "result": "done"}],
        "rivalry": [{"opportunity": sale}],
        "run_at": [{"run": 1, "moment": now}],
        "run_consequences": [{"process": "corporate_sale", "opportunity": sale}],
        "run_moments": [{"run": 1}],
        "schedule": [{"start": now - timedelta(days=9), "end": now + timedelta(days=9), "person": "boris"}],
        "stage_consequences": [{"opportunity": sale, "stage": "proposal"}],
        "stage_guide": [{"opportunity": sale}],
        "trial": [{"definition": 1}],
        "what_follows": [{"opportunity": ids["won"]}],
        "why": [{"activity": call}, {"opportunity": sale}, {"lead": lead}],
    }  # fmt: skip


def shown(desk, name, arguments):
    """What a query answers, as one text; a refusal is none, and no record's page opens."""
    try:
        return repr(desk.see(name, **arguments))
    except (Refused, KeyError) as error:
        return "" if isinstance(error, Refused) else "no such query"


def test_every_query_says_who_may_ask_it_and_stands_in_this_file(clock):
    registry.load()
    assert set(registry._reads) == set(registry._queries)
    ids = dict.fromkeys(("account", "contact", "product", "lead", "sale", "order", "file", "call", "won"), 1)
    known = PUBLIC | set(asked(ids, clock()))
    assert sorted(set(registry._queries) - known) == []


def test_nothing_of_what_is_hidden_is_shown_by_any_query(office, clock):
    """Ida sees her own alone; Anna, who administers, sees it by each of the same queries that show anything."""
    desk, people, ids = office
    revealing = set()
    for person in ("anna", "ida"):
        desk.do("switch_person", person=people[person])
        for name, several in asked(ids, clock()).items():
            for arguments in several:
                if arguments.get("person") == "boris":
                    arguments = {**arguments, "person": people["boris"]}
                text = shown(desk, name, arguments)
                if person == "anna" and (SECRET in text or str(MARK) in text):
                    revealing.add(name)
                elif person == "ida":
                    told = text if name != "product_page" else text.replace(f"minor={MARK}", "")
                    assert SECRET not in told and str(MARK) not in told, (name, arguments, text)
    expected = {
        "opportunity_page",
        "lead_page",
        "order_page",
        "activity_page",
        "list_rows",
        "board_cards",
        "find",
        "pick",
    }
    expected |= {"analytics_summary", "analytics_outcomes", "chain", "history", "feed", "files", "schedule", "related"}
    assert expected <= revealing


def test_hidden_records_are_neither_counted_nor_summed(office):
    desk, people, ids = office
    desk.do("switch_person", person=people["ida"])
    assert desk.see("list_ids", subject="opportunity") == ()
    assert desk.see("analytics_summary", filter=FILTER).won.count == 0
    assert desk.see("product_page", id=ids["product"]).opportunities == 0
    assert desk.see("account_page", id=ids["account"]).fields.name == "Vega", "accounts are everybody's to see"
    (row,) = desk.see("list_rows", subject="account", ids=(ids["account"],))
    assert row.opportunities == 0
    assert all(stage.count == 0 for stage in desk.see("analytics_funnel", filter=FILTER))


@pytest.mark.parametrize(
    ("setting", "seeing"),
    [
        ("everyone", {"anna", "maria", "boris", "tom", "ida"}),
        ("team", {"anna", "maria", "boris", "tom"}),
        ("own", {"anna", "maria", "boris"}),
    ],
)
def test_whose_records_are_seen_is_a_system_setting(office, setting, seeing):
    """docs/rights.md: everyone, the colleagues under the same manager, or the own; managers see their people's."""
    desk, people, ids = office
    desk.do("save_setting", name="visible_records", value=setting)
    found = set()
    for name, person in people.items():
        desk.do("switch_person", person=person)
        listed = ids["sale"] in desk.see("list_ids", subject="opportunity")
        opens = SECRET in shown(desk, "opportunity_page", {"id": ids["sale"]})
        finds = any(row.id == ids["sale"] for row in desk.see("find", text=SECRET))
        assert listed == opens == finds, name
        if listed:
            found.add(name)
    assert found == seeing


def test_a_page_opened_by_its_number_says_why_it_is_not_shown(office):
    desk, people, ids = office
    desk.do("switch_person", person=people["ida"])
    for name, key in (
        ("opportunity_page", "sale"),
        ("lead_page", "lead"),
        ("order_page", "order"),
        ("activity_page", "call"),
    ):
        with pytest.raises(Refused) as caught:
            desk.see(name, id=ids[key])
        assert caught.value.code == "record-not-visible" and "manager" in str(caught.value)
    for name in ("file_preview", "copy_text"):
        with pytest.raises(Refused) as caught:
            desk.see(name, id=ids["file"])
        assert caught.value.code == "record-not-visible"
    with pytest.raises(Refused):
        desk.see("copy_file", id=ids["file"], target="/nowhere/file")


def test_an_activity_is_seen_by_its_owner_and_by_whoever_sees_its_sale(office, clock):
    """Boris lets Ida call his customer: she sees the call, not the sale; Boris sees both."""
    desk, people, ids = office
    desk.do("switch_person", person=people["boris"])
    call = desk.make(
        "create_activity", kind="call", title="Help", opportunity=ids["sale"], owner=people["ida"], start_at=clock()
    )
    assert desk.see("activity_page", id=call).edit.enabled
    desk.do("switch_person", person=people["ida"])
    assert desk.see("activity_page", id=call).complete.enabled
    assert desk.see("list_ids", subject="activity") == (call,)
    with pytest.raises(Refused):
        desk.see("opportunity_page", id=ids["sale"])
    desk.do("complete_task", activity=call)


def test_changes_foreseen_for_many_and_files_of_lists_tell_nothing_of_hidden_records(office, tmp_path):
    desk, people, ids = office
    desk.do("switch_person", person=people["ida"])
    wanted = Wanted("owner", person=people["ida"])
    assert SECRET not in shown(
        desk, "foresee_many", {"subject": "opportunity", "ids": (ids["sale"],), "wanted": wanted}
    )
    named = {"subject": "opportunity", "ids": (ids["sale"],)}
    path = tmp_path / "list.csv"
    columns = (ExportColumn("title", "Title"),)
    shown(desk, "export_list", {**named, "columns": columns, "path": str(path)})
    assert not path.exists() or SECRET not in path.read_text(encoding="utf-8")


def test_with_everyone_there_is_no_condition_at_all(office):
    """So nothing is slower than without rights."""
    from desktop.queries.registry import Reader
    from desktop.sales import access
    from desktop.sales.tables import activity, opportunity

    desk, people, _ = office
    desk.do("save_setting", name="visible_records", value="everyone")
    with desk.workspace._database.reading() as connection:
        reader = Reader(connection, people["ida"], "en", desk.workspace.clock(), desk.workspace.zone)
        assert access.visible(reader, opportunity) == access.visible(reader, activity) == ()
