"""What is painted by hand and wraps is as high as its words need, at whatever width it has just been given."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.console.playbook.gate.before import ItemRow
from desktop.console.readiness.point_row import PointRow
from desktop.console.results.vote_row import VoteHead, VoteRow
from desktop.theme import make_theme
from desktop.view_models.playbook.standing import AskedFor
from desktop.view_models.results.votes import VoteLine
from desktop.widgets.parts.scrolled import scrolled
from models.values.terms import PointState

LONG = "What has been promised to whom, by which day, and who answers for it once the pilot has gone into service"
THEME = make_theme(dark=False)


def point() -> QWidget:
    made = PointRow()
    made.show_point(LONG, PointState.OPEN, "Priya Raman", THEME, against=False)
    return made


def head() -> QWidget:
    made = VoteHead()
    made.show_title(LONG, THEME, counted=True)
    return made


def vote() -> QWidget:
    return VoteRow(VoteLine("sign", LONG, (1, 2, 3, 0, 1), "2", for_now=True), THEME)


def asked_for() -> QWidget:
    return ItemRow(AskedFor("item", "done", LONG, LONG, ""))


@pytest.mark.parametrize("made", [point, head, vote, asked_for])
def test_another_width_is_another_height(dressed_app: QApplication, qtbot: QtBot, made: object) -> None:
    assert callable(made)
    row, inside = made(), QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(row)
    column.addStretch(1)
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(1400, 600)
    area.show()
    qtbot.waitExposed(area)
    for width in (700, 1400, 460):
        area.resize(width, 600)
        qtbot.waitUntil(lambda: row.height() == row.heightForWidth(row.width()), timeout=2_000)
    assert row.height() > row.heightForWidth(1400), "so narrow, its words take another line"
