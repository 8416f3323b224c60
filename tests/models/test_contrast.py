"""Colours that stay legible: contrast against the published figures of WCAG, ink and brand colours that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.colour import DARK_INK, LIGHT_INK, channels, contrast, ink_on, is_colour, luminance, mix, readable

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),  # the grey that just fails 4.5, as WebAIM and the W3C print it
        ("#767676", "#FFFFFF", 4.54),  # the grey that just passes
        ("#949494", "#FFFFFF", 3.03),
        ("#595959", "#FFFFFF", 7.0),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#00FF00", "#FFFFFF", 1.37),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FFFF00", "#000000", 19.56),
        ("#0000FF", "#000000", 2.44),
    ],
)
def test_contrast_is_as_published(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("colour", "value"),
    [("#000000", 0.0), ("#FFFFFF", 1.0), ("#FF0000", 0.2126), ("#00FF00", 0.7152), ("#0000FF", 0.0722)],
)
def test_luminance_is_as_published(colour: str, value: float) -> None:
    assert luminance(colour) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    "text", ["", "red", "#FFF", "#GGGGGG", "FFFFFF", "#FFFFFF ", "#FFFFFF\n", "#FFFFFFFF", "#１２３４５６"]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    assert not is_colour(text)
    with pytest.raises(ValueError, match="not a colour"):
        channels(text)


def test_small_letters_make_the_same_colour() -> None:
    assert is_colour("#c2334d")
    assert channels("#c2334d") == channels("#C2334D")


@given(colours)
def test_ink_on_any_colour_can_be_read(background: str) -> None:
    ink = ink_on(background)

    assert ink in (DARK_INK, LIGHT_INK)
    assert contrast(ink, background) >= 3.9, "large text, whatever the brand"
    assert contrast(ink, background) == max(contrast(DARK_INK, background), contrast(LIGHT_INK, background))


@given(colours, colours, st.sampled_from([1.0, 3.0, 4.5]))
def test_readable_always_reaches_the_ratio(colour: str, background: str, ratio: float) -> None:
    moved = readable(colour, background, ratio)

    assert is_colour(moved)
    assert contrast(moved, background) >= ratio


@given(colours, st.sampled_from(["#FFFFFF", "#FAFAF7", "#14181D", "#000000"]))
def test_readable_reaches_the_rooms_ratio_on_its_paper(colour: str, paper: str) -> None:
    assert contrast(readable(colour, paper, 7.0), paper) >= 7.0


@given(colours, colours)
def test_a_colour_that_can_be_read_is_left_alone(colour: str, background: str) -> None:
    if contrast(colour, background) >= 4.5:
        assert readable(colour, background) == colour


def test_a_colour_is_moved_no_further_than_needed() -> None:
    moved = readable("#00FF00", "#FFFFFF", 4.5)

    assert 4.5 <= contrast(moved, "#FFFFFF") < 4.8
    assert channels(moved)[0] == channels(moved)[2] == 0, "still green"


@given(colours, colours)
def test_a_mix_runs_from_one_colour_to_the_other(one: str, other: str) -> None:
    assert (mix(one, other, 0), mix(one, other, 1)) == (one, other)
    halves = [(a + b) / 2 for a, b in zip(channels(one), channels(other), strict=True)]
    assert channels(mix(one, other, 0.5)) == pytest.approx(halves, abs=1 / 255)
