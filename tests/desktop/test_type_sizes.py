"""Type up to twice its size, in every language, and high contrast, on a usual laptop: nothing is cut or overlaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings, QSize
from test_looks import at_rest, lasting, placed
from window_audit import audit

from desktop.console.steps import Step
from desktop.settings import CONTRAST, TYPE_SIZE
from desktop.words import speak
from resources.words import catalogue

LAPTOP = QSize(1366, 768)
EACH = ((100, "en"), (125, "de"), (150, "en"), (150, "de"), (175, "fr"), (200, "en"), (200, "de"), (200, "fr"))
SOME = {150: (Step.DIAGNOSE, Step.PLAN), 200: (Step.PREPARE, Step.RESULTS)}
"""Where there is no time for all: in German alone."""


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(catalogue("en"))


def faults_at(facilitator: Facilitator, size: int, language: str, steps: tuple[Step, ...]) -> list[str]:
    facilitator.clearway.choosing.choose(TYPE_SIZE, str(size))
    return [
        f"{step.value}, {language}, {size} %: {fault}"
        for step in steps
        if not at_rest(facilitator, step)
        for fault in lasting(facilitator, placed)
    ]


def test_no_page_cuts_anything_however_large_the_type(start: Callable[[], Facilitator], long: bool) -> None:
    faults = []
    for language in ("de",) if not long else ("en", "de", "fr"):
        speak(catalogue(language))
        facilitator = start()
        facilitator.clearway.browsing.open_sample()
        facilitator.waits_until(lambda window=facilitator.window: window.session is not None)
        facilitator.window.resize(LAPTOP)
        pages = EACH if long else tuple((size, "de") for size in SOME)
        for size, spoken in pages:
            if spoken == language:
                faults += faults_at(facilitator, size, language, tuple(Step) if long else SOME[size])
    assert not faults, "\n".join(faults)


def test_high_contrast_is_sound_in_light_and_dark(settings: QSettings, facilitator: Facilitator, long: bool) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(LAPTOP)
    facilitator.clearway.choosing.choose(CONTRAST, "high")
    faults = []
    for dark, step in product((False, True), Step if long else (Step.DIAGNOSE, Step.PLAN)):
        if facilitator.window.look.theme.dark is not dark:
            facilitator.window.settings.toggle_theme()
        at_rest(facilitator, step)
        faults += [f"{step.value}, {'dark' if dark else 'light'}: {fault}" for fault in lasting(facilitator, audit)]
    assert not faults, "\n".join(faults)
