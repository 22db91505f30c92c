"""What the surroundings did wrong and what we did wrong: two kinds of failure, shown in two ways."""

import traceback
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.views.exchange import Trouble
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import IconLabel, Text


class TroubleDialog(Dialog):
    """The surroundings failed: what happened, that nothing was lost, what to do. It stays until it is answered."""

    def __init__(self, window: QWidget, trouble: Trouble, *, again: Callable[[], object] | None = None) -> None:
        """``again`` puts a button "Try again" on it."""
        super().__init__(window, "", name="troubleDialog", width=480)
        self.set_title(self.tr("That did not work"))
        self.body.addWidget(IconLabel("triangle-alert", self.sheet, tone="bad_text", size=24))
        self.message = Text(str(trouble), self.sheet, wrap=True, name="troubleText")
        self.body.addWidget(self.message)
        self.add_button(self.tr("Close"), name="closeButton")
        if again is not None:
            self.add_button(self.tr("Try again"), kind="primary", run=self.accept, name="againButton")
            self.accepted.connect(again)


class FaultDialog(Dialog):
    """A mistake of ours: say so, say that nothing half done was kept, and give the details to copy."""

    def __init__(self, window: QWidget, error: BaseException) -> None:
        super().__init__(window, "", name="faultDialog", width=560)
        self.set_title(self.tr("A mistake in Dealwright"))
        self.body.addWidget(
            Text(
                self.tr(
                    "Something went wrong that is not your fault. The last step was not carried out and nothing "
                    "was half saved; what you typed is still on the page. You can go on working."
                ),
                self.sheet,
                wrap=True,
            )
        )
        self._details = QPlainTextEdit("".join(traceback.format_exception(error)), self.sheet)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details for the report"))
        self._details.setFixedHeight(theme().px(140))
        self.body.addWidget(self._details)
        self.add_button(self.tr("Copy the details"), run=self._copy, name="copyButton")
        self.add_button(self.tr("Close"), kind="primary", run=self.reject, name="closeButton")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
