"""The index of everything that can be searched for: one row of folded text for each record, kept by the Transaction.

Who knows the tables registers a source for each subject (:func:`register`): which columns make its text, and which
other tables' rows are part of it. The Transaction calls :func:`keep` just before the commit, so that index and records
are one (R16). On SQLite the index is an FTS5 table of trigrams, elsewhere a plain table, with PostgreSQL's trigram
index where that extension may be used; :func:`look_up` is the same on both.

The index's name carries the version of its making: :func:`prepare` makes it anew where that one is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Select, inspect, select, text

from desktop.store.statements import Touched, columns_read

VERSION = 2
_NAME = f"search_index_{VERSION}"
_SUBJECT = 1 << 40
"""The number in the index is the subject's code times this, plus the record's own number."""
_SHORTEST = 3
"""Trigrams find nothing shorter: a word of two letters is found where a word begins so."""
_PART = 1_000
_CANDIDATES = 150
_LONG = 8
_SHORT = 5
"""A word of so many letters may have no three of them right: it is looked up with each of its letters in doubt."""
_ALIKE = 78.0
"""How alike a word must be to the one that was typed, of 100."""
_ALIKE_SHORT = 75.0
"""The same for a short word: of four letters, three."""
_ANY = "\0"
"""Stands for any one letter in what is looked up."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text of one subject comes from."""

    subject: str
    code: int
    """1 ... 1000, never given to another subject."""
    key: Column[Any]
    statement: Select[Any]
    """Selects the key and then the columns that make the text."""
    parts: Mapping[str, Column[Any]] = field(default_factory=dict)
    """Other tables whose rows are part of the text, each with the column of the subject that holds their number."""


_sources: dict[str, Source] = {}
_columns: dict[str, dict[str, set[str]]] = {}


def register(source: Source) -> None:
    """Have a subject indexed from now on."""
    _sources[source.subject] = source


def folded(words: str) -> str:
    """Return a text as it is indexed and searched: without capitals, е for ё, one space between words."""
    return " ".join(words.lower().replace("ё", "е").split())


def is_ready(connection: Connection) -> bool:
    """Whether the index of this version is there."""
    if connection.dialect.name == "sqlite":
        return connection.execute(_THERE, {"name": _NAME}).first() is not None
    return inspect(connection).has_table(_NAME)


_THERE = text("SELECT 1 FROM sqlite_master WHERE name = :name")


def prepare(connection: Connection) -> None:
    """Make the index of this version and fill it from all records, where it is not there yet; drop older ones."""
    if is_ready(connection):
        return
    for name in inspect(connection).get_table_names():
        if name.startswith("search_index_") and name.removeprefix("search_index_").isdigit():
            connection.execute(text(f"DROP TABLE {name}"))
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"CREATE VIRTUAL TABLE {_NAME} USING fts5(words, tokenize = 'trigram')"))
    else:
        connection.execute(text(f"CREATE TABLE {_NAME} (rowid BIGINT PRIMARY KEY, words TEXT NOT NULL)"))
    for source in _sources.values():
        _write(connection, source, source.statement)


def keep(connection: Connection, touched: Touched) -> None:
    """Bring the index up to date with the rows that an action has inserted, changed or deleted."""
    wanted = [(source, rows) for source in _sources.values() if (rows := _concerning(source, touched))]
    if not wanted or not is_ready(connection):
        return
    for source, rows in wanted:
        numbers = set(rows.get(source.key.table.name, ()))
        for name, part in source.parts.items():
            for some in _split(rows.get(name, ())):
                numbers.update(connection.execute(select(source.key).where(part.in_(some))).scalars())
        for some in _split(numbers):
            connection.execute(_DELETE, [{"number": source.code * _SUBJECT + row_id} for row_id in some])
            _write(connection, source, source.statement.where(source.key.in_(some)))


def _concerning(source: Source, touched: Touched) -> dict[str, set[int]]:
    """Return the rows, by table, of which something stands in the texts of a source."""
    own = source.key.table.name
    if source.subject not in _columns:
        _columns[source.subject] = columns_read(source.statement)
    columns = _columns[source.subject]
    reads_others = columns.keys() > {own, *source.parts}  # whoever changes what it reads there touches the record too
    rows: dict[str, set[int]] = {}
    for (name, row_id), changed in touched.items():
        if name != own and name not in source.parts:
            continue
        if (name == own and reads_others) or not columns[name].isdisjoint(changed):
            rows.setdefault(name, set()).add(row_id)
    return rows


_DELETE = text(f"DELETE FROM {_NAME} WHERE rowid = :number")  # noqa: S608 (a name of our own)
_INSERT = text(f"INSERT INTO {_NAME} (rowid, words) VALUES (:number, :words)")  # noqa: S608


def _write(connection: Connection, source: Source, statement: Select[Any]) -> None:
    with connection.execute(statement.execution_options(yield_per=_PART)) as found:
        for rows in found.partitions():
            connection.execute(
                _INSERT,
                [
                    {
                        "number": source.code * _SUBJECT + row[0],
                        "words": " " + folded(" ".join(str(part) for part in row[1:] if part)),
                    }
                    for row in rows
                ],
            )


def _split(numbers: Iterable[int]) -> Iterable[list[int]]:
    ordered = sorted(numbers)
    return (ordered[start : start + _PART] for start in range(0, len(ordered), _PART))


# looking up --------------------------------------------------------------------------------------


def look_up(connection: Connection, words: str, subjects: Iterable[str], limit: int) -> dict[str, list[int]]:
    """Return the newest records of each subject that hold every word, at most ``limit`` of each.

    Where no subject has any, records whose words are nearly those that were typed, the most alike first.
    """
    typed = folded(words).split()[:6]
    wanted = [_sources[subject] for subject in subjects]
    if not typed:
        return {source.subject: [] for source in wanted}
    found = {source.subject: _exact(connection, typed, source, limit) for source in wanted}
    if any(found.values()) or not any(_may_be_mistyped(word) for word in typed):
        return found
    return {source.subject: _alike(connection, typed, source, limit) for source in wanted}


def _exact(connection: Connection, typed: list[str], source: Source, limit: int) -> list[int]:
    match = [[_as_typed(word)] for word in typed]
    first = source.code * _SUBJECT
    return [number - first for number, _ in _rows(connection, match, source, limit)]


def _alike(connection: Connection, typed: list[str], source: Source, limit: int) -> list[int]:
    """Return the records with a word like each one that was typed.

    A long word with one mistake still has one of its parts, a short one is another with a letter missing, wrong or
    swapped; so the index finds what has one of these, and the words themselves are compared only there.
    """
    match = [_meant(word) if _may_be_mistyped(word) else [_as_typed(word)] for word in typed]
    ranked = []
    for number, words in _rows(connection, match, source, _CANDIDATES):
        score = _likeness(typed, words)
        if score:
            ranked.append((-score, -number))
    return [-number - source.code * _SUBJECT for _, number in sorted(ranked)[:limit]]


def most_alike(words: str, texts: Mapping[int, str], limit: int) -> list[int]:
    """Return the numbers of the texts that have a word like each of those that were typed, the most alike first."""
    typed = folded(words).split()[:6]
    ranked = sorted((-_likeness(typed, folded(told)), number) for number, told in texts.items())
    return [number for score, number in ranked[:limit] if score]


def _likeness(typed: list[str], words: str) -> float:
    """Return how alike a folded text is to what was typed; 0 where it has nothing like one of the words."""
    there = set(words.split())
    scores = [_best(word, there) for word in typed]
    for word, score in zip(typed, scores, strict=True):
        enough = _ALIKE_SHORT if len(word) <= _SHORT else _ALIKE
        if score < enough if _may_be_mistyped(word) else _as_typed(word) not in f" {words}":
            return 0.0
    return sum(scores)


def _best(word: str, others: set[str]) -> float:
    """Return how alike the most alike of the words is; one loop in C, for an article has thousands of them."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, others, scorer=fuzz.ratio)
    return 0.0 if found is None else found[1]


def _as_typed(word: str) -> str:
    return f" {word}" if len(word) < _SHORTEST else word


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= _SHORTEST and not any(letter.isdigit() for letter in word)


def _meant(word: str) -> list[str]:
    """Return texts of which a word has one where it was mistyped in one place."""
    if len(word) > _SHORT:
        return _parts(word)
    inside = range(1, len(word))
    missing = [word[:place] + _ANY + word[place:] for place in inside]
    wrong = [word[:place] + _ANY + word[place + 1 :] for place in inside[:-1]]
    swapped = [word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :] for place in inside]
    return [*missing, *wrong, *swapped, *(_parts(word) if len(word) > _SHORTEST else ())]


def _spelt(meant: str) -> list[str]:
    """Return a text with each letter of its alphabet in the place of any."""
    if _ANY not in meant:
        return [meant]
    letters = _LATIN if meant.replace(_ANY, "").isascii() else _CYRILLIC
    return [meant.replace(_ANY, letter) for letter in letters]


def _parts(word: str) -> list[str]:
    """Return two parts of a word; of a long one without the letters in the middle, for two may be swapped there."""
    middle = len(word) // 2
    left_out = 1 if len(word) >= _LONG else 0
    return [word[: max(_SHORTEST, middle - left_out)], word[-max(_SHORTEST, len(word) - middle - left_out) :]]


def _rows(connection: Connection, match: list[list[str]], source: Source, limit: int) -> list[tuple[int, str]]:
    """Return the newest records that hold one text of each of the lists."""
    first = source.code * _SUBJECT
    conditions = ["rowid BETWEEN :first AND :last"]
    values: dict[str, Any] = {"first": first, "last": first + _SUBJECT - 1, "limit": limit}
    if connection.dialect.name == "sqlite":
        long = [texts for texts in match if min(map(len, texts)) >= _SHORTEST]
        if long:
            conditions.append(f"{_NAME} MATCH :match")
            values["match"] = " AND ".join(
                "(" + " OR ".join(_quoted(one) for meant in texts for one in _spelt(meant)) + ")" for texts in long
            )
        match = [texts for texts in match if texts not in long]
    for texts in match:
        either = []
        for one in texts:
            name = f"text{len(values)}"
            either.append(f"words LIKE :{name} ESCAPE '!'")
            escaped = one.replace("!", "!!").replace("%", "!%").replace("_", "!_")
            values[name] = f"%{escaped.replace(_ANY, '_')}%"
        conditions.append("(" + " OR ".join(either) + ")")
    statement = f"SELECT rowid, words FROM {_NAME} WHERE {' AND '.join(conditions)} ORDER BY rowid DESC LIMIT :limit"  # noqa: S608
    return [(row[0], row[1]) for row in connection.execute(text(statement), values)]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
