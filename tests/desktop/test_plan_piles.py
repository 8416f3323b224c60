"""A plan of which most falls into one place of the picture: what is not drawn is counted, and one gets at it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.console.plan.page import PlanPage
from desktop.console.plan.picture.impact_picture import ImpactPicture
from desktop.console.plan.picture.mark_places import Spot
from desktop.console.plan.picture.picture_pane import PicturePane
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step
from models.engagement.engagement import Action
from models.values.sentence import act_called

MANY = 180


@pytest.fixture
def crowded(facilitator: Facilitator) -> Facilitator:
    """So many actions of the room's own, of which nine in ten bring and take the same."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope, phase = facilitator.session.current.assessment, facilitator.session.method.phases[0].id
    actions = [
        Action(
            assessment_id=scope.id,
            position=n,
            title=f"Berth {n}",
            phase=phase,
            impact=70 if n % 10 else 10 + n // 2,
            effort_low=Decimal(2 if n % 10 else 1 + n // 10),
            effort_high=Decimal(4 if n % 10 else 3 + n // 10),
        )
        for n in range(MANY)
    ]
    facilitator.session.edit(act_called("Plan"), *actions)
    facilitator.window.resize(QSize(1024, 768))
    facilitator.goes_to(Step.PLAN)
    page(facilitator).show_view(View.PICTURE)
    facilitator.waits_until(lambda: bool(pile(page(facilitator).picture)))
    return facilitator


def page(facilitator: Facilitator) -> PlanPage:
    found = facilitator.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def pile(picture: ImpactPicture) -> list[Spot]:
    """The places that hold more than can be drawn, that with the most first."""
    return sorted((spot for spot in picture._spots() if spot.piled), key=lambda spot: -len(spot.marks))


def middle(spot: Spot) -> QPoint:
    return QPointF(*spot.at).toPoint()


def rests_on(picture: ImpactPicture, place: QPoint) -> None:
    """Told to the picture itself: where a window of another test may lie over it, the mouse is in that."""
    there, none = QPointF(place), Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, there, picture.mapToGlobal(there), none, none, plain)
    QApplication.sendEvent(picture, moved)


def test_each_action_is_drawn_near_its_place_or_counted_there(crowded: Facilitator) -> None:
    picture = page(crowded).picture
    drawn = [n for spot in picture._spots() for n in spot.marks]
    assert sorted(drawn) == list(range(MANY))
    for spot in picture._spots():
        for n in spot.marks:
            mark = picture._marks[n]
            wanted = picture._point(mark.impact, mark.days)
            assert abs(complex(*spot.at) - complex(*wanted.toTuple())) < 7 * picture._radius()
    assert len(pile(picture)[0].marks) > 100


def test_what_is_behind_a_count_is_listed_and_chosen(crowded: Facilitator) -> None:
    picture = page(crowded).picture
    pane = picture.parentWidget()
    assert isinstance(pane, PicturePane)

    def opens() -> bool:
        """Pressed where it lies by then: the picture may yet take another size."""
        if not pane.piled.view().isVisible():
            QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle(pile(picture)[0]))
        return pane.piled.view().isVisible()

    crowded.waits_until(opens)
    spot = pile(picture)[0]
    texts = [pane.piled.itemText(n) for n in range(pane.piled.count())]
    assert all(f"{picture._marks[n].number}  {picture._marks[n].title}" in texts for n in spot.marks)
    assert f"{len(spot.marks)} actions in one place" in crowded.reads()
    last = picture._marks[max(spot.marks)]
    pane.piled.hidePopup()
    crowded.chooses("Actions in one place", f"{last.number}  {last.title}")
    assert page(crowded)._chosen == last.key
    assert picture._on_top(pile(picture)[0]) == last, "it lies over the others"
    assert pane.piled.currentText() == f"{last.number}  {last.title}"


def test_a_count_is_told_where_the_mouse_rests(crowded: Facilitator) -> None:
    picture = page(crowded).picture

    def told() -> bool:
        spot = pile(picture)[0]
        rests_on(picture, middle(spot))
        return picture.toolTip() == f"{len(spot.marks)} actions in one place"

    crowded.waits_until(told)


def test_the_chosen_of_a_pile_is_dragged_out_of_it(crowded: Facilitator) -> None:
    picture = page(crowded).picture
    key = picture._marks[max(pile(picture)[0].marks)].key
    picture.chosen.emit(key)

    def moved() -> bool:
        start, end = middle(pile(picture)[0]), picture._point(40, 12).toPoint()
        QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(picture, (start + end) / 2)
        QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=end)
        action = next(a for a in crowded.engagement.current.actions if key in (a.proposal, a.id))
        return action.impact == pytest.approx(40, abs=2)

    crowded.waits_until(moved)


def test_where_all_have_room_nothing_is_said_of_piles(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(1366, 768))
    facilitator.goes_to(Step.PLAN)
    page(facilitator).show_view(View.PICTURE)
    assert pile(page(facilitator).picture) == []
    pane = page(facilitator).picture.parentWidget()
    assert isinstance(pane, PicturePane)
    assert not pane.piled.isVisible()
