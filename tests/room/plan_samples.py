"""Pages about the plan while it is made: as a workshop fills them, at every extreme, and a third longer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from playbook_samples import MONSTROUS
from room_samples import of_length

from desktop.view_models.room.entries import RoomFact, RoomRing
from desktop.view_models.room.marks import AGREED, ASIDE, HERE, TO_COME
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.planned.pages import (
    RoomAnswer,
    RoomCalendar,
    RoomCarrier,
    RoomImpact,
    RoomLine,
    RoomLoad,
    RoomMonth,
    RoomPlace,
    RoomProposal,
    RoomTimeline,
    RoomWork,
)
from models.method.limits import LIMITS
from models.method.method import Method

RING = RoomRing("7", 0.28, "running", "minutes left")
RINGS = (
    RING,
    RoomRing("2", 0.66, "last", "minutes of silence"),
    RoomRing("+99", 1.0, "over", "time is up"),
    RoomRing("240", 0.4, "stands", "die Uhr steht gerade"),
)
LONG_RING = RoomRing("120", 1.0, "running", "Minuten der Stille")
MONTHS = ("Dec", "Jan", "Feb", "Mar", "Apr", "May")
CALENDAR = RoomCalendar(
    tuple(RoomMonth(name, f"{name} 2027" if name == "Jan" else name, 0.05 + n * 0.15) for n, name in enumerate(MONTHS)),
    0.95,
    "1 June: wanted in production",
)


def proposal_page() -> RoomProposal:
    """The sixth of seven, with an owner and a day that is being typed."""
    return RoomProposal(
        title="Set an alert for a missed upload and name who receives it, day and night",
        level="3",
        why=RoomFact("Why", "Nothing was accepted from 3 to 11 September. Seven working days were missed in a row."),
        facts=(
            RoomFact("Done when", "A deliberately missed upload has rung the named person’s phone before 07:00"),
            RoomFact("Work", "1 to 2 days"),
        ),
        owner=RoomAnswer("Who takes it", "Tom Ashby", False, "", False),
        due=RoomAnswer("Done by", "11 December", False, "Friday, in four weeks", True),
        ticks=(AGREED, AGREED, AGREED, AGREED, ASIDE, HERE, TO_COME),
        settled="4 agreed",
        aside="1 set aside",
        place="Sixth of seven, 46 more",
    )


def long_proposal_page(more: float) -> RoomProposal:
    """Every text as long as a pack or a person makes it."""
    return RoomProposal(
        title=of_length(int(LIMITS.action * more)),
        level="2",
        why=RoomFact(of_length(int(6 * more)), of_length(int(130 * more))),
        facts=(
            RoomFact(of_length(int(9 * more)), of_length(int(LIMITS.done_when * more))),
            RoomFact(of_length(int(6 * more)), of_length(int(14 * more))),
        ),
        owner=RoomAnswer(of_length(int(12 * more)), "Nadia Ferrers-Abdelrahman", True, of_length(int(22 * more)), True),
        due=RoomAnswer(of_length(int(9 * more)), "Donnerstag, 29. September", False, of_length(int(30 * more)), False),
        ticks=(HERE, *(TO_COME,) * 6),
        settled=of_length(int(10 * more)),
        aside=of_length(int(11 * more)),
        place=of_length(int(24 * more)),
    )


def impact_page(method: Method, actions: int = 8) -> RoomImpact:
    """The pack's own actions, some with the same impact and effort."""
    places = tuple(
        RoomPlace(
            str(n + 1),
            action.short,
            90 - 30 * (n % 3),
            (action.effort_low + action.effort_high) / 2,
            n < 7,
            n == 2,
            "waits for 2" if n == 2 else "",
        )
        for n, action in enumerate((*method.actions,) * 2)
    )[:actions]
    return RoomImpact("Two actions take weeks, the others days", "Up: graver signs, and more of them.", places, 70)


def long_impact_page(more: float) -> RoomImpact:
    """All want the same place."""
    same = tuple(
        RoomPlace(str(n + 90), of_length(int(LIMITS.action * more), n), 100, Decimal(400), True, n == 8, "waits")
        for n in range(9)
    )
    return RoomImpact(of_length(int(LIMITS.finding * more)), of_length(int(60 * more)), same, 70)


def work(number: int, begin: float, end: float, *, long: bool = False, dated: bool = True, more: float = 1) -> RoomWork:
    """One action on the calendar."""
    return RoomWork(str(number), of_length(int(LIMITS.action_short * more), number), begin, end, long, dated)


def load_page(people: int = 8) -> RoomLoad:
    """From one who carries much to those who carry little; what nobody owns comes last."""
    names = ("Priya Raman", "Stephen Kirkbride", "Gareth Pell", "Margaret Oduya", "Ruth Hallam", "Tom Ashby")
    carriers = [
        RoomCarrier(
            names[n % 6],
            Decimal(33 - n if n < 30 else 1),
            Decimal(68 - 2 * n if n < 30 else 2),
            f"{33 - n} to {68 - 2 * n}",
            (work(3 + n, 0.4, 0.7, long=n == 0), work(20 + n, 0.6, 0.62), work(40 + n, 0.6, 0.63)),
        )
        for n in range(people)
    ]
    nobody = RoomCarrier("No owner yet", Decimal(1), Decimal(9), "1 to 9", (work(22, 0.7, 0.95, dated=False),))
    lead = "February and March: 25 to 50 days’ work in 43 working days."
    return RoomLoad("Priya carries over two fifths of the work", lead, "22 actions", (*carriers, nobody), CALENDAR)


def long_load_page(more: float) -> RoomLoad:
    """Long names, and so many actions at once that they stand in several lines."""
    works = (work(100, 0.0, 1.0, long=True, more=more), *(work(101 + n, 0.5, 0.5 + n / 90) for n in range(3)))
    carriers = tuple(
        RoomCarrier(of_length(int(28 * more), n), Decimal(400), Decimal(1200), "1,200.5 to 2,400.5", works)
        for n in range(10)
    )
    months = tuple(replace(month, full=of_length(int(9 * more))) for month in CALENDAR.months)
    calendar = replace(CALENDAR, months=months, said=of_length(int(40 * more)))
    return RoomLoad(
        of_length(int(LIMITS.finding * more)), of_length(int(60 * more)), of_length(int(10 * more)), carriers, calendar
    )


def timeline_page(actions: int = 22) -> RoomTimeline:
    """In two phases; one does not hold, one has no date, one is talked about."""
    lines = tuple(
        RoomLine(
            work(n + 1, 0.01 + n / 30, 0.04 + n / 30, dated=n != 9),
            "Production planning" if n < 16 else "Production deployment",
            "26 Feb, too late for its gate" if n == 5 else "no date; begins by 7 Apr" if n == 9 else f"{n + 1} Mar",
            "bad" if n == 5 else "warning" if n == 9 else "",
            n < 7,
            n == 2,
            n,
        )
        for n in range(actions)
    )
    return RoomTimeline(
        "Action 6 is due too late for its gate", "The gate asks for it by 25 February.", lines, CALENDAR
    )


def long_timeline_page(more: float) -> RoomTimeline:
    """Every bar in another place, with long words beside it; each in a phase of its own."""
    lines = tuple(
        RoomLine(
            work(n + 100, (n % 4) / 4, min(0.3 + (n % 8) / 8, 1.0), dated=n % 3 > 0, more=more),
            of_length(int(24 * more), n),
            of_length(int(30 * more), n),
            ("", "bad", "warning")[n % 3],
            n < 7,
            n == 8,
            n,
        )
        for n in range(20)
    )
    title, lead = of_length(int(LIMITS.finding * more)), of_length(int(110 * more))
    return RoomTimeline(title, lead, lines, replace(CALENDAR, said=of_length(int(30 * more))))


def heaped_timeline_page(actions: int = 200) -> RoomTimeline:
    """More than find a place by their number, and many without a date, which all stand at the same end."""
    lines = tuple(
        RoomLine(
            work(n + 1, n / actions * 0.9, 0.05 + n / actions * 0.9) if n % 5 else work(n + 1, 0.9, 1.0, dated=False),
            "Production planning" if n < 100 else "Production deployment",
            "no date; begins by 7 Apr" if n % 5 == 0 else "1 Mar",
            "warning" if n % 5 == 0 else "",
            n < 7,
            n == 2,
            n,
        )
        for n in range(actions)
    )
    return RoomTimeline("200 actions, 40 of them without a date", "", lines, CALENDAR)


def heaped_load_page() -> RoomLoad:
    """Nobody owns most of what was agreed, and it has no dates."""
    page = load_page(3)
    heap = tuple(work(100 + n, 0.9, 1.0, dated=False) for n in range(60))
    return replace(page, carriers=(replace(page.carriers[-1], works=heap), *page.carriers[:3]))


def hundreds_page(method: Method) -> RoomImpact:
    """With numbers of three figures."""
    page = impact_page(method, 60)
    return replace(page, places=tuple(replace(at, number=str(int(at.number) + 90)) for at in page.places))


def plan_pages(method: Method) -> dict[str, RoomPage]:
    """All pages in all lengths, by a name for the report of a test."""
    typed = proposal_page()
    bare = RoomCalendar((), None, "")
    pages: dict[str, RoomPage] = {
        "proposal": typed,
        "proposal-suggested": replace(typed, owner=replace(typed.owner, suggested=True, below="suggested")),
        "proposal-bare": replace(typed, level="", facts=(), aside="", owner=replace(typed.owner, text="", here=True)),
        "impact": impact_page(method),
        "impact-many": impact_page(method, 60),
        "impact-hundreds": hundreds_page(method),
        "impact-none": RoomImpact("No action is agreed yet", "", (), 70),
        "load": load_page(),
        "load-many": load_page(30),
        "load-heaped": heaped_load_page(),
        "load-none": RoomLoad("Nothing that was agreed is still to be done", "", "0 actions", (), bare),
        "timeline": timeline_page(),
        "timeline-few": timeline_page(2),
        "timeline-heaped": heaped_timeline_page(),
        "timeline-none": RoomTimeline("No action has a date yet", "", (), bare),
    }
    for name, more in (("long", 1.0), ("third", 4 / 3)):
        pages[f"proposal-{name}"] = long_proposal_page(more)
        pages[f"impact-{name}"] = long_impact_page(more)
        pages[f"load-{name}"] = long_load_page(more)
        pages[f"timeline-{name}"] = long_timeline_page(more)
    return pages


def monstrous_plan() -> list[RoomPage]:
    """What people can type or paste."""
    proposal, found = proposal_page(), list[RoomPage]()
    for text in MONSTROUS:
        answer = replace(proposal.owner, text=text, below=text)
        fact = RoomFact("Why", text)
        found.append(replace(proposal, title=text[:400], why=fact, facts=(fact, fact), owner=answer, due=answer))
    works = tuple(RoomWork(str(n), text, 0.1, 0.9, True, n > 1) for n, text in enumerate(MONSTROUS))
    places = tuple(RoomPlace(str(n), text, 0, Decimal(0), True, n == 1, text) for n, text in enumerate(MONSTROUS))
    carriers = tuple(RoomCarrier(text, Decimal(0), Decimal(10) ** 9, text, works) for text in MONSTROUS)
    lines = tuple(RoomLine(made, made.name, made.name, "bad", True, False, n) for n, made in enumerate(works))
    found.append(RoomImpact("5 actions agreed", "", places, 70))
    found.append(RoomLoad("Five people carry it", "", "5 actions", carriers, CALENDAR))
    found.append(RoomTimeline("Five actions", "", lines, CALENDAR))
    return found
