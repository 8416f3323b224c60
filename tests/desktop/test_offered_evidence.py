"""What the playbook offers for a point is cut where a cell or a sentence ends, and only where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.console.readiness.offers import Offers
from desktop.system.long_text import ended
from models.readiness.known_evidence import KnownEvidence

CELLS = [f"Readings a night, number {n}" for n in range(1, 9)]
OFFER = KnownEvidence("Monitoring", " · ".join(CELLS), "")


def shown(qtbot: QtBot, width: int) -> str:
    offers = Offers()
    qtbot.addWidget(offers)
    offers.show_offers((OFFER,))
    offers.resize(width, 300)
    offers.show()
    return max((found.text() for found in offers.findChildren(QLabel)), key=len)


def test_with_room_all_of_it_is_shown_and_else_whole_cells(qtbot: QtBot) -> None:
    assert shown(qtbot, 1400) == OFFER.said
    cut = shown(qtbot, 420)
    assert cut.endswith(" …")
    assert 2 < len(cut.removesuffix(" …").split(" · ")) < len(CELLS)
    assert set(cut.removesuffix(" …").split(" · ")) < set(CELLS)


def test_a_text_ends_with_a_sentence_a_cell_or_a_row_that_fits_else_between_two_words() -> None:
    assert ended("One is here. Two is not.", 40) == "One is here. Two is not."
    assert ended("One is here. Two is not.", 20) == "One is here. …"
    assert ended("One cell · another; a third row", 26) == "One cell · another …"
    assert ended("One\u00a0; another that goes on", 16) == "One\u00a0; another…"
