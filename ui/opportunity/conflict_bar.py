"""ConflictBar: somebody else has saved fields that are being edited here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Query
from desktop.views.history import LastChange
from ui.bridge import Bridge
from ui.conflict_dialog import ConflictDialog, Crossed
from ui.form import Form
from ui.widgets.buttons import Button
from ui.widgets.hint import HintBar


class ConflictBar(HintBar):
    """Offers to load what was saved (``action_pressed``), to keep editing, or to decide field by field."""

    resolved = Signal()
    """It was decided for every field; the form holds the decisions and can be saved."""

    def __init__(self, bridge: Bridge, form: Form, parent: QWidget) -> None:
        super().__init__(parent, tone="warning", closable=False, name="conflictBar")
        self.hide()
        self._bridge = bridge
        self._form = form
        self._opportunity: int | None = None
        self._crossed: tuple[str, ...] = ()
        self.action.setObjectName("loadTheirsButton")
        self._keep_button = Button("", self, kind="link", name="keepEditingButton")
        self._keep_button.clicked.connect(self.hide)
        self._compare_button = Button("", self, kind="link", name="compareButton")
        self._compare_button.clicked.connect(self.compare)
        row = self.layout()
        if row is not None:
            row.addWidget(self._compare_button)
            row.addWidget(self._keep_button)

    def show_crossed(self, opportunity: int, names: tuple[str, ...]) -> None:
        """Name the fields that both have changed."""
        self._opportunity, self._crossed = opportunity, names
        fields = ", ".join(self._form.field(name).label() for name in names)
        lead = self.tr("Changed meanwhile: {fields}.").format(fields=fields)
        text = self.tr("Somebody else has saved these while you were editing them.")
        self.set_texts(lead, text, self.tr("Load theirs"))
        self.show()

    def compare(self) -> None:
        """Show the fields that both have changed, with both values (conflictDialog)."""
        names = tuple(name for name in self._crossed if name in self._form.dirty())
        query = Query("last_changes", subject="opportunity", id=self._opportunity, fields=names)
        self._bridge.ask(query, self._open_dialog, owner=self, key="conflict")

    def forget(self) -> None:
        """Another opportunity is shown."""
        self._crossed = ()
        self.hide()

    def retranslate(self) -> None:
        """Say the buttons in the language in force."""
        self._keep_button.setText(self.tr("Keep editing"))
        self._compare_button.setText(self.tr("Field by field"))

    def _open_dialog(self, changes: tuple[LastChange, ...]) -> None:
        known = {change.field: change for change in changes}
        rows = []
        for name in self._crossed:
            if name in self._form.dirty():
                field, last = self._form.field(name), known.get(name)
                who, at = (last.who, last.at) if last is not None else ("", None)
                rows.append(Crossed(name, field.label(), field.value(), self._form.base(name), who, at))
        if rows:
            dialog = ConflictDialog(self.window(), rows)
            dialog.resolved.connect(self._resolve)
            dialog.show_over()

    def _resolve(self, theirs: tuple[str, ...]) -> None:
        self.forget()
        self._form.take_saved(theirs)
        self.resolved.emit()
