"""The dashboard in the real window: its numbers, the lists behind them, filters, plans, exports, keyboard."""

from __future__ import annotations

import csv
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.views.exchange import Action, ClosingAnswer, Money, Place, Query
from desktop.views.rows import ListFilter
from tests.ui.conftest import click, press, settle, type_text
from ui.analytics.export import harmless, write_table
from ui.analytics.marks import Mark
from ui.analytics.page import DashboardPage
from ui.lists.page import ListPage


def euro(amount: int) -> Money:
    return Money(100 * amount, "EUR")


class Board:
    """The window with the dashboard, and what a test does to it."""

    def __init__(self, window, qtbot, clock) -> None:
        self.window, self.qtbot, self.clock = window, qtbot, clock

    @property
    def page(self) -> DashboardPage:
        assert isinstance(self.window.page, DashboardPage)
        return self.window.page

    @property
    def list(self) -> ListPage:
        assert isinstance(self.window.page, ListPage)
        return self.window.page

    def do(self, name: str, /, **arguments: object):
        """Carry out an action at the core; what the window makes of it is seen after :meth:`settle`."""
        return self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)

    def ask(self, name: str, **arguments: object):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def settle(self) -> None:
        settle(self.window)
        if isinstance(self.window.page, DashboardPage):
            self.qtbot.waitUntil(self.window.page.is_loaded)
        elif isinstance(self.window.page, ListPage):
            self.window.page.grab()
            self.qtbot.waitUntil(self.window.page.is_loaded)
        settle(self.window)

    def go(self) -> DashboardPage:
        self.window.show_place(Place("dashboards"))
        self.settle()
        return self.page

    def mark(self, name: str) -> Mark:
        found = self.page.findChild(Mark, name)
        assert found is not None, name
        return found

    def choose(self, name: str) -> None:
        """Choose an entry of one of the menus by its name."""
        found = self.window.findChildren(QAction, name)
        found[-1].trigger()
        self.settle()

    def sale(self, title: str, amount: int, currency: str = "EUR", **fields: object) -> int:
        made = self.do("create_opportunity", title=title, amount=Money(100 * amount, currency), **fields)
        return made.result["opportunity"]

    def close(self, sale: int, stage: str, income: Money | None, minutes: int = 0, **answer: object) -> None:
        closing = ClosingAnswer(income=income, spent_minutes=minutes, **answer)
        self.do("change_stage", opportunity=sale, stage=stage, closing=closing)


@pytest.fixture
def bare(program, qtbot, clock) -> Board:
    return Board(program(), qtbot, clock)


@pytest.fixture
def board(bare) -> Board:
    """Two won, one of them in February, one lost, two open; Boris reports to Anna."""
    anna = bare.ask("shell").person.id
    boris = bare.do("create_person", name="Boris Lang", manager=anna).result["person"]
    price = next(choice.id for choice in bare.ask("choices", lookup="closing_reason") if choice.code == "price")
    need = bare.ask("choices", lookup="need")[0].id
    now = bare.clock()
    bare.clock.set(datetime(2026, 2, 10, 9, tzinfo=UTC))
    early = bare.sale("Warehouse", 5_000)
    late = bare.sale("Fleet", 7_000, owner=boris, need=need)
    gone = bare.sale("Cash desks", 3_000, owner=boris)
    bare.sale("Training", 1_000)
    bare.sale("Portal", 9_000, stage="proposal")
    bare.clock.set(datetime(2026, 2, 20, 9, tzinfo=UTC))
    bare.do("change_stage", opportunity=late, stage="presentation")
    bare.close(early, "closed_won", euro(6_000), 600)
    bare.clock.set(now)
    bare.close(late, "closed_won", euro(7_000), 1_200)
    bare.close(gone, "closed_lost", None, 300, reason=price, competitor="Rival Ltd")
    bare.go()
    return bare


def figure(board: Board, name: str) -> str:
    return board.mark(name).text().replace("\u00a0", " ")


def small(board: Board, name: str) -> list[str]:
    marks = board.page.sheet.figures[name].chart._marks[1:]
    return [mark.text().replace("\u00a0", " ") for mark in marks if not mark.isHidden()]


def test_the_side_bar_opens_it_and_every_card_has_its_numbers(board):
    board.window.show_place(Place("opportunities"))
    board.settle()
    click(board.window.findChild(QPushButton, "side_dashboards"))
    board.settle()
    assert board.page.objectName() == "dashboardPage"
    assert (figure(board, "won"), small(board, "won")) == ("€ 13 K", ["2 deals"])
    assert (figure(board, "rate"), small(board, "rate")) == ("67 %", ["lost: 1"])
    assert (figure(board, "hours"), small(board, "hours")) == ("15 h", ["lost: 5 h"])
    assert figure(board, "funnel_qualification") == "5"
    assert figure(board, "funnel_presentation") == "3 · 60 %"
    assert figure(board, "funnel_proposal") == "3 · 100 %"
    assert figure(board, "funnel_contracting") == "2 · 67 %"
    assert figure(board, "funnel_closed_won") == "2 · 100 %"
    assert (figure(board, "won_2026-02"), figure(board, "won_2026-03")) == ("1", "1")
    assert figure(board, "lost_2026-03") == "1"
    assert [row.label for row in board.page.sheet.reasons._rows] == ["Price too high"]
    assert [row.label for row in board.page.sheet.competitors._rows] == ["Rival Ltd", "No competitor named"]
    assert [row.label for row in board.page.sheet.reps._rows] == ["Boris Lang", "Anna Kern"]
    assert figure(board, "stage_qualification_0") == "10 d"
    boris, _anna = board.page.sheet.hours._rows
    assert [cell.text.replace("\u00a0", " ") for cell in boris.cells] == ["20 h", "5 h", "€ 7 K", "€ 280"]


def test_every_number_opens_exactly_the_list_behind_it(board):
    """The mark's own number, where it counts sales, is the number of rows."""
    checked = 0
    for chart in board.page.sheet.charts():
        for mark in chart.marks():
            ids = board.ask("list_ids", subject="opportunity", filter=ListFilter(state="all", behind=mark.behind))
            count = mark.text().partition("\u00a0·")[0].removesuffix(" deals").removeprefix("lost: ")
            if count.isdigit():
                assert int(count) == len(ids), mark.accessibleName()
                checked += 1
    assert checked >= 15


def test_a_click_shows_the_list_with_a_pill_that_takes_the_narrowing_away(board):
    click(board.mark("won_2026-02"))
    board.settle()
    assert board.list.count_label.text() == "1 opportunity"
    assert board.list.narrowing.isVisible()
    assert board.list.narrowing.pill.text() == "Won, February 2026"
    board.window.step(-1)
    board.settle()
    assert board.page.isVisible()
    board.window.step(1)
    board.settle()
    assert board.list.count_label.text() == "1 opportunity"
    click(board.list.narrowing.remove_button)
    board.settle()
    assert not board.list.narrowing.isVisible()
    assert board.list.count_label.text() == "2 opportunities", "open ones, as usual"
    assert board.list.filters.filter() == ListFilter()


def test_show_everything_in_a_narrowed_list_leaves_the_dashboards_number_too(board):
    click(board.mark("lost_2026-03"))
    board.settle()
    click(board.list.filters.reset_button)
    board.settle()
    assert not board.list.narrowing.isVisible()
    assert board.window.history.current == Place("opportunities")


def test_the_pill_speaks_the_language_of_the_window(board):
    board.mark("won").click()
    board.settle()
    board.window.choose_language("ru")
    board.settle()
    assert board.list.narrowing.pill.text() == "Выиграно, 1 кв. 2026"


def test_a_chart_is_one_stop_of_tab_and_the_arrows_go_through_it(board):
    funnel = board.page.sheet.funnel
    stops = [mark for mark in funnel.marks() if mark.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == funnel.marks()[:1]
    stops[0].setFocus()
    press(stops[0], Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert here is funnel.marks()[1]
    press(here, Qt.Key.Key_End)
    assert QApplication.focusWidget() is funnel.marks()[-1]
    press(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert QApplication.focusWidget() is funnel.marks()[0]
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    board.settle()
    assert board.list.narrowing.pill.text().startswith("Reached “Qualification”")


def test_every_mark_says_what_it_is_and_its_value(board):
    for chart in board.page.sheet.charts():
        assert chart.accessibleName() or chart in [card.chart for card in board.page.sheet.figures.values()]
        for mark in chart.marks():
            assert mark.accessibleName()
            assert mark.toolTip()
    for mark in board.page.findChildren(Mark):
        name, *said = mark.accessibleName().casefold().replace(", ", ": ").split(": ")
        assert name not in said, mark.accessibleName()  # nothing is said twice
    assert board.mark("funnel_closed_won").accessibleName().replace("\u00a0", " ") == "Closed won: 2 · 100 %"
    assert "€" in board.mark("won_2026-02").toolTip()


def test_whose_sales_which_need_and_which_days(board):
    board.choose("people_mine")
    assert (figure(board, "won"), small(board, "won")) == ("€ 6 K", ["1 deal"])
    boris = next(person.id for person in board.ask("shell").people if person.name == "Boris Lang")
    board.choose(f"owner_{boris}")
    assert figure(board, "won") == "€ 7 K"
    assert board.page.filters.people_button.text() == "Boris Lang"
    board.choose("people_all")
    need = board.ask("choices", lookup="need")[0]
    board.choose(f"need_{need.id}")
    assert figure(board, "won") == "€ 7 K"
    board.mark("won").click()
    board.settle()
    assert board.list.narrowing.pill.text() == f"Won, Q1 2026, {need.label}"
    board.go()
    board.choose("need_all")
    board.choose("period_this_month")
    assert figure(board, "won") == "€ 7 K"


def test_a_period_in_which_nothing_was_offers_all_time(board):
    board.choose("period_last_year")
    assert board.page.hint.isVisible()
    assert board.page.sheet.months.is_empty()
    board.page.hint.action.click()
    board.settle()
    assert not board.page.hint.isVisible()
    assert figure(board, "won") == "€ 13 K"
    assert board.page.filters.period_button.text() == "All time"


def test_days_of_ones_own(board):
    board.choose("period_own")
    first = board.window.findChild(QLineEdit, "periodFirstEdit")
    last = board.window.findChild(QLineEdit, "periodLastEdit")
    assert first.isVisible()
    for edit, text in ((first, "21.02.2026"), (last, "19.02.2026")):
        edit.selectAll()
        type_text(edit, text)
    press(last, Qt.Key.Key_Return)
    assert last.isVisible(), "the last day comes before the first"
    first.setFocus()
    first.selectAll()
    type_text(first, "19.02.2026")
    last.setFocus()
    last.selectAll()
    type_text(last, "20.02.2026")
    press(last, Qt.Key.Key_Return)
    board.settle()
    assert figure(board, "won") == "€ 6 K"
    assert board.page.filters.period_button.text() == "19 Feb 2026 – 20 Feb 2026"


def test_other_currencies_stand_beside_the_workspaces_own_and_are_never_added(board):
    sale = board.sale("Import", 2_000, "USD")
    board.close(sale, "closed_won", Money(200_000, "USD"))
    board.go()
    assert figure(board, "won") == "€ 13 K + $ 2 K"
    forecast = board.ask("analytics_forecast", filter=board.page.filters.filter())
    assert [money.currency for money in forecast.weighted] == ["EUR", "USD"]


def test_the_dashboard_follows_what_is_changed_elsewhere(board):
    before = figure(board, "won")
    sale = board.sale("Another", 1_000)
    board.go()
    board.close(sale, "closed_won", euro(10_000))
    board.settle()
    assert (before, figure(board, "won")) == ("€ 13 K", "€ 23 K")


def test_forecast_weighs_and_draws_and_says_from_what(board):
    """Open: 1 000 at 10 %, 9 000 at 60 %; 13 000 are won."""
    cells = {row.key: row.cells[0].text.replace("\u00a0", " ") for row in board.page.sheet.ahead._rows}
    assert (cells["won"], cells["open"], cells["weighted"]) == ("€ 13 K", "2 · € 10 K", "€ 18.5 K")
    forecast = board.ask("analytics_forecast", filter=board.page.filters.filter())
    assert 1_300_000 <= forecast.p10.minor <= forecast.p50.minor <= forecast.p90.minor <= 2_300_000
    assert board.page.sheet.spread.isVisibleTo(board.page)
    assert board.page.sheet.ahead_note.text().startswith("Drawn from the newest 3 closed sales")
    assert "P50" in board.page.sheet.spread.accessibleDescription()


def plan_edit(board: Board, name: str) -> QLineEdit:
    person = next(person.id for person in board.ask("shell").people if person.name == name)
    found = board.page.findChild(QLineEdit, f"planEdit_{person}")
    assert found is not None
    return found


def test_a_plan_is_written_where_it_stands_and_can_be_undone(board):
    edit = plan_edit(board, "Boris Lang")
    edit.setFocus()
    edit.selectAll()
    type_text(edit, "14000")
    press(edit, Qt.Key.Key_Return)
    board.settle()
    assert board.page.sheet._plan.plan == euro(14_000)
    assert board.page.sheet.plan_card.total_label.text().replace("\u00a0", " ") == "€ 13 K of € 14 K, that is 93 %"
    assert small(board, "won") == ["2 deals", "93 % of plan"]
    board.window.undo()
    board.settle()
    assert board.page.sheet._plan.plan == euro(0)


def test_what_is_no_amount_is_not_saved_and_esc_takes_it_back(board):
    edit = plan_edit(board, "Boris Lang")
    edit.setFocus()
    type_text(edit, "many")
    press(edit, Qt.Key.Key_Return)
    board.settle()
    assert edit.property("missing") == "true"
    problem = board.page.sheet.plan_card.problem_label
    assert problem.isVisible()
    assert problem.text() == "The plan of Boris Lang is not saved. Write an amount, for example 184000.50."
    press(edit, Qt.Key.Key_Escape)
    assert edit.text() == ""
    assert not problem.isVisible()
    assert board.page.sheet._plan.plan == euro(0)


def test_other_quarters_have_their_own_plans(board):
    click(board.page.sheet.plan_card.next_button)
    board.settle()
    assert board.page.sheet.plan_card.quarter_label.text() == "Q2 2026"
    click(board.page.sheet.plan_card.previous_button)
    board.settle()
    assert board.page.sheet.plan_card.quarter_label.text() == "Q1 2026"
    board.mark(f"fact_{board.page.sheet._plan.rows[-1].person.id}").click()
    board.settle()
    assert board.list.count_label.text() == "1 opportunity"


def test_a_rep_sees_plans_but_cannot_write_them(board):
    boris = next(person.id for person in board.ask("shell").people if person.name == "Boris Lang")
    board.window.switch_person(boris)
    board.settle()
    board.go()
    assert not plan_edit(board, "Boris Lang").isVisible()
    assert not any(row.editable for row in board.page.sheet._plan.rows)


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"\xef\xbb\xbf")])
def test_it_is_exported_where_the_dialog_says(board, tmp_path, monkeypatch, kind, begins):
    """The system's own dialog is answered; without an ending the file gets that of its kind."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sales"), ""))
    board.choose(f"export_{kind}")
    assert (tmp_path / f"sales.{kind}").read_bytes().startswith(begins)
    said = [label.text() for label in board.window.toast.findChildren(QLabel)]
    assert f"The dashboard was saved as “sales.{kind}”." in said


def test_the_table_holds_every_number(board, tmp_path):
    file = tmp_path / "sales.csv"
    board.page.export(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.reader(opened))
    assert ["Total", "", "Won", "2", "deals"] in lines
    assert ["Total", "", "Won", "13000", "EUR"] in lines
    assert ["Funnel", "Contracting", "Conversion", "66.7", "%"] in lines
    assert ["Why we lost", "Price too high", "Lost", "1", "deals"] in lines
    assert ["Forecast", "", "Weighted by probability", "18500", "EUR"] in lines
    settle(board.window)


def test_a_place_where_nothing_can_be_written_is_said(board, tmp_path):
    for kind in ("png", "svg", "csv"):
        board.page.export(tmp_path / "no such folder" / f"sales.{kind}")
        settle(board.window)
        said = [label.text() for label in board.window.toast.findChildren(QLabel)]
        assert f"“sales.{kind}” could not be written. Choose another place." in said


def test_no_cell_is_a_formula(tmp_path):
    file = tmp_path / "table.csv"
    write_table([("=1+1", "+7 900", "-12.5", "@x", "Plain", "\tx")], file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert next(csv.reader(opened)) == ["'=1+1", "'+7 900", "-12.5", "'@x", "Plain", "'\tx"]
    assert harmless("-2+3") == "'-2+3"


def test_an_empty_workspace_says_what_will_be_here(bare):
    page = bare.go()
    assert page._stack.currentWidget() is page.empty
    assert not page.export_button.isEnabled()
    click(page.empty.action)
    bare.settle()
    assert bare.list.isVisible()


@pytest.mark.parametrize("size", [(1440, 900), (1000, 640)])
def test_it_fits_wide_and_narrow_windows_in_both_languages_and_themes(board, size):
    board.window.resize(*size)
    for language in ("ru", "en"):
        board.window.choose_language(language)
        for theme in ("dark", "light"):
            board.window.choose_theme(theme)
            board.settle()
            assert not board.page.sheet.grab().isNull()
            assert board.page._area.horizontalScrollBar().maximum() == 0
    wanted = 2 if board.page.width() >= 860 else 1
    assert board.page.sheet._columns == wanted


def test_period_and_people_are_remembered(program, qtbot, clock, settings_folder):
    first = Board(program(config_dir=settings_folder), qtbot, clock)
    first.go().filters.choose_period("last_year")
    first.settle()
    first.choose("people_team")
    first.window.close()
    again = Board(program(config_dir=settings_folder), qtbot, clock)
    filters = again.go().filters
    assert (filters.preset, filters.filter().scope) == ("last_year", "team")
