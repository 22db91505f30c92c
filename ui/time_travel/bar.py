"""PastBar: says on a page that the past is shown, which one, and leads back (N4)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.past import Moment
from ui.formats import moment_text
from ui.widgets.hint import HintBar


class PastBar(HintBar):
    """The banner of a page that shows the past."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tone="warning", closable=False, name="pastBar")
        self.action.setObjectName("backToNowButton")
        self._icon.set_icon("clock", tone="warning_text")
        self.hide()

    def show_moment(self, moment: Moment | None) -> None:
        """Say which moment is shown; None: the present."""
        if moment is None:
            self.hide()
            return
        lead = self.tr("As it was on {moment}.").format(moment=moment_text(moment.at))
        text = self.tr("Stage, next steps and process are shown as they were then, all else as it is now.")
        self.set_texts(lead, text, self.tr("Back to now"))
        self.show()
