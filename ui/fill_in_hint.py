"""FillInHint: names the fields that are to be filled in and leads to the first of them (L1, R17)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.hint import HintBar


class FillInHint(HintBar):
    """The amber bar of the opportunity page. ``action_pressed`` asks for the first missing field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="warning", name="fillInHint")
        self.action.setObjectName("goToFirstButton")
        self.close_button.setObjectName("dismissHintButton")
        self.hide()

    def show_missing(self, labels: Sequence[str], asked: int, hint: str = "") -> None:
        """Name the missing fields of ``asked`` in all; without any the hint of the process step alone, or nothing."""
        if not labels:
            self.setVisible(bool(hint))
            self.set_texts("", hint)
            return
        low = [labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])]
        names = (
            low[0] if len(low) == 1 else self.tr("{fields} and {last}").format(fields=", ".join(low[:-1]), last=low[-1])
        )
        known = asked - len(labels)
        if len(labels) == 1:
            text = self.tr("{fields} is still missing: {known} of {asked} are known.")
        else:
            text = self.tr("{fields} are still missing: {known} of {asked} are known.")
        lead = self.tr("Fill in the opportunity.")
        self.set_texts(lead, text.format(fields=names, known=known, asked=asked), self.tr("Go to the first"))
        self.setVisible(True)
