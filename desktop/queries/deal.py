"""The participants of a sale, its competitors, and the versions of its tactic."""

from __future__ import annotations

from sqlalchemy import select

from desktop.queries.parts import choice, label_of
from desktop.queries.registry import Reader, query
from desktop.sales import lookups, opportunities
from desktop.sales.competitors import LOOKUP
from desktop.sales.doors import record
from desktop.sales.tables import contact, lookup_value, opportunity_competitor, participant, person
from desktop.store.journal import action_table, entry_table
from desktop.views.deal import CompetitorRow, ParticipantList, ParticipantRow, Rivalry, TacticVersion
from desktop.views.exchange import Ref


@query("participants", reads=record("opportunity", "opportunity"))
def participants(reader: Reader, opportunity: int) -> ParticipantList:
    """Return the participants of a sale, in the order in which they were added. Refused "record-gone" without it."""
    account = opportunities.read(reader, opportunity).account_id
    role, influence = lookup_value.alias("role"), lookup_value.alias("influence")
    rows = reader.rows(
        select(
            participant,
            contact.c.name,
            contact.c.job_title,
            role.c.code.label("role_code"),
            label_of(role, reader.language).label("role_label"),
            influence.c.code.label("influence_code"),
            label_of(influence, reader.language).label("influence_label"),
        )
        .join(contact, contact.c.id == participant.c.contact_id)
        .outerjoin(role, role.c.id == participant.c.role_id)
        .outerjoin(influence, influence.c.id == participant.c.influence_id)
        .where(participant.c.opportunity_id == opportunity, participant.c.removed_at.is_(None))
        .order_by(participant.c.id)
    )
    found = tuple(
        ParticipantRow(
            id=row.id,
            version=row.version,
            contact=Ref(row.contact_id, row.name),
            job_title=row.job_title,
            role=choice(row.role_id, row.role_code, row.role_label),
            influence=choice(row.influence_id, row.influence_code, row.influence_label),
            attends=row.attends,
        )
        for row in rows
    )
    return ParticipantList(account, found)


@query("rivalry", reads=record("opportunity", "opportunity"))
def rivalry(reader: Reader, opportunity: int) -> Rivalry:
    """Return the tactic's versions and the competitors of a sale. Refused "record-gone" where there is no such sale."""
    row = opportunities.read(reader, opportunity)
    winner = row.competitor if row.closed_at is not None else ""
    table = opportunity_competitor
    found = reader.rows(
        select(table, label_of(lookup_value, reader.language).label("label"))
        .join(lookup_value, lookup_value.c.id == table.c.competitor_id)
        .where(table.c.opportunity_id == opportunity, table.c.removed_at.is_(None))
        .order_by(table.c.id)
    )
    return Rivalry(
        versions=_versions(reader, opportunity),
        competitors=tuple(
            CompetitorRow(
                id=one.id,
                version=one.version,
                competitor=Ref(one.competitor_id, one.label),
                strengths=one.strengths,
                weaknesses=one.weaknesses,
                won=bool(winner) and one.label.casefold() == winner.casefold(),
            )
            for one in found
        ),
        winner=winner,
        known=tuple(known.label for known in lookups.choices(reader, LOOKUP, reader.language)),
    )


def _versions(reader: Reader, opportunity: int) -> tuple[TacticVersion, ...]:
    """Return the tactic as it was saved each time, from the journal; what was undone does not count."""
    text = entry_table.c.after["tactics"].as_string()
    rows = reader.rows(
        select(action_table.c.at, person.c.name, text.label("text"))
        .join(action_table, action_table.c.id == entry_table.c.action_id)
        .outerjoin(person, person.c.id == action_table.c.person_id)
        .where(
            entry_table.c.table_name == "opportunity",
            entry_table.c.row_id == opportunity,
            text.is_not(None),
            action_table.c.undone_by.is_(None),
            action_table.c.undoes.is_(None),
        )
        .order_by(entry_table.c.id)
    )
    versions: list[TacticVersion] = []
    for row in rows:
        if row.text != (versions[-1].text if versions else ""):
            versions.append(TacticVersion(row.at, row.name or "", row.text))
    return tuple(reversed(versions))
