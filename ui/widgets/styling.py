"""Dynamic properties that the application's style sheet reads."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Set style properties (``kind="primary"``, ``missing=True``...) and have the style sheet applied again.

    Nothing is done where the values are in place already, so it may be called on every refresh.
    """
    changed = False
    for name, value in properties.items():
        text = ("true" if value else "false") if isinstance(value, bool) else value
        if widget.property(name) != text:
            widget.setProperty(name, text)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def is_language_change(event: QEvent) -> bool:
    """Whether this ``changeEvent`` says that the interface language has changed: set all texts anew."""
    return event.type() == QEvent.Type.LanguageChange
