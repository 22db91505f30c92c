"""Why a document is as it is (N2): who made which version, who asked whom, who decided what and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from desktop.queries.documents import readable
from desktop.queries.registry import Reader, query
from desktop.queries.waiting import kind_label
from desktop.sales import opportunities
from desktop.sales.documents import approvals, records
from desktop.sales.doors import EACH
from desktop.sales.tables import document_template, person
from desktop.texts import say
from desktop.views.exchange import Place
from desktop.views.opportunities import Why


@query("document_why", reads=EACH)
def document_why(reader: Reader, id: int) -> Why:
    """Say where a document comes from, and what was asked and decided about it, the oldest first (N2, R19)."""
    row = readable(reader, id)
    names = {one.id: one.name for one in reader.rows(select(person.c.id, person.c.name))}

    def who(person_id: int | None) -> str:
        return names.get(person_id or 0) or say(reader.language, "why-program")

    told: list[tuple[datetime, str]] = []

    def tell(at: datetime, code: str, **parameters: object) -> None:
        told.append((at, say(reader.language, code, {**parameters, "at": at}, reader.zone)))

    source = reader.value(select(document_template.c.name).where(document_template.c.id == row.template_id))
    if source is None:
        tell(row.created_at, "why-document-made-alone", who=who(row.created_by))
    else:
        tell(row.created_at, "why-document-made", who=who(row.created_by), template=source)
    for version in records.versions(reader, id):
        if version.number > 1:
            tell(version.created_at, "why-document-version", who=who(version.created_by), version=version.number)
    for one in reversed(approvals.of(reader, id)):
        approver, number = who(one.approver_id), one.version_number
        tell(one.asked_at, "why-document-asked", who=who(one.asked_by), approver=approver, version=number)
        if one.decided_at is not None:
            parameters = {"approver": approver, "version": number, "comment": one.comment}
            tell(one.decided_at, f"why-document-{one.decision}", **parameters)
    told.sort(key=lambda one: one[0])
    sentences = [sentence for _, sentence in told]
    for code, day in (("why-document-sent", row.sent_on), ("why-document-commented", row.commented_on)):
        if day is not None:
            sentences.append(say(reader.language, code, {"day": day}, reader.zone))
    title = f"{kind_label(reader, row.kind)} {row.number}"
    sale = opportunities.title_of(reader, row.opportunity_id)
    return Why(title, tuple(sentences), ((sale, Place("opportunity", row.opportunity_id)),))
