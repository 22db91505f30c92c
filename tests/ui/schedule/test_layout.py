"""Where activities stand on the calendar, for any set of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ui.schedule.layout import DAY_MINUTES, Block, Span, lay_out

MONDAY = date(2026, 11, 23)
SHORTEST = 30


def moment(minutes: int) -> datetime:
    return datetime.combine(MONDAY, time()) + timedelta(minutes=minutes)


@st.composite
def spans(draw) -> list[Span]:
    ids = draw(st.lists(st.integers(1, 10_000), unique=True, max_size=25))
    made = []
    for id_ in ids:
        start = draw(st.integers(-DAY_MINUTES, 6 * DAY_MINUTES))
        made.append(Span(id_, moment(start), moment(start + draw(st.integers(0, 40 * 60)))))
    return made


def meets(one: Block, other: Block) -> bool:
    return one.day == other.day and one.start < other.end and other.start < one.end


def shares_a_lane(one: Block, other: Block) -> bool:
    assert one.lanes == other.lanes
    return one.lane < other.lane + other.width and other.lane < one.lane + one.width


@given(spans())
def test_blocks_that_share_a_moment_never_share_a_lane(given_spans):
    blocks = lay_out(given_spans, MONDAY, 5, shortest=SHORTEST).blocks
    for number, one in enumerate(blocks):
        for other in blocks[number + 1 :]:
            assert not (meets(one, other) and shares_a_lane(one, other))


@given(spans())
def test_every_block_is_inside_its_day_and_readable(given_spans):
    for block in lay_out(given_spans, MONDAY, 5, shortest=SHORTEST).blocks:
        assert 0 <= block.day < 5
        assert 0 <= block.start < block.end <= DAY_MINUTES
        assert block.end - block.start >= SHORTEST
        assert 0 <= block.lane < block.lanes
        assert 1 <= block.width <= block.lanes - block.lane


@given(spans(), st.randoms())
def test_the_order_of_the_activities_does_not_matter(given_spans, chance):
    mixed = list(given_spans)
    chance.shuffle(mixed)
    one, other = lay_out(given_spans, MONDAY, 5), lay_out(mixed, MONDAY, 5)
    assert set(one.blocks) == set(other.blocks)
    assert set(one.bars) == set(other.bars)


@given(spans())
def test_every_activity_of_the_days_shown_is_somewhere(given_spans):
    shown = lay_out(given_spans, MONDAY, 5)
    found = {block.id for block in shown.blocks} | {bar.id for bar in shown.bars}
    end = moment(5 * DAY_MINUTES)
    wanted = {s.id for s in given_spans if moment(0) <= s.start < end or s.start < moment(0) < s.end}
    assert found == wanted


@given(spans())
def test_bars_of_one_row_never_cover_each_other(given_spans):
    bars = lay_out(given_spans, MONDAY, 5).bars
    for number, one in enumerate(bars):
        for other in bars[number + 1 :]:
            apart = one.last_day < other.first_day or other.last_day < one.first_day
            assert one.row != other.row or apart


def test_one_alone_takes_the_whole_width():
    (block,) = lay_out([Span(1, moment(600), moment(660))], MONDAY, 5).blocks
    assert (block.lane, block.width, block.lanes) == (0, 1, 1)


def test_two_at_once_stand_side_by_side_and_a_third_after_them_in_a_free_lane():
    shown = lay_out(
        [
            Span(1, moment(600), moment(720)),
            Span(2, moment(630), moment(690)),
            Span(3, moment(700), moment(750)),
        ],
        MONDAY,
        5,
    )
    lanes = {block.id: (block.lane, block.lanes) for block in shown.blocks}
    assert lanes == {1: (0, 2), 2: (1, 2), 3: (1, 2)}


def test_one_that_meets_nobody_at_its_right_takes_the_free_lanes():
    shown = lay_out(
        [
            Span(1, moment(600), moment(660)),
            Span(2, moment(600), moment(660)),
            Span(3, moment(600), moment(900)),
            Span(4, moment(700), moment(760)),
        ],
        MONDAY,
        1,
    )
    widths = {block.id: block.width for block in shown.blocks}
    assert widths[3] == 1
    assert widths[4] == 2


def test_over_midnight_it_has_a_piece_on_both_days():
    shown = lay_out([Span(1, moment(23 * 60), moment(25 * 60))], MONDAY, 5)
    assert [(b.day, b.start, b.end, b.first, b.last) for b in shown.blocks] == [
        (0, 23 * 60, DAY_MINUTES, True, False),
        (1, 0, 60, False, True),
    ]


def test_until_midnight_it_stays_on_its_day():
    (block,) = lay_out([Span(1, moment(23 * 60), moment(24 * 60))], MONDAY, 5).blocks
    assert (block.day, block.end, block.last) == (0, DAY_MINUTES, True)


def test_what_lasts_days_is_a_bar_above_the_hours():
    shown = lay_out([Span(1, moment(-600), moment(2 * DAY_MINUTES + 600))], MONDAY, 5)
    assert shown.blocks == ()
    (bar,) = shown.bars
    assert (bar.first_day, bar.last_day, bar.row, bar.first, bar.last) == (0, 2, 0, False, True)
    assert shown.rows == 1


def test_what_has_no_room_side_by_side_is_counted_and_nothing_is_lost() -> None:
    start = moment(14 * 60 + 30)
    spans = [Span(number, start, start + timedelta(hours=1)) for number in range(1, 84)]
    layout = lay_out(spans, MONDAY, 5, most=6)
    (crowd,) = layout.crowds
    assert {block.lane for block in layout.blocks} == set(range(5))
    assert all(block.lanes == 6 and block.width == 1 for block in layout.blocks)
    assert crowd.place.lane == 5 and (crowd.place.start, crowd.place.end) == (14 * 60 + 30, 15 * 60 + 30)
    assert sorted((*crowd.ids, *(block.id for block in layout.blocks))) == list(range(1, 84))
    assert not lay_out(spans[:6], MONDAY, 5, most=6).crowds
