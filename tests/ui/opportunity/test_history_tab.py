"""The tab History of the opportunity page."""

from __future__ import annotations


def cells(desk) -> list[tuple[str, ...]]:
    model = desk.find("historyTable").model()
    return [tuple(model.index(row, column).data() for column in range(5)) for row in range(model.rowCount())]


def open_history(desk):
    tab = desk.page.more.show("history")
    desk.settle()
    return tab


def test_the_newest_change_stands_first_with_who_before_and_after(desk) -> None:
    page = desk.sale()
    open_history(desk)
    page.tabs.setCurrentIndex(0)
    desk.write("decisionMakerRoleEdit", "Head of purchasing")
    desk.click("saveButton")
    open_history(desk)
    assert cells(desk)[0] == (
        "23 Nov 2026 10:42", "Anna Kern", "Role of the decision maker", "", "Head of purchasing",
    )  # fmt: skip
    desk.complete("Prepare the presentation", "prepared", commentEdit="Twelve slides")
    assert any(
        what == "Task completed: Prepare the presentation" and after == "Prepared · Twelve slides"
        for _, _, what, _, after in cells(desk)
    )


def test_it_is_narrowed_by_kind(desk) -> None:
    desk.sale()
    tab = open_history(desk)
    desk.click("stage_proposal")
    tab.kind.setCurrentIndex(2)
    desk.settle()
    assert [row[2:] for row in cells(desk)] == [("Stage", "Qualification", "Proposal")]
    tab.kind.setCurrentIndex(5)
    desk.settle()
    assert desk.shown("historyEmpty") and not desk.shown("historyTable")


def test_a_long_history_reads_on_while_one_scrolls(desk) -> None:
    page = desk.sale()
    for number in range(150):
        version = desk.ask("opportunity_page", id=page.place.id).version
        desk.do("save_opportunity", id=page.place.id, version=version, fields={"title": f"Title {number}"})
    tab = open_history(desk)
    first = tab.model.rowCount()
    assert first < 100
    while tab.model.further is not None:
        before = tab.model.rowCount()
        tab.table.scrollToBottom()
        desk.until(lambda before=before: tab.model.rowCount() > before or tab.model.further is None)
    assert "Title 0" in {row[4] for row in cells(desk)}


def test_it_follows_the_language(desk) -> None:
    desk.sale()
    open_history(desk)
    desk.click("stage_proposal")
    desk.window.choose_language("ru")
    desk.settle()
    assert any(row[2:] == ("Стадия", "Квалификация", "Коммерческое предложение") for row in cells(desk))
    desk.window.choose_language("en")
