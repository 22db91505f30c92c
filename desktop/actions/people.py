"""Entering a workspace: preparing it, its first person, who acts, further people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import duplicates, lookups, people, search_texts, settings
from desktop.sales.doors import ADMINISTRATORS, ANYBODY
from desktop.views.exchange import Place, Refused

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("prepare_workspace", right=ANYBODY)
def prepare_workspace(tx: Transaction) -> Outcome:
    """Give the workspace the lookups, settings, processes and indexes of this version that it does not have yet.

    Three reads where it has them all.
    """
    version = lookups.content_version()
    if settings.content_version(tx) != version:
        from desktop.processes.library import deployment  # not above: a start does without the engine
        from desktop.sales.documents import templates

        lookups.fill(tx)
        templates.fill(tx)
        deployment.deploy_shipped(tx)
        settings.keep_content_version(tx, version)
    search_texts.prepare(tx)
    duplicates.prepare(tx)
    return Outcome()


@action("enter", right=ANYBODY)
def enter(tx: Transaction, person: int | str | None = None) -> Outcome:
    """Act as that person from now on.

    ``person`` is an id or a name; a name that the workspace does not have is added as a rep, and None takes the first
    person. Whoever comes first into an empty workspace is its administrator.
    """
    first = people.first(tx)
    if isinstance(person, int):
        if not people.exists(tx, person):
            raise Refused("person-unknown", field="person")
        found: int | None = person
    elif person is None:
        found = first
    else:
        found = people.by_name(tx, person)
    if found is None:
        name = person if isinstance(person, str) else people.system_user_name()
        found = people.create(tx, name, role="administrator" if first is None else "rep")
    return Outcome(person=found, result={"person": found})


@action("first_start", right=ANYBODY)
def first_start(tx: Transaction, name: str, company: str = "") -> Outcome:
    """Make the first person of an empty workspace, its administrator, and name the company."""
    if people.first(tx) is not None:
        raise Refused("first-start-over", field="name")
    person = people.create(tx, name, role="administrator")
    settings.save(tx, "company", people.checked_text(company, "company", limit=200))
    return Outcome(
        message="welcome",
        parameters={"name": name.strip()},
        person=person,
        opens=Place("opportunities"),
        result={"person": person},
    )


@action("switch_person", right=ANYBODY)
def switch_person(tx: Transaction, person: int) -> Outcome:
    """Act as another person of the workspace from now on."""
    if not people.exists(tx, person):
        raise Refused("person-unknown", field="person")
    return Outcome(
        message="person-switched",
        parameters={"name": people.name_of(tx, person)},
        person=person,
        result={"person": person},
    )


@action("create_person", right=ADMINISTRATORS)
def create_person(
    tx: Transaction, name: str, role: str = "rep", manager: int | None = None, email: str = ""
) -> Outcome:
    """Add a person. Refused for an empty or taken name, an unknown role or manager, a wrong address."""
    person = people.create(tx, name, role=role, manager=manager, email=email)
    return Outcome(
        message="person-created",
        parameters={"name": name.strip()},
        undoable=True,
        result={"person": person},
    )
