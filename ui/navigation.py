"""Back and forward through the places that were shown."""

from dataclasses import dataclass, field

from desktop.views.exchange import Place

_LONGEST = 100


@dataclass(slots=True)
class History:
    """The places visited, and which of them is shown now."""

    _places: list[Place] = field(default_factory=list)
    _at: int = -1

    @property
    def current(self) -> Place | None:
        """The place shown now; None before the first."""
        return self._places[self._at] if self._places else None

    def visit(self, place: Place) -> None:
        """Go to a place: what lay ahead is forgotten; the same place twice in a row counts once."""
        if place == self.current:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[: max(0, len(self._places) - _LONGEST)]
        self._at = len(self._places) - 1

    def ahead(self, steps: int) -> Place | None:
        """Return the place ``steps`` away (-1 is back, 1 forward) without going there; None at the ends."""
        target = self._at + steps
        return self._places[target] if 0 <= target < len(self._places) else None

    def move(self, steps: int) -> None:
        """Go ``steps`` back or forward; nothing happens past the ends."""
        if self.ahead(steps) is not None:
            self._at += steps

    def forget(self, place: Place) -> None:
        """Take a place out everywhere, because its record is gone."""
        before = sum(1 for known in self._places[: self._at + 1] if known == place)
        self._places = [known for known in self._places if known != place]
        self._at = min(self._at - before, len(self._places) - 1)
        if self._at < 0 and self._places:
            self._at = 0
