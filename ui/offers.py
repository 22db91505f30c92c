"""What the command bar offers for a text: pure, so that Enter never waits for anything to be painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.completion import Candidate, Match, match, normalise, readings
from ui.widgets.rows import Row

MOST_COMMANDS = 8
MOST_FOUND = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do from the command bar.

    ``titles`` stand in the interface's language first, then in the others. A ``prefix`` ("Run process") does
    nothing by itself: choosing it writes it into the bar, so that the rest can be typed or picked. ``also`` are other
    words that find it, never shown.
    """

    key: str
    titles: tuple[str, ...]
    run: Callable[[], object]
    icon: str = ""
    detail: str = ""
    second: str = ""
    prefix: bool = False
    boost: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """The offers for a text: rows to show, and the one that Enter takes (None: there is none)."""

    rows: tuple[Row, ...] = ()
    offers: tuple[Offer, ...] = ()
    first: str | None = None

    def offer(self, key: str | None) -> Offer | None:
        """Return the offer of that key."""
        return next((offer for offer in self.offers if offer.key == key), None)

    def title(self, key: str) -> str:
        """Return the title that is shown for that key."""
        return next((row.title for row in self.rows if row.key == key), "")


def complete(text: str, offers: Sequence[Offer], found: Sequence[Offer] = (), *, found_label: str = "") -> Completion:
    """Work out what a text may mean: commands first, then the records ``found``, under ``found_label``."""
    candidates = [Candidate(offer, (*offer.titles, *offer.also), offer.boost) for offer in offers]
    matches: list[Match[Offer]] = match(text, candidates)
    if not normalise(text).strip():
        matches = [fit for fit in matches if not fit.value.prefix]
    matches = _prefixes_first(text, matches)[:MOST_COMMANDS]
    rows = [_row(fit) for fit in matches]
    records = list(found)[:MOST_FOUND]
    if records:
        rows.append(Row("", found_label, header=True))
        rows += [_found_row(text, offer) for offer in records]
    taken = (*(fit.value for fit in matches), *records)
    return Completion(tuple(rows), taken, taken[0].key if taken else None)


def is_prefix_only(text: str, offers: Sequence[Offer]) -> bool:
    """Whether the text is the beginning of a command ("Run process") with nothing after it."""
    typed = {" ".join(normalise(reading).split()) for reading in readings(text)}
    return any(normalise(title) in typed for offer in offers if offer.prefix for title in offer.titles)


def search_text(text: str, offers: Sequence[Offer]) -> str:
    """Return what records are searched for: the text without the "Run process" that it may begin with."""
    plain = " ".join(text.split())
    for title in (title for offer in offers if offer.prefix for title in offer.titles):
        for reading in readings(plain):
            if normalise(reading).startswith(f"{normalise(title)} "):
                return plain[len(title) :].strip()
    return "" if is_prefix_only(text, offers) else plain


def _prefixes_first(text: str, matches: list[Match[Offer]]) -> list[Match[Offer]]:
    """Put "Run process" itself before the processes while nothing further has been typed."""
    if not is_prefix_only(text, [fit.value for fit in matches]):
        return matches
    return sorted(matches, key=lambda fit: not (fit.value.prefix and fit.exact))


def _row(fit: Match[Offer]) -> Row:
    offer = fit.value
    if fit.title not in offer.titles:
        return Row(offer.key, offer.titles[0], (), offer.detail, offer.second, icon=offer.icon)
    return Row(offer.key, fit.title, fit.positions, offer.detail, offer.second, icon=offer.icon)


def _found_row(text: str, offer: Offer) -> Row:
    candidate = [Candidate(offer, offer.titles)]
    marked = {at for word in text.split() for fit in match(word, candidate) for at in fit.positions}
    return Row(offer.key, offer.titles[0], tuple(sorted(marked)), offer.detail, offer.second, icon=offer.icon)
