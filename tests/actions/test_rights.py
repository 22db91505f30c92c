"""Who may change what (docs/rights.md), at the one door of actions: whatever a window, a macro or an import wants."""

from __future__ import annotations

import pytest

from desktop.actions import registry
from desktop.sales import access
from desktop.sales.doors import Attached, Creates, Edits, EditsLine, Record
from desktop.sales.tables import activity, attachment, notification, opportunity_line, person
from desktop.store.transaction import Transaction
from desktop.views.exchange import FieldsAnswer, Money
from desktop.views.many import Wanted

ROLES = ("administrator", "manager", "rep", "other")


class Team:
    """Anna administers; Maria leads Boris and Tom; Ida is nobody's. Boris owns one of each."""

    def __init__(self, desk) -> None:
        self.desk = desk
        maria = desk.do("create_person", name="Maria", role="manager").result["person"]
        self.people = {"anna": desk.person("Anna Kern"), "maria": maria}
        for name, manager in (("Boris", maria), ("Tom", maria), ("Ida", None)):
            self.people[name.lower()] = desk.do("create_person", name=name, manager=manager).result["person"]
        self.product = desk.do("create_product", name="Scanner", price=Money(100, "EUR")).result["product"]
        self.as_("boris")
        self.account = desk.do("create_account", name="Vega", owner=self.people["boris"]).result["account"]
        self.contact = desk.do("create_contact", name="Olga", account=self.account).result["contact"]
        self.lead = desk.do("create_lead", title="Call").result["lead"]
        self.sale = desk.do("create_opportunity", title="Sale", account=self.account).result["opportunity"]
        self.order = desk.do("create_order", opportunity=self.sale).result["order"]
        self.activity = desk.do("create_activity", kind="task", title="T", opportunity=self.sale).result["activity"]
        desk.do("add_line", subject="opportunity", id=self.sale, product=self.product)
        self.as_("anna")

    def as_(self, name: str) -> None:
        self.desk.do("switch_person", person=self.people[name])

    def allowed(self, name: str, /, **arguments: object) -> dict[str, str]:
        """Who may do it: "" or the code of the refusal, for Anna, Maria, Boris and Ida; nothing stays done."""
        registry.load(name)
        said = {}
        for one in ("anna", "maria", "boris", "ida"):
            with self.desk.workspace._database.writing() as connection:
                tx = Transaction(connection, action=name, person_id=self.people[one], now=self.desk.clock())
                try:
                    registry._rights[name].check(tx, arguments)
                except registry.doors.access.Refused as refused:
                    said[one] = refused.code
                else:
                    said[one] = ""
        return said


@pytest.fixture
def team(desk) -> Team:
    return Team(desk)


def everybody_but(**refused: str) -> dict[str, str]:
    return {"anna": "", "maria": "", "boris": "", "ida": ""} | refused


def test_every_action_says_who_may_do_it():
    registry.load()
    assert set(registry._rights) == set(registry._actions)
    assert all(right.says for right in registry._rights.values())


def test_what_belongs_to_somebody_is_changed_by_the_owner_their_managers_and_administrators(team):
    """Every registered action on one record, asked by all four; its parts (lines, files ...) follow the record."""
    subjects = {"opportunity": team.sale, "lead": team.lead, "activity": team.activity, "order": team.order}
    subjects |= {"account": team.account, "contact": team.contact}
    registry.load()
    asked = set()
    for name, right in registry._rights.items():
        if not isinstance(right, Edits) or right.part is not None:
            continue
        named = [(right.subject, subjects.get(right.subject))] if not right.dynamic else list(subjects.items())
        for subject, record in named:
            if record is None:
                continue
            arguments = {right.argument: record} | ({right.subject: subject} if right.dynamic else {})
            assert team.allowed(name, **arguments) == everybody_but(ida="right-owner"), (name, subject)
            asked.add(name)
    assert {"change_stage", "save_opportunity", "complete_task", "change_lead_stage", "save_order", "add_line"} <= asked
    line = team.desk.row(opportunity_line).id
    for name in ("save_line", "remove_line"):
        assert team.allowed(name, subject="opportunity", line=line) == everybody_but(ida="right-owner")


def test_parts_of_a_record_are_changed_by_whoever_changes_the_record(team, tmp_path):
    path = tmp_path / "offer.txt"
    path.write_text("offer")
    team.as_("boris")
    team.desk.do("attach_file", subject="opportunity", record=team.sale, path=path)
    participant = team.desk.do("add_participant", opportunity=team.sale, contact=team.contact).result["participant"]
    payment = team.desk.do("add_payment", order=team.order, due_on=team.desk.clock().date(), share=50)
    file = team.desk.row(attachment).id
    only_ida = everybody_but(ida="right-owner")
    assert team.allowed("remove_file", id=file) == only_ida
    assert team.allowed("remove_participant", id=participant) == only_ida
    assert team.allowed("remove_payment", payment=payment.result["payment"]) == only_ida


def test_what_is_made_on_a_record_of_somebody_else_is_refused(team):
    for name in ("create_activity", "add_note", "create_order"):
        assert isinstance(registry._rights[name], Creates)
        assert team.allowed(name, opportunity=team.sale) == everybody_but(ida="right-owner")
    for name in ("create_activity", "add_note", "run_process"):
        assert team.allowed(name, lead=team.lead) == everybody_but(ida="right-owner")
    assert team.allowed("create_opportunity", title="New") == everybody_but()


def test_a_comment_is_written_by_everybody_who_sees_the_sale(team):
    assert isinstance(registry._rights["add_comment"], Record)
    assert team.allowed("add_comment", opportunity=team.sale) == everybody_but()
    team.desk.do("save_setting", name="visible_records", value="own")
    assert team.allowed("add_comment", opportunity=team.sale) == everybody_but(ida="record-not-visible")
    assert team.allowed("save_opportunity", id=team.sale) == everybody_but(ida="record-not-visible")


def test_products_are_managers_and_settings_administrators(team):
    assert team.allowed("save_product", id=team.product) == everybody_but(boris="right-manager", ida="right-manager")
    assert team.allowed("create_product") == everybody_but(boris="right-manager", ida="right-manager")
    nobody_else = dict.fromkeys(("maria", "boris", "ida"), "right-administrator")
    assert team.allowed("save_setting") == everybody_but(**nobody_else)


def test_nobody_s_account_is_everybody_s_and_contacts_are_those_of_whoever_sells_there(team):
    desk = team.desk
    free = desk.do("create_account", name="Free").result["account"]
    desk.do("save_account", id=free, version=1, fields={"owner": None})
    assert team.allowed("save_account", id=free) == everybody_but()
    desk.do("create_opportunity", title="Ida sells too", account=team.account, owner=team.people["ida"])
    assert team.allowed("save_contact", id=team.contact) == everybody_but()
    assert team.allowed("save_account", id=team.account) == everybody_but(ida="right-owner")


def test_an_activity_is_changed_by_its_owner_and_by_the_owner_of_its_sale(team):
    given = {"owner": team.people["ida"]}
    team.as_("boris")
    version = team.desk.row(activity, id=team.activity).version
    team.desk.do("save_activity", id=team.activity, version=version, fields=given)
    assert team.allowed("complete_task", activity=team.activity) == everybody_but()
    assert team.allowed("change_stage", opportunity=team.sale) == everybody_but(ida="right-owner")


def test_what_a_process_does_in_the_course_of_somebody_s_task_is_not_asked_about(team):
    """Ida completes the last task that she was given: the stage of Boris's sale goes on (R6)."""
    team.as_("boris")
    desk = team.desk
    sale = desk.sale_on("qualification")
    for task in desk.tasks(sale).values():
        version = desk.row(activity, id=task).version
        desk.do("save_activity", id=task, version=version, fields={"owner": team.people["ida"]})
    team.as_("ida")
    desk.finish_stage(sale)
    assert desk.stage_of(sale) == "presentation"


def test_who_has_a_task_on_a_sale_answers_the_gate_and_nobody_else_does(team):
    """N5: the fields that a completed task asks for are filled in by whoever completes it."""
    desk = team.desk
    team.as_("boris")
    help_ = desk.do("create_activity", kind="call", title="Help", opportunity=team.sale, owner=team.people["tom"])
    answer = FieldsAnswer(team.sale, {"need_text": "Paper lists"})
    team.as_("ida")
    assert desk.refused("mark_read", filled=(answer,)).code == "right-owner"
    team.as_("tom")
    desk.do("complete_task", activity=help_.result["activity"], filled=(answer,))


def test_one_s_own_is_given_to_anybody_and_the_team_s_within_the_team(team):
    def giving(to: str) -> dict[str, str]:
        return team.allowed("save_opportunity", id=team.sale, fields={"owner": team.people[to]})

    assert giving("tom") == everybody_but(ida="right-owner")
    assert giving("ida") == everybody_but(maria="right-give", ida="right-owner")
    assert giving("boris") == everybody_but(ida="right-owner")
    assert team.allowed("create_lead", title="x", owner=team.people["tom"]) == everybody_but()


def test_who_has_left_can_do_nothing_not_even_in_a_window_that_is_still_open(team):
    desk = team.desk
    registry.load()
    team.as_("tom")
    with desk.engine.begin() as connection:
        connection.execute(person.update().where(person.c.id == team.people["tom"]).values(active=False))
    refusals = {desk.refused(name).code for name in ("mark_read", "create_lead", "save_lead", "undo", "create_product")}
    assert refusals <= {"right-inactive", "right-manager"}
    with desk.workspace._database.reading() as connection:
        tx = Transaction(connection, action="", person_id=team.people["tom"], now=desk.clock())
        assert access.visible_people(tx) == frozenset()


def test_many_records_are_asked_about_one_by_one_and_deleted_by_managers(team):
    desk = team.desk
    team.as_("ida")
    own = [desk.do("create_lead", title=title).result["lead"] for title in ("A", "B")]
    wanted = Wanted("tags", add=("hot",))
    desk.do("change_many", subject="lead", ids=own, wanted=wanted)
    assert desk.refused("change_many", subject="lead", ids=[*own, team.lead], wanted=wanted).code == "bulk-row"
    assert desk.refused("change_many", subject="lead", ids=own, wanted=Wanted("delete")).code == "right-manager"
    assert desk.refused("delete_records", subject="lead", ids=[team.lead]).code == "right-owner"
    desk.do("delete_records", subject="lead", ids=own[:1])
    team.as_("maria")
    desk.do("change_many", subject="lead", ids=[team.lead], wanted=Wanted("delete"))


def test_the_program_itself_may_do_everything(team):
    with team.desk.workspace._database.reading() as connection:
        tx = Transaction(connection, action="", person_id=None, now=team.desk.clock())
        for right in registry._rights.values():
            if not isinstance(right, Edits | EditsLine | Attached):
                right.check(tx, {})
        access.must_change(tx, "opportunity", team.sale)
        assert access.administers(tx) and access.manages(tx)
    assert not team.desk.rows(notification, person_id=team.people["anna"])


def test_a_document_belongs_to_whoever_owns_its_sale(team):
    """Proposals and contracts are hidden and changed as their sale is."""
    desk = team.desk
    template = desk.ask("document_templates")[0].id
    team.as_("boris")
    made = desk.do("create_document", opportunity=team.sale, template=template).result["document"]
    assert team.allowed("remove_document", document=made) == everybody_but(ida="right-owner")
    with desk.workspace._database.reading() as connection:
        for who in ("maria", "ida"):
            tx = Transaction(connection, action="", person_id=team.people[who], now=desk.clock())
            assert access.may_change(tx, "document", made) == (who == "maria")
