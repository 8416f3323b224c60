"""The lock page and the card of the passphrase, at every size and in a longer language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from test_looks import SIZES, lasting
from test_pseudo_language import texts_of
from window_audit import audit

from desktop.console.locking.passphrase_card import PassphraseCard
from desktop.widgets.overlay import uncover
from desktop.words import speak
from resources.words import PSEUDO, catalogue
from tests.words.masked import untranslated


@pytest.fixture(params=["en", PSEUDO])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(catalogue(request.param))
    yield request.param
    speak(catalogue("en"))


def faults_of(facilitator: Facilitator, shown: QWidget, size: tuple[int, int], language: str) -> list[str]:
    facilitator.window.resize(QSize(*size))
    facilitator.qtbot.wait(60)
    said = [text for widget in (shown, *shown.findChildren(QWidget)) if widget.isVisible() for text in texts_of(widget)]
    plain = [text for text in said if language == PSEUDO and untranslated(text)]
    return [*lasting(facilitator, lambda _: audit(shown)), *plain]


def test_the_lock_page_and_the_card_are_sound_at_every_size(language: str, start: Callable[[], Facilitator]) -> None:
    facilitator = start()
    window, locking, faults = facilitator.window, facilitator.clearway.locking, []
    for passphrase in (None, "12345678"):
        if passphrase:
            locking.change(None, passphrase)
            facilitator.waits_until(lambda: locking.has_passphrase)
        for size in SIZES:
            window.resize(QSize(*size))
            window.lock.show_card()
            (card,) = window.findChildren(PassphraseCard)
            card.new.line.setText("12345678")
            faults += [f"card {size}: {fault}" for fault in faults_of(facilitator, card, size, language)]
            uncover(window)
            facilitator.waits_until(lambda: not window.findChildren(PassphraseCard))
    locking.lock()
    page = window.lock._page
    for forgotten in (False, True):
        page._ask_for(forgotten=forgotten)
        page._refused("A sentence as long as those that say why something that was typed does not open it. " * 2)
        for size in SIZES:
            found = [f for f in faults_of(facilitator, page, size, language) if "A sentence as long" not in f]
            faults += [f"page {size}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)
