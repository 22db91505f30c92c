"""The look: tokens, contrast, one style sheet that scales, icons in the theme's colours."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from ui.fonts import text_font
from ui.icons import icon, pixmap, set_icon
from ui.resources import resource
from ui.theme import palette, style_sheet, theme
from ui.tokens import DARK, LIGHT, TEXT_PAIRS, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_on_its_ground_reaches_four_and_a_half_to_one(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_marks_stand_out_from_the_surface_three_to_one(tokens):
    for mark in ("accent_mark", "good", "bad"):
        assert contrast(getattr(tokens, mark), tokens.surface) >= 3.0


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_style_sheet_has_no_placeholder_left_and_scales_every_measure(tokens):
    once, twice = style_sheet(tokens, 1.0), style_sheet(tokens, 2.0)
    assert "$" not in once
    assert not re.search(r"\d+dp\b", once)
    assert "font-size: 19px" in once
    assert "font-size: 38px" in twice


def test_pictures_that_the_style_sheet_names_are_there():
    for name in re.findall(r"url\(([^)]+)\)", style_sheet(LIGHT, 1.0)):
        assert resource("styles", name.rsplit("/", 1)[-1]).exists(), name


def test_switching_the_theme_changes_palette_sheet_and_icons(look, bare_window):
    button = QPushButton(bare_window)
    set_icon(button, "check", tone="text")
    light = button.icon().pixmap(16).toImage()
    look.choose("dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.background
    assert DARK.surface in QApplication.instance().styleSheet()
    assert button.icon().pixmap(16).toImage() != light
    look.choose("light")
    assert button.icon().pixmap(16).toImage() == light


def test_palette_has_the_accent_for_selections():
    made = palette(DARK)
    assert made.color(QPalette.ColorRole.Highlight).name() == DARK.accent


def test_following_the_system_takes_its_scheme(look):
    look.choose("system")
    assert look.tokens in {LIGHT, DARK}
    assert look.choice == "system"


def test_icons_are_drawn_for_the_device_pixel_ratio():
    drawn = pixmap("bell", size=16, ratio=1.5)
    assert drawn.size() == QSize(24, 24)
    assert drawn.devicePixelRatio() == 1.5
    assert not icon("bell").isNull()
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon")


def test_every_vendored_icon_is_used():
    """An icon that no module names is not shipped."""
    folder = resource("icons", "LICENSE.txt").parent
    sources = "".join(path.read_text(encoding="utf-8") for path in (folder.parents[1] / "ui").rglob("*.py"))
    assert [path.stem for path in sorted(folder.glob("*.svg")) if f'"{path.stem}"' not in sources] == []


def test_icons_and_fonts_have_their_licences():
    assert "ISC" in resource("icons", "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License" in resource("fonts", "LICENSE.txt").read_text(encoding="utf-8")


def test_text_font_is_inter_with_cyrillic():
    from PySide6.QtGui import QFontMetrics

    font = text_font(13)
    assert font.family() == "Inter"
    assert QFontMetrics(font).inFontUcs4(ord("Ж"))


def test_measures_scale_with_the_text():
    look = theme()
    assert look.px(13) == look.font().pixelSize()
    assert look.px(0.2) == 1
