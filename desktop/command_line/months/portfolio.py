"""The commands over all pilots: the portfolio, and what is usual. Each gives the exit status."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.command_line.files import DONE, opened, whole_id, write_file
from desktop.words import gettext, spoken
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.library_acts import LibraryActs
    from models.engagement.engagement import Brand
    from models.portfolio.order import Shown
    from models.portfolio.standing import PilotStanding
    from models.portfolio.usual import Usual
    from models.storage import Library


def portfolio(options: argparse.Namespace) -> int:
    """Every pilot side by side, or those that are sought: as pages, as a workbook, or as JSON on standard output."""
    from desktop.library_acts import LibraryActs
    from models.portfolio.order import Order, Shown, in_order
    from models.portfolio.wording import headline

    ending = options.file.suffix.lower() if options.file else ""
    if options.file is None and not options.json:
        raise Refusal("Name a file to write (FILE.pdf or FILE.xlsx), or ask for --json.")
    if options.file is not None and ending not in (".pdf", ".xlsx"):
        raise Refusal("{file} ends in neither .pdf (pages) nor .xlsx (a workbook).", file=options.file)
    order, today = Order(options.sort), date.today()
    with opened(options) as library:
        acts = LibraryActs(library)
        pilots = _pilots(options, library.path, acts, today, _sought(library, options.search))
        if options.file is not None and options.search and not pilots:
            raise Refusal("No pilot is found by “{search}”.", search=options.search)
        modes = acts.mode_names()
        brand = acts.practice_brand() if ending == ".pdf" else None
    if options.json:
        import json

        print(json.dumps([_as_json(pilot) for pilot in in_order(pilots, order)], ensure_ascii=False, indent=1))
    if options.file is not None:
        write_file(options.file, _made(options, Shown(pilots, modes, order), brand, today))
        if not options.json:
            print(headline(pilots, modes, spoken()))
            print(options.file.resolve())
    return DONE


def _sought(library: Library, search: str) -> list[str] | None:
    """The ids of those that the words find; None for all."""
    from desktop.command_line.engagements import ALL

    return [entry.id for entry in library.entries(search, limit=ALL)] if search else None


def _made(options: argparse.Namespace, shown: Shown, brand: Brand | None, today: date) -> bytes:
    """The file, by the ending of its name."""
    from reports.documents.kinds import PageSize

    page_size = PageSize(options.page_size)
    if options.file.suffix.lower() == ".xlsx":
        from reports.exports.portfolio_sheet import portfolio_sheet

        return portfolio_sheet(shown.pilots, shown.modes, today, spoken(), shown.order, page_size)
    from desktop.portfolio_page import portfolio_page

    return portfolio_page(shown, brand, today, page_size)


def _pilots(
    options: argparse.Namespace, library: Path, acts: LibraryActs, today: date, ids: list[str] | None
) -> list[PilotStanding]:
    """Of the library, or of the hub where that is asked for; with these ids, or all."""
    if not options.hub:
        return acts.portfolio(today, ids)
    from desktop.command_line.hub.joining import hub_of
    from models.hub.portfolio import portfolio
    from models.portfolio.standing import standing

    with hub_of(options, library) as hub:
        counted = portfolio(hub, today)
    sought = ((one, acts.pack(one.method)) for one in counted if ids is None or one.id in ids)
    return [standing(one, method) for one, method in sought if method]


def _usual(
    options: argparse.Namespace, library: Path, acts: LibraryActs, pilot: PilotStanding, today: date
) -> list[Usual]:
    if not options.hub:
        from models.portfolio.usual import usual

        return usual(pilot, acts.portfolio(today))
    from desktop.command_line.hub.joining import hub_of
    from models.hub import portfolio

    with hub_of(options, library) as hub:
        others = portfolio.usual(hub, pilot.counted.id)
    return [replace(others[m.mode_id], own=m.figure) for m in pilot.modes if m.mode_id in others]


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
    from models.portfolio.usual import LEAST

    with opened(options) as library:
        key, acts, today = whole_id(library, options.engagement), LibraryActs(library), date.today()
        found, modes = acts.portfolio(today, [key]), acts.mode_names()
        compared = _usual(options, library.path, acts, found[0], today) if found else []
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
