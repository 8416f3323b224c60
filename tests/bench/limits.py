"""The largest that an import accepts, drawn: each beside the second that nobody should wait longer than."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import NoReturn

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.application import prepare_qt
from desktop.console.plan.impact_picture import ImpactPicture, Placed
from desktop.room.window import RoomWindow
from desktop.theme import make_theme
from desktop.view_models.room.entries import RoomBox
from desktop.view_models.room.pages import RoomBrand, RoomView, RoomWelcome
from models.exchange import ExchangeError, read_engagement
from models.exchange.limits import LARGEST_FILE
from models.exchange.reading import Surroundings
from models.method.check import read_method
from models.values.lengths import LONGEST_NAME
from resources import resource_text
from tests.bench.figure import Figure, median_of

SECOND, RUNS = 1_000.0, 3
ACTIONS, BOXES = 2_000, 8
EARLIER_NAME = 90_000
"""Letters that an earlier version let into a library."""


def limits() -> list[Figure]:
    """Room, picture, and the refusal of what is larger still."""
    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        prepare_qt(application)
    names = {"the longest name": "W" * LONGEST_NAME, "a name of 90,000": "W" * EARLIER_NAME}
    return [
        *(
            Figure(f"room's welcome, {said}", median_of(RUNS, partial(_welcome, name)), SECOND, 1)
            for said, name in names.items()
        ),
        Figure("picture of 2,000 actions", median_of(RUNS, _picture), SECOND, 1),
        Figure("refusal of 10 million empty lists", median_of(RUNS, _refusal), 2 * SECOND, 1),
    ]


def _welcome(name: str) -> None:
    agenda = tuple(
        RoomBox("09:00", f"{n} " + "What for " * (LONGEST_NAME // 10), 5, "5 min", "", "") for n in range(BOXES)
    )
    brand = RoomBrand(practice=name, client=name, primary="#0E4A52", accent="#C8642B", practice_logo=b"")
    window = RoomWindow(still=True)
    window.resize(1920, 1080)
    window.show_view(
        RoomView(page=RoomWelcome(pilot=name, date="12 March 2027", agenda=agenda), brand=brand, dark=False)
    )
    window.grab()
    window.close()


def _picture() -> None:
    picture = ImpactPicture()
    picture.resize(QSize(900, 560))
    marks = [Placed(str(n), n + 1, f"Action {n}", 50, 1 + n / ACTIONS, n % 3) for n in range(ACTIONS)]
    picture.show_marks(marks, "0", make_theme(False))
    picture.grab()


def _refusal() -> None:
    method = read_method(resource_text("method/clearway.toml"), "clearway.toml")

    def no_logo(data: bytes, name: str) -> NoReturn:
        raise AssertionError("the file has no logo")

    around = Surroundings(lambda key: method, method.key, no_logo, datetime.now(UTC))
    with suppress(ExchangeError):
        read_engagement("[" + "[]," * (LARGEST_FILE // 3 - 1) + "[]]", around)
