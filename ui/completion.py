"""What a typed text may mean: matching for the command bar and other find-as-you-type lists.

Pure: no Qt, no data of ours. Every candidate has one or more titles (the interface's language first, then the
others); a text matches letters in their order, words by their beginnings first of all, in upper or lower case, with
е for ё, and also when it was typed in the wrong keyboard layout, English for Russian or the other way round.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~' + "@#$^&"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю.ё" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё" + '"№;:?'
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_EXACT, _START, _WORDS, _INSIDE, _SCATTERED, _MISTYPED = 1000, 900, 800, 700, 500, 200
_ANOTHER_TITLE, _OTHER_LAYOUT = 3, 6
_CLOSE_ENOUGH = 82.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """Something that can be meant. ``boost`` puts it before others that match as well."""

    value: T
    titles: tuple[str, ...]
    boost: int = 0


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A candidate that a text may mean: the title that fits, which of its letters fit, and how well."""

    value: T
    title: str
    positions: tuple[int, ...]
    score: int
    exact: bool = False


def to_cyrillic(text: str) -> str:
    """Return what the same keys give in the Russian layout: "pfgecnbnm" gives "запустить"."""
    return text.translate(_TO_CYRILLIC)


def to_latin(text: str) -> str:
    """Return what the same keys give in the English (US) layout: "кгт" gives "run"."""
    return text.translate(_TO_LATIN)


def readings(text: str) -> tuple[str, ...]:
    """Return the text as typed, and as it reads in the other keyboard layout where that differs."""
    cyrillic = any("а" <= letter <= "я" or letter == "ё" for letter in text.lower())
    other = to_latin(text) if cyrillic else to_cyrillic(text)
    return (text,) if other == text else (text, other)


def normalise(text: str) -> str:
    """Return the text as it is compared: lower case, ё as е, one letter for one letter."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    lower = letter.lower()
    return "е" if lower == "ё" else lower if len(lower) == 1 else letter


def _is_start(title: str, index: int) -> bool:
    return index == 0 or not title[index - 1].isalnum()


def _word_starts(words: Sequence[str], title: str) -> tuple[int, ...] | None:
    """Find each word, in order, at the beginning of a word of the title."""
    found: list[int] = []
    start = 0
    for word in words:
        at = title.find(word, start)
        while at >= 0 and not _is_start(title, at):
            at = title.find(word, at + 1)
        if at < 0:
            return None
        found.extend(range(at, at + len(word)))
        start = at + len(word)
    return tuple(found)


def _inside(words: Sequence[str], title: str) -> tuple[int, ...] | None:
    """Find each word anywhere, in any order."""
    found: set[int] = set()
    for word in words:
        at = title.find(word)
        while at >= 0 and (not _is_start(title, at) and title.find(word, at + 1) >= 0):
            at = title.find(word, at + 1)
        if at < 0:
            return None
        found.update(range(at, at + len(word)))
    return tuple(sorted(found))


def _scattered(letters: str, title: str) -> tuple[int, ...] | None:
    """Find the letters in their order, at the beginnings of words where that is possible."""
    start = 0
    found: list[int] = []
    for letter in letters:
        at = title.find(letter, start)
        if at < 0:
            return None
        if found and at != found[-1] + 1:
            head = at
            while head >= 0 and not _is_start(title, head):
                head = title.find(letter, head + 1)
            rest = letters[len(found) + 1 :]
            if head >= 0 and _is_subsequence(rest, title, head + 1):
                at = head
        found.append(at)
        start = at + 1
    return tuple(found)


def _is_subsequence(letters: str, title: str, start: int) -> bool:
    for letter in letters:
        start = title.find(letter, start) + 1
        if start == 0:
            return False
    return True


def _runs(positions: Sequence[int]) -> int:
    return sum(1 for i, at in enumerate(positions) if i == 0 or at != positions[i - 1] + 1)


def _score(text: str, words: Sequence[str], title: str) -> tuple[int, tuple[int, ...]] | None:
    """Score one reading against one title, both normalised; None where it does not fit."""
    if text == title:
        return _EXACT, tuple(range(len(title)))
    if title.startswith(text):
        return _START - min(90, len(title) - len(text)), tuple(range(len(text)))
    found = _word_starts(words, title)
    if found is not None:
        return _WORDS - min(90, len(title) - len(found)), found
    found = _inside(words, title)
    if found is not None:
        starts = sum(1 for at in found if _is_start(title, at))
        return _INSIDE + 10 * starts - min(90, len(title) - len(found)), found
    letters = "".join(words)
    if len(letters) < 2:
        return None
    found = _scattered(letters, title)
    if found is None:
        return None
    runs = _runs(found)
    starts = sum(1 for at in found if _is_start(title, at))
    if runs > starts + 1 + len(letters) // 4:
        return None
    return _SCATTERED - 20 * (runs - starts) - min(90, len(title) - len(found)), found


def match(text: str, candidates: Iterable[Candidate[T]], *, limit: int = 0) -> list[Match[T]]:
    """Return the candidates that the text may mean, the best first; ``limit`` 0 means all of them.

    Candidates that fit equally well keep their order; an empty text fits all of them.
    """
    known = list(candidates)
    words_of = [normalise(reading).split() for reading in readings(text)]
    if not words_of[0]:
        whole = [Match(c.value, c.titles[0], (), c.boost) for c in known]
        return whole[:limit] if limit else whole
    found = [fit for candidate in known if (fit := _best(candidate, words_of)) is not None]
    if not found and len("".join(words_of[0])) > 3:
        found = _mistyped(words_of, known)
    found.sort(key=lambda fit: -fit.score)
    return found[:limit] if limit else found


def _best(candidate: Candidate[T], words_of: Sequence[Sequence[str]]) -> Match[T] | None:
    best: Match[T] | None = None
    for number, title in enumerate(candidate.titles):
        plain = normalise(title)
        for layout, words in enumerate(words_of):
            if not words:
                continue
            scored = _score(" ".join(words), words, plain)
            if scored is None:
                continue
            total = scored[0] - _ANOTHER_TITLE * (number > 0) - _OTHER_LAYOUT * layout + candidate.boost
            if best is None or total > best.score:
                best = Match(candidate.value, title, scored[1], total, scored[0] == _EXACT)
    return best


def _mistyped(words_of: Sequence[Sequence[str]], candidates: Sequence[Candidate[T]]) -> list[Match[T]]:
    """Find what is close although letters are wrong or swapped."""
    from rapidfuzz import fuzz

    found: list[Match[T]] = []
    for candidate in candidates:
        best, shown = 0.0, candidate.titles[0]
        for title in candidate.titles:
            for words in words_of:
                typed, plain = " ".join(words), normalise(title)
                near = max(fuzz.ratio(typed, plain), fuzz.ratio(typed, plain[: len(typed)]))
                if near > best:
                    best, shown = near, title
        if best >= _CLOSE_ENOUGH:
            found.append(Match(candidate.value, shown, (), _MISTYPED + int(best) + candidate.boost))
    return found
