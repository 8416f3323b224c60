"""Every page in German and French, at three sizes, light and dark: nothing cut, overlapping, faint or unnamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from test_looks import at_rest, lasting

from desktop.console.steps import Step
from desktop.words import speak
from resources.words import catalogue

SIZES = ((1024, 768), (1366, 768), (1920, 1080))
ALL = tuple(product(SIZES, (False, True), Step))
SOME = {"de": ((SIZES[0], False, Step.REPORT),), "fr": ((SIZES[0], True, Step.CLOSING),)}
"""Where there is no time for all."""


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(catalogue("en"))


def in_the_sample(start: Callable[[], Facilitator], language: str) -> Facilitator:
    """Somebody who speaks that language, with the sample open."""
    speak(catalogue(language))
    facilitator = start()
    facilitator.clearway.browsing.open_sample()
    facilitator.waits_until(lambda: facilitator.window.session is not None)
    return facilitator


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_page_fits_in_every_language(start: Callable[[], Facilitator], language: str, long: bool) -> None:
    facilitator, faults = in_the_sample(start, language), []
    window = facilitator.window
    for size, dark, step in ALL if long else SOME[language]:
        window.resize(QSize(*size))
        if window.look.theme.dark is not dark:
            window.settings.toggle_theme()
        at_rest(facilitator, step)
        place = f"{step.value}, {size[0]}×{size[1]}, {'dark' if dark else 'light'}"
        faults += [f"{place}: {fault}" for fault in lasting(facilitator)]
    assert not faults, "\n".join(faults)
