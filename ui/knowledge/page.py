"""The page of one article (articlePage): its text, what it is about, its files."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Changes, Place, Query
from ui.bridge import Bridge
from ui.commands import Command
from ui.fields.choice import ChoiceField
from ui.fields.reference import ReferenceField
from ui.fields.text import TextField
from ui.files import FilesTab
from ui.formats import moment_text
from ui.knowledge.editor import FormattedField
from ui.knowledge.fields import CodeField, ProductsField, TagsField
from ui.opportunity.profile import Fact
from ui.records.record_page import RecordPage, field_card
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState


class ArticlePage(RecordPage):
    """Opens for reading; an article without a text opens for writing."""

    help_page = "knowledge"
    subject = "article"
    has_history = True
    touched_by = ("record_tag", "article_product", "attachment", "lookup_value")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        self.edit_button = Button("", self, icon="pencil", name="editTextButton")
        self.edit_button.clicked.connect(self.toggle_editing)
        self.tools.addWidget(self.edit_button)
        self._kind = CodeField(self, name="kindEdit")
        self._language = CodeField(self, name="languageEdit")
        self._lookups = {"need": ChoiceField(self, name="needEdit"), "sector": ChoiceField(self, name="sectorEdit")}
        self._tags = TagsField(self, name="tagsEdit")
        self._products = ProductsField(bridge, self, name="productsEdit")
        self._products.opened.connect(self.go)
        self._about = field_card(
            self,
            self.add_field("title", TextField(self, name="titleEdit", limit=300), required=True),
            self.add_field("kind", self._kind),
            self.add_field("need", self._lookups["need"]),
            self.add_field("sector", self._lookups["sector"]),
            self.add_field("products", self._products),
            self.add_field("tags", self._tags),
            self.add_field("language", self._language),
            self.add_field("owner", ReferenceField(bridge, "person", self, name="ownerEdit")),
        )
        self._changed, self._created, self._copies = Fact(self), Fact(self), Fact(self)
        for fact in (self._changed, self._created, self._copies):
            self._about.body.addWidget(fact)
        self._about.body.addStretch(1)
        self.body = FormattedField(self, name="articleText")
        self.form.add("body", self.body)
        self.body.editing_changed.connect(lambda _editing: self._say_mode())
        self._empty = EmptyState("book-open", self, name="emptyText")
        self._empty.action_pressed.connect(self.toggle_editing)
        self._empty.hide()
        self.sheets = QTabWidget(self)
        self.sheets.setObjectName("articleTabs")
        self.sheets.setDocumentMode(True)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, look.px(10), 0, 0)
        column.addWidget(self.body, 1)
        column.addWidget(self._empty, 1)
        self.sheets.addTab(text, "")
        self.files = FilesTab(bridge, self, subject="article")
        self.files.go.connect(self.go)
        self.sheets.addTab(self.files, "")
        self._sheet = Card("", self)
        self._sheet.body.addWidget(self.sheets)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._about, 3)
        columns.addWidget(self._sheet, 8)
        self.column.addLayout(columns, 1)

    def record_title(self) -> str:
        """Return the article's title."""
        return str(self.view.fields.title)

    def open(self, place: Place) -> None:
        """Stand on another article: read it first."""
        if place != self.place:
            self.files.show_opportunity(None)
            self.sheets.setCurrentIndex(0)
        if place != self.place or not self.has_unsaved():
            self.body.set_editing(False)
        super().open(place)

    def load(self) -> None:
        """Ask for the article and its files."""
        super().load()
        self.files.show_opportunity(self.place.id)

    def refresh(self, changes: Changes) -> None:
        """Ask again where a part was touched."""
        super().refresh(changes)
        self.files.refresh(changes)

    def show_view(self) -> None:
        """Show the kind, what it is about, and how often it was used."""
        view = self.view
        self.pill.set_text(self._kinds().get(view.fields.kind, view.fields.kind))
        about = (view.fields.need, view.fields.sector)
        self.facts.setText(" · ".join(choice.label for choice in about if choice is not None))
        self._tags.set_known(view.known_tags)
        self._changed.set_texts(self.tr("Changed"), moment_text(view.changed_at))
        self._created.set_texts(
            self.tr("Created"), " · ".join(part for part in (moment_text(view.created_at), view.created_by) if part)
        )
        self._copies.set_texts(self.tr("Copies on opportunities"), str(view.copies))
        files = self.tr("Files") if not view.files else self.tr("Files ({count})").format(count=view.files)
        self.sheets.setTabText(1, files)
        self.edit_button.setVisible(view.edit.enabled)
        self.files.set_edit(view.edit)
        self._say_mode()

    def ask_more(self) -> None:
        """Ask for needs and industries."""
        for lookup, field in self._lookups.items():
            self.bridge.ask(Query("choices", lookup=lookup), field.set_choices, owner=self, key=lookup)

    def more_commands(self) -> list[Command]:
        """Edit or read, files, take it out of the knowledge base."""
        if self.view is None:
            return []
        title = self.tr("Read the text") if self.body.view.is_editing() else self.tr("Edit the text")
        made = [Command("article.files", self.tr("Files of this article"), self._show_files, icon="save")]
        if self.view.edit.enabled:
            made.append(Command("article.edit", title, self.toggle_editing, "Ctrl+E", "pencil"))
            made.append(
                Command("article.remove", self.tr("Take this article out of the knowledge base"), self.remove, icon="x")
            )
        return made

    def focus_first(self) -> None:
        """Begin in the text."""
        (self.body.view if self.body.isVisibleTo(self) else self._empty.action).setFocus()

    def toggle_editing(self) -> None:
        """Go from reading to editing and back; nothing is lost by it."""
        if self.view is None or self.body.is_locked():
            return
        self.sheets.setCurrentIndex(0)
        self.body.set_editing(not self.body.view.is_editing())
        if self.body.view.is_editing():
            self.body.view.setFocus()
        self.commands_changed.emit()

    def remove(self) -> None:
        """Take the article out of the knowledge base; the toast takes that back."""
        if self.view is not None:
            self.discard()
            action = Action("remove_article", id=self.view.id)
            self.bridge.perform(action, lambda _done: self.go.emit(Place("knowledge")), owner=self)

    def discard(self) -> None:
        """Give up the edits and go back to reading."""
        super().discard()
        if self.view is not None and self.view.fields.body:
            self.body.set_editing(False)

    def _show_files(self) -> None:
        self.sheets.setCurrentIndex(1)
        self.files.list.setFocus()

    def _say_mode(self) -> None:
        editing = self.body.view.is_editing()
        self.edit_button.setText(self.tr("Read") if editing else self.tr("Edit"))
        self.edit_button.setToolTip((self.tr("Read the text") if editing else self.tr("Edit the text")) + " (Ctrl+E)")
        self.edit_button.set_icon("eye" if editing else "pencil", size=15)
        bare = self.view is not None and not editing and not self.body.value()
        self.body.setVisible(not bare)
        self._empty.setVisible(bare)

    def _kinds(self) -> dict[str, str]:
        return {
            "article": self.tr("Article"),
            "presentation": self.tr("Presentation"),
            "template": self.tr("Template"),
        }

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self._kind.set_words(self._kinds())
        self._language.set_words({"": self.tr("Any"), "en": self.tr("English"), "ru": self.tr("Russian")})
        self._about.set_title(self.tr("About"))
        self.sheets.setTabText(0, self.tr("Text"))
        self.sheets.setTabText(1, self.tr("Files"))
        self.body.set_label(self.tr("Text"))
        self.files.retranslate()
        self._empty.set_texts(
            self.tr("Nothing is written yet"),
            self.tr("Write the text here, or attach a presentation on the tab Files."),
            self.tr("Write"),
        )
        self.set_field_words(
            {
                "title": self.tr("Title"),
                "kind": self.tr("Kind"),
                "need": self.tr("Need"),
                "sector": self.tr("Industry"),
                "products": self.tr("Products"),
                "tags": self.tr("Tags"),
                "language": self.tr("Language"),
                "owner": self.tr("Author"),
            }
        )
        super().retranslate()
