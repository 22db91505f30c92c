"""The history of leads, accounts and contacts, on a tab of their pages."""

from __future__ import annotations

import pytest

from desktop.views.exchange import Place


@pytest.mark.parametrize(
    ("subject", "name", "field", "label"),
    [
        ("lead", {"title": "Paper lists"}, {"phone": "12"}, "Phone"),
        ("account", {"name": "Vega"}, {"phone": "12"}, "Phone"),
        ("contact", {"name": "Jana Fox"}, {"job_title": "Owner"}, "Job title"),
    ],
)
def test_the_history_of_a_record_is_a_tab_of_its_page(desk, subject: str, name, field, label: str) -> None:
    made = desk.do(f"create_{subject}", **name).result[subject]
    version = desk.ask(f"{subject}_page", id=made).version
    desk.do(f"save_{subject}", id=made, version=version, fields=field)
    desk.window.show_place(Place(subject, made))
    desk.settle()
    desk.click("historyButton")
    model = desk.find("historyTable").model()
    first = [model.index(0, column).data() for column in range(5)]
    assert first == ["23 Nov 2026 10:42", "Anna Kern", label, "", next(iter(field.values()))]
    desk.do(f"save_{subject}", id=made, version=version + 1, fields={next(iter(field)): "13"})
    desk.settle()
    assert model.index(0, 4).data() == "13", "it follows what happens meanwhile"
