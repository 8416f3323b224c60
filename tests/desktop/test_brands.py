"""Forty brand colours, light, dark and in high contrast: every text is read, every mark seen, severity told apart."""

from __future__ import annotations

from colorsys import hls_to_rgb
from itertools import pairwise

import pytest

from desktop.theme import Theme, make_theme
from models.values.brand_tints import dark_scale, light_scale
from models.values.colour import contrast, luminance

TEXT, MARK, STEP = 4.5, 3.0, 1.25
HIGH_TEXT, HIGH_MARK = 7.0, 4.5


def hexed(hue: float, lightness: float, saturation: float) -> str:
    return "#" + "".join(f"{round(c * 255):02X}" for c in hls_to_rgb(hue, lightness, saturation))


BRANDS = (
    *(hexed(n / 12, lightness, 0.9) for n in range(12) for lightness in (0.25, 0.5, 0.8)),
    *("#000000", "#FFFFFF", "#808080", "#0E4A52"),
)


def texts(theme: Theme) -> list[tuple[str, str, str]]:
    """What stands on what: its name, its colour and its ground."""
    grounds = {
        "page": theme.background,
        "field": theme.surface,
        "rail": theme.shade,
        "chosen row": theme.soft,
    }
    found = [
        (f"{name} on {ground}", colour, behind)
        for name, colour in (("ink", theme.ink), ("muted", theme.muted), ("accent", theme.accent))
        for ground, behind in grounds.items()
    ]
    found += [(f"danger on {name}", theme.danger, behind) for name, behind in grounds.items()]
    found += [("what is wrong, across the top", theme.surface, theme.danger)]
    found += [("ink on what is completed", theme.ink, theme.tint), ("held", theme.held_ink, theme.held)]
    found += [("chosen text", theme.ink, theme.tint), ("chosen in a list", theme.accent_ink, theme.accent)]
    filled = (("rest", theme.accent), ("hover", theme.hover), ("pressed", theme.pressed))
    found += [(f"filled act, {name}", theme.accent_ink, ground) for name, ground in filled]
    return found + [
        (f"level {n}", ink, ground) for n, (ink, ground) in enumerate(zip(theme.level_inks, theme.levels, strict=True))
    ]


def too_faint(brand: str, *, dark: bool) -> list[str]:
    theme = make_theme(dark, brand)
    read = [f"{name}: {contrast(a, b):.2f}" for name, a, b in texts(theme) if contrast(a, b) < TEXT]
    marks = {"accent": theme.accent, "faint": theme.faint, "danger": theme.danger, "held": theme.held}
    return read + [name for name, colour in marks.items() if contrast(colour, theme.background) < MARK]


def too_faint_in_high_contrast(brand: str, *, dark: bool) -> list[str]:
    theme = make_theme(dark, brand, high_contrast=True)
    read = [f"{name}: {contrast(a, b):.2f}" for name, a, b in texts(theme) if contrast(a, b) < HIGH_TEXT]
    marks = ("accent", "faint", "danger", "held", "rule", "hair", "dash", "muted")
    grounds = ("background", "surface", "shade", "soft")
    return read + [
        f"{mark} on {ground}"
        for mark in marks
        for ground in grounds
        if contrast(getattr(theme, mark), getattr(theme, ground)) < HIGH_MARK
    ]


def test_there_are_forty_of_every_kind() -> None:
    assert len(set(BRANDS)) == 40


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("brand", BRANDS)
def test_every_text_is_read_and_every_mark_seen(brand: str, dark: bool) -> None:
    assert too_faint(brand, dark=dark) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_high_contrast_is_high_for_every_brand(dark: bool) -> None:
    assert {brand: faults for brand in BRANDS if (faults := too_faint_in_high_contrast(brand, dark=dark))} == {}


@pytest.mark.parametrize("high", [False, True], ids=["", "high contrast"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("brand", BRANDS)
def test_the_steps_of_severity_are_told_apart(brand: str, dark: bool, high: bool) -> None:
    theme = make_theme(dark, brand, high_contrast=high)
    steps = [luminance(level) for level in theme.levels]
    assert steps == sorted(steps, reverse=not dark), "worse is darker on a light ground, brighter on a dark one"
    apart = [contrast(one, other) for one, other in pairwise(theme.levels)]
    assert min(apart) >= STEP, apart


@pytest.mark.parametrize("brand", BRANDS)
def test_console_and_room_share_one_scale(brand: str) -> None:
    light, dark = make_theme(False, brand), make_theme(True, brand)
    assert light.levels == light_scale(light.accent)
    assert dark.levels == dark_scale(brand, dark.background, dark.ink)
    assert dark.levels[3] == dark.accent
