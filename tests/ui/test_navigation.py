"""Back and forward."""

from desktop.views.exchange import Place
from ui.navigation import History

A, B, C = Place("leads"), Place("opportunity", 1), Place("schedule")


def test_back_and_forward_and_a_new_way():
    history = History()
    assert history.current is None
    assert history.ahead(-1) is None
    for place in (A, B, C):
        history.visit(place)
    assert history.ahead(-1) == B
    history.move(-1)
    history.move(-1)
    assert history.current == A
    assert history.ahead(1) == B
    history.visit(C)
    assert history.ahead(1) is None
    assert history.ahead(-1) == A


def test_the_same_place_twice_counts_once():
    history = History()
    history.visit(A)
    history.visit(A)
    assert history.ahead(-1) is None


def test_a_record_that_is_gone_is_forgotten():
    history = History()
    for place in (A, B, C, B):
        history.visit(place)
    history.forget(B)
    assert history.current == C
    assert history.ahead(-1) == A


def test_history_does_not_grow_without_end():
    history = History()
    for number in range(300):
        history.visit(Place("opportunity", number))
    assert history.current == Place("opportunity", 299)
    steps = 0
    while history.ahead(-1) is not None:
        history.move(-1)
        steps += 1
    assert steps < 150
