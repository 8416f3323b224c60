"""The page with all pilots, for the practice's own wall."""

from __future__ import annotations

from datetime import date

from desktop.system.long_text import shortened
from desktop.view_models.room.across.pages import RoomModeCell, RoomPilot, RoomPortfolio
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.words import gettext, spoken
from models.diagnosis.diagnosis import Band
from models.portfolio.order import Shown, in_order
from models.portfolio.standing import ModeStanding, PilotStanding
from models.portfolio.wording import headline, lead
from models.readiness.readiness import VerdictKind, verdict_name
from models.values.letters import on_one_line
from models.values.months import long_date, short_date, short_day

YEAR = 365
MOST = 12
"""Pilots on a wall: more could not be read from the last row."""
LEVELS = {Band.LOW: 0, Band.MODERATE: 1, Band.HIGH: 2, Band.CRITICAL: 3}
TONES = {VerdictKind.GO: "good", VerdictKind.CONDITIONS: "warning", VerdictKind.NO_GO: "bad"}


def portfolio_page(shown: Shown, today: date) -> RoomPortfolio:
    """The pilots that come first in their order."""
    words, names = spoken(), {k: n for k, n in shown.modes.items() if any(p.mode(k) for p in shown.pilots)}
    pilots = in_order(shown.pilots, shown.order)
    return RoomPortfolio(
        kicker=gettext("All pilots, {date}").format(date=long_date(today, words)),
        title=headline(shown.pilots, names, words),
        lead=lead(shown.pilots, names, words),
        modes=tuple(shortened(on_one_line(name), LONGEST_CELL) for name in names.values()),
        heads=(gettext("Pilot and client"), gettext("Verdict"), gettext("Next due"), gettext("Go-live")),
        pilots=tuple(_pilot(pilot, list(names), today) for pilot in pilots[:MOST]),
        more=max(len(pilots) - MOST, 0),
    )


def _pilot(pilot: PilotStanding, mode_ids: list[str], today: date) -> RoomPilot:
    found, words = pilot.counted, spoken()
    late = gettext("{count} late").format(count=found.overdue) if found.overdue else ""
    conditions = pilot.verdict is VerdictKind.CONDITIONS
    return RoomPilot(
        name=shortened(found.pilot.strip() or "–", LONGEST_CELL),
        client=shortened(found.client.strip(), LONGEST_CELL),
        cells=tuple(_cell(pilot.mode(key)) for key in mode_ids),
        verdict=gettext("With conditions") if conditions else verdict_name(pilot.verdict, words),
        tone=TONES.get(pilot.verdict, ""),
        due=late or (_day(found.next_due, today) if found.next_due else gettext("none")),
        late=bool(late),
        live=_day(found.target, today) if found.target else gettext("none"),
        holds=pilot.holds is not False,
    )


def _day(day: date, today: date) -> str:
    """With its year where it is not within a year from today."""
    near = 0 <= (day - today).days < YEAR
    return short_day(day, spoken()) if near else short_date(day, spoken())


def _cell(mode: ModeStanding | None) -> RoomModeCell:
    if mode is None or not mode.answered:
        return RoomModeCell("", None)
    return RoomModeCell("?", None) if mode.figure is None else RoomModeCell(str(mode.figure), LEVELS[mode.band])
