"""The rule of docs/rights.md by itself, on plain values: any tree of people, any record."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.sales import rights
from desktop.sales.rights import ADMINISTRATOR, MANAGER, REP, VISIBLE_RECORDS, Member, standing_of

SUBJECTS = sorted(rights.PERSONAL | rights.SHARED | rights.MANAGED)


@st.composite
def companies(draw) -> list[Member]:
    """Up to nine people; each reports to one who was there before, or to nobody: no circles."""
    size = draw(st.integers(1, 9))
    return [
        Member(
            number,
            draw(st.sampled_from(rights.ROLES)),
            draw(st.none() | st.integers(1, number - 1)) if number > 1 else None,
            draw(st.booleans()),
        )
        for number in range(1, size + 1)
    ]


@st.composite
def cases(draw):
    company = draw(companies())
    people = [member.id for member in company]
    return company, draw(st.sampled_from(people)), frozenset(draw(st.sets(st.sampled_from(people), max_size=3)))


def as_role(company: list[Member], person: int, role: str, *, active: bool = True) -> rights.Standing:
    changed = [replace(one, role=role, active=active) if one.id == person else one for one in company]
    standing = standing_of(person, changed)
    assert standing is not None
    return standing


def chain(company: list[Member], person: int) -> set[int]:
    """All managers of a person, the way up."""
    managers = {member.id: member.manager for member in company}
    found, at = set(), managers[person]
    while at is not None:
        found.add(at)
        at = managers[at]
    return found


@given(companies())
def test_below_are_exactly_those_who_have_the_person_among_their_managers(company):
    for one in company:
        standing = standing_of(one.id, company)
        assert standing.below == {other.id for other in company if one.id in chain(company, other.id)}
        assert one.id not in standing.below | standing.beside


def test_a_circle_of_managers_comes_to_an_end():
    assert rights.below(1, {1: 3, 2: 1, 3: 2}) == {2, 3}


@given(cases(), st.sampled_from(SUBJECTS), st.integers(1, 9), st.sampled_from(VISIBLE_RECORDS))
def test_each_role_may_all_that_the_one_below_it_may(case, subject, to, visible):
    company, person, owners = case
    ladder = [as_role(company, person, role) for role in (REP, MANAGER, ADMINISTRATOR)]
    for less, more in itertools.pairwise(ladder):
        assert not (less.manages and not more.manages) and not (less.administers and not more.administers)
        if not rights.why_not_change(less, subject, owners):
            assert not rights.why_not_change(more, subject, owners)
        if rights.may_see(less, subject, owners, visible):
            assert rights.may_see(more, subject, owners, visible)
        if rights.may_give(less, owners, to):
            assert rights.may_give(more, owners, to)
        if rights.may_plan(less, to):
            assert rights.may_plan(more, to)


@given(cases(), st.sampled_from(SUBJECTS), st.sampled_from(VISIBLE_RECORDS))
def test_what_may_be_changed_is_seen_and_a_wider_setting_shows_more(case, subject, visible):
    company, person, owners = case
    for role in rights.ROLES:
        standing = as_role(company, person, role)
        if owners and not rights.why_not_change(standing, subject, owners):
            assert rights.may_see(standing, subject, owners, visible)
        seen = [rights.may_see(standing, subject, owners, setting) for setting in ("own", "team", "everyone")]
        assert seen == sorted(seen)


@given(cases(), st.sampled_from(SUBJECTS))
def test_who_has_left_can_do_nothing(case, subject):
    company, person, owners = case
    for role in rights.ROLES:
        gone = as_role(company, person, role, active=False)
        assert rights.why_not_change(gone, subject, owners) == "right-inactive"
        assert not (gone.administers or gone.manages)
        assert not rights.may_give(gone, owners, person) and not rights.may_plan(gone, person)
        if subject in rights.PERSONAL:
            assert not any(rights.may_see(gone, subject, owners, setting) for setting in VISIBLE_RECORDS)


@given(cases())
def test_whose_records_each_role_changes(case):
    company, person, _ = case
    below = {other.id for other in company if person in chain(company, other.id)}
    assert rights.changes(as_role(company, person, REP)) == {person}
    assert rights.changes(as_role(company, person, MANAGER)) == {person} | below
    assert rights.changes(as_role(company, person, ADMINISTRATOR)) is None


@given(cases(), st.integers(1, 9))
def test_one_s_own_is_given_to_anybody_and_the_team_s_within_the_team(case, to):
    company, person, _ = case
    manager = as_role(company, person, MANAGER)
    assert rights.may_give(as_role(company, person, REP), frozenset({person}), to)
    for report in manager.below:
        assert rights.may_give(manager, frozenset({report}), to) == (to in manager.below | {person})
    for other in {member.id for member in company} - manager.below - {person}:
        assert not rights.may_give(manager, frozenset({other}), to)


def test_nobody_s_account_is_everybody_s_and_nobody_s_sale_an_administrator_s():
    rep = rights.Standing(1, REP)
    assert rights.why_not_change(rep, "account", frozenset()) == ""
    assert rights.why_not_change(rep, "account", frozenset({2})) == "right-owner"
    assert rights.why_not_change(rep, "opportunity", frozenset()) == "right-owner"
    assert rights.why_not_change(rep, "product", frozenset()) == "right-manager"
