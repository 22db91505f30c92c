"""Documents of a sale: their list and page, versions compared, what a decision does (N1), what waits for approval."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Row, func, select

from desktop.processes import contract, document_values
from desktop.processes.foresight import rehearsal, wording
from desktop.queries.parts import OPEN, editing, next_working_moment, refusing
from desktop.queries.registry import Reader, query
from desktop.queries.waiting import kind_label
from desktop.sales import access, drafts, opportunities, people
from desktop.sales.documents import approvals, comparing, placeholders, records, templates
from desktop.sales.doors import ALL_MAY, EACH, record
from desktop.sales.tables import approval, document, document_template, document_version, person
from desktop.texts import say
from desktop.views.documents import (
    ApprovalRow,
    DocumentDifference,
    DocumentFields,
    DocumentList,
    DocumentPage,
    DocumentRow,
    FilledText,
    PlaceholderRow,
    TemplateChoice,
    TemplateRow,
    VersionRow,
)
from desktop.views.exchange import Availability, Ref, Refused
from desktop.views.opportunities import Consequences

DAY_ENDS = time(17, 0)
"""When an answer is proposed to be due, by the reader's clock, on the next working day."""


@query("documents", reads=record("opportunity", "opportunity"))
def documents(reader: Reader, opportunity: int) -> DocumentList:
    """Return the documents of a sale and the templates that new ones can be made of."""
    numbers = (
        select(document_version.c.document_id, func.max(document_version.c.number).label("newest"))
        .join(document, document.c.id == document_version.c.document_id)
        .where(document.c.opportunity_id == opportunity)
        .group_by(document_version.c.document_id)
        .subquery("numbers")
    )
    asked = (
        select(approval.c.document_id, person.c.name)
        .join(person, person.c.id == approval.c.approver_id)
        .where(approval.c.decision == "")
        .subquery("asked")
    )
    rows = reader.rows(
        select(document, numbers.c.newest, asked.c.name.label("approver"))
        .join(numbers, numbers.c.document_id == document.c.id)
        .outerjoin(asked, asked.c.document_id == document.c.id)
        .where(document.c.opportunity_id == opportunity, document.c.removed_at.is_(None))
        .order_by(document.c.id.desc())
    )
    offered = reader.rows(
        select(document_template).where(document_template.c.active).order_by(document_template.c.name)
    )
    own_first = sorted(offered, key=lambda row: row.language != reader.language)
    return DocumentList(
        rows=tuple(
            DocumentRow(
                id=row.id,
                kind=row.kind,
                kind_label=kind_label(reader, row.kind),
                number=row.number,
                title=row.title,
                version=row.newest,
                state=row.state,
                state_label=_state(reader, row.state),
                sent_on=row.sent_on,
                commented_on=row.commented_on,
                approver=row.approver or "",
            )
            for row in rows
        ),
        templates=tuple(TemplateChoice(row.id, row.kind, row.language, row.name) for row in own_first),
        edit=_editing(reader, opportunity),
    )


@query("document_page", reads=EACH)
def document_page(reader: Reader, id: int) -> DocumentPage:
    """Return all that the page of one document shows. Refused "record-gone" where there is none."""
    row = readable(reader, id)
    versions = records.versions(reader, id)
    last = versions[0]
    asked = approvals.open_of(reader, id)
    draft, draft_at = drafts.kept(reader, reader.person_id, "document", id)
    owner = opportunities.read(reader, row.opportunity_id).owner_id
    boss = people.manager_of(reader, owner)
    names = {one.id: one.name for one in reader.rows(select(person.c.id, person.c.name))}
    may = _editing(reader, row.opportunity_id)
    keeps = records.is_kept(reader, row, last.id)
    return DocumentPage(
        id=id,
        version=row.version,
        number=row.number,
        kind=row.kind,
        kind_label=kind_label(reader, row.kind),
        language=row.language,
        state=row.state,
        state_label=_state(reader, row.state),
        fields=DocumentFields(row.title, last.body, ""),
        opportunity=Ref(row.opportunity_id, opportunities.title_of(reader, row.opportunity_id)),
        body_version=last.number,
        keeps=keeps,
        unfilled=placeholders.unfilled(last.body),
        versions=tuple(
            VersionRow(one.id, one.number, names.get(one.created_by, ""), one.created_at, one.note) for one in versions
        ),
        approvals=tuple(_approval(reader, one, names) for one in approvals.of(reader, id)),
        approver=Ref(boss, names[boss]) if boss is not None and people.exists(reader, boss) else None,
        due_at=_tomorrow_evening(reader),
        sent_on=row.sent_on,
        commented_on=row.commented_on,
        comment=row.comment,
        edit=_both(may, row.state != records.IN_APPROVAL, reader, "document-in-approval", number=row.number),
        ask=_both(may, row.state in (records.DRAFT, records.RETURNED), reader, _why_not_ask(row), number=row.number),
        decide=_deciding(reader, row, asked, names),
        withdraw=_both(may, asked is not None, reader, "approval-not-asked", number=row.number),
        send=_sending(reader, may, row),
        comment_on=_both(may, row.state in records.OUT, reader, "document-not-sent", number=row.number),
        remove=_both(
            may, row.state == records.DRAFT and not keeps and len(versions) == 1, reader, "document-not-draft",
            number=row.number,
        ),
        created_at=row.created_at,
        created_by=names.get(row.created_by, ""),
        draft=draft,
        draft_at=draft_at,
    )  # fmt: skip


@query("document_version", reads=EACH)
def document_text(reader: Reader, document: int, number: int) -> str:
    """Return the text of one version. Refused "record-gone" where there is none."""
    readable(reader, document)
    for one in records.versions(reader, document):
        if one.number == number:
            return str(one.body)
    raise Refused("record-gone")


@query("document_difference", reads=EACH)
def document_difference(reader: Reader, document: int, older: int, newer: int) -> DocumentDifference:
    """Return what two versions of a document say differently, line by line."""
    first, second = (document_text(reader, document, number) for number in (older, newer))
    return DocumentDifference(older, newer, comparing.compare(first, second))


@query("filled_text", reads=record("opportunity", "opportunity"))
def filled_text(reader: Reader, opportunity: int, language: str, body: str, number: str = "") -> FilledText:
    """Return a text with what is known of a sale filled in; for a template's preview, and for what was left open."""
    values = document_values.of(reader, opportunity, language if language in templates.LANGUAGES else "en", number)
    made = placeholders.fill(templates.checked_body(body), values)
    return FilledText(made, placeholders.unfilled(made), placeholders.unknown(made))


@query("approval_consequences", reads=EACH)
def approval_consequences(reader: Reader, document: int, decision: str) -> Consequences:
    """Say what approving or returning a document would do (N1, R19): a contract's task is rehearsed."""
    row = readable(reader, document)
    task = contract.open_task(reader, row.opportunity_id, row.kind)
    if task is None:
        code = "consequence-document-only" if row.kind == "contract" else "consequence-document"
        return Consequences(say(reader.language, code))
    try:
        seen = rehearsal.of_result(reader, task, decision)
    except Refused as refused:
        sentence = say(reader.language, refused.code, refused.parameters, reader.zone)
        return Consequences("", refused=sentence)
    parameters = {"task": {"en": task.title, "ru": task.title_ru or task.title}}
    parts = [say(reader.language, f"consequence-document-{decision}", parameters, reader.zone)]
    parts.append(wording.of_result(seen, reader.language, reader.zone))
    parts.append(wording.of_gate(seen, reader.language, reader.zone))
    return Consequences(
        " ".join(part if part.endswith(".") else f"{part}." for part in parts if part),
        stage_from="" if seen.stage_before is None else seen.stage_before.code,
        stage_to="" if seen.stage_after is None else seen.stage_after.code,
        creates=wording.titles_of(seen, reader.language),
        ends_process=seen.ends,
        final=seen.entered is not None and seen.entered.final,
    )


@query("document_templates", reads=ALL_MAY)
def document_templates(reader: Reader) -> tuple[TemplateRow, ...]:
    """Return all templates, by kind, language and name."""
    table = document_template
    used = {row.template_id for row in reader.rows(select(document.c.template_id).distinct())}
    rows = reader.rows(select(table).order_by(table.c.kind.desc(), table.c.language, table.c.name, table.c.id))
    return tuple(
        TemplateRow(
            id=row.id,
            version=row.version,
            kind=row.kind,
            language=row.language,
            name=row.name,
            body=row.body,
            active=row.active,
            shipped=bool(row.code),
            used=row.id in used,
        )
        for row in rows
    )


@query("placeholders", reads=ALL_MAY)
def known_placeholders(reader: Reader, language: str) -> tuple[PlaceholderRow, ...]:
    """Return every placeholder as it is written in a template of ``language``, named in the reader's."""
    return tuple(
        PlaceholderRow(
            name,
            placeholders.written(name, language),
            say(reader.language, f"placeholder-{name.replace('.', '-').replace('_', '-')}"),
        )
        for name in placeholders.PLACEHOLDERS
    )


# inside --------------------------------------------------------------------------------------------


def readable(reader: Reader, document_id: int) -> Row[Any]:
    """Return the document's row to whoever sees the sale, and to everybody who was asked to approve it."""
    row = records.read(reader, document_id)
    mine = select(approval.c.id).where(
        approval.c.document_id == document_id, approval.c.approver_id == reader.person_id
    )
    if reader.value(mine.limit(1)) is None:
        access.must_see(reader, "opportunity", row.opportunity_id)
    return row


def _editing(reader: Reader, opportunity_id: int) -> Availability:
    """Tell whether the reader may change what belongs to the sale."""
    return editing(reader, "opportunity", opportunity_id)


def _both(may: Availability, can: bool, reader: Reader, code: str, **parameters: object) -> Availability:
    """Return the right where it is missing, otherwise whether the state allows it."""
    if not may.enabled or can:
        return may
    return refusing(reader, code, **parameters)


def _why_not_ask(row: Row[Any]) -> str:
    return "document-in-approval" if row.state == records.IN_APPROVAL else "document-approved-already"


def _deciding(reader: Reader, row: Row[Any], asked: Row[Any] | None, names: dict[int, str]) -> Availability:
    if asked is None:
        return refusing(reader, "approval-not-asked", number=row.number)
    if asked.approver_id != reader.person_id:
        return refusing(reader, "approval-not-yours", name=names.get(asked.approver_id, ""))
    return OPEN


def _sending(reader: Reader, may: Availability, row: Row[Any]) -> Availability:
    if row.state in records.OUT:
        return _both(may, False, reader, "document-sent-already", number=row.number, day=row.sent_on)
    return _both(may, row.state == records.APPROVED, reader, "document-not-approved", number=row.number)


def _approval(reader: Reader, row: Row[Any], names: dict[int, str]) -> ApprovalRow:
    return ApprovalRow(
        id=row.id,
        version=row.version_number,
        approver=Ref(row.approver_id, names.get(row.approver_id, "")),
        asked_by=names.get(row.asked_by, ""),
        asked_at=row.asked_at,
        request=row.request,
        due_at=row.due_at,
        decision=row.decision,
        decision_label=say(reader.language, f"approval-state-{row.decision or 'waiting'}"),
        decided_at=row.decided_at,
        comment=row.comment,
    )


def _state(reader: Reader, state: str) -> str:
    return say(reader.language, f"document-state-{state}")


def _tomorrow_evening(reader: Reader) -> datetime:
    day = next_working_moment(reader).astimezone(reader.zone).date()
    return datetime.combine(day, DAY_ENDS, reader.zone).astimezone(UTC)
