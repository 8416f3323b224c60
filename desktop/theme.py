"""The look of the windows: colours in light and dark, one type scale, an 8-point grid."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import partial

from PySide6.QtGui import QColor, QPalette

from desktop.system.fonts import SANS, SERIF
from models.frozen import frozen
from models.values.brand_tints import TEXT_CONTRAST, brand_on_dark, brand_on_light, dark_scale, light_scale
from models.values.colour import ink_on, mix, readable
from resources import resource_path

HOUSE_COLOUR = "#12395B"
BLACK, WHITE, HIGHEST = "#000000", "#FFFFFF", 10.0
"""Of high contrast, and what the brand has on white there, so that it is read on its own tints as well."""

TYPE_SCALE = {"key": 12, "caption": 13, "body": 15, "lead": 18, "section": 20, "question": 24, "statement": 32}
"""Pixels at a scale of 1. Nothing is smaller than what stands on a key."""


@frozen
class Theme:
    """Every colour a screen uses, as #RRGGBB."""

    name: str
    background: str
    surface: str
    shade: str
    """The rail's background."""
    ink: str
    muted: str
    faint: str
    """Marks only, never text."""
    rule: str
    hair: str
    """Between rows."""
    dash: str
    """Dashed frames, and keys that do not act now."""
    accent: str
    accent_ink: str
    hover: str
    """The filled button under the mouse."""
    pressed: str
    """And while it is pressed."""
    soft: str
    """A tint of the accent behind what is chosen."""
    tint: str
    """A stronger one: what is completed for the person, pale bars."""
    levels: tuple[str, str, str, str]
    """Severity, 0 to 3: one scale of the brand's tints, for signs and for failure modes."""
    level_inks: tuple[str, str, str, str]
    danger: str
    held: str
    """Says that the room is held, and nothing else."""
    held_ink: str
    high_contrast: bool = False

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.name == "dark"


def make_theme(dark: bool, brand: str = HOUSE_COLOUR, *, high_contrast: bool = False) -> Theme:
    """The light or dark theme with its one accent taken from the brand's primary colour."""
    if high_contrast:
        return _white_on_black(brand) if dark else _black_on_white(brand)
    return _dark(brand) if dark else _light(brand)


def _light(brand: str) -> Theme:
    background, ink = "#FBFCFD", "#1B2430"
    accent = brand_on_light(brand, background)
    return Theme(
        name="light",
        background=background,
        surface="#FFFFFF",
        shade="#F1F4F7",
        ink=ink,
        muted="#566273",
        faint="#8490A0",
        rule="#D9DEE5",
        hair="#E7EBEF",
        dash="#BCC5CF",
        accent=accent,
        accent_ink=ink_on(accent),
        hover=mix(accent, "#000000", 0.12),
        pressed=mix(accent, "#000000", 0.25),
        soft=mix("#FFFFFF", accent, 0.07),
        tint=mix("#FFFFFF", accent, 0.15),
        levels=light_scale(accent),
        level_inks=(ink, ink, "#FFFFFF", ink_on(accent)),
        danger="#B3263A",
        held="#8A5A00",
        held_ink="#FFFFFF",
    )


def _dark(brand: str) -> Theme:
    background, ink = "#0F1621", "#F1F4F9"
    accent = brand_on_dark(brand, background)
    return Theme(
        name="dark",
        background=background,
        surface="#18212F",
        shade="#131C29",
        ink=ink,
        muted="#A7B2C2",
        faint="#738096",
        rule="#2C384A",
        hair="#202B3B",
        dash="#405069",
        accent=accent,
        accent_ink=ink_on(accent),
        hover=mix(accent, "#FFFFFF", 0.15),
        pressed=mix(accent, "#FFFFFF", 0.3),
        soft=mix(background, accent, 0.12),
        tint=mix(background, accent, 0.2),
        levels=dark_scale(brand, background, ink),
        level_inks=(ink, ink, ink, ink_on(accent)),
        danger="#F2788A",
        held="#E0B15A",
        held_ink="#0F1621",
    )


def _black_on_white(brand: str) -> Theme:
    """Text at 7:1 at least, marks and frames at 4.5:1."""
    accent = readable(brand, WHITE, HIGHEST)
    return replace(
        _light(brand),
        high_contrast=True,
        background=WHITE,
        surface=WHITE,
        shade=WHITE,
        ink=BLACK,
        muted="#3D3D3D",
        faint="#595959",
        rule="#595959",
        hair="#6B6B6B",
        dash="#595959",
        accent=accent,
        accent_ink=WHITE,
        hover=mix(accent, BLACK, 0.12),
        pressed=mix(accent, BLACK, 0.25),
        soft=mix(WHITE, accent, 0.07),
        tint=mix(WHITE, accent, 0.15),
        levels=light_scale(accent, TEXT_CONTRAST),
        level_inks=(BLACK, BLACK, WHITE, WHITE),
        danger="#8A0F22",
        held="#6B4300",
        held_ink=WHITE,
    )


def _white_on_black(brand: str) -> Theme:
    accent = brand_on_dark(brand, BLACK)
    return replace(
        _dark(brand),
        high_contrast=True,
        background=BLACK,
        surface=BLACK,
        shade=BLACK,
        ink=WHITE,
        muted="#D6D6D6",
        faint="#A0A0A0",
        rule="#A0A0A0",
        hair="#8C8C8C",
        dash="#A0A0A0",
        accent=accent,
        accent_ink=BLACK,
        hover=mix(accent, WHITE, 0.15),
        pressed=mix(accent, WHITE, 0.3),
        soft=mix(BLACK, accent, 0.12),
        tint=mix(BLACK, accent, 0.2),
        levels=dark_scale(brand, BLACK, WHITE, TEXT_CONTRAST),
        level_inks=(WHITE, WHITE, WHITE, BLACK),
        danger="#FFA3AE",
        held="#FFD27A",
        held_ink=BLACK,
    )


def palette(theme: Theme) -> QPalette:
    """What Fusion draws with where the style sheet says nothing, and parts that are drawn by hand.

    Qt uses Light to Shadow for bevels only, which nothing here has: they carry the lines and the muted ink.
    """
    colours = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.background,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.shade,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Midlight: theme.hair,
        QPalette.ColorRole.Mid: theme.rule,
        QPalette.ColorRole.Dark: theme.dash,
        QPalette.ColorRole.Shadow: theme.muted,
    }
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    return colours


_LENGTH = re.compile(r"\b(\d+)px")
_LINE, _ENDLESS = 3, 1_000
"""Pixels: lines stay as thin as they are, and what has no limit keeps none."""


def _scaled(scale: float, length: re.Match[str]) -> str:
    pixels = int(length[1])
    return f"{pixels if pixels <= _LINE or pixels > _ENDLESS else round(pixels * scale)}px"


def style_sheet(theme: Theme, scale: float) -> str:
    """The one style sheet, written for a scale: style sheets know no relative units."""
    values = {f"type_{name}": f"{round(size * scale)}px" for name, size in TYPE_SCALE.items()}
    values |= {f"space_{n}": f"{round(8 * n * scale)}px" for n in range(1, 7)}
    values["disc"] = f"{(round(20 * scale) + 2) // 2}px"  # with its line; a pixel more and it is drawn square
    values |= {"half": f"{round(4 * scale)}px", "sans": SANS, "serif": SERIF}
    # Inside the wider frame of a field that has the keyboard, so that its words stay where they were.
    steps = {"half": 4, "space_1": 8, "space_2": 16}
    values |= {f"less_{name}": f"{round(size * scale) - 1}px" for name, size in steps.items()}
    values["within_tick"] = f"{round(16 * scale) - 2}px"  # as large as without the keyboard, with the wider frame
    colours = {each.name: getattr(theme, each.name) for each in fields(theme)}
    values |= {name: colour for name, colour in colours.items() if isinstance(colour, str)}
    values["arrow"] = resource_path(f"icons/arrow-down-{theme.name}.svg").as_posix()
    values["tick"] = resource_path(f"icons/tick-{theme.name}.svg").as_posix()
    text = _LENGTH.sub(partial(_scaled, scale), resource_path("styles/console.qss").read_text(encoding="utf-8"))
    if theme.high_contrast:
        text += resource_path("styles/high_contrast.qss").read_text(encoding="utf-8")
    for key in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{key}", values[key])
    return text
