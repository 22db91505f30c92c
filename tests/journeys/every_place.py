"""How a person comes to every page, dialog and popup of the window, in either language, with records to look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from desktop.views.exchange import Place
from tests.journeys.administering import administer
from tests.journeys.hand import Hand, Key, Modifier

Step = Callable[[Hand], None]


def ground(hand: Hand) -> None:
    """Records with Russian names, so that whatever is Latin on the screen is the program's own."""
    account = hand.do("create_account", name="Вега Логистика").result["account"]
    hand.do("create_contact", name="Ирина Фальк", account=account)
    hand.do("create_lead", title="Кассы", account=account)
    sale = hand.do("run_process", process="corporate_sale").result["opportunity"]
    hand.do("create_activity", kind="call", title="Позвонить", opportunity=sale)
    version = hand.ask("opportunity_page", id=sale).version
    hand.do("save_opportunity", id=sale, version=version, fields={"title": "Склад"})
    hand.do("add_note", text="Заметка", opportunity=sale)
    product = administer(hand, "create_product", name="Лицензия", unit="шт").result["product"]
    hand.do("add_line", subject="opportunity", id=sale, product=product, discount=5)
    order = hand.do("create_order", opportunity=sale).result["order"]
    hand.do("add_payment", order=order, due_on=date(2026, 4, 1), share=100)
    template = hand.value("SELECT id FROM document_template WHERE kind = 'contract' AND language = 'ru'")
    hand.do("create_document", opportunity=sale, template=template)
    body = "<h1>Роботы</h1><p>Что <b>изменится</b></p>"
    article = hand.do("create_article", title="Роботы", kind="presentation", body=body, tags=["склад"]).result[
        "article"
    ]
    hand.do("copy_article", opportunity=sale, article=article)
    hand.rest()


def on_sale(hand: Hand) -> None:
    hand.key(Key.Key_3, Modifier.ControlModifier)
    if hand.shown("opportunityBoardPage"):  # it was looked at last
        hand.push("listViewButton")
    hand.click_row(hand.find("opportunityList", QAbstractItemView, hand.see("opportunityListPage")), 0, twice=True)
    hand.see("opportunityPage")
    hand.rest()


def a_list(name: str, list_name: str) -> Step:
    def go(hand: Hand) -> None:
        hand.push(f"side_{name}")
        hand.see(list_name)

    return go


def a_page(place: str, list_name: str, page: str) -> Step:
    def go(hand: Hand) -> None:
        hand.push(f"side_{place}")
        hand.click_row(hand.find(list_name, QAbstractItemView), 0, twice=True)
        hand.see(page)
        hand.rest()

    return go


def schedule(view: str) -> Step:
    def go(hand: Hand) -> None:
        hand.push("side_schedule")
        hand.push(f"{view}Button", hand.see("schedulePage"))

    return go


def popup(button: str, name: str) -> Step:
    def go(hand: Hand) -> None:
        on_sale(hand)
        hand.push(button, hand.see("actionPanel"))
        hand.see(name)

    return go


def card_popup(button: str, name: str) -> Step:
    def go(hand: Hand) -> None:
        on_sale(hand)
        hand.push(button, hand.card("contact_customer"))
        hand.see(name)

    return go


def result(code: str) -> Step:
    def go(hand: Hand) -> None:
        card_popup("completeButton", "miniCardPopup")(hand)
        hand.push(f"result_{code}", hand.see("miniCardPopup"))

    return go


def closing(entry: str) -> Step:
    def go(hand: Hand) -> None:
        on_sale(hand)
        hand.click(hand.see("stage_closed", hand.see("stageBar")))
        hand.pick(entry)
        hand.see("closingDialog")

    return go


def menu(button: str) -> Step:
    def go(hand: Hand) -> None:
        if button == "actionsButton":
            on_sale(hand)
        hand.click(hand.see(button))
        hand.until(lambda: any(m.isVisible() for m in hand.window.findChildren(QMenu)), "the menu should open")

    return go


def tab(number: int) -> Step:
    def go(hand: Hand) -> None:
        on_sale(hand)
        tabs = hand.see("opportunityTabs")
        hand.until(lambda: tabs.count() > number, "the tab should be there")
        hand.choose_tab(tabs, number)
        hand.rest()

    return go


def toast(hand: Hand) -> None:
    on_sale(hand)
    hand.complete("prepare_presentation")
    hand.see("toast")


def refused(hand: Hand) -> None:
    on_sale(hand)
    hand.clock.advance(hours=1)
    hand.close_sale("stage_closed_won")
    hand.clock.advance(hours=1)
    hand.undo()
    hand.see("toast")


def bell(hand: Hand) -> None:
    hand.push("notificationButton")
    hand.see("notificationPanel")


def run_window(hand: Hand) -> None:
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    hand.see("runProcessDialog")


def shortcuts(hand: Hand) -> None:
    hand.key(Key.Key_Slash, Modifier.ControlModifier)
    hand.see("shortcutsDialog")


def create(key: Qt.Key) -> Step:
    def go(hand: Hand) -> None:
        hand.key(key, Modifier.ControlModifier)
        hand.push("newButton")
        hand.see("createDialog")

    return go


def completions(hand: Hand) -> None:
    hand.press(Key.Key_K, Modifier.ControlModifier)
    hand.rest()
    hand.see("commandCompletions")


def unsaved(hand: Hand) -> None:
    on_sale(hand)
    hand.write("titleEdit", "Другое")
    hand.push("side_leads")
    hand.see("unsavedDialog")


def board(hand: Hand) -> None:
    hand.command("Перейти к доске продаж" if hand.window.language.code == "ru" else "Go to the board of opportunities")
    hand.see("opportunityBoard")


def moving(hand: Hand) -> None:
    board(hand)
    hand.key(Key.Key_M)
    hand.see("movePopup")


def on_list(place: str, list_name: str, step: Step) -> Step:
    """Something that is done on a list, which may be narrowed to one record."""

    def run(hand: Hand) -> None:
        a_list(place, list_name)(hand)
        hand.rest()
        step(hand)

    return run


def condition(hand: Hand) -> None:
    hand.push("addConditionButton")
    hand.see("conditionPopup")


def saving_a_view(hand: Hand) -> None:
    hand.window.page.saved_views._do("save_as")
    hand.see("viewNameDialog")


def many(change: str) -> Step:
    """The dialog that changes the selected records of a list."""

    def run(hand: Hand) -> None:
        hand.window.page.selection.change(change)
        hand.rest()
        hand.see("bulkDialog")

    return run


def tags(hand: Hand) -> None:
    on_sale(hand)
    hand.window.page.deeds.edit_tags()
    hand.see("tagsDialog")


def products(hand: Hand) -> None:
    hand.push("side_orders")
    hand.push("productsButton")
    hand.see("productList")


def product_page(hand: Hand) -> None:
    products(hand)
    hand.click_row(hand.find("productList", QAbstractItemView), 0, twice=True)
    hand.see("productPage")
    hand.rest()


def printed_form(hand: Hand) -> None:
    a_page("orders", "orderList", "orderPage")(hand)
    hand.push("previewButton")
    hand.see("orderPreview")


def article_written(hand: Hand) -> None:
    a_page("knowledge", "articleList", "articlePage")(hand)
    hand.push("editTextButton")
    hand.see("formatBar")


def choosing_an_article(hand: Hand) -> None:
    on_sale(hand)
    card = next(card for card in hand.cards() if card.view.knowledge)
    hand.push("completeButton", card)
    hand.push("choosePresentationButton")
    hand.see("chooseArticleDialog")


def a_copy_edited(hand: Hand) -> None:
    on_sale(hand)
    hand.window.page.more.show("files")
    hand.rest()
    hand.push("editFileButton")
    hand.see("copyDialog")


def documents_tab(hand: Hand) -> None:
    on_sale(hand)
    hand.window.page.more.show("documents")
    hand.see("documentTable")
    hand.rest()


def document_page(hand: Hand) -> None:
    hand.window.show_place(Place("document", hand.value("SELECT id FROM document")))
    hand.see("documentPage")
    hand.rest()


def on_document(button: str, shown: str) -> Step:
    def go(hand: Hand) -> None:
        document_page(hand)
        hand.push(button, hand.see("documentPage"))
        hand.see(shown)
        hand.rest()

    return go


def products_tab(hand: Hand) -> None:
    on_sale(hand)
    hand.window.page.more.show("products")
    hand.see("lineTable")
    hand.rest()


def on_a_lead(run: Callable[[Any], object]) -> Step:
    def step(hand: Hand) -> None:
        a_page("leads", "leadList", "leadPage")(hand)
        run(hand.window.page)
        hand.rest()

    return step


def on_contacts(run: Callable[[Any], object]) -> Step:
    def step(hand: Hand) -> None:
        a_list("contacts", "contactList")(hand)
        run(hand.window.page.tools)
        hand.rest()

    return step


STEPS: dict[str, Step] = {
    "leads": a_list("leads", "leadList"),
    "opportunities": a_list("opportunities", "opportunityList"),
    "activities": a_list("activities", "activityList"),
    "accounts": a_list("accounts", "accountList"),
    "contacts": a_list("contacts", "contactList"),
    "schedule by day": schedule("day"),
    "schedule by week": schedule("week"),
    "schedule by month": schedule("month"),
    "schedule as a list": schedule("list"),
    "settings": lambda hand: hand.command("Настройки" if hand.window.language.code == "ru" else "Settings"),
    "lead page": a_page("leads", "leadList", "leadPage"),
    "who gets a lead": on_a_lead(lambda page: page.hand_off()),
    "a lead put aside": on_a_lead(lambda page: page.put_aside()),
    "why a lead ends": on_a_lead(lambda page: page.change_stage("disqualified")),
    "merging a lead": on_a_lead(lambda page: page.merge()),
    "tab of a lead": on_a_lead(lambda page: page.record_tabs.show_tab("activity")),
    "duplicates": on_contacts(lambda tools: tools.find_duplicates()),
    "business cards": on_contacts(lambda tools: tools.take_text("BEGIN:VCARD\nFN:Ирина Фальк\nEND:VCARD")),
    "my day": a_list("my_day", "todaySteps"),
    "activity page": a_page("activities", "activityList", "activityPage"),
    "account page": a_page("accounts", "accountList", "accountPage"),
    "contact page": a_page("contacts", "contactList", "contactPage"),
    "orders": a_list("orders", "orderList"),
    "dashboard": a_list("dashboards", "dashboardPage"),
    "order page": a_page("orders", "orderList", "orderPage"),
    "products": products,
    "product page": product_page,
    "printed form": printed_form,
    "products of the opportunity": products_tab,
    "documents of the opportunity": documents_tab,
    "document page": document_page,
    "document: asking for approval": on_document("askApprovalButton", "askApprovalDialog"),
    "document: preview": on_document("previewButton", "documentPreview"),
    "opportunity page": on_sale,
    "second tab": tab(1),
    "new task": popup("newTaskButton", "newActivityPopup"),
    "new note": popup("newNoteButton", "newNotePopup"),
    "completing": card_popup("completeButton", "miniCardPopup"),
    "completing: later": result("call_back"),
    "completing: lost": result("no_need"),
    "moving a task": card_popup("rescheduleButton", "reschedulePopup"),
    "why": card_popup("whyButton", "whyPopup"),
    "closing won": closing("stage_closed_won"),
    "closing lost": closing("stage_closed_lost"),
    "actions menu": menu("actionsButton"),
    "avatar menu": menu("avatarButton"),
    "launch menu": menu("runProcessButton"),
    "notifications": bell,
    "run process": run_window,
    "shortcuts": shortcuts,
    "new opportunity": create(Key.Key_3),
    "new lead": create(Key.Key_2),
    "completions": completions,
    "unsaved edits": unsaved,
    "choosing a presentation": choosing_an_article,
    "a copy of an article": a_copy_edited,
    "board": board,
    "moving on the board": moving,
    "a condition of a list": on_list("leads", "leadList", condition),
    "views of a list": on_list("accounts", "accountList", menu("viewsButton")),
    "saving a view": on_list("accounts", "accountList", saving_a_view),
    "many: stage": on_list("leads", "leadList", many("stage")),
    "many: owner": on_list("accounts", "accountList", many("owner")),
    "many: tags": on_list("contacts", "contactList", many("tags")),
    "many: day": on_list("activities", "activityList", many("due")),
    "many: delete": on_list("accounts", "accountList", many("delete")),
    "tags": tags,
    "toast": toast,
    "refusal": refused,
    "knowledge base": a_list("knowledge", "articleList"),
    "article page": a_page("knowledge", "articleList", "articlePage"),
    "an article being written": article_written,
}
