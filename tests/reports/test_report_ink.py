"""Colours: always legible, whatever brand is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.values.colour import contrast, ink_on, readable
from reports.charts import dark_colours, paper_colours
from reports.type.ink import WHITE, heat_ramp

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54


@given(colours)
def test_brand_colours_become_legible_on_white(colour: str) -> None:
    made = readable(colour, WHITE)
    assert contrast(made, WHITE) >= 4.5
    assert made == colour or contrast(colour, WHITE) < 4.5


@given(colours)
def test_each_step_of_the_ramp_carries_its_ink(colour: str) -> None:
    for palette in (paper_colours(colour, colour), dark_colours(colour, colour)):
        for step in palette.ramp:
            assert contrast(ink_on(step), step) >= 4.4
        assert contrast(palette.ink, palette.background) >= 7
        assert contrast(palette.accent, palette.background) >= 4.5
        assert contrast(palette.series, palette.background) >= 4.5


def test_the_ramp_runs_from_pale_to_the_brand() -> None:
    ramp = heat_ramp("#12395B")
    assert ramp[0] == "#EAF1F6"
    assert ramp[3] == "#12395B"
    steps = [contrast(step, WHITE) for step in ramp]
    assert steps == sorted(steps)


def test_a_brand_that_is_no_colour_falls_back_to_the_house() -> None:
    assert paper_colours("red", "") == paper_colours()


def test_lightening_keeps_the_hue() -> None:
    red, green, blue = (int(readable("#12395B", "#12161C")[i : i + 2], 16) for i in (1, 3, 5))
    assert blue > green > red
