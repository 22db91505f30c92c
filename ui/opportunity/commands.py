"""What can be done on the opportunity page, as commands for shortcuts and the command bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.views.exchange import Availability
from desktop.views.opportunities import StageChip
from ui import trail
from ui.commands import Command

if TYPE_CHECKING:
    from ui.opportunity.page import OpportunityPage


class OpportunityCommands(QObject):
    """The commands of one page; whether each is available is asked when it is shown or run."""

    def __init__(self, page: OpportunityPage) -> None:
        super().__init__(page)
        self._page = page

    def offered(self) -> list[Command]:
        """Return what can be done here: saving, running the process, new tasks, every stage."""
        page = self._page
        group = self.tr("Opportunity")
        found = [
            Command(
                "opportunity.save",
                self.tr("Save"),
                page.save,
                "Ctrl+S",
                "save",
                available=self._saving_allowed,
                group=group,
            ),
            Command(
                "opportunity.run",
                self.tr("Run the corporate sales process"),
                page.run_process,
                icon="play",
                available=self._running_allowed,
                detail=self.tr("On this opportunity, from the stage on which it stands"),
                group=group,
            ),
            Command(
                "opportunity.task",
                self.tr("New task"),
                page.new_task,
                "Alt+T",
                "plus",
                available=self.editing_allowed,
                group=group,
            ),
            Command(
                "opportunity.call",
                self.tr("New call"),
                page.new_call,
                "Alt+L",
                "phone",
                available=self.editing_allowed,
                group=group,
            ),
            Command(
                "opportunity.note",
                self.tr("New note"),
                page.panel.open_note,
                "Alt+N",
                "sticky-note",
                available=self.editing_allowed,
                group=group,
            ),
            Command(
                "opportunity.next",
                self.tr("Complete the next task"),
                page.complete_next,
                "Alt+Return",
                "check",
                available=self._completing_allowed,
                group=group,
            ),
            Command(
                "opportunity.cancel_run",
                self.tr("Cancel the process on this opportunity..."),
                page.cancel_run,
                icon="circle-x",
                available=self.editing_allowed,
                group=group,
            ),
            Command(
                "opportunity.why", self.tr("Why is it on this stage?"), page.ask_why, icon="circle-help", group=group
            ),
            Command(
                "opportunity.previous",
                self.tr("Previous opportunity of the list"),
                partial(page.go_along, -1),
                "Alt+Up",
                "chevron-up",
                available=partial(self._along_allowed, -1),
                group=group,
            ),
            Command(
                "opportunity.following",
                self.tr("Next opportunity of the list"),
                partial(page.go_along, 1),
                "Alt+Down",
                "chevron-down",
                available=partial(self._along_allowed, 1),
                group=group,
            ),
            Command(
                "opportunity.guide", self.tr("Guide of this stage"), page.guide.toggle, "G", "circle-help", group=group
            ),
        ]
        found.append(
            Command(
                "opportunity.hand_over",
                self.tr("Hand this opportunity over..."),
                page.hand_over,
                icon="users",
                available=self.editing_allowed,
                detail=self.tr("Another owner, with the open tasks of the process"),
                group=group,
            )
        )
        found.append(
            Command(
                "opportunity.order",
                self.tr("Create an order from this opportunity"),
                page.create_order,
                icon="package",
                available=self.editing_allowed,
                detail=self.tr("With its products, customer and owner"),
                group=group,
            )
        )
        found.append(
            Command(
                "opportunity.products",
                self.tr("Products of this opportunity"),
                self._products,
                icon="package",
                group=group,
            )
        )
        found += self._documents(group)
        bar = page.view.stage_bar if page.view is not None else None
        for chip in (*bar.stages, *bar.finals) if bar is not None else ():
            found.append(
                Command(
                    f"opportunity.stage_{chip.code}",
                    self.tr("Move to stage: {stage}").format(stage=chip.label),
                    partial(page.change_stage, chip.code),
                    icon="flag",
                    available=partial(self._stage_allowed, chip),
                    group=group,
                )
            )
        return [*found, *page.deeds.commands(group)]

    def _documents(self, group: str) -> list[Command]:
        def new(kind: str) -> None:
            self._page.more.show("documents").new(kind)

        def show() -> None:
            self._page.more.show("documents").table.setFocus()

        return [
            Command(
                "opportunity.documents", self.tr("Documents of this opportunity"), show, icon="sticky-note", group=group
            ),
            Command(
                "opportunity.proposal",
                self.tr("New proposal"),
                partial(new, "proposal"),
                icon="sticky-note",
                available=self.editing_allowed,
                detail=self.tr("From a template, filled with what is known of this sale"),
                group=group,
            ),
            Command(
                "opportunity.contract",
                self.tr("New contract"),
                partial(new, "contract"),
                icon="sticky-note",
                available=self.editing_allowed,
                detail=self.tr("From a template, filled with what is known of this sale"),
                group=group,
            ),
        ]

    def _products(self) -> None:
        self._page.more.show("products").lines.add_field.setFocus()

    def editing_allowed(self) -> Availability:
        """Return whether the person who acts may change this opportunity, and why not."""
        return self._page.view.edit if self._page.view is not None else Availability(False)

    def _saving_allowed(self) -> Availability:
        if self._page.view is not None and not self._page.view.edit.enabled:
            return self._page.view.edit
        unsaved = self._page.has_unsaved()
        return Availability(unsaved, "" if unsaved else self.tr("Nothing was changed"))

    def _running_allowed(self) -> Availability:
        return self._page.view.run_process if self._page.view is not None else Availability(False)

    def _completing_allowed(self) -> Availability:
        view = self._page.view
        some = view is not None and bool(view.cards)
        if view is not None and some and not view.cards[0].complete.enabled:
            return view.cards[0].complete
        return Availability(some, "" if some else self.tr("There is no open task"))

    def _along_allowed(self, step: int) -> Availability:
        there = trail.neighbour(self._page.window(), "opportunity", self._page.place.id, step) is not None
        return Availability(there, "" if there else self.tr("There is no further one in the list you came from"))

    def _stage_allowed(self, chip: StageChip) -> Availability:
        return chip.available
