"""The look of the windows: colours in light and dark, one type scale, an 8-point grid."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from desktop.system.fonts import SANS, SERIF
from models.values.colour import ink_on, mix, readable
from resources import resource_path

HOUSE_COLOUR = "#12395B"

TYPE_SCALE = {"caption": 13, "body": 15, "lead": 18, "section": 20, "title": 28, "display": 40}
"""Pixels at a scale of 1."""


@dataclass(frozen=True)
class Theme:
    """Every colour a screen uses, as #RRGGBB."""

    name: str
    background: str
    surface: str
    ink: str
    muted: str
    rule: str
    accent: str
    accent_ink: str
    soft: str
    """A tint of the accent behind what is selected."""
    levels: tuple[str, str, str, str]
    """Behind the number of a rating, 0 to 3."""
    unknown: str
    danger: str
    shade: str
    """The rail's background."""
    held: str
    """Says that the room is held, and nothing else."""
    held_ink: str

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.name == "dark"


def make_theme(dark: bool, brand: str = HOUSE_COLOUR) -> Theme:
    """The light or dark theme with its one accent taken from the brand's primary colour."""
    if dark:
        background = "#0F1621"
        accent = readable(brand, background, 6.5)
        return Theme(
            name="dark",
            background=background,
            surface="#18212F",
            ink="#F1F4F9",
            muted="#A7B2C2",
            rule="#2C384A",
            accent=accent,
            accent_ink=ink_on(accent),
            soft=mix(background, accent, 0.16),
            levels=("#49B6A4", "#D9B45B", "#F09A4A", "#F2788A"),
            unknown="#8592A5",
            danger="#F2788A",
            shade="#131C29",
            held="#E0B15A",
            held_ink="#0F1621",
        )
    background = "#FBFCFD"
    accent = readable(brand, background, 5)
    return Theme(
        name="light",
        background=background,
        surface="#FFFFFF",
        ink="#1B2430",
        muted="#566273",
        rule="#D9DEE5",
        accent=accent,
        accent_ink=ink_on(accent),
        soft=mix("#FFFFFF", accent, 0.07),
        levels=("#1F7A6D", "#7A6A1E", "#9A5B00", "#B3263A"),
        unknown="#6B7787",
        danger="#B3263A",
        shade="#F1F4F7",
        held="#8A5A00",
        held_ink="#FFFFFF",
    )


def palette(theme: Theme) -> QPalette:
    """What Fusion draws with where the style sheet says nothing."""
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
    }
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    return colours


def style_sheet(theme: Theme, scale: float) -> str:
    """The one style sheet, written for a scale: style sheets know no relative units."""
    values = {f"type_{name}": f"{round(size * scale)}px" for name, size in TYPE_SCALE.items()}
    values |= {f"space_{n}": f"{round(8 * n * scale)}px" for n in range(1, 7)}
    values |= {"half": f"{round(4 * scale)}px", "sans": SANS, "serif": SERIF}
    # Inside the wider frame of a field that has the keyboard, so that its words stay where they were.
    steps = {"half": 4, "space_1": 8, "space_2": 16}
    values |= {f"less_{name}": f"{round(size * scale) - 1}px" for name, size in steps.items()}
    values |= {key: value for key, value in vars(theme).items() if isinstance(value, str)}
    values["arrow"] = resource_path(f"icons/arrow-down-{theme.name}.svg").as_posix()
    values["tick"] = resource_path(f"icons/tick-{theme.name}.svg").as_posix()
    text = resource_path("styles/console.qss").read_text(encoding="utf-8")
    for key in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{key}", values[key])
    return text
