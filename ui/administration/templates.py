"""Templates of proposals and contracts: their text with placeholders, and what it looks like with a real sale."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.views.documents import FilledText, PlaceholderRow, TemplateRow
from desktop.views.exchange import Choice, Query
from ui.administration.rows import RowsSection
from ui.bridge import Bridge
from ui.documents.editor import MarkupField
from ui.documents.markup_text import TOKEN, paper
from ui.fields.choice import ChoiceField
from ui.fields.field import Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import CheckField, TextField
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

QWIDGETSIZE_MAX = 16_777_215
KINDS = ("proposal", "contract")
LANGUAGES = ("en", "ru")
_NAMES = {"en": "English", "ru": "Русский"}


class CodeField(ChoiceField):
    """One of some codes; its value is the code itself."""

    def value(self) -> str:  # type: ignore[override]
        """The code, "" for none."""
        chosen = super().value()
        return "" if chosen is None else chosen.code

    def set_value(self, value: str) -> None:  # type: ignore[override]
        """Show a code."""
        super().set_value(next((choice for choice in self.choices() if choice.code == value), None))

    def saved(self) -> object:
        """The code."""
        return self.value()

    def name(self, labels: dict[str, str]) -> None:
        """Offer these codes under these names."""
        now = self.value()
        self.set_choices(tuple(Choice(place, code, labels[code]) for place, code in enumerate(labels, start=1)))
        self.set_value(now)


class TemplatesSection(RowsSection):
    """Those that come with the program can be changed and switched off, own ones deleted while nothing was made."""

    subject = "template"
    touched_by = ("document_template", "document")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        self._known: dict[str, tuple[PlaceholderRow, ...]] = {}
        super().__init__(bridge, parent, name="templatesSection")
        self.card.setMaximumWidth(QWIDGETSIZE_MAX)
        self.card.body.setStretchFactor(self.text, 100)
        columns = _inside(self.body, 0)
        right = None if columns is None else _inside(columns, 1)
        if isinstance(columns, QHBoxLayout) and isinstance(right, QVBoxLayout):  # the text takes all the room
            columns.setStretch(1, 8)
            columns.setStretch(2, 0)
            right.setStretch(0, 100)

    def build(self) -> None:
        """Name, kind, language, whether it is offered, the text, and its preview."""
        look = theme()
        self.kind = CodeField(self, name="kindEdit")
        self.language = CodeField(self, name="languageEdit")
        self.kind.name(dict.fromkeys(KINDS, ""))
        self.language.name(_NAMES)
        self.language.changed.connect(self._offer_placeholders)
        self.active = CheckField(self, name="activeEdit")
        self.text = MarkupField(self.card, name="templateBodyEdit")
        self.text.products_button.hide()
        self.text.changed.connect(self._check)
        self.card.body.addWidget(self.add_field("name", TextField(self, name="nameEdit"), required=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        for part in (
            self.add_field("kind", self.kind, required=True),
            self.add_field("language", self.language, required=True),
            self.add_field("active", self.active),
        ):
            row.addWidget(part, 1)
        self.card.body.addLayout(row)
        self.form.add("body", self.text)
        self._text_label = Text("", self.card, role="fieldLabel")
        self._text_label.setBuddy(self.text.editor)
        self.card.body.addWidget(self._text_label)
        self.card.body.addWidget(self.text, 1)
        self.unknown = Text("", self.card, role="small", tone="bad", wrap=True, name="unknownText")
        self.unknown.hide()
        self.card.body.addWidget(self.unknown)
        self.sale = ReferenceField(self.bridge, "opportunity", self.card, name="previewOpportunityEdit")
        self.sale.changed.connect(self._renew_preview)
        self._sale_row = Labelled(self.sale, self.card)
        self.preview_button = Button("", self.card, icon="printer", name="previewTemplateButton")
        self.preview_button.clicked.connect(self.preview)
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self._sale_row, 1)
        line.addWidget(self.preview_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.card.body.addLayout(line)
        self._renew_preview()

    def query(self) -> Query:
        """All templates."""
        return Query("document_templates")

    def blank(self) -> TemplateRow:
        """An empty proposal in the window's language."""
        language = getattr(getattr(self.window(), "language", None), "code", "en")
        return TemplateRow(0, 1, "proposal", language, "", "", True, False, False)

    def name_of(self, row: Any) -> str:
        """The name."""
        return str(row.name)

    def text_of(self, row: Any) -> str:
        """The name with the language, or that it is switched off."""
        return f"{row.name} ({_NAMES.get(row.language, row.language) if row.active else self.tr('switched off')})"

    def uses_of(self, row: Any) -> str:
        """Whether it came with the program, and whether documents were made of it."""
        if row.shipped:
            return self.tr("Comes with the program. It can be changed and switched off.")
        return self.tr("Documents were made of it. It can be switched off.") if row.used else ""

    def can_remove(self, row: Any) -> str:
        """Why it cannot be deleted."""
        return self.uses_of(row) if row.shipped or row.used else ""

    def title(self) -> str:
        """Templates."""
        return self.tr("Templates")

    def note(self) -> str:
        """What placeholders do."""
        return self.tr(
            "Proposals and contracts are made from these texts. "
            "What stands in double braces is filled in from the opportunity."
        )

    def load(self) -> None:
        """Read the templates and the placeholders."""
        for language in LANGUAGES:
            query = Query("placeholders", language=language)
            self.bridge.ask(query, partial(self._placeholders_known, language), owner=self, key=f"known_{language}")
        super().load()

    def preview(self) -> None:
        """Show the text as it would be printed for the chosen opportunity."""
        sale = self.sale.value()
        if sale is not None:
            query = Query(
                "filled_text",
                opportunity=sale.id,
                language=self.language.value(),
                body=self.text.value(),
                number="X-00001",
            )
            self.bridge.ask(query, self._show_pages, owner=self, key="preview")

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self.kind.name({"proposal": self.tr("Proposal"), "contract": self.tr("Contract")})
        self.active.set_words(self.tr("Offered"), self.tr("Switched off"))
        self.labels["name"].set_text(self.tr("Name"))
        self.labels["kind"].set_text(self.tr("Kind"))
        self.labels["language"].set_text(self.tr("Language of the document"))
        self.labels["active"].set_text(self.tr("Use"))
        self._text_label.setText(self.tr("Text"))
        self.text.set_label(self.tr("Text"))
        self._sale_row.set_text(self.tr("Preview with the opportunity"))
        self.preview_button.setText(self.tr("Preview"))
        self._check()

    def _fill(self) -> None:
        super()._fill()
        self._offer_placeholders()
        self._check()

    def _placeholders_known(self, language: str, rows: tuple[PlaceholderRow, ...]) -> None:
        self._known[language] = rows
        self._offer_placeholders()
        self._check()

    def _offer_placeholders(self) -> None:
        self.text.set_placeholders(self._known.get(self.language.value(), ()))

    def _check(self) -> None:
        """Name the placeholders that no opportunity will ever fill."""
        known = {row.token for rows in self._known.values() for row in rows}
        found = dict.fromkeys(one[0] for one in TOKEN.finditer(self.text.text.toPlainText()))
        wrong = [one for one in found if "".join(one.split()) not in known] if known else []
        self.unknown.setText(self.tr("There are no such placeholders: {names}").format(names=", ".join(wrong)))
        self.unknown.setVisible(bool(wrong))

    def _show_pages(self, filled: FilledText) -> None:
        from ui.printing.pages import PrintedPages
        from ui.printing.preview import PrintPreview

        pages = PrintedPages(self.form.field("name").value(), paper(filled.body))
        PrintPreview(self.window(), self.tr("Preview"), pages, name="templatePreview").show_over()

    def _renew_preview(self) -> None:
        self.preview_button.setEnabled(self.sale.value() is not None)


def _inside(layout: QLayout, place: int) -> QLayout | None:
    """Return the layout that stands at a place of another."""
    item = layout.itemAt(place)
    return None if item is None else item.layout()
