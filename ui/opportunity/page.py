"""The page of one opportunity: title, stage bar, next steps, the hint, profile and tabs (design/opportunity.png)."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Changes, Place, Query, Refused
from desktop.views.opportunities import Consequences
from desktop.views.opportunities import OpportunityPage as View
from desktop.views.past import Replay
from ui import trail
from ui.asked import Asked
from ui.bridge import Bridge
from ui.commands import Command
from ui.fields.field import Field
from ui.form import DraftBar, Form
from ui.opportunity.body import Body
from ui.opportunity.commands import OpportunityCommands
from ui.opportunity.conflict_bar import ConflictBar
from ui.opportunity.cover import Cover
from ui.opportunity.guide import GuideSheet
from ui.opportunity.head import Head
from ui.opportunity.lookups import Lookups
from ui.opportunity.past import SaleThen
from ui.opportunity.saving import Saving
from ui.page import Page
from ui.process_log.incident_bar import IncidentBar
from ui.record_deeds import RecordDeeds
from ui.stage_bar import StageBar
from ui.theme import theme
from ui.why import WhyPopup
from ui.widgets.hint import HintBar

_LOOKUPS = ("opportunity_stage", "currency_rate", "lookup_value", "account", "contact", "person")


class OpportunityPage(Page):
    """Everything about one sale. Widgets are built once and refilled; edits survive every refresh."""

    help_page = "opportunity"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("opportunityPage")
        self._view: View | None = None
        self._present: View | None = None
        self._entering = ""
        self._hint = ""
        self._told = False
        self._running_notice = False
        self._why: WhyPopup | None = None
        self.form = Form(bridge, self)
        self._commands = OpportunityCommands(self)
        self.deeds = RecordDeeds(self, "opportunity", self.title, self._commands.editing_allowed)
        look = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(18), look.px(13), 0, 0)
        outer.setSpacing(look.px(12))
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, look.px(18), 0)
        top.setSpacing(look.px(12))
        self.head = Head(self)
        top.addWidget(self.head)
        self.stage_bar = StageBar(self, guided=True)
        top.addWidget(self.stage_bar)
        self.draft_bar = DraftBar(self.form, self)
        self.conflict_bar = ConflictBar(bridge, self.form, self)
        self.past = SaleThen(self)
        self.read_only = self._bar("accent", "readOnlyBar", closable=False)
        self.incident_bar = IncidentBar(bridge, self)
        self.notice = self._bar("accent", "pageNotice")
        self.notice.action_pressed.connect(self._show_running)
        self.refusal = self._bar("bad", "saveRefusal")
        self._saving = Saving(bridge, self.form, self.conflict_bar, self.refusal)
        bars = (self.past, self.read_only, self.incident_bar, self.draft_bar, self.conflict_bar, self.notice)
        for bar in (*bars, self.refusal):
            top.addWidget(bar)
        outer.addLayout(top)
        self._place_body()
        self.guide = GuideSheet(bridge, self)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._body, 1)
        beside.addWidget(self.guide)
        outer.addLayout(beside, 1)
        self.cover = Cover(self)
        self.cover.wait()
        self._connect()

    # building -----------------------------------------------------------------------------------

    def _bar(self, tone: str, name: str, *, closable: bool = True) -> HintBar:
        bar = HintBar(self, tone=tone, closable=closable, name=name)  # type: ignore[arg-type]
        bar.hide()
        return bar

    def _place_body(self) -> None:
        body = self._body = Body(self.bridge, self.form, self)
        self.chain, self.closing, self.follows = body.chain, body.closing, body.follows
        self.panel, self.hint, self.profile = body.panel, body.hint, body.profile
        self.tabs, self.qualification, self.notes, self.more = body.tabs, body.qualification, body.notes, body.more
        self._lookups = Lookups(self.bridge, self.profile, self.qualification)

    def _connect(self) -> None:
        head = self.head
        head.save_wanted.connect(self._save_pressed)
        head.cancel_wanted.connect(self.discard)
        head.run_wanted.connect(self.run_process)
        head.cancel_run_wanted.connect(self.cancel_run)
        head.task_wanted.connect(self.new_task)
        head.call_wanted.connect(self.new_call)
        head.note_wanted.connect(self.panel.open_note)
        head.why_wanted.connect(self.ask_why)
        head.order_wanted.connect(self.create_order)
        head.hand_over_wanted.connect(self.hand_over)
        head.tags_wanted.connect(self.deeds.edit_tags)
        head.delete_wanted.connect(self.deeds.delete)
        head.lead_wanted.connect(self._open_lead)
        for signal in (self.bridge.asked, self.bridge.trouble, self.bridge.fault):
            signal.connect(self._not_entering)
        self.stage_bar.chosen.connect(self.change_stage)
        self.stage_bar.guide_wanted.connect(self.guide.toggle)
        self.stage_bar.asks_consequences.connect(self._ask_stage)
        self.form.edited.connect(self._edits_changed)
        self.conflict_bar.action_pressed.connect(self._load_theirs)
        self.conflict_bar.resolved.connect(self._save_pressed)
        self._saving.changed.connect(self._edits_changed)
        self._saving.reading_wanted.connect(self.load)
        self._saving.again_wanted.connect(self._save_pressed)
        self._saving.refused_at.connect(self._body.reveal)
        self.draft_bar.restored.connect(self._draft_restored)
        self.chain.go.connect(self.go)
        self.follows.task_wanted.connect(self.new_task)
        self.more.go.connect(self.go)
        self.more.writing.connect(self._edits_changed)
        self.more.travelled.connect(self._travel)
        self.past.action_pressed.connect(self.more.to_present)
        self.more.edit_wanted.connect(self._reveal_named)
        self.hint.action_pressed.connect(self.go_to_first)
        self.hint.dismissed.connect(self._dismiss_hint)
        self.closing.action_pressed.connect(self.ask_why)
        self.panel.go.connect(self.go)
        self.profile.opened.connect(self.go)
        self.notes.writing.connect(self._edits_changed)
        self.notes.added.connect(self._add_note)

    @property
    def view(self) -> View | None:
        """What is shown: as it was read last, or as it was then (N4); None before."""
        return self._view

    # what the window asks -----------------------------------------------------------------------

    def title(self) -> str:
        """Return the opportunity's title, or its number where it has none yet."""
        view = self._view
        if view is None:
            return self.tr("Opportunity")
        return view.title or self.tr("New opportunity")

    def commands(self) -> list[Command]:
        """Return what can be done here: saving, running the process, new tasks, every stage."""
        return self._commands.offered()

    def open(self, place: Place) -> None:
        """Stand on another opportunity and load it."""
        self.more.to_present()
        if place != self._place:
            self._forget_view()
        self._hint = ""
        self.more.renew()
        super().open(place)

    def load(self) -> None:
        """Ask for the page and, the first time, for what its fields offer."""
        if self._place.id is None:
            return
        if not self._told:
            self._told = True
            self._lookups.ask()
        query = Query("opportunity_page", id=self._place.id)
        self.bridge.ask(query, self.show_view, self._not_read, owner=self, key="page")

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._forget_view()
            self.cover.say(str(error))
        else:
            self.bridge.trouble.emit(error)

    def refresh(self, changes: Changes) -> None:
        """Load again where this opportunity, an activity, a note or something that its fields name was touched."""
        if self._place.id is None:
            return
        if changes.touches("lookup_value") or changes.touches("system_setting"):
            self._lookups.ask()
        self.more.refresh(changes)
        self.chain.refresh(changes)
        self.follows.refresh(changes)
        self.incident_bar.refresh(changes)
        mine = changes.touches("opportunity", self._place.id)
        if mine or changes.touches("activity") or changes.touches("note") or any(map(changes.touches, _LOOKUPS)):
            self.load()

    def has_unsaved(self) -> bool:
        """Whether a field or a note that is being written holds something that is not saved."""
        return bool(self.form.dirty()) or self.notes.is_writing() or self.more.is_writing()

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the edited fields as one action; a note that is being written is added."""
        self.form.commit()
        wrong = self.form.invalid()
        if wrong:
            self._body.reveal(self.form.field(wrong[0]))
            return
        self.notes.add()
        self.more.commit()
        self._saving.save(self._view, then)

    def _save_pressed(self) -> None:
        self.save()

    def discard(self) -> None:
        """Show again what is saved."""
        self.notes.clear()
        self.more.discard()
        self.form.revert()
        self.conflict_bar.hide()
        self.refusal.hide()

    def show_hint(self, hint: str) -> None:
        """Show the hint of the process step that opened this page (R17)."""
        self._hint = hint
        self._show_missing()

    def make_ahead(self) -> None:
        """Make the popup that completes a task."""
        self.panel.make_ahead()

    def focus_first(self) -> None:
        """Begin with the next step, as soon as it is known."""
        if self._view is None:
            self.setFocus()
        else:
            self.panel.focus_first()

    def retranslate(self) -> None:
        """Set every text in the language in force, and ask again for what the core says in it."""
        self.head.retranslate()
        self.draft_bar.retranslate()
        self.past.retranslate()
        self.conflict_bar.retranslate()
        self._body.retranslate()
        self.guide.retranslate()
        if self._present is not None:
            self.show_view(self._present)
            self._lookups.ask()
            self.load()

    # showing ------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Show an opportunity as it was read; edits that are not saved stay. The past that is shown stays too (N4)."""
        if view.id != self._place.id:
            return
        self._present = view
        view = self.past.shown(view)
        first = self._view is None
        stages_before = self._view.stage_bar if self._view is not None else None
        self._view = view
        self.setUpdatesEnabled(False)
        try:
            self.head.show_view(view, self.title())
            self.stage_bar.set_view(view.stage_bar)
            self.guide.show_stage(view.id, view.stage_bar.current)
            self._not_entering()
            subject: dict[str, object] = {"opportunity": view.id}
            self.panel.set_subject(subject, view.fields.owner)
            self.panel.set_process_allowed(view.run_process.enabled)
            self.panel.set_cards(view.cards, self.past.at())
            crossed = self.form.fill(self._place, view.fields)
            self._show_right(view)
            self.profile.show_facts(view)
            self.notes.show_notes(view.notes)
            self.more.show_opportunity(view.id)
            self.chain.show_record(view.id)
            won = any(chip.code == view.stage_bar.current and chip.successful for chip in view.stage_bar.finals)
            self.follows.show_opportunity(view.id, won=won and view.edit.enabled)
            self.closing.show_view(view)
            self._forget_notice(view)
            self._show_missing()
        finally:
            self.setUpdatesEnabled(True)
        self._saving.read_again(view, crossed)
        if first:
            self.draft_bar.offer(view.draft, view.draft_at)
            self._body.begin()
            self.cover.hide()
            now = QApplication.focusWidget()
            if now is self or self.isAncestorOf(now or self.window()):
                self.panel.focus_first()
        self.title_changed.emit()
        if stages_before != view.stage_bar:
            self.commands_changed.emit()

    def _travel(self, then: Replay | None) -> None:
        """Stage bar and next steps go along with the slider; whoever leaves the present can do nothing until back."""
        crossed = self.past.stand_on(then)
        self.incident_bar.setEnabled(then is None)
        self.incident_bar.setToolTip("" if then is None else then.course.read_only)
        if self._present is None:
            return
        if crossed:
            self.panel.close_popups()
            self.show_view(self._present)
            return
        bar_before = None if self._view is None else self._view.stage_bar
        self._view = view = self.past.shown(self._present)
        self.stage_bar.set_view(view.stage_bar)
        self.panel.set_cards(view.cards, self.past.at())
        if bar_before != view.stage_bar:
            self.commands_changed.emit()

    def _show_right(self, view: View) -> None:
        """Lock what the reader may not change, and say whose it is."""
        self.form.set_read_only(not view.edit.enabled)
        self.panel.set_edit(view.edit)
        self.notes.set_edit(view.edit)
        self.more.set_edit(view.edit)
        self.read_only.set_texts("", view.edit.line)
        self.read_only.setVisible(bool(view.edit.line))
        self.incident_bar.show_record("opportunity", view.id)

    def _show_missing(self) -> None:
        view = self._view
        if view is None:
            return
        names = tuple(name for name in self.form.names() if name in view.missing)
        self.form.set_missing(names)
        short = self._short_names()
        labels = [short.get(name) or self.form.field(name).label() for name in names]
        self.hint.show_missing(labels, view.asked, "" if view.stage_bar.closed else self._hint)

    def _forget_notice(self, view: View) -> None:
        if self._running_notice and not view.running_process:
            self._running_notice = False
            self.notice.hide()

    def _short_names(self) -> dict[str, str]:
        """The fields whose label is too long for a sentence, as the hint calls them."""
        return {
            "decision_maker_role": self.tr("Role of the decision maker"),
            "decision_date": self.tr("Decision date"),
            "need_text": self.tr("Need in the customer's words"),
        }

    def go_along(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) opportunity of the list that one came from."""
        record = trail.neighbour(self.window(), "opportunity", self._place.id, step)
        if record is not None:
            self.go.emit(Place("opportunity", record))

    def _forget_view(self) -> None:
        self._view = self._present = None
        self._saving.forget()
        self.cover.wait()
        self._body.forget()
        self.guide.show_stage(None, "")
        self.incident_bar.show_record("opportunity", None)
        for bar in (self.past, self.read_only, self.draft_bar, self.notice):
            bar.hide()

    # doing --------------------------------------------------------------------------------------

    def change_stage(self, code: str) -> None:
        """Enter a stage at once (R4, R5); a final one asks its closing questions through the window (R13)."""
        if self._view is None or code == self._entering:
            return
        self._entering = code
        action = Action("change_stage", opportunity=self._view.id, stage=code)
        self.bridge.perform(action, None, self._stage_refused, owner=self)

    def _stage_refused(self, refused: Refused) -> None:
        self._not_entering()
        self.bridge.refused.emit(str(refused))

    def _not_entering(self, *_: object) -> None:
        self._entering = ""

    def cancel_run(self) -> None:
        """Ask whether the process that runs here is to be cancelled, saying what that does (N1)."""
        from ui.process_log.cancelling import cancel_run_of  # not above: rarely wanted

        if self._view is not None and self._view.edit.enabled:
            cancel_run_of(self, "opportunity", self._view.id)

    def run_process(self) -> None:
        """Run the corporate sales process on this opportunity (L3), or show the one that runs already."""
        if self._view is None:
            return
        action = Action("run_process_on", opportunity=self._view.id, process="corporate_sale")
        self.bridge.perform(action, None, self._run_refused, owner=self)

    def new_task(self) -> None:
        """Open the small form for a new task."""
        self.panel.open_new("task")

    def new_call(self) -> None:
        """Open the small form for a new call."""
        self.panel.open_new("call")

    def create_order(self) -> None:
        """Create an order with the products; the action opens its page."""
        if self._view is not None:
            self.bridge.perform(Action("create_order", opportunity=self._view.id), owner=self)

    def hand_over(self) -> None:
        """Ask who owns the opportunity from now on; edits are saved before."""
        view = self._view
        if view is not None:
            from ui.hand_over import RecordHandOver  # not above: few need it

            number, title = view.id, self.title()
            self.save(lambda: RecordHandOver(self.window(), self.bridge, "opportunity", number, title).show_over())

    def complete_next(self) -> None:
        """Open the popup of the task that is due first."""
        if self._view is not None and self._view.cards:
            self.panel.complete(self._view.cards[0].activity_id)

    def why_asked(self, _point: QPoint | None) -> Asked | None:
        """Return the question why this opportunity stands on its stage."""
        if self._view is None:
            return None
        return Asked(Query("why", opportunity=self._view.id), self.head.title, self.head.title.rect())

    def ask_why(self) -> None:
        """Say why the opportunity stands where it stands (N2)."""
        if self._view is None:
            return
        if self._why is None:
            self._why = WhyPopup(self.window(), self.bridge, go=self.go)
        self._why.ask(Query("why", opportunity=self._view.id), self.head.title)

    def go_to_first(self) -> None:
        """Take the keyboard to the first field that is to be filled in."""
        for name in self.form.names():
            if self.form.field(name).is_missing():
                self._body.reveal(self.form.field(name))
                return

    def _reveal_named(self, name: str) -> None:
        self._body.reveal(self.form.field(name))

    def _run_refused(self, refused: Refused) -> None:
        if refused.code != "process-already-running":
            self.bridge.refused.emit(str(refused))
            return
        self._running_notice = True
        self.notice.set_texts("", str(refused), self.tr("Show the running process"))
        self.notice.action.setObjectName("showRunningButton")
        self.notice.show()
        self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_running(self) -> None:
        self._running_notice = False
        self.notice.hide()
        self._body.ensureWidgetVisible(self.panel)
        self.panel.focus_first()

    def _load_theirs(self) -> None:
        self.conflict_bar.hide()
        self.form.revert()
        self.load()

    def _draft_restored(self, first: Field | None) -> None:
        self._show_missing()
        if first is not None:
            self._body.reveal(first)

    def _dismiss_hint(self) -> None:
        self._hint = ""
        if self._view is not None and self._view.missing:
            self.bridge.perform(Action("dismiss_hint", opportunity=self._view.id), owner=self)

    def _add_note(self, text: str) -> None:
        if self._view is not None:
            self.bridge.perform(Action("add_note", text=text, opportunity=self._view.id), owner=self)

    def _open_lead(self) -> None:
        if self._view is not None and self._view.lead is not None:
            self.go.emit(Place("lead", self._view.lead.id))

    def _ask_stage(self, code: str) -> None:
        if self._view is None:
            return

        def answered(follows: Consequences) -> None:
            if code == self.stage_bar.pointed():
                self.stage_bar.set_consequences(code, follows.refused or follows.text)

        query = Query("stage_consequences", opportunity=self._view.id, stage=code)
        self.bridge.ask(query, answered, lambda _error: None, owner=self, key="stage")

    def _edits_changed(self) -> None:
        dirty = self.has_unsaved()
        self.head.set_savable(dirty and not self._saving.under_way)
        if not dirty:
            self.conflict_bar.hide()
