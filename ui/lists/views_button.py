"""ViewsButton (viewsButton): the view that a list is shown in, the others, and what can be done with a view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.conditions import ListViews, ViewRow
from ui.theme import theme
from ui.widgets.buttons import Button


class ViewsButton(Button):
    """Holds the views and which of them is shown; does nothing to the list itself."""

    chosen = Signal(str)
    """The key of a view; "" the list as it is at first."""
    wanted = Signal(str)
    """What is to be done with the view: save, save_as, rename, share, delete, open_with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, icon="bookmark", name="viewsButton")
        self._views: tuple[ViewRow, ...] = ()
        self._usual = ""
        self._key = ""
        self._changed = False
        self._title = ""
        self._menu = QMenu(self)
        self._menu.setObjectName("viewsMenu")
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def set_views(self, views: ListViews) -> None:
        """Offer these views; one that is gone is no longer shown."""
        self._views, self._usual = views.views, views.usual
        if self.row() is None:
            self._key = ""
        self._say()

    def key(self) -> str:
        """Return the key of the view that is shown, "" for the list as it is at first."""
        return self._key

    def row(self, key: str | None = None) -> ViewRow | None:
        """Return a view, or the one that is shown."""
        wanted = self._key if key is None else key
        return next((view for view in self._views if view.key == wanted), None)

    def usual(self) -> str:
        """Return the key of the view that the list opens with."""
        return self._usual

    def show_view(self, key: str, *, changed: bool) -> None:
        """Say which view is shown, and whether the list is another than it keeps."""
        self._key, self._changed = key, changed
        self._say()

    def is_changed(self) -> bool:
        """Whether the list is another than its view keeps."""
        return self._changed

    def retranslate(self, title: str) -> None:
        """Say all words in the language in force; ``title`` is what the list is called."""
        self._title = title
        self._say()

    def _say(self) -> None:
        row = self.row()
        name = self.tr("Standard") if row is None else row.name
        cut = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, theme().px(240)).replace("&", "&&")
        self.setText(f"{cut} *" if self._changed else cut)
        said = self.tr("{view} (changed)").format(view=name) if self._changed else name
        what = self.tr("View")
        self.setAccessibleName(f"{what}: {said}")
        self.setToolTip(f"{what}: {said}")

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        group = QActionGroup(menu)
        self._offer(group, "", self.tr("Standard"), "")
        for view in self._views:
            if not view.key.startswith("saved:"):
                self._offer(group, view.key, view.name, "")
        saved = [view for view in self._views if view.key.startswith("saved:")]
        if saved:
            menu.addSection(self.tr("Saved views"))
        for view in saved:
            detail = self.tr("{view} (shared by {owner})").format(view=view.name, owner=view.owner)
            self._offer(group, view.key, detail if view.shared else view.name, "")
        menu.addSeparator()
        row = self.row()
        own = row is not None and row.key.startswith("saved:")
        why_not = row.why_not if own and row is not None else self.tr("This view comes with the program")
        editable = own and row is not None and row.edit
        self._add("save", self.tr("Save view"), editable and self._changed, why_not if not editable else "")
        self._add("save_as", self.tr("Save as…"), True, "")
        self._add("rename", self.tr("Rename…"), editable, why_not)
        share = self._add("share", self.tr("Shared with everyone"), editable, why_not)
        share.setCheckable(True)
        share.setChecked(row is not None and row.shared)
        self._add("delete", self.tr("Delete view"), editable, why_not)
        menu.addSeparator()
        usual = self._add("open_with", self.tr("Open the list with this view"), True, "")
        usual.setCheckable(True)
        usual.setChecked(self._usual == self._key)

    def _offer(self, group: QActionGroup, key: str, label: str, tip: str) -> None:
        action = self._menu.addAction(label.replace("&", "&&"))
        action.setObjectName(f"view_{key.replace(':', '_') or 'standard'}")
        action.setCheckable(True)
        action.setChecked(key == self._key)
        action.setToolTip(tip or label)
        group.addAction(action)
        action.triggered.connect(lambda _on=False: self.chosen.emit(key))

    def _add(self, what: str, label: str, enabled: bool, why_not: str) -> QAction:
        action = self._menu.addAction(label)
        action.setObjectName(f"view_{what}")
        action.setEnabled(enabled)
        action.setToolTip(label if enabled or not why_not else why_not)
        action.triggered.connect(lambda _on=False: self.wanted.emit(what))
        return action
