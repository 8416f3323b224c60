"""Pages between the meetings, as the room sees them: as they are, and as long as they can get."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.room.across.pages import RoomModeCell, RoomPilot, RoomPortfolio, RoomProgress
from desktop.view_models.room.entries import RoomCell, RoomColumn, RoomRow, RoomTable
from desktop.view_models.room.pages import RoomPage
from models.method.method import Method

COLUMNS = (RoomColumn("Action", "text"), RoomColumn("Who", "name"), RoomColumn("How it stands", "text"))


def progress(count: int = 3, text: str = "Agree read access to the telemetry feed") -> RoomProgress:
    stands = "due 22 January 2027; 3 days late; waits for action 4"
    cells = (RoomCell(text), RoomCell("who?", asked=True), RoomCell(stands))
    return RoomProgress(
        kicker="25 January 2027",
        title="One action overdue, two due this week",
        lead="1 overdue, 2 due this week, 10 of 22 done",
        table=RoomTable(COLUMNS, tuple(RoomRow(number, cells) for number in range(1, count + 1))),
        more="and 4 more" if count > 3 else "",
    )


def portfolio(method: Method, count: int = 5, name: str = "Leak Watch") -> RoomPortfolio:
    figures = (("83", 3), ("58", 2), ("25", 1), ("0", 0), ("?", None), ("", None))
    pilot = RoomPilot(
        name, name, tuple(RoomModeCell(*one) for one in figures), "With conditions", "warning", "2 late", True,
        "12 Dec", False,
    )  # fmt: skip
    go = replace(pilot, verdict="Go", tone="good", due="none", late=False, holds=True)
    return RoomPortfolio(
        kicker="All pilots, 25 January 2027",
        title="Three of five go-live dates do not hold",
        lead="Worst in four of ten pilots: operating model. Seven actions are late, at four clients.",
        modes=tuple(mode.short for mode in method.modes),
        heads=("Pilot and client", "Verdict", "Next due", "Go-live"),
        pilots=tuple(go if number % 2 else pilot for number in range(count)),
        more=9 if count > 5 else 0,
    )


def across_pages(method: Method) -> dict[str, RoomPage]:
    """Each of them, empty, usual and full."""
    return {
        "progress": progress(),
        "progress-full": progress(4, "Agree read access to the telemetry feed with its owner in writing " * 2),
        "progress-empty": progress(0),
        "portfolio": portfolio(method),
        "portfolio-full": portfolio(method, 12, "W" * 60),
        "portfolio-many": portfolio(method, 9),
        "portfolio-empty": replace(portfolio(method, 0), title="No pilot has been diagnosed yet", lead=""),
    }
