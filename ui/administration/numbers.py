"""Number masks: how the numbers of opportunities and leads are made, with what comes next."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.administration import MaskPreview, MaskRow
from desktop.views.exchange import Action, Query, Refused
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.fields.field import Labelled
from ui.fields.text import TextField
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Text


class _Mask(Card):
    """One subject's mask, what it would give, and a button to save it."""

    def __init__(self, section: "MasksSection", subject: str) -> None:
        super().__init__("", section)
        look = theme()
        self.setMaximumWidth(look.px(560))
        self.section, self.subject, self.kept = section, subject, ""
        self.field = TextField(self, name=f"{subject}MaskEdit", limit=40)
        self.label = Labelled(self.field, self)
        self.preview = Text("", self, tone="muted", wrap=True, name=f"{subject}MaskPreview")
        self.save_button = Button("", self, kind="primary", name=f"{subject}MaskSave")
        self.body.addWidget(self.label)
        row = QHBoxLayout()
        row.addWidget(self.preview, 1)
        row.addWidget(self.save_button)
        self.body.addLayout(row)
        self.field.changed.connect(self.renew)
        self.field.editor.returnPressed.connect(self.save_pressed)
        self.save_button.clicked.connect(self.save_pressed)

    def show_row(self, row: MaskRow) -> None:
        if self.field.value() in {self.kept, ""}:
            self.field.set_value(row.mask)
        self.kept = row.mask
        self.renew()

    def renew(self) -> None:
        bridge = self.section.bridge
        query = Query("mask_preview", subject=self.subject, mask=self.field.value())
        bridge.ask(query, self._previewed, owner=self, key="preview")
        self.save_button.setEnabled(False)

    def save_pressed(self) -> None:
        self.save()

    def save(self, then: Callable[[], object] | None = None) -> None:
        action = Action("save_number_mask", subject=self.subject, mask=self.field.value())
        done = None if then is None else lambda _done: then()
        self.section.bridge.perform(action, done, self._refused, owner=self)

    def _previewed(self, preview: MaskPreview) -> None:
        self.field.set_message(preview.refused)
        self.preview.setText("" if preview.refused else self.section.next_text(preview.numbers))
        self.save_button.setEnabled(not preview.refused and self.field.value() != self.kept)

    def _refused(self, refusal: Refused) -> None:
        self.field.set_message(str(refusal))


class MasksSection(Section):
    """A mask that gives a number twice cannot be saved."""

    touched_by = ("number_mask", "opportunity", "lead")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="masksSection")
        self.masks: dict[str, _Mask] = {}
        self._rows: tuple[MaskRow, ...] = ()
        self.body.addStretch(1)

    def title(self) -> str:
        """Number masks."""
        return self.tr("Number masks")

    def note(self) -> str:
        """How a mask is written."""
        return self.tr("The braces stand for the counter: {} as it is, {:05d} filled up to five digits with zeros.")

    def next_text(self, numbers: tuple[str, ...]) -> str:
        """Return the sentence that names the next numbers."""
        return self.tr("Next: {numbers} ...").format(numbers=", ".join(numbers))

    def load(self) -> None:
        """Read the masks."""
        self.bridge.ask(Query("number_masks"), self._show, owner=self, key="masks")

    def has_unsaved(self) -> bool:
        """Whether a mask was edited."""
        return any(mask.field.value() != mask.kept for mask in self.masks.values())

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the masks that were edited, one after the other."""
        mask = next((mask for mask in self.masks.values() if mask.field.value() != mask.kept), None)
        if mask is None:
            super().save(then)
        else:
            mask.save(lambda: self._saved(mask, then))

    def _saved(self, mask: _Mask, then: Callable[[], object] | None) -> None:
        mask.kept = mask.field.value()
        self.save(then)

    def discard(self) -> None:
        """Show what is kept."""
        for mask in self.masks.values():
            mask.field.set_value(mask.kept)
            mask.renew()

    def focus_first(self) -> None:
        """Begin with the first mask."""
        for mask in self.masks.values():
            mask.field.setFocus()
            return

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        names = {
            "opportunity": self.tr("Opportunities"),
            "lead": self.tr("Leads"),
            "order": self.tr("Orders"),
            "proposal": self.tr("Proposals"),
            "contract": self.tr("Contracts"),
        }
        for subject, mask in self.masks.items():
            mask.label.set_text(names.get(subject, subject))
            mask.save_button.setText(self.tr("Save"))
            mask.renew()

    def _show(self, rows: tuple[MaskRow, ...]) -> None:
        new = [row.subject for row in rows if row.subject not in self.masks]
        for subject in new:
            self.masks[subject] = _Mask(self, subject)
            self.body.insertWidget(self.body.count() - 1, self.masks[subject])
        for row in rows:
            self.masks[row.subject].show_row(row)
        if new:
            self.retranslate()
