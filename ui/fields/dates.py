"""DateField and MomentField: typed in the locale's way, chosen from a calendar, or stepped with up and down."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QDateTime, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.fields.field import Field
from ui.fields.month import CalendarPopup
from ui.formats import date_pattern, date_text, local, moment_pattern, moment_text, parse_date, parse_moment
from ui.widgets.buttons import IconButton

Now = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class _CalendarField(Field):
    """A line to type in and a button that opens the calendar. ``now`` is the clock that "today" is read from."""

    editor: QLineEdit

    def __init__(
        self, editor: QLineEdit, parent: QWidget | None = None, *, name: str = "", now: Now | None = None
    ) -> None:
        super().__init__(editor, parent, name=name)
        self.now: Now = now or _now
        self._calendar: CalendarPopup | None = None
        self.button = IconButton("calendar", "", self, framed=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open_calendar)
        self.row.addWidget(self.button)
        editor.textChanged.connect(self._typed)
        self.retranslate()

    def _day(self) -> date | None:
        raise NotImplementedError

    def _take_day(self, day: date) -> None:
        raise NotImplementedError

    def _read(self, text: str) -> None:
        raise NotImplementedError

    def _written(self) -> str:
        raise NotImplementedError

    def today(self) -> date:
        """The day it is here now."""
        return local(self.now()).date()

    def open_calendar(self) -> None:
        """Show the calendar at the day of the field."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self.window())
            self._calendar.chosen.connect(self._chosen)
            self.destroyed.connect(self._calendar.deleteLater)
        self._calendar.open_for(self.editor, self._day() or self.today(), today=self.today())

    def set_read_only(self, read_only: bool) -> None:
        """Lock the line and the calendar."""
        super().set_read_only(read_only)
        self.button.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Write the value again as the locale in force does."""
        self.button.set_label(self.tr("Choose from the calendar"))
        self._show()

    def _show(self) -> None:
        self._put_text(self._written())

    def _chosen(self, day: date) -> None:
        if self._calendar is not None:
            self._calendar.close_popup()
        self._take_day(day)
        self._show()
        self._edited()
        self.editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self, text: str) -> None:
        if self._filling:
            return
        try:
            self._read(text)
        except ValueError:
            self._valid = False
            self.changed.emit()
        else:
            self._edited()

    def _leave(self) -> None:
        if self._valid:
            self._show()
        else:
            self._refuse(self._complaint())

    def _complaint(self) -> str:
        raise NotImplementedError

    def _step(self, event: QKeyEvent) -> bool:
        raise NotImplementedError

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Step with up and down; Alt+Down or F4 opens the calendar."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.accept()  # it opens the calendar here, whatever it is a shortcut for elsewhere
            return True
        if watched is self.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
                self.open_calendar()
                return True
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._step(event):
                self._show()
                self._edited()
                return True
        return super().eventFilter(watched, event)


class DateField(_CalendarField):
    """A date or none."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", now: Now | None = None) -> None:
        self._value: date | None = None
        super().__init__(QLineEdit(), parent, name=name, now=now)

    def value(self) -> date | None:
        """The date, None for an empty field."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show a date."""
        self._value = value
        self._show()
        self._accept()

    def to_json(self) -> object:
        """The date as 2026-11-26."""
        return None if self._value is None else self._value.isoformat()

    def from_json(self, kept: Any) -> date | None:
        """Read 2026-11-26."""
        return None if kept is None else date.fromisoformat(str(kept))

    def retranslate(self) -> None:
        """Follow the language."""
        self.editor.setPlaceholderText(date_pattern())
        super().retranslate()

    def _day(self) -> date | None:
        return self._value

    def _take_day(self, day: date) -> None:
        self._value = day

    def _read(self, text: str) -> None:
        self._value = parse_date(text, today=self.today()) if text.strip() else None

    def _written(self) -> str:
        return date_text(self._value)

    def _complaint(self) -> str:
        return self.tr("Write a date, for example {example}").format(example=date_text(self.today()))

    def _step(self, event: QKeyEvent) -> bool:
        days = 7 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        sign = 1 if event.key() == Qt.Key.Key_Up else -1
        self._value = self.today() if self._value is None else self._value + timedelta(days=sign * days)
        return True


class MomentEdit(QLineEdit):
    """The line of a MomentField, which macros can set and read like a QDateTimeEdit."""

    def __init__(self, field: "MomentField") -> None:
        super().__init__()
        self._field = field

    def dateTime(self) -> QDateTime:
        """The moment in local time; invalid for none."""
        value = self._field.value()
        return QDateTime() if value is None else QDateTime.fromMSecsSinceEpoch(round(value.timestamp() * 1000))

    def setDateTime(self, moment: QDateTime) -> None:
        """Set the moment as a person would."""
        self._field.take(datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000, UTC))


class MomentField(_CalendarField):
    """A moment (aware, UTC) shown in local time, or none. Ctrl with up and down steps hours, without it days."""

    editor: MomentEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "", now: Now | None = None) -> None:
        self._value: datetime | None = None
        super().__init__(MomentEdit(self), parent, name=name, now=now)

    def value(self) -> datetime | None:
        """The moment in UTC, None for an empty field."""
        return self._value

    def set_value(self, value: datetime | None) -> None:
        """Show a moment."""
        self._value = value
        self._show()
        self._accept()

    def take(self, value: datetime | None) -> None:
        """Set the moment as the person's own change."""
        self._value = value
        self._show()
        self._edited()

    def to_json(self) -> object:
        """The moment in ISO 8601, UTC."""
        return None if self._value is None else self._value.isoformat()

    def from_json(self, kept: Any) -> datetime | None:
        """Read ISO 8601."""
        return None if kept is None else datetime.fromisoformat(str(kept))

    def retranslate(self) -> None:
        """Follow the language."""
        self.editor.setPlaceholderText(moment_pattern())
        super().retranslate()

    def _day(self) -> date | None:
        return None if self._value is None else local(self._value).date()

    def _take_day(self, day: date) -> None:
        before = self._value
        self._value = parse_moment(day.isoformat(), now=self.now(), before=before)

    def _read(self, text: str) -> None:
        self._value = parse_moment(text, now=self.now(), before=self._value) if text.strip() else None

    def _written(self) -> str:
        return moment_text(self._value)

    def _complaint(self) -> str:
        return self.tr("Write a date and a time, for example {example}").format(example=moment_text(self.now()))

    def _step(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sign = 1 if event.key() == Qt.Key.Key_Up else -1
        if self._value is None:
            self._take_day(self.today())
        else:
            here = local(self._value)
            step = timedelta(minutes=30) if control else timedelta(days=1)
            moved = (here.replace(tzinfo=None) + sign * step).astimezone()
            self._value = moved.astimezone(UTC)
        return True
