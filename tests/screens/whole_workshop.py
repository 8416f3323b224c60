"""A whole workshop on two screens with a clicker's keys, digits, letters and Enter; run by test_whole_workshop.py.

The projector is unplugged in the middle. Prints what the library holds in the end, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from hotplug import LAPTOP, PROJECTOR, plug
from PySide6.QtCore import QElapsedTimer, QEventLoop, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Clearway, prepare_qt
from desktop.console.presenting.control import RoomControl
from desktop.console.steps import Step
from desktop.view_models.room.pages import (
    RoomActivity,
    RoomAgreement,
    RoomBlank,
    RoomBudget,
    RoomClosing,
    RoomCommitment,
    RoomGate,
    RoomReadiness,
    RoomResults,
    RoomReveal,
    RoomSign,
    RoomVoting,
    RoomWelcome,
)
from desktop.view_models.room.planned.pages import RoomProposal
from desktop.view_models.room.showing import Showing
from models.engagement.engagement import Stakeholder
from models.storage import Library
from models.values.sentence import act_called

VOTERS = ("Zebulonana", "Zebulonben", "Zebuloncleo", "Zebulondai")
SECRET = "zqsecret"
NEXT, BACK, LIVE, HOLD, BLANK = (
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_F5,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Period,
)
LONGEST_WAIT = 20_000


class Workshop:
    """Presses keys and looks at the wall after each of them."""

    def __init__(self, library: Path, settings: QSettings) -> None:
        self.clearway = Clearway(library, settings)
        self.console = self.clearway.window
        self.drawn: set[str] = set()
        self.clearway.start()
        self.waits_until(lambda: self.clearway.browsing.known)

    def waits_until(self, condition: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not condition():
            assert timer.elapsed() < LONGEST_WAIT, "waited too long"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def prepares(self) -> None:
        """The day before: an engagement and who will be there."""
        self.clearway.browsing.begin("Harbour Trust", "Berth planner")
        self.waits_until(lambda: self.console.session is not None)
        session = self.console.session
        assert session is not None
        people = [Stakeholder(engagement_id=session.engagement.id, position=n, name=v) for n, v in enumerate(VOTERS)]
        session.edit(act_called("People"), *people)
        self.console.go_to(Step.PREPARE)
        self.console.activateWindow()
        self.waits_until(self.console.isActiveWindow)

    def presses(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self._keyboard(), key)
            self.looks()

    def types(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._keyboard(), letter)
            self.looks()

    def _keyboard(self) -> QWidget:
        if QApplication.activeWindow() is None:
            self.console.activateWindow()
            self.waits_until(self.console.isActiveWindow)
        return QApplication.focusWidget() or QApplication.activeWindow() or self.console

    def looks(self) -> None:
        """Everything written on the wall just now; a key pressed there comes to the console by post."""
        for _ in range(8):
            QApplication.processEvents()
        if self.console.door.control is not None and (composition := self.room.room.composition) is not None:
            self.drawn |= {text.text for text in composition.texts}
            self.drawn.add(self.room.room.accessibleDescription())

    @property
    def room(self) -> RoomControl:
        control = self.console.door.control
        assert control is not None
        return control

    def sees(self, *kinds: type) -> None:
        assert isinstance(self.room.presenter.view.page, kinds), (kinds, self.room.presenter.view.page)


def opens(workshop: Workshop) -> None:
    workshop.presses(LIVE)
    workshop.sees(RoomWelcome)
    assert workshop.room.room.isVisible()
    assert workshop.room.room.geometry().x() == PROJECTOR.x
    workshop.presses(BLANK)
    workshop.sees(RoomBlank)
    workshop.presses(BLANK, NEXT)
    workshop.sees(RoomSign)


def goes_through_the_signs(workshop: Workshop, total: int) -> None:
    for number in range(total):
        workshop.sees(RoomSign)
        if number == total // 2:
            loses_the_projector(workshop)
        if number == total // 2 + 3:
            plug(LAPTOP, PROJECTOR)
            workshop.waits_until(workshop.room.room.isVisible)
        (counts_hands, asks_by_name, simply_agrees, does_not_know)[number % 4](workshop, number)
        workshop.presses(NEXT)


def loses_the_projector(workshop: Workshop) -> None:
    """The laptop's own screen serves only when it is asked for twice."""
    wall = workshop.room.room
    plug(LAPTOP)
    assert not wall.isVisible()
    workshop.presses(LIVE)
    assert not wall.isVisible()
    workshop.presses(LIVE)
    assert wall.isVisible()
    assert workshop.room.projector.covering
    workshop.presses(HOLD)
    assert not wall.isVisible()
    workshop.presses(LIVE)
    assert not wall.isVisible()


def counts_hands(workshop: Workshop, number: int) -> None:
    workshop.types("v")
    workshop.sees(RoomVoting)
    if number:
        workshop.types("vv")  # the last vote was by name
    workshop.types("0121")
    workshop.presses(Qt.Key.Key_Return)
    workshop.sees(RoomReveal)
    workshop.types("a")
    workshop.types("n" + SECRET)


def asks_by_name(workshop: Workshop, number: int) -> None:
    workshop.types("vv")
    workshop.types("0033")
    workshop.sees(RoomVoting)
    workshop.types("r")
    workshop.sees(RoomReveal)
    workshop.types("v3233r2")
    workshop.types("d" + SECRET)
    workshop.presses(HOLD)
    assert workshop.room.presenter.showing is Showing.LIVE, "the first Esc only leaves the field"


def simply_agrees(workshop: Workshop, number: int) -> None:
    workshop.types("3s")
    workshop.types("p" + SECRET)
    workshop.presses(HOLD, HOLD)
    assert workshop.room.presenter.showing is Showing.HELD
    workshop.presses(LIVE)


def does_not_know(workshop: Workshop, number: int) -> None:
    workshop.types("kl")
    workshop.types("o" + SECRET)


def closes(workshop: Workshop) -> None:
    workshop.sees(RoomResults)
    workshop.presses(NEXT)
    workshop.sees(RoomAgreement)
    workshop.presses(NEXT)
    for pages in (4, 4, 4, 3, 2):
        for _ in range(pages - 1):
            workshop.sees(RoomActivity, RoomBudget)
            workshop.presses(NEXT)
        workshop.sees(RoomGate)
        workshop.presses(NEXT)
    for number in range(15):
        workshop.sees(RoomReadiness)
        workshop.types("cowx"[number % 4])
        workshop.types("e" + SECRET)
        workshop.presses(NEXT)
    assert workshop.console.step is Step.PLAN
    for _ in range(3):
        workshop.sees(RoomProposal)
        workshop.types("a")
        workshop.presses(Qt.Key.Key_Return, Qt.Key.Key_Return)
    workshop.presses(NEXT, BACK)
    workshop.sees(RoomProposal)
    workshop.types("2")
    for _ in range(3):
        workshop.sees(RoomCommitment)
        workshop.presses(NEXT)
    assert workshop.console.step is Step.CLOSING
    workshop.sees(RoomClosing)
    workshop.presses(NEXT)
    assert workshop.console.step is Step.REPORT
    workshop.sees(RoomClosing)
    workshop.presses(BLANK)
    workshop.sees(RoomBlank)


def main() -> int:
    folder = Path(sys.argv[1])
    application = QApplication([])
    prepare_qt(application)
    workshop = Workshop(folder / "library.clearway", QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    workshop.prepares()
    session = workshop.console.session
    assert session is not None
    opens(workshop)
    goes_through_the_signs(workshop, len(session.method.signs))
    closes(workshop)
    workshop.waits_until(lambda: not session.unsaved)
    workshop.console.close()
    workshop.clearway.stop()
    with Library.open(folder / "library.clearway", who="test") as library:
        kept = library.engagement(session.engagement.id).current
    leaked = sorted(text for text in workshop.drawn if SECRET in text or any(name in text for name in VOTERS))
    answer = {
        "ratings": [kept.ratings[s.id].answer.value for s in session.method.signs],
        "notes": sorted(f"{n.kind.value} {n.text}" for n in kept.notes),
        "ballots": sorted((b.number, b.way.value, b.revealed) for b in kept.ballots.values()),
        "votes": len(kept.votes),
        "readiness": sorted(f"{j.state.value} {j.evidence or j.reason}" for j in kept.judgements.values()),
        "agreed": sum(a.decision.value == "accepted" for a in kept.actions),
        "drawn": len(workshop.drawn),
        "leaked": leaked,
    }
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
