"""The colours of both themes as plain values, and the arithmetic of contrast.

Values are those of design/tokens.md. Where a colour of the palette is too pale to carry text at 4.5 : 1, a
deeper (light theme) or paler (dark theme) tone of it stands beside it under ``*_text``: use ``good`` for a
stripe, a dot or a border, ``good_text`` for words.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour that the window may use, each as ``#rrggbb``."""

    name: str
    dark: bool
    background: str
    surface: str
    text: str
    muted: str
    line: str
    line_strong: str
    hover: str
    pressed: str
    side: str
    side_selected: str
    side_hover: str
    side_text: str
    side_strong: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    accent_mark: str
    accent_text: str
    on_accent: str
    good: str
    good_soft: str
    good_text: str
    warning: str
    warning_soft: str
    warning_text: str
    warning_line: str
    bad: str
    bad_soft: str
    bad_text: str
    bad_fill: str
    on_bad: str
    stage: str
    stage_hover: str
    stage_text: str
    stage_passed: str
    stage_passed_text: str


LIGHT = Tokens(
    name="light",
    dark=False,
    background="#f4f6f9",
    surface="#ffffff",
    text="#1b2430",
    muted="#57667b",
    line="#dfe5ec",
    line_strong="#c3cdd9",
    hover="#eef2f7",
    pressed="#e3e9f1",
    side="#16233a",
    side_selected="#22324f",
    side_hover="#1c2b46",
    side_text="#c8d3e4",
    side_strong="#ffffff",
    accent="#2f6fed",
    accent_hover="#2563df",
    accent_pressed="#1f57c8",
    accent_soft="#e8f0ff",
    accent_mark="#2f6fed",
    accent_text="#1f5ad0",
    on_accent="#ffffff",
    good="#1f9d63",
    good_soft="#e4f6ed",
    good_text="#13724a",
    warning="#c9860a",
    warning_soft="#fdf3dd",
    warning_text="#855a06",
    warning_line="#eed08c",
    bad="#d2453d",
    bad_soft="#fde9e7",
    bad_text="#b5322b",
    bad_fill="#d2453d",
    on_bad="#ffffff",
    stage="#d9e0e9",
    stage_hover="#cdd6e2",
    stage_text="#45546a",
    stage_passed="#bcd2fb",
    stage_passed_text="#1c4ba8",
)

DARK = Tokens(
    name="dark",
    dark=True,
    background="#12171f",
    surface="#1b222d",
    text="#e8edf4",
    muted="#9dabbf",
    line="#2c3644",
    line_strong="#3f4c5e",
    hover="#242d3a",
    pressed="#2c3644",
    side="#0c1220",
    side_selected="#1a2438",
    side_hover="#141d2f",
    side_text="#c8d3e4",
    side_strong="#ffffff",
    accent="#396ee4",
    accent_hover="#3568dc",
    accent_pressed="#2c5ac4",
    accent_soft="#1f2d4d",
    accent_mark="#5b8dff",
    accent_text="#86abff",
    on_accent="#ffffff",
    good="#3cc48a",
    good_soft="#16352a",
    good_text="#3cc48a",
    warning="#e2ab3f",
    warning_soft="#3a2f16",
    warning_text="#e2ab3f",
    warning_line="#5e4a1c",
    bad="#ee6a61",
    bad_soft="#3e1f1d",
    bad_text="#f58a82",
    bad_fill="#d2453d",
    on_bad="#ffffff",
    stage="#2c3644",
    stage_hover="#364253",
    stage_text="#aebacb",
    stage_passed="#23407c",
    stage_passed_text="#c4d6ff",
)

_GROUNDS = ("background", "surface", "hover", "accent_soft", "good_soft", "warning_soft", "bad_soft")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("text", ground) for ground in (*_GROUNDS, "pressed")),
    *(("muted", ground) for ground in _GROUNDS),
    *((f"{tone}_text", ground) for tone in ("accent", "good", "warning", "bad") for ground in _GROUNDS),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *((text, ground) for text in ("side_text", "side_strong") for ground in ("side", "side_selected", "side_hover")),
    ("on_bad", "bad_fill"),
    ("stage_text", "stage"),
    ("stage_text", "stage_hover"),
    ("stage_passed_text", "stage_passed"),
)
"""Every pair (text, ground) that the window uses; each must reach 4.5 : 1 in both themes."""


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1.0 to 21.0, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
