"""The room's picture of what was agreed: what it brings against what it takes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.view_models.room.planned.pages import RoomImpact, RoomPlace
from desktop.view_models.room.sentences import begun, counted, listed, short_name
from desktop.view_models.session import EngagementSession
from models.plan.plan import PlanLine, waits_for
from models.plan.priority import Priority
from models.plan.waves import Wave

WEEKS = 10
"""Days of work from which an action takes weeks."""
ESTABLISHED = 2
"""The level of a sign from which what answers it brings much."""


def impact_page(session: EngagementSession, lines: Sequence[PlanLine], chosen: str) -> RoomImpact:
    """The agreed actions in the order of the plan; `chosen` is the id of the one that is talked about."""
    words = session.words
    least = Priority(ESTABLISHED, 1, Decimal(1), session.method.rules.priority)
    lead = words.gettext("Up: it answers graver signs, and more of them.")
    if any(line.wave is Wave.FIRST for line in lines):
        lead = words.gettext("Up: graver signs, and more of them. Filled: the first ones.")
    return RoomImpact(
        title=_title(session, lines),
        lead=lead if lines else "",
        places=tuple(_place(session, line, lines, chosen) for line in lines),
        line=least.impact,
    )


def _title(session: EngagementSession, lines: Sequence[PlanLine]) -> str:
    """How many take weeks."""
    words, total = session.words, len(lines)
    long = sum(line.priority.days > WEEKS for line in lines)
    if not total:
        return words.gettext("No action is agreed yet")
    if not long:
        return words.gettext("No action takes more than ten days")
    if long == total:
        text = words.ngettext("The one action takes weeks", "All {count} actions take weeks", total)
        return text.format(count=counted(total, words))
    text = words.ngettext("One action takes weeks", "{count} actions take weeks", long)
    rest = words.ngettext("the other takes days", "the other {count} take days", total - long)
    first = begun(text.format(count=counted(long, words)))
    return words.gettext("{first}, {rest}").format(first=first, rest=rest.format(count=counted(total - long, words)))


def _place(session: EngagementSession, line: PlanLine, lines: Sequence[PlanLine], chosen: str) -> RoomPlace:
    action, numbers = line.action, {other.action.id: other.number for other in lines}
    before = sorted(numbers[key] for key in waits_for(session.current, action.id) if key in numbers)
    below = session.words.gettext("waits for {numbers}").format(numbers=listed([*map(str, before)], session.words))
    return RoomPlace(
        number=str(line.number),
        name=shortened(short_name(action, session.method, session.words), LONGEST_CELL),
        impact=line.priority.impact,
        days=line.priority.days,
        first=line.wave is Wave.FIRST,
        chosen=action.id == chosen,
        below=below if before else "",
    )
