"""The room's page about how the plan stands."""

from __future__ import annotations

from datetime import date

from desktop.progress_words import progress_headline, progress_line, tracked_text
from desktop.system.long_text import shortened
from desktop.view_models.room.across.pages import RoomProgress
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.view_models.room.entries import RoomCell, RoomColumn, RoomRow, RoomTable
from desktop.view_models.room.sentences import first_names
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.plan.progress import Standing, Tracked, standing_so, tracked
from models.plan.titles import titled
from models.values.months import long_date

MOST = 4
"""Actions that are named: as many as find room at any size."""
PRESSING = (Standing.OVERDUE, Standing.BLOCKED, Standing.THIS_WEEK)


def progress_page(session: EngagementSession, today: date) -> RoomProgress:
    """What presses, by name; how much is done, in figures. Where nothing presses, what is due next."""
    found = tracked(session.current, today)
    wanted = standing_so(found, *PRESSING) or standing_so(found, Standing.LATER)
    names = first_names(session.people())
    columns = tuple(
        RoomColumn(title, kind)
        for title, kind in ((gettext("Action"), "text"), (gettext("Who"), "name"), (gettext("How it stands"), "text"))
    )
    rows = tuple(_row(one, names.get(one.action.owner_id, "")) for one in wanted[:MOST])
    left = len(wanted) - len(rows)
    return RoomProgress(
        kicker=long_date(today, session.words),
        title=progress_headline(found),
        lead=progress_line(found),
        table=RoomTable(columns, rows),
        more=ngettext("and one more", "and {count} more", left).format(count=left) if left else "",
    )


def _row(one: Tracked, owner: str) -> RoomRow:
    title = shortened(one.action.short.strip() or titled(one.action.title, spoken()), LONGEST_CELL)
    who = RoomCell(owner) if owner else RoomCell(gettext("who?"), asked=True)
    return RoomRow(one.action.position, (RoomCell(title), who, RoomCell(tracked_text(one))))
