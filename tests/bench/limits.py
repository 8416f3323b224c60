"""The largest that an import accepts, drawn: each beside the second that nobody should wait longer than."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from gettext import NullTranslations
from typing import NoReturn

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QApplication

from desktop.application import prepare_qt
from desktop.console.plan.picture.impact_marks import Placed
from desktop.console.plan.picture.impact_picture import ImpactPicture
from desktop.room.window import RoomWindow
from desktop.theme import make_theme
from desktop.view_models.room.entries import RoomBox
from desktop.view_models.room.pages import RoomBrand, RoomView, RoomWelcome
from desktop.widgets.chart_view import ChartView
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Engagement
from models.exchange import ExchangeError, read_engagement
from models.exchange.limits import LARGEST_FILE
from models.exchange.reading import Surroundings
from models.method.check import read_method
from models.method.method import Method
from models.plan.plan import PlanLine, plan_lines
from models.plan.rubs import rubs
from models.values.lengths import LONGEST_NAME
from reports.charts.colours import paper_colours
from reports.charts.timeline import timeline
from resources import resource_text
from tests.bench.figure import Figure, median_of
from tests.bench.libraries import sample_engagement

SECOND, RUNS = 1_000.0, 3
ACTIONS, AFTER, BOXES = 2_000, 5, 8
START = date(2027, 1, 4)
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
        Figure("timeline, 10,000 dependencies", median_of(RUNS, partial(_timeline, *_plan())), SECOND, 1),
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


def _plan() -> tuple[tuple[PlanLine, ...], Engagement]:
    """As many actions and dependencies as an import takes."""
    sample = sample_engagement()
    current, round_id = sample.current, sample.current.assessment.id
    base = replace(current.actions[0], proposal="")
    actions = tuple(
        replace(base, id=f"{n:032x}", position=n, title=f"Action {n}", due=START + timedelta(days=n))
        for n in range(ACTIONS)
    )
    pairs = [(actions[n].id, actions[m].id) for n in range(ACTIONS) for m in range(max(n - AFTER, 0), n)]
    ties = [Dependency(id=dependency_id(*p), assessment_id=round_id, action_id=p[0], after_id=p[1]) for p in pairs]
    large = replace(current, actions=actions, dependencies={tie.id: tie for tie in ties}, conditions=())
    engagement = replace(sample, rounds=(large,))
    return plan_lines(_method(), engagement, NullTranslations(), START), engagement


def _timeline(lines: tuple[PlanLine, ...], engagement: Engagement) -> None:
    """As the console shows it: the drawing, and what of it is in sight; and where the dates rub."""
    words = NullTranslations()
    rubs(lines, engagement.current, None, words)
    view = ChartView("Timeline")
    view.show_drawing(timeline(lines, engagement, _method(), paper_colours(), words, START), "")
    view.resize(900, view.heightForWidth(900))
    view.render(QPixmap(900, 700), QPoint(), QRegion(0, 0, 900, 700))


@cache
def _method() -> Method:
    return read_method(resource_text("method/clearway.toml"), "clearway.toml")


def _refusal() -> None:
    method = _method()

    def no_logo(data: bytes, name: str) -> NoReturn:
        raise AssertionError("the file has no logo")

    around = Surroundings(lambda key: method, method.key, no_logo, datetime.now(UTC))
    with suppress(ExchangeError):
        read_engagement("[" + "[]," * (LARGEST_FILE // 3 - 1) + "[]]", around)
