"""MonthGrid: one month of days to choose from, by mouse and keyboard; CalendarPopup holds it at a field."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.formats import date_text
from ui.nested_popup import NestedPopup
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Text

_ROWS, _DAYS = 7, 7


class MonthGrid(QWidget):
    """The days of a month in weeks; arrows, Page Up and Down, Home and End move, Enter or a click chooses."""

    chosen = Signal(object)
    """The date that was chosen."""
    moved = Signal()
    """The cursor stands on another day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cursor_day = date(2000, 1, 1)
        self._today = self.cursor_day
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, *, today: date) -> None:
        """Put the cursor on a day and show its month."""
        self._today = today
        self._move(day)

    def sizeHint(self) -> QSize:
        """Seven days wide, six weeks and the names of days high."""
        side = theme().px(32)
        return QSize(side * _DAYS, theme().px(28) * _ROWS)

    def day_at(self, point: QPointF) -> date | None:
        """The day at a point of the widget, None on the names of days."""
        column = int(point.x() * _DAYS // max(1, self.width()))
        row = int(point.y() * _ROWS // max(1, self.height())) - 1
        if row < 0 or not 0 <= column < _DAYS or row >= _ROWS - 1:
            return None
        return self._first() + timedelta(days=row * 7 + column)

    def rect_of(self, day: date) -> QRectF:
        """Where a day is painted."""
        index = (day - self._first()).days
        width, height = self.width() / _DAYS, self.height() / _ROWS
        return QRectF(index % 7 * width, (index // 7 + 1) * height, width, height)

    def move_month(self, months: int) -> None:
        """Go some months on or back, to the same day where there is one."""
        moved = QDate(self.cursor_day.year, self.cursor_day.month, self.cursor_day.day).addMonths(months)
        self._move(date(moved.year(), moved.month(), moved.day()))

    def _first(self) -> date:
        start = self.cursor_day.replace(day=1)
        begin = QLocale().firstDayOfWeek().value
        return start - timedelta(days=(start.isoweekday() - begin) % 7)

    def _move(self, day: date) -> None:
        self.cursor_day = day
        self.setAccessibleName(date_text(day))
        self.moved.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor or choose."""
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if key in steps:
            self._move(self.cursor_day + timedelta(days=steps[Qt.Key(key)]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.move_month(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self._move(self._today)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.cursor_day)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which day would be chosen."""
        self._hovered = self.day_at(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day."""
        day = self.day_at(event.position())
        if day is not None:
            self._move(day)
            self.chosen.emit(day)

    def event(self, event: QEvent) -> bool:
        """Say the whole date as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            self.setToolTip(date_text(day) if day is not None else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names of days, days, today and the cursor."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(11))
        width, height = self.width() / _DAYS, self.height() / _ROWS
        first = self._first()
        painter.setPen(look.colour("muted"))
        for column in range(_DAYS):
            name = QLocale().dayName((first + timedelta(days=column)).isoweekday(), QLocale.FormatType.ShortFormat)
            painter.drawText(QRectF(column * width, 0, width, height), Qt.AlignmentFlag.AlignCenter, name)
        for index in range(_DAYS * (_ROWS - 1)):
            day = first + timedelta(days=index)
            area = self.rect_of(day).adjusted(2, 1, -2, -1)
            ink = "text" if day.month == self.cursor_day.month else "muted"
            painter.setPen(Qt.PenStyle.NoPen)
            if day == self.cursor_day:
                painter.setBrush(look.colour("accent"))
                painter.drawRoundedRect(area, look.px(6), look.px(6))
                ink = "on_accent"
            elif day == self._hovered:
                painter.setBrush(look.colour("hover"))
                painter.drawRoundedRect(area, look.px(6), look.px(6))
            if day == self._today:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(look.colour("accent_mark"))
                painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
            painter.setFont(look.font(12, bold=day == self._today))
            painter.setPen(look.colour(ink))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day))


class CalendarPopup(NestedPopup):
    """A month below a field, with buttons for the months around and for today."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="calendarPopup", padding=10)
        self.grid = MonthGrid(self)
        self._today = date(2000, 1, 1)
        head = QHBoxLayout()
        self._title = Text("", self, role="strong")
        before = IconButton("chevron-left", self.tr("Month before"), self)
        after = IconButton("chevron-right", self.tr("Next month"), self)
        today = Button(self.tr("Today"), self, kind="link", small=True)
        before.clicked.connect(lambda: self.grid.move_month(-1))
        after.clicked.connect(lambda: self.grid.move_month(1))
        today.clicked.connect(lambda: self.chosen.emit(self._today))
        head.addWidget(self._title, 1)
        head.addWidget(today)
        head.addWidget(before)
        head.addWidget(after)
        self.body.addLayout(head)
        self.body.addWidget(self.grid)
        self.grid.moved.connect(self._say)
        self.grid.chosen.connect(self.chosen)

    def open_for(self, anchor: QWidget, day: date, *, today: date) -> None:
        """Show below a field with the cursor on a day."""
        self._today = today
        self.grid.show_day(day, today=today)
        self.open_at(anchor, focus=self.grid)

    def _say(self) -> None:
        month = self.grid.cursor_day
        name = QLocale().standaloneMonthName(month.month)
        self._title.setText(f"{name[:1].upper()}{name[1:]} {month.year}")
