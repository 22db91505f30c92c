"""The action panel: every open activity of a record as a mini-card, the next due first (R1), and new ones."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from desktop.views.exchange import Action, Availability, Done, Place, Query, Ref, Refused
from desktop.views.opportunities import MiniCard as MiniCardView
from ui.bridge import Bridge
from ui.mini_card import MiniCard
from ui.mini_card_popup import MiniCardPopup
from ui.small_popups import NewActivityPopup, NewNotePopup, ReschedulePopup, SmallForm
from ui.tab_order import line_up
from ui.theme import theme
from ui.why import WhyPopup
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Pill, Text
from ui.widgets.styling import restyle

_FIRST = 20
_ROWS_SHOWN = 3
_COLUMN = 400
_MOST_COLUMNS = 3
_AT_ONCE = 5  # new cards per turn of the event loop, about 2 ms each: the window must answer in between


class CardGrid(QScrollArea):
    """The cards in as many columns as fit, three rows high, then it scrolls.

    Up to twenty cards are widgets; of more only those in view are, so that two hundred tasks cost what twenty do.
    """

    made = Signal(object)
    """A new MiniCard widget, to be connected."""

    def __init__(self, parent: QWidget, *, subject: bool = False) -> None:
        """``subject`` names on every card the record that its task belongs to."""
        super().__init__(parent)
        self._subject = subject
        restyle(self, role="clear")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sheet = QWidget(self)
        self.setWidget(self._sheet)
        self._views: tuple[MiniCardView, ...] = ()
        self._now = datetime.min.replace(tzinfo=UTC)
        self._cards: dict[int, MiniCard] = {}
        self._spare: list[MiniCard] = []
        self.follows: QWidget | None = None
        """The widget after which Tab comes to the first card."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)
        self.verticalScrollBar().valueChanged.connect(self._arrange)

    def show_cards(self, views: Sequence[MiniCardView], now: datetime) -> None:
        """Show these tasks; the widget of a task that was shown before is kept, with its focus."""
        self._views, self._now = tuple(views), now
        wanted = {view.activity_id for view in views}
        for gone in [number for number in self._cards if number not in wanted]:
            self._put_away(gone)
        self._arrange()

    def card(self, activity: int) -> MiniCard | None:
        """Return the widget of a task, None where it is not in view."""
        return self._cards.get(activity)

    def cards(self) -> list[MiniCard]:
        """The widgets in view."""
        return list(self._cards.values())

    def reveal(self, activity: int) -> MiniCard | None:
        """Scroll to a task and return its widget, None where there is no such task."""
        numbers = [view.activity_id for view in self._views]
        if activity not in numbers:
            return None
        columns, height, gap = self._measures()
        top = numbers.index(activity) // columns * (height + gap)
        bar = self.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + self.height() - height:
            bar.setValue(top)
        self._arrange(patient=False)
        return self._cards.get(activity)

    def _measures(self) -> tuple[int, int, int]:
        look = theme()
        gap = look.px(10)
        fitting = (self.width() + gap) // (look.px(_COLUMN) + gap)
        columns = max(1, min(_MOST_COLUMNS, fitting, max(2, len(self._views))))
        probe = self._spare[-1] if self._spare else next(iter(self._cards.values()), None)
        if probe is None:
            probe = self._new()
            self._spare.append(probe)
        return columns, probe.sizeHint().height(), gap

    def _new(self) -> MiniCard:
        card = MiniCard(self._sheet, subject=self._subject)
        card.hide()
        card.setObjectName("")
        self.made.emit(card)
        return card

    def _go_on(self) -> None:
        self._arrange()

    def _put_away(self, activity: int) -> None:
        card = self._cards.pop(activity)
        card.hide()
        card.set_busy(False)
        card.setObjectName("")
        self._spare.append(card)

    def _arrange(self, _value: int = 0, *, patient: bool = True) -> None:
        if self._now is None:
            return
        columns, height, gap = self._measures()
        rows = -(-len(self._views) // columns)
        shown = min(rows, _ROWS_SHOWN)
        wanted = max(0, shown * (height + gap) + (height // 3 if rows > shown else -gap))
        if self.height() != wanted:
            self.setFixedHeight(wanted)
        bar = self.verticalScrollBar().sizeHint().width() + gap // 2 if rows > shown else 0
        width = self.width() - bar
        self._sheet.resize(width, max(1, rows * (height + gap) - gap))
        first, last = 0, len(self._views)
        if last > _FIRST:
            above = max(0, self.verticalScrollBar().value() // (height + gap) - 1)
            first, last = above * columns, min(last, (above + _ROWS_SHOWN + 3) * columns)
        seen = {view.activity_id for view in self._views[first:last]}
        keyboard = self.focusWidget()
        for gone in [number for number in self._cards if number not in seen]:
            # The card that has the keyboard stays: hiding it would move the keyboard and scroll after it.
            if keyboard is None or not keyboard.hasFocus() or not self._cards[gone].isAncestorOf(keyboard):
                self._put_away(gone)
        wide = (width - gap * (columns - 1)) // columns
        before = self.follows
        fresh = 0
        for place in range(first, last):
            view = self._views[place]
            card = self._cards.get(view.activity_id)
            if card is None:
                if patient and not self._spare and (fresh := fresh + 1) > _AT_ONCE:
                    self._later.start()
                    break
                card = self._spare.pop() if self._spare else self._new()
                card.setObjectName("miniCard")
                self._cards[view.activity_id] = card
            card.show_card(view, self._now)
            row, column = divmod(place, columns)
            card.setGeometry(column * (wide + gap), row * (height + gap), wide, height)
            card.show()
            line_up(before, [card.complete_button, card.reschedule_button, card.why_button])
            before = card.why_button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the number of columns anew."""
        super().resizeEvent(event)
        self._arrange()


class ActionPanel(Card):
    """Next steps: mini-cards, completing in place, rescheduling, why, and new tasks, calls and notes in place.

    It performs through the bridge and is refilled by its page when the changes come back.
    """

    go = Signal(object)
    """A :class:`Place` to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, subject: bool = False) -> None:
        """``subject`` names on every card the record that its task belongs to."""
        super().__init__("", parent, name="actionPanel")
        self._bridge = bridge
        self._views: tuple[MiniCardView, ...] = ()
        self._subject: dict[str, object] = {}
        self._owner: Ref | None = None
        self._all = False
        self._now: datetime | None = None
        self._process_allowed = True
        self._edit = Availability(True)
        self._under_way: set[int] = set()
        self._popup: MiniCardPopup | None = None
        self._reschedule: ReschedulePopup | None = None
        self._why: WhyPopup | None = None
        self._activity: NewActivityPopup | None = None
        self._note: NewNotePopup | None = None
        self._count = Pill("0", self)
        self.header.addWidget(self._count)
        self.header.addStretch(1)
        self.new_task = Button("", self, kind="flat", small=True, name="newTaskButton", icon="plus")
        self.new_call = Button("", self, kind="flat", small=True, name="newCallButton", icon="plus")
        self.new_note = Button("", self, kind="flat", small=True, name="newNoteButton", icon="plus")
        self.new_task.clicked.connect(lambda: self.open_new("task"))
        self.new_call.clicked.connect(lambda: self.open_new("call"))
        self.new_note.clicked.connect(self.open_note)
        for button in (self.new_task, self.new_call, self.new_note):
            self.header.addWidget(button)
        self._empty = Text("", self, tone="muted", wrap=True)
        self.grid = CardGrid(self, subject=subject)
        self.grid.follows = self.new_note
        self.grid.made.connect(self._connect)
        self._show_all = Button("", self, kind="link", name="showAllTasksButton")
        self._show_all.clicked.connect(self._show_every)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.grid)
        self.body.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for signal in (bridge.asked, bridge.trouble, bridge.fault):
            signal.connect(self._free_all)
        self.retranslate()

    def set_subject(self, subject: dict[str, object], owner: Ref | None) -> None:
        """Say which record new tasks and notes belong to (``{"opportunity": 3}``) and whose they are at first."""
        if subject != self._subject:
            self._all = False
            self.close_popups()
            self.grid.verticalScrollBar().setValue(0)
        self._subject, self._owner = subject, owner
        self._say_empty()

    def set_process_allowed(self, allowed: bool) -> None:
        """Say whether a process can be run here; tasks, calls and notes can always be planned by hand (R12)."""
        self._process_allowed = allowed
        self._say_empty()

    def set_edit(self, edit: Availability) -> None:
        """Say whether tasks, calls and notes may be planned on the record, and why not."""
        self._edit = edit
        self._allow()

    def _allow(self) -> None:
        for button in (self.new_task, self.new_call, self.new_note):
            button.setEnabled(self._edit.enabled)
            button.setToolTip(self._edit.why_not)
            button.setAccessibleDescription(self._edit.why_not)
        self._say_empty()

    def set_cards(self, views: Sequence[MiniCardView], now: datetime | None = None) -> None:
        """Show these open activities, which come with the next due first; ``now`` is then, where it is the past."""
        self._now = now
        left = self._place_of_the_keyboard(views)
        self._views = tuple(views)
        self._fill()
        if left is not None:
            self._focus_card(left)
        for card in self.grid.cards():
            card.set_busy(card.activity() in self._under_way)
        popup = self._popup
        shown = popup.card if popup is not None and popup.isVisible() else None
        if popup is not None and shown is not None and self._view(shown.activity_id) is None:
            popup.close_popup()
            if popup.refusal:
                self._bridge.refused.emit(popup.refusal)

    def complete(self, activity: int) -> None:
        """Open the popup that completes a task."""
        view, card = self._view(activity), self.grid.reveal(activity)
        if view is not None and card is not None:
            self._complete_popup().open_for(view, card.complete_button)

    def open_new(self, kind: str) -> None:
        """Open the small form for a new task or call; say why not where none may be planned."""
        if not self._edit.enabled:
            self._bridge.refused.emit(self._edit.why_not)
            return
        if self._activity is None:
            self._activity = NewActivityPopup(self.window(), self._bridge)
            self._activity.wanted.connect(partial(self._perform_small, self._activity))
        button = self.new_call if kind == "call" else self.new_task
        self._activity.open_for(kind, self._subject, self._owner, button)

    def open_note(self) -> None:
        """Open the small form for a new note; say why not where none may be written."""
        if not self._edit.enabled:
            self._bridge.refused.emit(self._edit.why_not)
            return
        if self._note is None:
            self._note = NewNotePopup(self.window())
            self._note.wanted.connect(partial(self._perform_small, self._note))
        self._note.open_for(self._subject, self.new_note)

    def _place_of_the_keyboard(self, coming: Sequence[MiniCardView]) -> int | None:
        """Return the place of the card that has the keyboard and will be gone, None where the keyboard stays."""
        keyboard = QApplication.focusWidget()
        gone = {view.activity_id for view in self._views} - {view.activity_id for view in coming}
        for place, view in enumerate(self._views):
            card = self.grid.card(view.activity_id) if view.activity_id in gone else None
            if card is not None and keyboard is not None and (card is keyboard or card.isAncestorOf(keyboard)):
                return place
        return None

    def focus_first(self) -> None:
        """Give the keyboard to the first card, to "New task" where there is none."""
        self._focus_card(0)

    def _focus_card(self, place: int) -> None:
        cards = self.grid.cards()
        if self._views and cards:
            at = min(place, len(self._views) - 1)
            card = self.grid.reveal(self._views[at].activity_id) or cards[0]
            card.complete_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.new_task.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_popups(self) -> None:
        """Close whatever is open above the panel."""
        for popup in (self._popup, self._reschedule, self._why, self._activity, self._note):
            if popup is not None:
                popup.close_popup()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("Next steps"))
        self.setAccessibleName(self.tr("Action panel"))
        self.new_task.setText(self.tr("Task"))
        self.new_call.setText(self.tr("Call"))
        self.new_note.setText(self.tr("Note"))
        self.new_task.setAccessibleName(self.tr("New task"))
        self.new_call.setAccessibleName(self.tr("New call"))
        self.new_note.setAccessibleName(self.tr("New note"))
        self._say_empty()
        for card in self.grid.cards():
            card.retranslate()
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def hideEvent(self, event: object) -> None:
        """Nothing floats above a page that is not shown."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self.close_popups()

    def _say_empty(self) -> None:
        if not self._edit.enabled:
            self._empty.setText(self.tr("No open tasks."))
        elif self._process_allowed and "opportunity" in self._subject:
            self._empty.setText(self.tr("No open tasks. Plan the next step with + Task, or run the sales process."))
        else:
            self._empty.setText(self.tr("No open tasks. Plan the next step with + Task."))

    def _fill(self) -> None:
        number = len(self._views)
        shown = self._views if self._all or number <= _FIRST else self._views[:_FIRST]
        self._count.set_text(str(number))
        self._count.setAccessibleName(self.tr("%n open task(s)", "", number))
        self._empty.setVisible(number == 0)
        self.grid.setVisible(number > 0)
        self._show_all.setVisible(len(shown) < number)
        self._show_all.setText(self.tr("Show all %n task(s)", "", number))
        self.grid.show_cards(shown, self._now or self._bridge.workspace.clock())

    def _show_every(self) -> None:
        self._all = True
        self._fill()

    def _connect(self, card: MiniCard) -> None:
        card.complete_pressed.connect(self.complete)
        card.reschedule_pressed.connect(self._open_reschedule)
        card.why_pressed.connect(self._open_why)
        card.opened.connect(lambda activity: self.go.emit(Place("activity", activity)))

    def _view(self, activity: int) -> MiniCardView | None:
        return next((view for view in self._views if view.activity_id == activity), None)

    def make_ahead(self) -> None:
        """Make the popup that completes a task, so that its first opening does not have to."""
        self._complete_popup().grab()  # works out styles and layouts too

    def _complete_popup(self) -> MiniCardPopup:
        if self._popup is None:
            self._popup = MiniCardPopup(self.window(), self._bridge)
            self._popup.confirmed.connect(self._perform)
            self._popup.cancelled.connect(self._perform)
            self._popup.go.connect(self.go)
        return self._popup

    def _open_reschedule(self, activity: int) -> None:
        view, card = self._view(activity), self.grid.card(activity)
        if view is None or card is None:
            return
        if self._reschedule is None:
            self._reschedule = ReschedulePopup(self.window(), self._bridge)
            self._reschedule.wanted.connect(partial(self._perform_small, self._reschedule))
        self._reschedule.open_for(view, card.reschedule_button)

    def _open_why(self, activity: int) -> None:
        card = self.grid.card(activity)
        if card is None:
            return
        if self._why is None:
            self._why = WhyPopup(self.window(), self._bridge, go=self.go)
        self._why.ask(Query("why", activity=activity), card.why_button)

    def _perform(self, view: MiniCardView, action: Action) -> None:
        card = self.grid.card(view.activity_id)
        self._under_way.add(view.activity_id)
        if card is not None:
            card.set_busy(True)
        self._bridge.perform(action, partial(self._done, view), partial(self._refused, view), owner=self)

    def _done(self, view: MiniCardView, _done: Done) -> None:
        self._under_way.discard(view.activity_id)
        if self._popup is not None:
            self._popup.forget(view.activity_id)

    def _refused(self, view: MiniCardView, refused: Refused) -> None:
        self._under_way.discard(view.activity_id)
        card = self.grid.reveal(view.activity_id)
        if card is None:
            self._bridge.refused.emit(str(refused))
            return
        card.set_busy(False)
        popup = self._complete_popup()
        popup.open_for(self._view(view.activity_id) or view, card.complete_button)
        popup.refuse(refused.field, str(refused))

    def _perform_small(self, form: SmallForm, action: Action) -> None:
        def refused(error: Refused) -> None:
            form.open_at(form.anchor() or self, focus=form.button)
            form.refuse(str(error))

        self._bridge.perform(action, None, refused, owner=self)

    def _free_all(self, *_what: object) -> None:
        self._under_way.clear()
        for card in self.grid.cards():
            card.set_busy(False)
