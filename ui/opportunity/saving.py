"""Saving the edits of an opportunity, also where somebody else has saved it meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.views.exchange import Action, ChangedMeanwhile, Done, Refused
from desktop.views.opportunities import OpportunityPage as View
from ui.bridge import Bridge
from ui.form import Form
from ui.opportunity.conflict_bar import ConflictBar
from ui.widgets.hint import HintBar


class Saving(QObject):
    """One save at a time; a save that crosses another one reads what was saved and is tried again or asked about."""

    changed = Signal()
    """A save has begun, was refused or has failed."""
    reading_wanted = Signal()
    """Somebody else has saved meanwhile: the page is to be read again."""
    again_wanted = Signal()
    """What was saved meanwhile crosses nothing that was edited here: save again."""
    refused_at = Signal(object)
    """The field at fault."""

    def __init__(self, bridge: Bridge, form: Form, conflict_bar: ConflictBar, refusal: HintBar) -> None:
        super().__init__(form)
        self._bridge = bridge
        self._form = form
        self._conflict_bar = conflict_bar
        self._refusal = refusal
        self._under_way = False
        self._resolving = False
        # Trouble, and a question that may be left unanswered, come without a word to whoever has asked.
        for signal in (bridge.trouble, bridge.fault, bridge.asked):
            signal.connect(self._free)

    @property
    def under_way(self) -> bool:
        """Whether an answer is awaited."""
        return self._under_way

    def save(self, view: View | None, then: Callable[[], object] | None) -> None:
        """Save what was edited in the form as one action; ``then`` is called once it is saved."""
        fields = self._form.changes()
        if view is None or not fields:
            if then is not None:
                then()
            return
        if self._under_way:
            return
        self._under_way = True
        self.changed.emit()
        action = Action("save_opportunity", id=view.id, version=view.version, fields=fields)

        def done(_done: Done) -> None:
            self._under_way = False
            self._refusal.hide()
            self._conflict_bar.hide()
            self._form.saved(fields)
            if then is not None:
                then()

        self._bridge.perform(action, done, self._refused, owner=self)

    def read_again(self, view: View, crossed: tuple[str, ...]) -> None:
        """The form was filled anew; ``crossed`` names the edited fields that somebody else has changed."""
        resolving, self._resolving = self._resolving, False
        if crossed:
            self._conflict_bar.show_crossed(view.id, crossed)
            if resolving:
                self._conflict_bar.compare()
        elif resolving:
            self.again_wanted.emit()

    def forget(self) -> None:
        """Another opportunity is shown."""
        self._resolving = False
        self._conflict_bar.forget()
        self._refusal.hide()

    def _free(self, *_what: object) -> None:
        """What was under way has ended without an answer: it can be saved again."""
        self._under_way = False
        self.changed.emit()

    def _refused(self, refused: Refused) -> None:
        self._under_way = False
        self.changed.emit()
        if isinstance(refused, ChangedMeanwhile):
            self._resolving = True
            self.reading_wanted.emit()
        elif not refused.field or not self._form.refuse(refused.field, str(refused)):
            self._refusal.set_texts(self.tr("Not saved."), str(refused))
            self._refusal.show()
        else:
            self.refused_at.emit(self._form.field(refused.field))
