"""Conditions on the fields of lists, the foot of a list, and the views that keep both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.queries.conditions import days_of
from desktop.queries.list_fields import FIELDS
from desktop.views.conditions import OPERATORS, Condition, ViewColumn, ViewContent
from desktop.views.exchange import Money, Refused
from desktop.views.rows import ListFilter


def names(desk, subject: str, *conditions: Condition, match: str = "all", **rest: object) -> set[str]:
    wanted = ListFilter(state="all", conditions=conditions, match=match, **rest)
    ids = desk.see("list_ids", subject=subject, filter=wanted)
    assert desk.see("list_summary", subject=subject, filter=wanted).count == len(ids)
    rows = desk.see("list_rows", subject=subject, ids=ids)
    return {getattr(row, "title", None) or row.name for row in rows}


@pytest.fixture
def sales(desk):
    """Three opportunities: one in dollars, one without an amount."""
    vega = desk.make("create_account", name="Вега Логистика")
    nord = desk.make("create_account", name="Nordwind AG")
    make = desk.make
    make(
        "create_opportunity", title="Alpha", account=vega, amount=Money(100_00, "EUR"), expected_close=date(2026, 3, 9)
    )
    make("create_opportunity", title="Beta", account=nord, amount=Money(300_00, "USD"), need_text="50% more")
    make("create_opportunity", title="Gamma", stage="proposal", expected_close=date(2026, 4, 1))
    return desk


def test_texts_are_compared_anywhere_in_any_alphabet_and_nothing_is_a_wildcard(sales):
    assert names(sales, "opportunity", Condition("title", "contains", ("ET",))) == {"Beta"}
    assert names(sales, "opportunity", Condition("title", "lacks", ("a",))) == set()
    assert names(sales, "opportunity", Condition("title", "lacks", ("bet",))) == {"Alpha", "Gamma"}
    assert names(sales, "opportunity", Condition("title", "is", ("beta",))) == {"Beta"}
    assert names(sales, "opportunity", Condition("account", "contains", ("вега",))) == {"Alpha"}
    assert names(sales, "opportunity", Condition("account", "lacks", ("вега",))) == {"Beta", "Gamma"}
    assert names(sales, "opportunity", Condition("account", "is", ("nordwind ag",))) == {"Beta"}
    assert names(sales, "opportunity", Condition("account", "empty")) == {"Gamma"}
    assert names(sales, "opportunity", Condition("title", "contains", ("%",))) == set()
    assert names(sales, "account", Condition("name", "is", ("вега Логистика",))) <= {"Вега Логистика"}


def test_all_conditions_hold_or_any_of_them(sales):
    both = (Condition("stage", "one_of", ("proposal",)), Condition("account", "filled"))
    assert names(sales, "opportunity", *both) == set()
    assert names(sales, "opportunity", *both, match="any") == {"Alpha", "Beta", "Gamma"}
    assert names(sales, "opportunity", Condition("stage", "none_of", ("proposal",))) == {"Alpha", "Beta"}
    assert names(sales, "opportunity", Condition("need", "none_of", ("anything",))) == {"Alpha", "Beta", "Gamma"}


def test_amounts_of_other_currencies_are_compared_at_the_rates_of_today(sales):
    ask = Condition("amount", "between", (Money(200_00, "EUR"), None))
    assert names(sales, "opportunity", ask) == set()  # nobody knows a rate
    sales.do("save_currency_rate", currency="USD", base="EUR", day=date(2026, 1, 1), rate="0.9")
    assert names(sales, "opportunity", ask) == {"Beta"}
    assert names(sales, "opportunity", Condition("amount", "at_most", (Money(270_00, "EUR"),))) == {"Alpha", "Beta"}
    assert names(sales, "opportunity", Condition("amount", "empty")) == {"Gamma"}
    assert names(sales, "opportunity", Condition("probability", "at_least", (60,))) == {"Gamma"}


def test_people_are_me_my_team_or_named(sales):
    boris = sales.make("create_person", name="Boris")
    sales.make("create_opportunity", title="Delta", owner=boris)
    assert names(sales, "opportunity", Condition("owner", "me")) == {"Alpha", "Beta", "Gamma"}
    assert names(sales, "opportunity", Condition("owner", "one_of", (str(boris),))) == {"Delta"}
    assert names(sales, "opportunity", Condition("owner", "none_of", (str(boris),))) == {"Alpha", "Beta", "Gamma"}
    assert names(sales, "opportunity", Condition("owner", "team")) == {"Alpha", "Beta", "Gamma"}


def test_days_are_those_of_the_reader(sales, clock):
    assert names(sales, "opportunity", Condition("expected_close", "this_month")) == {"Alpha"}
    assert names(sales, "opportunity", Condition("expected_close", "after", (date(2026, 3, 9),))) == {"Gamma"}
    assert names(sales, "opportunity", Condition("expected_close", "before", (date(2026, 3, 9),))) == set()
    assert names(sales, "opportunity", Condition("expected_close", "empty")) == {"Beta"}
    assert names(sales, "opportunity", Condition("created_at", "last_days", (1,))) == {"Alpha", "Beta", "Gamma"}
    clock.advance(days=1)
    assert names(sales, "opportunity", Condition("created_at", "last_days", (1,))) == set()


@pytest.mark.parametrize(
    ("operator", "values", "first", "last"),
    [
        ("this_week", (), date(2026, 3, 2), date(2026, 3, 8)),
        ("this_month", (), date(2026, 3, 1), date(2026, 3, 31)),
        ("this_quarter", (), date(2026, 1, 1), date(2026, 3, 31)),
        ("last_days", (7,), date(2026, 2, 27), date(2026, 3, 5)),
        ("next_days", (1,), date(2026, 3, 5), date(2026, 3, 5)),
        ("before", (date(2026, 3, 1),), None, date(2026, 2, 28)),
        ("after", (date(2026, 3, 1),), date(2026, 3, 2), None),
        ("between", (None, date(2026, 3, 1)), None, date(2026, 3, 1)),
    ],
)
def test_what_a_span_of_days_means(operator, values, first, last):
    assert days_of(date(2026, 3, 5), Condition("due_at", operator, values)) == (first, last)


def test_n7_the_next_step_is_compared_as_the_rows_say_it(sales, clock):
    alpha, beta, _ = sales.see("list_ids", subject="opportunity", filter=ListFilter(), sort="title")
    for number, record in ((1, alpha), (30, beta)):
        start = clock() + timedelta(hours=number)
        sales.make("create_activity", kind="call", title="Call", opportunity=record, start_at=start)
    clock.advance(hours=2)

    def having(*states: str, operator: str = "one_of") -> set[str]:
        return names(sales, "opportunity", Condition("next_step", operator, states))

    assert (having("overdue"), having("ahead"), having("unplanned")) == ({"Alpha"}, {"Beta"}, {"Gamma"})
    assert having("overdue", operator="none_of") == {"Beta", "Gamma"}
    clock.advance(days=60)
    assert having("missing") == {"Gamma"}
    rows = sales.see("list_rows", subject="opportunity", ids=sales.see("list_ids", subject="opportunity"))
    assert {row.title for row in rows if row.due_state == "missing"} == {"Gamma"}


def test_tags_find_records_of_every_list_again(sales):
    alpha, beta, gamma = sales.see("list_ids", subject="opportunity", filter=ListFilter(), sort="title")
    sales.do("tag_record", subject="opportunity", id=alpha, tags=("Key", "q4"))
    sales.do("tag_record", subject="opportunity", id=beta, tags=("key",))
    assert sales.see("tags") == ("Key", "q4")
    assert names(sales, "opportunity", Condition("tags", "one_of", ("Key",))) == {"Alpha", "Beta"}
    assert names(sales, "opportunity", Condition("tags", "all_of", ("Key", "q4"))) == {"Alpha"}
    assert names(sales, "opportunity", Condition("tags", "none_of", ("q4",))) == {"Beta", "Gamma"}
    assert names(sales, "opportunity", Condition("tags", "empty")) == {"Gamma"}
    rows = sales.see("list_rows", subject="opportunity", ids=(alpha, gamma))
    assert [row.tags for row in rows] == ["Key, q4", ""]
    assert sales.see("list_ids", subject="opportunity", filter=ListFilter(), sort="tags") == (alpha, beta, gamma)
    sales.do("tag_record", subject="opportunity", id=alpha, tags=())
    assert sales.see("record_tags", subject="opportunity", id=alpha) == ()
    sales.do("undo")
    assert sales.see("record_tags", subject="opportunity", id=alpha) == ("Key", "q4")


_SAMPLES = {
    "text": ("x",),
    "choice": ("x", "done"),
    "person": ("1",),
    "tags": ("x",),
    "money": (Money(1, "EUR"), Money(2, "EUR")),
    "number": (1, 2),
    "flag": (),
}


@pytest.mark.parametrize("subject", sorted(FIELDS))
def test_every_field_of_every_list_can_be_asked_in_every_way_its_kind_has(desk, subject):
    fields = desk.see("list_fields", subject=subject)
    assert [field.name for field in fields] == [spec.name for spec in FIELDS[subject]]
    for field in fields:
        assert field.label
        for operator in OPERATORS[field.kind]:
            values = _SAMPLES.get(field.kind) or (() if field.kind == "flag" else (date(2026, 3, 1),))
            if operator in ("last_days", "next_days"):
                values = (3,)
            if field.name == "next_step":
                values = ("overdue",)
            assert names(desk, subject, Condition(field.name, operator, values)) == set()


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (Condition("colour", "is", ("red",)), "condition-field-unknown"),
        (Condition("title", "between", ("a", "b")), "condition-operator-unknown"),
        (Condition("title", "is"), "condition-value-wrong"),
        (Condition("amount", "at_least", (5,)), "condition-value-wrong"),
        (Condition("amount", "between", (Money(5, "EUR"), Money(5, "USD"))), "condition-value-wrong"),
        (Condition("created_at", "last_days", ("x",)), "condition-value-wrong"),
        (Condition("created_at", "between", ("x",)), "condition-value-wrong"),
        (Condition("next_step", "one_of", ("never",)), "condition-value-wrong"),
    ],
)
def test_a_condition_that_makes_no_sense_is_refused(desk, condition, code):
    with pytest.raises(Refused) as refused:
        names(desk, "opportunity", condition)
    assert refused.value.code == code


# the foot of a list ------------------------------------------------------------------------------


def test_the_foot_adds_up_currency_by_currency_and_says_it_in_one_where_rates_are_known(sales):
    foot = sales.see("list_summary", subject="opportunity", filter=ListFilter())
    assert (foot.count, foot.label) == (3, "Amount")
    assert {total.amount for total in foot.totals} == {Money(100_00, "EUR"), Money(300_00, "USD")}
    assert foot.base is None
    sales.do("save_currency_rate", currency="USD", base="EUR", day=date(2026, 1, 1), rate="0.9")
    assert sales.see("list_summary", subject="opportunity", filter=ListFilter()).base == Money(370_00, "EUR")
    one = sales.see("selection_summary", subject="opportunity", ids=sales.see("list_ids", subject="opportunity")[:1])
    assert one.count == 1
    assert sales.see("list_summary", subject="account", filter=ListFilter(state="all")).totals == ()


# views -------------------------------------------------------------------------------------------

CONTENT = ViewContent(
    scope="team",
    state="closed",
    text="vega",
    stages=("proposal",),
    conditions=(
        Condition("amount", "between", (Money(1, "EUR"), None)),
        Condition("expected_close", "after", (date(2026, 3, 1),)),
        Condition("probability", "at_most", (60,)),
        Condition("tags", "one_of", ("Key", "ключ")),
    ),
    match="any",
    columns=(ViewColumn("title", 200), ViewColumn("amount")),
    sort="amount",
    descending=True,
)


def test_a_view_gives_back_what_was_saved(desk):
    view = desk.make("create_view", subject="opportunity", name="Big ones", content=CONTENT)
    found = desk.see("list_views", subject="opportunity").views[-1]
    assert (found.key, found.name, found.content, found.edit) == (f"saved:{view}", "Big ones", CONTENT, True)
    desk.do("save_view", id=view, name="Bigger ones", shared=True)
    assert desk.see("list_views", subject="opportunity").views[-1].name == "Bigger ones"
    desk.do("open_with_view", subject="opportunity", view=f"saved:{view}")
    assert desk.see("list_views", subject="opportunity").usual == f"saved:{view}"
    desk.do("delete_view", id=view)
    assert desk.see("list_views", subject="opportunity").usual == ""
    desk.do("undo")
    assert desk.see("list_views", subject="opportunity").usual == f"saved:{view}"
    desk.do("open_with_view", subject="opportunity", view="")
    assert desk.see("list_views", subject="opportunity").usual == ""


def test_a_private_view_is_its_owners_and_a_shared_one_is_changed_by_its_owner_alone(desk):
    own = desk.make("create_view", subject="lead", name="Mine", content=ViewContent())
    shared = desk.make("create_view", subject="lead", name="Ours", content=ViewContent(), shared=True)
    boris = desk.make("create_person", name="Boris")
    desk.do("switch_person", person=boris)
    saved = [view for view in desk.see("list_views", subject="lead").views if view.key.startswith("saved:")]
    assert [(view.name, view.edit, view.owner) for view in saved] == [("Ours", False, "Anna Kern")]
    for view, code in ((own, "record-gone"), (shared, "view-not-yours")):
        with pytest.raises(Refused) as refused:
            desk.do("delete_view", id=view)
        assert refused.value.code == code
    with pytest.raises(Refused) as taken:
        desk.do("create_view", subject="lead", name="ours", content=ViewContent())
    assert (taken.value.code, taken.value.field) == ("view-exists", "name")


def test_every_view_that_comes_with_the_program_is_named_and_can_be_asked(desk):
    for subject in FIELDS:
        views = desk.see("list_views", subject=subject).views
        assert views
        for view in views:
            assert view.name
            kept = view.content
            wanted = ListFilter(kept.scope, kept.state, kept.text, kept.stages, None, kept.conditions, kept.match)
            assert desk.see("list_ids", subject=subject, filter=wanted, sort=kept.sort) == ()
