"""WhyPopup: why something is as it is (N2), in sentences, with the places they lead to."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.opportunities import Why
from ui.bridge import Bridge
from ui.nested_popup import NestedPopup
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Text


class WhyPopup(NestedPopup):
    """Asks the core why, and shows the answer at the button that was pressed."""

    followed = Signal(object)
    """A :class:`Place` that the answer leads to was chosen."""

    def __init__(self, window: QWidget, bridge: Bridge, *, go: SignalInstance | None = None) -> None:
        """``go`` is a signal that takes the Place, besides :attr:`followed`."""
        super().__init__(window, name="whyPopup")
        self._bridge = bridge
        if go is not None:
            self.followed.connect(go)
        self._anchor_wanted: QWidget | None = None
        look = theme()
        head = QHBoxLayout()
        self._title = Text("", self, role="strong", wrap=True)
        self._close = IconButton("x", self.tr("Close"), self, size=14)
        self._close.clicked.connect(self.close_popup)
        head.addWidget(IconLabel("circle-help", self, tone="accent_text"))
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(7))
        self.body.addLayout(self._lines)
        self._made: list[QWidget] = []
        width = look.px(380) + look.px(28)
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    def ask(self, query: Query, anchor: QWidget) -> None:
        """Ask a question "why" and show its answer at ``anchor``."""
        self._anchor_wanted = anchor
        self._bridge.ask(query, self._answered, owner=self, key="why")

    def _answered(self, why: Why) -> None:
        anchor = self._anchor_wanted
        if anchor is None or not anchor.isVisible():
            return
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = []
        self._title.setText(why.title)
        for sentence in why.sentences:
            line = Text(sentence, self, wrap=True)
            self._lines.addWidget(line)
            self._made.append(line)
        for label, place in why.places:
            link = Button(label.replace("&", "&&"), self, kind="link")
            link.setAccessibleName(label)
            link.clicked.connect(lambda _checked=False, where=place: self._follow(where))
            row = QHBoxLayout()
            row.addWidget(link)
            row.addStretch(1)
            self._lines.addLayout(row)
            self._made.append(link)
        self.setAccessibleName(" ".join((why.title, *why.sentences)))
        self._close.set_label(self.tr("Close"), shortcut="Esc")
        self.open_at(anchor, focus=self._close)

    def _follow(self, place: object) -> None:
        self.close_popup()
        self.followed.emit(place)
