"""The interface's language, switched live.

English is the language of the source; ``resources/translations/dealwright_<language>.qm`` hold Russian and the
English plurals. One translator is installed for good and speaks the language in force, so a switch is one event:
every widget gets a LanguageChange and sets its texts again (``retranslate``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator, Signal

from ui.resources import resource

LanguageCode = Literal["en", "ru"]
LANGUAGES: tuple[LanguageCode, ...] = ("en", "ru")
NAMES: dict[LanguageCode, str] = {"en": "English", "ru": "Русский"}
"""Each language in its own words."""


def system_language() -> LanguageCode:
    """Return the language that the system's locale asks for: Russian, and English for all others."""
    wanted = (QLocale(name).language() for name in QLocale.system().uiLanguages())
    first = next(wanted, QLocale.Language.English)
    return "ru" if first == QLocale.Language.Russian else "en"


class _Speaker(QTranslator):
    """Asks the translator of the language in force, and Qt's own texts after it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.spoken: LanguageCode = "en"
        self._books: dict[LanguageCode, list[QTranslator]] = {}

    def book(self, language: LanguageCode) -> list[QTranslator]:
        if language not in self._books:
            ours = QTranslator(self)
            ours.load(str(resource("translations", f"dealwright_{language}.qm")))
            self._books[language] = [ours]
        return self._books[language]

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        for book in self.book(self.spoken):
            found = book.translate(context, source, disambiguation or "", n)
            if found:
                return found
        return None


class Language(QObject):
    """The language of one application; make it before the first window, with the application as parent."""

    changed = Signal(str)
    """The new language's code, after every widget has been told."""

    def __init__(self, application: QCoreApplication, language: LanguageCode | None = None) -> None:
        """Speak ``language``, or the system's where None is given."""
        super().__init__(application)
        self._application = application
        self._speaker = _Speaker(self)
        self._speaker.spoken = language or system_language()
        QLocale.setDefault(self.locale())
        application.installTranslator(self._speaker)

    @property
    def code(self) -> LanguageCode:
        """The language in force."""
        return self._speaker.spoken

    def locale(self) -> QLocale:
        """Return the locale that dates and numbers are written in."""
        english = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        return QLocale(QLocale.Language.Russian) if self.code == "ru" else english

    def choose(self, language: LanguageCode) -> None:
        """Switch: all open windows and pages change their texts at once."""
        if language == self.code:
            return
        self._speaker.spoken = language
        QLocale.setDefault(self.locale())
        QCoreApplication.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        self.changed.emit(language)

    @contextmanager
    def speaking(self, language: LanguageCode) -> Iterator[None]:
        """Let ``tr`` answer in another language for a moment, without telling any widget.

        The command bar uses it to know every command's title in both languages.
        """
        before = self._speaker.spoken
        self._speaker.spoken = language
        try:
            yield
        finally:
            self._speaker.spoken = before

    def end(self) -> None:
        """Take the translator out of the application again."""
        self._application.removeTranslator(self._speaker)
