"""Letters choose in a drop-down by the same folding as everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.person_field import PersonField
from models.engagement.engagement import Stakeholder

NAMES = ("Zoë Adams", "Łukasz Nowak", "Siân Lloyd", "Lena Fischer", "Anne-Marie Dupont", "İpek Öz")


@pytest.fixture
def owner(dressed_app: QApplication, qtbot: QtBot) -> PersonField:
    people = [Stakeholder(id=name, engagement_id="e", position=n, name=name) for n, name in enumerate(NAMES)]
    field = PersonField("Owner")
    qtbot.addWidget(field)
    field.show_person(people, "")
    field.show()
    return field


def breath(qtbot: QtBot) -> None:
    """Longer than two letters of one word are apart."""
    qtbot.wait(QApplication.keyboardInputInterval() + 50)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("zo", "Zoë Adams"), ("lu", "Łukasz Nowak"), ("lloyd", "Siân Lloyd"), ("sian", "Siân Lloyd")),
        *(("fis", "Lena Fischer"), ("marie", "Anne-Marie Dupont"), ("ipek", "İpek Öz"), ("oz", "İpek Öz")),
    ],
)
def test_letters_choose_whatever_their_accents(owner: PersonField, typed: str, name: str) -> None:
    QTest.keyClicks(owner, typed)
    assert owner.currentData() == name


def test_the_same_letter_goes_on_to_the_next_that_agrees(owner: PersonField, qtbot: QtBot) -> None:
    chosen: list[str] = []
    owner.chosen.connect(chosen.append)
    for _ in range(3):
        QTest.keyClicks(owner, "l")
        breath(qtbot)
    assert chosen == ["Łukasz Nowak", "Lena Fischer", "Łukasz Nowak"]


def test_letters_choose_in_the_open_list_too(owner: PersonField, qtbot: QtBot) -> None:
    owner.showPopup()
    QTest.keyClicks(owner.view(), "sia")
    QTest.keyClick(owner.view(), Qt.Key.Key_Return)
    assert owner.currentData() == "Siân Lloyd"
