"""Every act of the second half is one step of undo and of redo, and still is after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.view_models.judging import Judging
from desktop.view_models.planning import Planning
from desktop.view_models.playbook.filling import Filling
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.view_models.workshop.closing import Closing
from models.engagement.engagement import Engagement, Stakeholder
from models.values.sentence import act_called
from models.values.terms import GateDecision, PointState, RaciPart


def acts(at: Facilitator) -> list[Callable[[], object]]:
    """One of each kind, in the order in which they can be done."""
    session, ana = at.session, at.engagement.stakeholders[0].id
    filling, judging, planning, closing = Filling(session), Judging(session), Planning(session), Closing(session)
    metrics, raci = session.method.register("metrics"), session.method.register("raci")

    def sheet() -> RegisterSheet:
        return RegisterSheet(filling, metrics, metrics.columns)

    def ids() -> list[str]:
        return [line.action.id for line in planning.lines()]

    return [
        lambda: sheet().paste(0, 0, [["Delay", "days", "11", "7", "ana"], ["Ships", "", "1.2k", "2k", "ana"]]),
        lambda: sheet().move(range(1), 1),
        lambda: sheet().write(0, 1, "a day"),
        lambda: sheet().remove(range(1)),
        lambda: filling.give(raci, "", ana, RaciPart.ACCOUNTABLE),
        lambda: filling.decide("pilot-design", GateDecision.HELD),
        lambda: judging.judge(PointState.CONFIRMED),
        lambda: planning.accept(planning.rows()[0]),
        lambda: planning.accept(next(row for row in planning.rows() if row.action is None)),
        lambda: planning.place(ids()[0], 35, Decimal(6)),
        lambda: planning.wait(ids()[0], ids()[1], True),
        lambda: closing.write_reason("The sponsor had to leave", "t"),
        closing.close,
        lambda: closing.reopen("A sign was forgotten"),
    ]


def goes(at: Facilitator, step: Callable[[], None]) -> Engagement:
    before = at.engagement
    step()
    at.waits_until(lambda: at.engagement is not before)
    return at.engagement


def test_all_of_it_can_be_taken_back_and_done_again_after_a_restart(start: Callable[[], Facilitator]) -> None:
    at = start()
    at.begins("Harbour Trust", "Berth planner")
    at.session.edit(act_called("Add"), Stakeholder(engagement_id=at.engagement.id, name="Ana Ruiz"))
    at.session.edit(act_called("Hold"), replace(at.session.current.assessment, held_on=date(2026, 11, 12)))
    stood = [at.engagement]
    for act in acts(at):
        act()
        assert at.engagement != stood[-1]
        stood.append(at.engagement)
    at.waits_until_saved()
    at.closes()

    at = start()
    at.presses_key(Qt.Key.Key_Return)
    at.waits_until(lambda: at.window.session is not None)
    assert at.engagement == stood[-1]
    for before in reversed(stood[:-1]):
        assert goes(at, at.session.undo) == before
    for after in stood[1:]:
        assert goes(at, at.session.redo) == after
