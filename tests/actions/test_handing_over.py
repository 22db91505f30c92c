"""Handing over: one record, or all open work of a person, as one action that can be undone; the new owner is told."""

from __future__ import annotations

import pytest

from desktop.sales.tables import account, activity, lead, notification, opportunity, sales_order
from tests.actions.test_rights import Team


@pytest.fixture
def team(desk) -> Team:
    return Team(desk)


def kinds(desk, person: int) -> list[str]:
    return [row.kind for row in desk.rows(notification, person_id=person)]


def test_a_sale_goes_to_a_colleague_with_its_tasks_and_a_message_and_comes_back(team):
    desk = team.desk
    team.as_("boris")
    sale = desk.sale_on("qualification")
    before = desk.everything(opportunity, activity)
    tom = team.people["tom"]
    done = desk.do("hand_over", subject="opportunity", id=sale, to=tom, comment="He knows them")
    assert "Tom" in done.message and done.undoable
    assert desk.row(opportunity, id=sale).owner_id == tom
    assert {row.owner_id for row in desk.rows(activity, opportunity_id=sale)} == {tom}
    assert kinds(desk, tom).count("record-handed-over") == 1
    team.as_("tom")
    row = next(row for row in desk.ask("notifications").rows if "Yours now" in row.title)
    assert row.text == "Handed over by Boris: He knows them" and row.place.name == "opportunity"
    team.as_("boris")
    assert desk.refused("save_opportunity", id=sale, version=2, fields={}).code == "right-owner"
    desk.do("undo")
    assert desk.everything(opportunity, activity) == before


@pytest.mark.parametrize("subject", ["lead", "activity", "order", "account"])
def test_every_record_that_has_an_owner_is_handed_over(team, subject):
    team.as_("maria")
    team.desk.do("hand_over", subject=subject, id=getattr(team, subject), to=team.people["tom"])
    table = {"lead": lead, "activity": activity, "order": sales_order, "account": account}[subject]
    assert team.desk.row(table, id=getattr(team, subject)).owner_id == team.people["tom"]
    assert kinds(team.desk, team.people["tom"]) == ["record-handed-over"]


def test_who_may_not_give_it_away_does_not(team):
    def given(to: str) -> dict[str, str]:
        return team.allowed("hand_over", subject="opportunity", id=team.sale, to=team.people[to])

    assert given("tom") == {"anna": "", "maria": "", "boris": "", "ida": "right-owner"}
    assert given("ida") == {"anna": "", "maria": "right-give", "boris": "", "ida": "right-owner"}
    for code, arguments in (
        ("owner-already", {"id": team.sale, "to": team.people["boris"]}),
        ("person-unknown", {"id": team.sale, "to": 999}),
        ("record-gone", {"id": 999, "to": team.people["tom"]}),
    ):
        assert team.desk.refused("hand_over", subject="opportunity", **arguments).code == code


def test_all_open_work_of_somebody_goes_to_another_at_once_and_comes_back(team):
    desk, boris, tom = team.desk, team.people["boris"], team.people["tom"]
    tables = (opportunity, activity, lead, sales_order, account)
    before = desk.everything(*tables)
    team.as_("maria")
    done = desk.do("hand_over_work", person=boris, to=tom, comment="Holiday")
    assert dict(done.result) == {"opportunity": 1, "lead": 1, "activity": 1, "order": 1, "account": 1}
    for table in tables:
        assert not desk.rows(table, owner_id=boris) and desk.rows(table, owner_id=tom)
    assert kinds(desk, tom) == ["task-handed-over", "work-handed-over"]
    assert desk.refused("hand_over_work", person=boris, to=tom).code == "work-none"
    desk.do("undo")
    assert desk.everything(*tables) == before


def test_work_is_handed_over_by_oneself_one_s_managers_and_administrators(team):
    desk, people = team.desk, team.people
    for who, person, to, code in (
        ("ida", "boris", "tom", "right-work"),
        ("tom", "boris", "tom", "right-work"),
        ("maria", "boris", "ida", "right-give"),
        ("maria", "ida", "tom", "right-work"),
    ):
        team.as_(who)
        assert desk.refused("hand_over_work", person=people[person], to=people[to]).code == code
    team.as_("boris")
    desk.do("hand_over_work", person=people["boris"], to=people["ida"])
    assert desk.row(opportunity, id=team.sale).owner_id == people["ida"]


def test_closed_sales_and_settled_orders_stay_with_whoever_made_them(team):
    desk = team.desk
    found = desk.ask("choices", lookup="order_status")
    status = next(choice.id for choice in found if choice.code == "paid")
    desk.do("save_order", id=team.order, version=desk.row(sales_order).version, fields={"status": status})
    desk.do("hand_over_work", person=team.people["boris"], to=team.people["tom"])
    assert desk.row(sales_order).owner_id == team.people["boris"]
