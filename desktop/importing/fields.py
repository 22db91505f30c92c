"""The fields that tables are imported into (resources/import/fields.toml), and how records are known again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from desktop.views.exchange import Refused
from desktop.views.table_import import SUBJECTS, MatchRule, TargetField

NUMBER, KEY, CURRENCY = "number", "key", "currency"
REFERENCES = ("account", "contact", "opportunity", "lead")

RULES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "opportunity": {
        "source_key": ("source_key",),
        "number": ("number",),
        "title_account": ("title", "account"),
        "title": ("title",),
    },
    "lead": {"source_key": ("source_key",), "number": ("number",), "email": ("email",), "title": ("title",)},
    "account": {"source_key": ("source_key",), "name": ("name",), "email": ("email",)},
    "contact": {
        "source_key": ("source_key",),
        "email": ("email",),
        "name_account": ("name", "account"),
        "name": ("name",),
    },
    "activity": {"source_key": ("source_key",), "title_start": ("title", "start_at")},
    "product": {"source_key": ("source_key",), "code": ("code",), "name": ("name",)},
}
"""By which fields a record of a subject can be known again; the first whose fields are all there is proposed."""


@dataclass(frozen=True, slots=True)
class ImportField:
    """One field: its kind as in fields.toml, its name in both languages, and other headings that mean it."""

    name: str
    kind: str
    en: str
    ru: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    lookup: str = ""
    create: bool = False

    def label(self, language: str) -> str:
        """Return what the field is called."""
        return self.ru if language == "ru" else self.en


@cache
def _declared() -> Mapping[str, Mapping[str, ImportField]]:
    import tomllib  # not above: only an import needs it

    text = files("resources").joinpath("import", "fields.toml").read_text(encoding="utf-8")
    return {
        subject: {
            name: ImportField(name, **{**entry, "aliases": tuple(entry.get("aliases", ()))})
            for name, entry in fields.items()
        }
        for subject, fields in tomllib.loads(text).items()
    }


def fields_of(subject: str) -> Mapping[str, ImportField]:
    """Return the fields of a subject by name. Refused "table-subject-unknown" for one that is not imported."""
    if subject not in SUBJECTS:
        raise Refused("table-subject-unknown", subject=subject)
    return _declared()[subject]


def targets(subject: str, language: str) -> tuple[TargetField, ...]:
    """Return the fields of a subject as a window offers them."""
    return tuple(
        TargetField(field.name, field.label(language), field.kind, field.required, field.create)
        for field in fields_of(subject).values()
    )


def rules(subject: str, language: str) -> tuple[MatchRule, ...]:
    """Return the ways to know a record of a subject again."""
    known = fields_of(subject)
    return tuple(
        MatchRule(name, " + ".join(known[field].label(language) for field in fields), fields)
        for name, fields in RULES[subject].items()
    )
