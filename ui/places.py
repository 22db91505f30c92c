"""Where the window stands: its pages, the way there and back, and the question about edits that are not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.views.exchange import Place
from ui.navigation import History

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page
    from ui.window import MainWindow

FIRST_PLACE = Place("opportunities")


class Places(QObject):
    """Makes a page when its place is first shown and keeps it; the frame around it follows."""

    page_made = Signal(object)
    """A page was made and has not been shown yet."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pages: dict[str, Page] = {}
        self.history = History()

    @property
    def page(self) -> Page | None:
        """The page shown."""
        shown = self._window.stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def made(self, name: str) -> Page | None:
        """Return the page of this name if it was made already."""
        return self._pages.get(name)

    def adopt(self, page: Page) -> None:
        """Show a page that stands outside the history of places (the first start)."""
        self._pages[page.place.name] = page
        self._window.stack.addWidget(page)
        self._window.stack.setCurrentWidget(page)

    def release(self, name: str) -> Page | None:
        """Give up an adopted page; whoever takes it deletes it when another one is shown."""
        return self._pages.pop(name, None)

    def page_of(self, place: Place) -> Page:
        """Return the page of a place, made where it is not there yet."""
        page = self._pages.get(place.name)
        if page is None:
            from ui.pages import make_page

            page = make_page(place, self._window.bridge, self._window.stack)
            page.go.connect(self.show_place)
            page.title_changed.connect(self.renew_title)
            page.commands_changed.connect(self.renew_commands)
            self.page_made.emit(page)
            self._pages[place.name] = page
            self._window.stack.addWidget(page)
        return page

    # going --------------------------------------------------------------------------------------

    def start_place(self) -> Place:
        """Return where a start leads: to My day, or on the same day to where it was left; at first to the list."""
        from ui.pages import PAGES

        remembered = self._window.remembered
        last = remembered.place() if remembered is not None else None
        if remembered is None or last is None:
            return FIRST_PLACE
        same_day = remembered.text("window/day") == self._today()
        return last if same_day and last.name in PAGES else Place("my_day")

    def show_place(self, place: Place, hint: str = "") -> None:
        """Go to a place, after asking about unsaved edits where there are any; ``hint`` is shown on its page."""
        from ui.pages import PAGES

        if place.name not in PAGES:
            return

        def go() -> None:
            self.history.visit(place)
            self._show(place, hint)

        if place == self.history.current and not hint:
            self._mark(place)
            self._window.focus_page()
            return
        self.leave_page(go, stay=self._mark_current)

    def show_section(self, place: Place) -> None:
        """Go to a place of the side bar; the opportunities are shown as list or board, as they were last."""
        from ui.board.switch import section

        self.show_place(section(self._window, place))

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1)."""
        place = self.history.ahead(steps)
        if place is None:
            return

        def go() -> None:
            self.history.move(steps)
            self._show(place, "")

        self.leave_page(go)

    def leave_page(self, go: Callable[[], object], *, stay: Callable[[], object] | None = None) -> None:
        """Call ``go`` at once, or after the person has decided about unsaved edits; ``stay`` if they stay."""
        page = self.page
        if page is None or not page.has_unsaved():
            go()
            return
        from ui.unsaved_dialog import UnsavedDialog

        dialog = UnsavedDialog(self._window, page, go)
        if stay is not None:
            dialog.rejected.connect(stay)
        dialog.ask()

    def leave_gone(self, page: Page) -> None:
        """Go from a page whose record is gone to where one was before."""
        self.history.forget(page.place)
        self._show(self.history.current or FIRST_PLACE, "")
        if self.history.current is None:
            self.history.visit(FIRST_PLACE)

    def _show(self, place: Place, hint: str) -> None:
        window = self._window
        page = self.page_of(place)
        fresh = window.stack.currentWidget() is not page
        window.stack.setCurrentWidget(page)
        window.help_desk.follow(page.help_page)
        page.open(place)
        if hint:
            page.show_hint(hint)
        self._mark(place)
        self.renew_title()
        self.renew_commands()
        window.keep(window__place=place.name, window__place_id=place.id, window__day=self._today())
        if fresh and not window.command_bar.hasFocus():
            page.focus_first()  # Qt has given the keyboard to whatever stands first there
        elif not window.command_bar.hasFocus():
            window.focus_page()

    def _today(self) -> str:
        return self._window.bridge.workspace.clock().astimezone().date().isoformat()

    # the frame around the page --------------------------------------------------------------------

    def _mark_current(self) -> None:
        if self.history.current is not None:
            self._mark(self.history.current)

    def _mark(self, place: Place) -> None:
        back, forward = (self.history.ahead(steps) is not None for steps in (-1, 1))
        self._window.side_bar.show_place(place)
        self._window.top_bar.set_ways(back=back, forward=forward)

    def renew_title(self) -> None:
        """Name the window after the page shown."""
        title = self.page.title() if self.page is not None else ""
        self._window.setWindowTitle(f"{title} - Dealwright" if title else "Dealwright")

    def renew_commands(self) -> None:
        """Offer what can be done on the page shown."""
        if self.page is not None:
            self._window.commands.put("page", self.page.commands())
        self._window.command_bar.invalidate(ready=bool(self._window.processes))
