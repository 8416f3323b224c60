"""The room's page about what is due when, phase by phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.view_models.room.planned.calendar import Calendar
from desktop.view_models.room.planned.pages import RoomLine, RoomTimeline
from desktop.view_models.room.sentences import counted, table_date
from desktop.view_models.session import EngagementSession
from models.plan.plan import PlanLine, start_for
from models.plan.rubs import Kind, Rub
from models.plan.waves import Wave


def timeline_page(
    session: EngagementSession, lines: Sequence[PlanLine], rubs: Sequence[Rub], chosen: str
) -> RoomTimeline:
    """The agreed actions by phase, then by date; `chosen` is the id of the one that is talked about."""
    worst = {rub.action_id: rub for rub in reversed(rubs)}
    calendar = Calendar(session, [line.action for line in lines])
    kept = sorted(lines, key=lambda line: _rank(line, worst, chosen))
    ranks = {line.action.id: place for place, line in enumerate(kept)}
    order = {phase.id: place for place, phase in enumerate(session.method.phases)}
    by_phase = sorted(lines, key=lambda line: (order.get(line.action.phase, len(order)), _day(line), line.number))
    return RoomTimeline(
        title=_title(session),
        lead=rubs[0].sentence if rubs else "",
        lines=tuple(_line(session, line, worst.get(line.action.id), ranks, calendar, chosen) for line in by_phase),
        calendar=calendar.drawn(),
    )


def _title(session: EngagementSession) -> str:
    """As the documents put it."""
    from reports.words.facts import Facts  # what documents bring along would delay the first page of the room
    from reports.words.findings import calendar_title

    return calendar_title(Facts(session.engagement, session.method, date.today(), session.words))


def _day(line: PlanLine) -> date:
    return line.action.due or date.max


def _rank(line: PlanLine, worst: Mapping[str, Rub], chosen: str) -> tuple[int, date, int]:
    """What is talked about, what comes first, what does not hold, then what is due soonest."""
    kinds = (line.action.id == chosen, line.wave is Wave.FIRST, line.action.id in worst, True)
    return kinds.index(True), _day(line), line.number


def _line(
    session: EngagementSession,
    line: PlanLine,
    rub: Rub | None,
    ranks: Mapping[str, int],
    calendar: Calendar,
    chosen: str,
) -> RoomLine:
    titles = {phase.id: phase.title for phase in session.method.phases}
    tones = {Kind.BACKWARDS: "bad", Kind.LITTLE: "warning", Kind.NO_DATE: "warning"}
    return RoomLine(
        work=calendar.work(line.action),
        phase=titles.get(line.action.phase, ""),
        said=_said(session, line, rub),
        tone="warning" if line.action.due is None else tones.get(rub.kind, "") if rub else "",
        first=line.wave is Wave.FIRST,
        chosen=line.action.id == chosen,
        rank=ranks[line.action.id],
    )


def _said(session: EngagementSession, line: PlanLine, rub: Rub | None) -> str:
    words, engagement, due = session.words, session.engagement, line.action.due
    if due is None:
        target = engagement.pilot.target_date
        if target is None:
            return words.gettext("no date yet")
        begin = table_date(start_for(line.action, target), engagement, words)
        return words.gettext("no date; begins by {day}").format(day=begin)
    day = table_date(due, engagement, words)
    if rub is None or rub.kind is Kind.SOME:
        return day
    if rub.kind is Kind.LITTLE:
        text = words.ngettext("{day}, {count} day to spare", "{day}, {count} days to spare", rub.spare)
        return text.format(day=day, count=counted(rub.spare, words))
    text = words.gettext("{day}, begins too early") if rub.after_id else words.gettext("{day}, too late for its gate")
    return text.format(day=day)
