"""Colours: always legible, whatever brand is typed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from models.values.colour import contrast, ink_on, readable
from reports.charts.colours import dark_colours, paper_colours
from reports.type.ink import WHITE, severity_scale

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54


@given(colours)
@settings(deadline=None)
def test_brand_colours_become_legible_on_white(colour: str) -> None:
    made = readable(colour, WHITE)
    assert contrast(made, WHITE) >= 4.5
    assert made == colour or contrast(colour, WHITE) < 4.5


@given(colours)
@settings(deadline=None)
def test_each_step_of_the_scale_carries_its_ink(colour: str) -> None:
    for palette in (paper_colours(colour, colour), dark_colours(colour, colour)):
        for step in palette.ramp:
            assert contrast(ink_on(step), step) >= 4.4
        assert contrast(palette.ink, palette.background) >= 7
        assert contrast(palette.accent, palette.background) >= 4.5
        assert contrast(palette.series, palette.background) >= 4.5


def test_the_scale_is_tints_of_the_brand_from_next_to_nothing_to_the_brand_itself() -> None:
    assert severity_scale("#0E4A52") == ("#E7EDEE", "#AFC3C6", "#4A777D", "#0E4A52")


@given(colours)
@settings(deadline=None)
def test_the_four_levels_are_told_apart_and_written_on_alike_whatever_the_brand(colour: str) -> None:
    first, second, third, last = paper_colours(colour).ramp
    steps = [contrast(step, WHITE) for step in (first, second, third, last)]
    assert steps == sorted(steps)
    assert steps[3] >= 1.3 * steps[2] or steps[2] > 9
    assert [ink_on(step) for step in (first, second, third, last)] == ["#1B2430"] * 2 + ["#FFFFFF"] * 2


@given(colours)
@settings(deadline=None)
def test_on_a_dark_ground_the_gravest_is_the_brightest(colour: str) -> None:
    found = dark_colours(colour)
    steps = [contrast(step, found.background) for step in found.ramp]
    assert steps == sorted(steps)


def test_a_brand_that_is_no_colour_falls_back_to_the_house() -> None:
    assert paper_colours("red", "") == paper_colours()


def test_lightening_keeps_the_hue() -> None:
    red, green, blue = (int(readable("#12395B", "#12161C")[i : i + 2], 16) for i in (1, 3, 5))
    assert blue > green > red
