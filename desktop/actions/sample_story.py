"""How one sale of the sample data goes: what its owner does, when, and with which results."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from desktop.actions.registry import perform
from desktop.actions.sample_goods import Goods
from desktop.processes import sentences
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import ResultSpec
from desktop.sales import activities, lookups, opportunities
from desktop.sales.workload import open_tasks_on
from desktop.views.exchange import ClosingAnswer, Money

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

PATIENCE = 60
"""The most steps that a story takes."""


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer with its contact and what it may want; ``account`` and ``contact`` are ids."""

    account: int
    contact: int
    name: str
    job_title: str
    wants: str
    owner: int


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale to be told. ``ending`` is won, the stage on which it is lost, "by hand" or, for one under way, empty.

    ``known``: need, budget, authority and decision date are filled in.
    """

    customer: Customer
    wants: str
    amount: Money
    begins: datetime
    ending: str
    jumps: bool
    by_hand: bool
    known: bool
    opportunity: int | None = None


class Teller:
    """What all stories share: the transaction whose clock they move, the chance, the present, the words."""

    def __init__(
        self, tx: Transaction, chance: random.Random, present: datetime, words: Mapping[str, list[str]], goods: Goods
    ) -> None:
        self.tx = tx
        self.chance = chance
        self.present = present
        self.words = words
        self.goods = goods
        self.sales = 0
        self.leads: dict[str, tuple[int, int]] = {}
        """The newest lead that stops on a stage, and its owner, by the code of the stage."""
        self.won: int | None = None
        """The sale that was won last."""
        self.reasons = lookups.choices(tx, "closing_reason", "en")
        self.needs = lookups.choices(tx, "need", "en")
        self.sources = lookups.choices(tx, "lead_source", "en")
        self.states = {choice.code: choice.id for choice in lookups.choices(tx, "order_status", "en")}

    def act(self, person: int, name: str, **arguments: object) -> Mapping[str, Any]:
        """Let a person do something now, as in the window: an action of its own, so that the past tells it (N4)."""
        self.tx.person_id = person
        with self.tx.part(name):
            outcome = perform(self.tx, name, arguments)
            self.tx.label = sentences.label(outcome.message, outcome.parameters)
        return outcome.result

    def word(self, kind: str) -> str:
        """Return one of the words of that kind."""
        return self.chance.choice(self.words[kind])

    def some_days_on(self, least: float, most: float) -> datetime:
        """Return a full hour of a working day some days from now, by the person's clock."""
        local = self.tx.now.astimezone(self.tx.zone) + timedelta(days=self.chance.uniform(least, most))
        while local.weekday() >= 5:
            local += timedelta(days=1)
        moment = datetime.combine(local.date(), time(self.chance.choice((9, 10, 11, 13, 14, 15, 16))), self.tx.zone)
        return max(moment, self.tx.now + timedelta(hours=1))


def working(moment: datetime, zone: tzinfo) -> datetime:
    """Return the moment, or the next one by the clock of the zone that lies between 9 and 18 on a working day."""
    local = moment.astimezone(zone)
    if not 9 <= local.hour < 18:
        local = local.replace(hour=9) + timedelta(days=1 if local.hour >= 18 else 0)
    while local.weekday() >= 5:
        local += timedelta(days=1)
    return local


def story(teller: Teller, sale: Sale) -> Iterator[datetime]:
    """Tell one sale: every moment that is given is when its owner goes on."""
    if sale.opportunity is None:
        yield sale.begins
    opportunity = _begin(teller, sale)
    owner = sale.customer.owner
    chance = teller.chance
    for _ in range(PATIENCE):
        tasks = open_tasks_on(teller.tx, opportunity)
        if not tasks or opportunities.read(teller.tx, opportunity).closed_at is not None:
            _tidy(teller, owner, tasks)
            if sale.ending == "won":
                teller.won = opportunity
                teller.goods.sell(teller, owner, opportunity)
            return
        task = tasks[0]
        late = (
            timedelta(hours=chance.uniform(2, 30))
            if chance.random() < 0.2
            else -timedelta(minutes=chance.randint(0, 90))
        )
        yield working(max(task.due_at + late, teller.tx.now + timedelta(minutes=5)), teller.tx.zone)
        if chance.random() < 0.12 and task.instance_id is not None:
            _call_in_between(teller, opportunity, owner)
        if sale.jumps and task.stage_code == "qualification" and sale.ending in ("won", "proposal", "contracting"):
            teller.act(owner, "change_stage", opportunity=opportunity, stage="proposal")
            continue
        if sale.ending == "by hand" and task.stage_code == "presentation":
            closing = _closing(teller, sale, opportunity, lost=True)
            teller.act(owner, "change_stage", opportunity=opportunity, stage="closed_lost", closing=closing)
        elif not _complete(teller, sale, opportunity, task, last=len(tasks) == 1):
            return


def _begin(teller: Teller, sale: Sale) -> int:
    """Start the sale in one of the ways there are, and fill in what is known of it."""
    owner = sale.customer.owner
    opportunity = sale.opportunity
    if opportunity is None and sale.by_hand:
        opportunity = teller.act(owner, "create_opportunity", title=sale.wants)["opportunity"]
        teller.act(owner, "run_process_on", opportunity=opportunity)
    elif opportunity is None:
        opportunity = teller.act(owner, "run_process", process="corporate_sale")["opportunity"]
    teller.sales += 1
    assert opportunity is not None
    version = opportunities.read(teller.tx, opportunity).version
    teller.act(owner, "save_opportunity", id=opportunity, version=version, fields=_fields(teller, sale))
    teller.goods.offer(teller, owner, opportunity, sale.amount)
    if teller.chance.random() < 0.5:
        teller.act(owner, "add_note", text=teller.word("notes"), opportunity=opportunity)
    return opportunity


def _fields(teller: Teller, sale: Sale) -> dict[str, object]:
    chance = teller.chance
    today = teller.tx.now.date()
    fields: dict[str, object] = {
        "title": f"{sale.customer.name} / {sale.wants}",
        "amount": sale.amount,
        "expected_close": today + timedelta(days=chance.randint(20, 80)),
    }
    if sale.customer.account:
        fields |= {"account": sale.customer.account, "contact": sale.customer.contact, "budget": sale.amount}
    if sale.known:
        fields |= {
            "need": chance.choice(teller.needs).id,
            "need_text": teller.word("needs"),
            "budget": Money(int(sale.amount.minor * chance.choice((0.8, 0.9, 1, 1))) // 100_000 * 100_000, "EUR"),
            "budget_confirmed": chance.random() < 0.6,
            "decision_date": date.fromordinal(today.toordinal() + chance.randint(25, 80)),
            "decision_maker_role": sale.customer.job_title or teller.word("roles"),
            "tactics": teller.word("tactics"),
        }
        if sale.customer.contact:
            fields["decision_maker"] = sale.customer.contact
        if sale.opportunity is None:
            fields["source"] = chance.choice(teller.sources).id
    return fields


def _tidy(teller: Teller, owner: int, tasks: Sequence[Any]) -> None:
    """Cancel what was planned by hand for a sale that is over."""
    for task in tasks:
        teller.act(owner, "cancel_task", activity=task.id)


def _call_in_between(teller: Teller, opportunity: int, owner: int) -> None:
    start = teller.some_days_on(0.2, 3)
    title = teller.word("calls")
    teller.act(owner, "create_activity", kind="call", title=title, opportunity=opportunity, start_at=start)


def _complete(teller: Teller, sale: Sale, opportunity: int, task: Any, *, last: bool) -> bool:
    """Complete the task that is due; tell whether the story goes on."""
    owner = sale.customer.owner
    minutes = teller.chance.randint(1, 8) * 10
    if task.instance_id is None:
        teller.act(owner, "complete_task", activity=task.id, result=activities.DONE, spent_minutes=minutes)
        return True
    result = _result(teller, sale, task, last=last)
    if result is None:
        return False
    lost = result.leads == "lost"
    teller.act(
        owner,
        "complete_task",
        activity=task.id,
        result=result.code,
        when=teller.some_days_on(2, 9) if result.asks == "when" else None,
        comment=teller.word("comments"),
        spent_minutes=minutes,
        closing=_closing(teller, sale, opportunity, lost=lost) if lost or task.stage_code == "contracting" else None,
    )
    return True


def _result(teller: Teller, sale: Sale, task: Any, *, last: bool) -> ResultSpec | None:
    """Choose a result as the sale's ending wants it; None leaves the task open."""
    results = catalogue.by_id(teller.tx, task.definition_id).tasks[task.element_id].results
    by_way = {result.leads: result for result in results}
    if sale.ending == task.stage_code and "lost" in by_way:
        return by_way["lost"]
    if not sale.ending and task.stage_code == "contracting" and last:
        return by_way.get("again")
    if "again" in by_way and teller.chance.random() < 0.2:
        return by_way["again"]
    return by_way["done"]


def _closing(teller: Teller, sale: Sale, opportunity: int, *, lost: bool) -> ClosingAnswer:
    spent = activities.spent_on(teller.tx, opportunity) + 20
    if not lost:
        part = teller.chance.choice((90, 95, 100, 100, 105))
        return ClosingAnswer(income=Money(sale.amount.minor * part // 100, "EUR"), spent_minutes=spent)
    competitor = teller.word("competitors") if teller.chance.random() < 0.5 else ""
    return ClosingAnswer(spent_minutes=spent, reason=teller.chance.choice(teller.reasons).id, competitor=competitor)
