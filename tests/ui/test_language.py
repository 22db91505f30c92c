"""Languages: live switch, both at once, and translations that are fresh and complete."""

import importlib.util
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QLabel

from ui.language import NAMES

ROOT = Path(__file__).resolve().parents[2]


def script():
    found = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_translations_are_collected_finished_and_compiled():
    """Else: python packaging/translations.py update, translate, then release."""
    assert script().check() == []


def test_every_widget_is_told_of_a_switch_before_it_is_over(language, bare_window):
    told = []

    class Label(QLabel):
        def changeEvent(self, event):
            if event.type() == QEvent.Type.LanguageChange:
                told.append(self.tr("Close"))

    Label(bare_window)
    language.choose("ru")
    assert len(told) == 1
    assert QLocale().language() == QLocale.Language.Russian
    language.choose("ru")
    assert len(told) == 1
    language.choose("en")
    assert len(told) == 2


def test_speaking_another_language_for_a_moment_tells_nobody(language, qapp):
    from PySide6.QtCore import QCoreApplication

    with language.speaking("ru"):
        assert QCoreApplication.translate("SideBar", "Opportunities") == "Продажи"
    assert QCoreApplication.translate("SideBar", "Opportunities") == "Opportunities"


def test_plurals_follow_the_language(language, qapp):
    from PySide6.QtCore import QCoreApplication

    def say(count):
        return QCoreApplication.translate("Bell", "%n unread message(s)", "", count)

    assert [say(1), say(2)] == ["1 unread message", "2 unread messages"]
    language.choose("ru")
    assert [say(1), say(3), say(5)] == [
        "1 непрочитанное сообщение",
        "3 непрочитанных сообщения",
        "5 непрочитанных сообщений",
    ]


def test_unknown_texts_stay_as_they_are_written(language, qapp):
    from PySide6.QtCore import QCoreApplication

    language.choose("ru")
    assert QCoreApplication.translate("Nowhere", "Not translated") == "Not translated"
    assert NAMES["ru"] == "Русский"
