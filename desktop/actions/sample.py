"""Sample data: an empty workspace becomes an invented company's, made by the real actions."""

from __future__ import annotations

import heapq
import random
import tomllib
from collections.abc import Iterator
from datetime import datetime, time, timedelta, tzinfo
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from desktop.actions import sample_articles, sample_runs
from desktop.actions.registry import Outcome, action
from desktop.actions.sample_goods import Goods
from desktop.actions.sample_story import Customer, Sale, Teller, story, working
from desktop.sales import accounts, contacts, inbox, leads, lookups, people, settings
from desktop.sales.doors import ADMINISTRATORS
from desktop.sales.workload import has_records, open_tasks_of
from desktop.views.exchange import Money, Place, ReasonAnswer, Refused

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

ACTING = "Anna Kern"
HISTORY = timedelta(days=182)
SEED = 20_26
SALES = 40


@action("load_sample_data", right=ADMINISTRATORS)
def load_sample_data(tx: Transaction) -> Outcome:
    """Fill a workspace without any records with people, customers, leads and sales of the last half year.

    Everything that happened is made by the same actions that a person would have used, one after the other, under a
    moving clock. Refused "workspace-not-empty" where there are accounts, contacts, leads, opportunities or activities.
    """
    if has_records(tx):
        raise Refused("workspace-not-empty")
    tx.begin_action()
    present = tx.now
    chance = random.Random(SEED)  # noqa: S311 - a story, not a secret
    sample = _told_in(tx.language)
    tx.now = working(present - HISTORY, tx.zone)
    settings.save(tx, "company", sample["company"])
    persons = _people(tx, sample)
    reps = [persons[row["name"]] for row in sample["person"] if row["role"] == "rep"]
    customers = [
        _customer(tx, row, reps[place % len(reps)], chance) for place, row in enumerate(sample["customers"]["rows"])
    ]
    teller = Teller(tx, chance, present, sample["words"], Goods(tx, sample["products"]["rows"]))
    sample_articles.write(tx, reps)
    again = sample["words"]["second_wants"]
    stories = [story(teller, sale) for sale in _sales(present, tx.zone, customers, again, chance)]
    for row in sample["leads"]["rows"]:
        stories.append(_lead(teller, row, chance.choice(reps), present - timedelta(days=chance.uniform(4, 50))))
    stories.append(_reading_the_news(teller, tuple(persons.values()), present - timedelta(hours=20)))
    stories.append(sample_runs.begun(teller))
    _play(tx, stories, present)
    tx.now = present
    acting = tx.person_id = persons[ACTING]
    _plan_the_week(teller, acting)
    return Outcome(
        message="sample-loaded",
        parameters={"opportunities": teller.sales},
        person=acting,
        opens=Place("opportunities"),
        result={"person": acting},
    )


def _told_in(language: str) -> dict[str, Any]:
    """Return the company in a language: what people write themselves is in it, names stay as they are."""
    text = files("resources").joinpath("sample", "company.toml").read_text(encoding="utf-8")
    sample = tomllib.loads(text)
    phrases: dict[str, str] = sample["phrases"].get(language, {})
    for part in ("customers", "leads"):
        sample[part]["rows"] = [
            [phrases.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in sample[part]["rows"]
        ]
    sample["words"] = {kind: [phrases.get(word, word) for word in words] for kind, words in sample["words"].items()}
    return sample


def _play(tx: Transaction, stories: list[Iterator[datetime]], present: datetime) -> None:
    """Let all stories happen side by side in the order of their moments, up to the present."""
    waiting = [(next(told), place, told) for place, told in enumerate(stories)]
    heapq.heapify(waiting)
    while waiting:
        moment, place, told = heapq.heappop(waiting)
        if moment > present:
            continue
        tx.now = moment
        following = next(told, None)
        if following is not None:
            heapq.heappush(waiting, (max(following, moment), place, told))


def _people(tx: Transaction, sample: dict[str, Any]) -> dict[str, int]:
    persons: dict[str, int] = {}
    for row in sample["person"]:
        known = people.by_name(tx, row["name"])
        manager = persons.get(row.get("manager", ""))
        persons[row["name"]] = known or people.create(tx, row["name"], role=row["role"], manager=manager)
    return persons


def _customer(tx: Transaction, row: list[Any], owner: int, chance: random.Random) -> Customer:
    name, sector, city, employees, contact, job_title, wants = row
    sectors = {choice.code: choice.id for choice in lookups.choices(tx, "sector", "en")}
    tx.person_id = owner
    domain = "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum())
    account = accounts.create(
        tx,
        name,
        {
            "sector": sectors[sector],
            "address": city,
            "employees": employees,
            "phone": f"+00 {chance.randint(20, 89)} {chance.randint(100, 999)} {chance.randint(1000, 9999)}",
            "website": f"www.{domain}.example",
            "email": f"office@{domain}.example",
        },
    )
    person = contacts.create(
        tx,
        contact,
        {
            "account": account,
            "job_title": job_title,
            "email": f"{contact.split()[-1].lower()}@{domain}.example",
        },
    )
    return Customer(account, person, name, job_title, wants, owner)


def _sales(
    present: datetime, zone: tzinfo, customers: list[Customer], second_wants: list[str], chance: random.Random
) -> list[Sale]:
    """Say which sales there are: some won, some lost, the younger ones under way."""
    endings = ["won"] * 13 + ["qualification", "presentation", "proposal", "proposal", "contracting", "by hand"]
    endings += ["presentation", "qualification"]
    chance.shuffle(endings)
    sales = []
    for place in range(SALES):
        customer = customers[place % len(customers)]
        again = place >= len(customers)
        wants = chance.choice(second_wants) if again else customer.wants
        if place < len(endings):
            ending, days = endings[place], chance.uniform(44, 178)
        else:
            ending, days = "", chance.triangular(0.3, 34, 3)
        first = customer.name == "Vega Logistics" and not again
        if first:
            ending, days = "", 1.1
        sales.append(
            Sale(
                customer=customer,
                wants=wants,
                amount=Money(18_400_000 if first else chance.randint(9, 320) * 100_000, "EUR"),
                begins=_begins(present, timedelta(days=days), zone),
                ending=ending,
                jumps=chance.random() < 0.18,
                by_hand=chance.random() < 0.25 and not first,
                known=bool(ending) or (chance.random() < 0.6 and not first),
            )
        )
    return sales


def _lead(teller: Teller, row: list[str], owner: int, begins: datetime) -> Iterator[datetime]:
    """Tell how a lead comes in and goes from stage to stage; one that awaits its sale starts it (L4)."""
    title, company, contact, source, last = row
    begins = working(begins, teller.tx.zone)
    yield begins
    chance = teller.chance
    sources = {choice.code: choice.id for choice in lookups.choices(teller.tx, "lead_source", "en")}
    lead = teller.act(
        owner,
        "create_lead",
        title=title,
        account_name=company,
        contact_name=contact,
        source=sources[source],
        need=chance.choice(lookups.choices(teller.tx, "need", "en")).id,
        budget=Money(chance.randint(10, 90) * 100_000, "EUR"),
    )["lead"]
    stages = [stage for stage in lookups.lead_stages(teller.tx) if not stage.final]
    codes = [stage.code for stage in stages]
    way = [*codes[1 : codes.index(last) + 1]] if last in codes else [last]
    moment = begins
    if last in codes:
        teller.leads[last] = (lead, owner)
    for code in way:
        moment = working(moment + timedelta(days=chance.uniform(0.1, 0.8)), teller.tx.zone)
        yield moment
        reason = lookups.choices(teller.tx, "disqualification_reason", "en")[0].id
        answer = {"disqualification": ReasonAnswer(reason)} if code == "disqualified" else {}
        made = teller.act(owner, "change_lead_stage", lead=lead, stage=code, **answer)
        if "opportunity" in made:
            customer = Customer(0, 0, leads.read(teller.tx, lead).account_name, "", title, owner)
            amount = Money(chance.randint(10, 90) * 100_000, "EUR")
            sale = Sale(customer, title, amount, moment, "", False, False, False, made["opportunity"])
            yield from story(teller, sale)


def _reading_the_news(teller: Teller, persons: tuple[int, ...], moment: datetime) -> Iterator[datetime]:
    yield moment
    for person in persons:
        teller.tx.person_id = person
        inbox.mark_read(teller.tx)


def _plan_the_week(teller: Teller, person: int) -> None:
    """Move the open tasks of a person so that one is overdue, some are for today and the others for later."""
    now = teller.present
    zone = teller.tx.zone
    today = now.astimezone(zone).date()
    slots = [_morning_before(now, zone), now - timedelta(hours=2)]
    slots += [
        now + timedelta(hours=hours)
        for hours in (1, 3)
        if (now + timedelta(hours=hours + 1)).astimezone(zone).date() == today
    ]
    for day in range(1, 6):
        for clock in (time(10), time(14, 30)):
            slots.append(working(datetime.combine(today + timedelta(days=day), clock, zone), zone))
    tasks = sorted(open_tasks_of(teller.tx, person), key=lambda row: row.created_at)  # what is overdue was there before
    for row, slot in zip(tasks, slots, strict=False):
        start = slot.replace(minute=slot.minute // 30 * 30, second=0, microsecond=0)
        teller.act(person, "reschedule_task", activity=row.id, start_at=start, due_at=start + timedelta(minutes=45))


def _begins(present: datetime, ago: timedelta, zone: tzinfo) -> datetime:
    """Return a working moment about so long ago, in any case before the present."""
    moment = working(present - ago, zone)
    return moment if moment < present else _morning_before(present, zone)


def _morning_before(moment: datetime, zone: tzinfo) -> datetime:
    """Return half past nine of the working day before."""
    local = moment.astimezone(zone) - timedelta(days=1)
    while local.weekday() >= 5:
        local -= timedelta(days=1)
    return local.replace(hour=9, minute=30)
