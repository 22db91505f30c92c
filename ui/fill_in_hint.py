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
        known = asked - len(labels)
        if len(labels) == 1:
            text = self.tr("{fields} is still missing: {known} of {asked} are known.")
        else:
            text = self.tr("{fields} are still missing: {known} of {asked} are known.")
        begins = text.startswith("{fields}")
        low = [label if begins and not place else _in_a_sentence(label) for place, label in enumerate(labels)]
        names = (
            low[0] if len(low) == 1 else self.tr("{fields} and {last}").format(fields=", ".join(low[:-1]), last=low[-1])
        )
        lead = self.tr("Fill in the opportunity.")
        self.set_texts(lead, text.format(fields=names, known=known, asked=asked), self.tr("Go to the first"))
        self.setVisible(True)


def _in_a_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: small, but for an abbreviation ("ЛПР (кто решает)")."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
