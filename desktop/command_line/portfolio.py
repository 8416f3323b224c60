"""The commands over all pilots: the portfolio, and what is usual. Each gives the exit status."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.command_line.files import DONE, opened, whole_id, write_file
from desktop.words import gettext, spoken
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.portfolio.standing import PilotStanding


def portfolio(options: argparse.Namespace) -> int:
    """Every pilot side by side, as a workbook or as JSON on standard output."""
    from desktop.library_acts import LibraryActs
    from models.portfolio.wording import headline

    if options.file is None and not options.json:
        raise Refusal("Name a workbook to write (FILE.xlsx), or ask for --json.")
    if options.file is not None and options.file.suffix.lower() != ".xlsx":
        raise Refusal("{file} does not end in .xlsx, as a workbook has to.", file=options.file)
    with opened(options) as library:
        acts, today = LibraryActs(library), date.today()
        pilots, modes = acts.portfolio(today), acts.mode_names()
    if options.json:
        print(json.dumps([_as_json(pilot) for pilot in pilots], ensure_ascii=False, indent=1))
    if options.file is not None:
        from reports.exports.portfolio_sheet import portfolio_sheet

        write_file(options.file, portfolio_sheet(pilots, modes, today, spoken()))
        if not options.json:
            print(headline(pilots, modes, spoken()))
            print(options.file.resolve())
    return DONE


def _as_json(pilot: PilotStanding) -> dict[str, Any]:
    found = pilot.counted
    return {
        "id": found.id, "client": found.client, "pilot": found.pilot, "sector": found.sector, "round": found.round,
        "held_on": _day(found.held_on), "worst": pilot.worst.mode_id if pilot.worst else None,
        "modes": {mode.mode_id: {"index": mode.figure, "band": mode.band.value} for mode in pilot.modes},
        "verdict": pilot.verdict.value, "points": {state.value: count for state, count in pilot.states.items()},
        "overdue": found.overdue, "next_due": _day(found.next_due), "next_action": found.next_action,
        "go_live": _day(found.target), "holds": pilot.holds,
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def usual(options: argparse.Namespace) -> int:
    """Where a pilot stands among the practice's others of its sector, mode by mode; never whose they are."""
    from desktop.library_acts import LibraryActs
    from models.portfolio.usual import LEAST, usual

    with opened(options) as library:
        key, acts, today = whole_id(library, options.engagement), LibraryActs(library), date.today()
        found, modes = acts.portfolio(today, [key]), acts.mode_names()
        compared = usual(found[0], acts.portfolio(today)) if found else []
    if not compared:
        raise Refusal(
            "Nothing can be told: for no failure mode are there {least} other pilots of this sector with a figure.",
            least=LEAST,
        )
    for one in compared:
        own = gettext("not known") if one.own is None else str(one.own)
        text = gettext(
            "{mode}: {own}. Of {count} others, half stand at {middle} or above; 0–24: {a}, 25–49: {b}, 50–74: {c}, "
            "75–100: {d}."
        )
        a, b, c, d = one.spread
        print(text.format(mode=modes[one.mode_id], own=own, count=one.others, middle=one.middle, a=a, b=b, c=c, d=d))
    return DONE
