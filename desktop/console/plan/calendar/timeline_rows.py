"""What the rows of the timeline say: the days of each agreed action, and where they do not hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property

from desktop.console.plan.calendar.row import CalendarAxis, CalendarRow, PhaseRow, target_name
from desktop.progress_words import overdue_text
from desktop.view_models.planning import Planning
from desktop.view_models.room.planned.calendar import Calendar
from desktop.view_models.room.sentences import short_name
from desktop.words import gettext, ngettext, spoken
from models.attending.person_names import initials
from models.engagement.engagement import Action
from models.engagement.people import called
from models.plan.plan import PlanLine, start_for, waits_for
from models.plan.titles import titled
from models.values.months import short_day
from models.values.terms import Progress
from reports.charts.timeline import by_phase


class TimelineRows:
    """Of one snapshot, today."""

    def __init__(self, model: Planning) -> None:
        self._session, self._today = model.session, date.today()
        self._lines = model.lines()
        self._current = model.session.current
        self._numbers = {line.action.id: line.number for line in self._lines}
        self.calendar = Calendar(self._session, [line.action for line in self._lines])

    def phases(self) -> list[tuple[str, list[PlanLine]]]:
        """The actions of each phase, in the order of their days."""
        return by_phase(self._lines, self._session.method)

    def rows(self, folded: Collection[str]) -> Iterator[CalendarRow | PhaseRow]:
        """Phase by phase; of a folded one the head alone."""
        for phase, lines in self.phases():
            yield self._phase(phase, lines, folded=phase in folded)
            if phase not in folded:
                yield from (self.row(line.action) for line in lines)

    def row(self, action: Action, due: dict[str, date | None] | None = None) -> CalendarRow:
        """One action; `due`: other days than those of the snapshot, by the ids of their actions."""
        at, end, days = self.calendar.at, action.due, {**self._due, **(due or {})}
        late = end is not None and end < self._today and action.progress is not Progress.DONE
        after = [key for key in waits_for(self._current, action.id) if key in days]
        ends = {key: day for key in after if (day := days[key])}
        start = start_for(action, end) if end else None
        last = max(ends, key=lambda key: ends[key]) if ends else ""
        clashes = bool(last and start and ends[last] >= start and action.progress is not Progress.DONE)
        since = self._current.assessment.held_on or self._today
        return CalendarRow(
            action_id=action.id,
            number=str(action.position),
            title=titled(action.title, spoken()),
            short=short_name(action, self._session.method, spoken()),
            owner=initials(self._names.get(action.owner_id, "")),
            may_begin=at(max([since, *ends.values()])),
            has_to_begin=at(start) if start else 0,
            early_until=at(ends[last]) if clashes else None,
            due=at(end) if end else 0,
            late_until=at(self._today) if late else None,
            said=short_day(end, spoken()) if end else gettext("no date yet"),
            trouble=self._trouble(action, start, ends.get(last) if clashes else None, last, late=late),
            beside=self._beside(action, after, late=late, clashes=clashes),
            dated=end is not None,
        )

    def axis(self) -> CalendarAxis:
        """The calendar above the rows."""
        drawn, wanted = self.calendar.drawn(), self._session.engagement.pilot.target_date
        return CalendarAxis(
            months=tuple((month.full, month.at) for month in drawn.months),
            today=(gettext("Today"), self.calendar.at(self._today)),
            wanted=(target_name(wanted, self._today), self.calendar.at(wanted)) if wanted else None,
        )

    @cached_property
    def _due(self) -> dict[str, date | None]:
        return {line.action.id: line.action.due for line in self._lines}

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(called(self._session.people()))

    @cached_property
    def _gates(self) -> dict[str, date]:
        """The first day by which a gate asks for an action."""
        found: dict[str, date] = {}
        for condition in self._current.conditions:
            if condition.day is not None and condition.action_id:
                found[condition.action_id] = min(condition.day, found.get(condition.action_id, condition.day))
        return found

    def _phase(self, phase: str, lines: list[PlanLine], *, folded: bool) -> PhaseRow:
        days = [line.action.due for line in lines if line.action.due] if folded else []
        said = " – ".join(dict.fromkeys(short_day(day, spoken()) for day in (min(days), max(days)))) if days else ""
        return PhaseRow(phase, phase, str(len(lines)), tuple(self.calendar.at(day) for day in days), said, folded)

    def _trouble(self, action: Action, start: date | None, ends: date | None, last: str, *, late: bool) -> str:
        if action.due is None or action.progress is Progress.DONE:
            return ""
        if late:
            return overdue_text((self._today - action.due).days)
        if start is not None and ends is not None:
            days = (ends - start).days + 1
            text = ngettext("starts {n} day before {other} ends", "starts {n} days before {other} ends", days)
            return text.format(n=days, other=self._numbers.get(last, ""))
        gate = self._gates.get(action.id)
        if gate is not None and action.due > gate:
            days = (action.due - gate).days
            return ngettext("{n} day too late for its gate", "{n} days too late for its gate", days).format(n=days)
        return ""

    def _beside(self, action: Action, after: list[str], *, late: bool, clashes: bool) -> str:
        if action.progress is Progress.DONE:
            return gettext("done")
        if late:
            return gettext("in progress") if action.progress is Progress.IN_PROGRESS else ""
        gate = self._gates.get(action.id)
        if clashes or not after or (gate and action.due and action.due > gate):
            return ""
        numbers = sorted(self._numbers[key] for key in after)
        return gettext("after {numbers}").format(numbers=", ".join(map(str, numbers)))
