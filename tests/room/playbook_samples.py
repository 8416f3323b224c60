"""Pages about the playbook and the close: as a workshop fills them, at every extreme, and a third longer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from room_samples import of_length

from desktop.view_models.room.entries import (
    Captured,
    RoomBudget,
    RoomCost,
    RoomCount,
    RoomLine,
    RoomOutcome,
    RoomOwner,
    RoomPlace,
    RoomReading,
    RoomRow,
    RoomRows,
    RoomSum,
    RoomTask,
)
from desktop.view_models.room.pages import RoomActivity, RoomClosing, RoomGate, RoomImpact, RoomMode, RoomPage
from models.method.limits import LIMITS
from models.method.method import Method

METRICS = (
    RoomLine("Days to find a leak", ("from 11.4 to 7 days", "Margaret Oduya")),
    RoomLine("Water lost before repair", ("from 46 to 38 Ml a day", "Gareth Pell")),
    RoomLine("Inspections that find a leak", ("from 31 to 55 %", "Donna Whitfield"), here=True),
)
DEBT = (
    RoomLine(
        "Logger files are copied from a share by hand each morning", ("A scheduled feed", "12 days", "Priya Raman")
    ),
    RoomLine("No tests on the ranking", ("Tests for 20 known leaks", "4 days", "Stephen Kirkbride")),
    RoomLine("One laptop holds the model", ("Move it to the service platform", "8 days", "Stephen Kirkbride")),
    RoomLine("Pressure gaps are filled in by eye", ("A written rule, checked by operations", "3 days")),
    RoomLine("District boundaries from 2023", ("Take them from the asset register", "2 days", "Priya Raman")),
    RoomLine("Passwords in the script", ("Use the vault", "1 day", "Ruth Hallam")),
    RoomLine("Results are mailed as a spreadsheet", ("Show them in the job list", "9 days", "Stephen Kirkbride")),
    RoomLine("Nobody is told when a run fails", ("An alert to the control room", "2 days", "Tom Ashby")),
)
STAGES = (
    RoomLine("Eastern depot", ("How many: 9", "Start: 12 March 2027", "Four weeks without a missed run"), 1),
    RoomLine("Eastern and Northern depots", ("How many: 21", "Start: 26 April 2027", "Half the visits find a leak"), 2),
    RoomLine("All depots", ("How many: 34",), 3, here=True),
)
TASKS = (
    RoomTask("Run the model each morning", ("Priya Raman",), ("Stephen Kirkbride",), ("Gareth Pell",), ("Tom Ashby",)),
    RoomTask("Decide where inspectors go first", ("Gareth Pell",), ("Donna Whitfield",), (), ("Margaret Oduya",)),
    RoomTask("Pay for the data feed", (), ("Imran Sheikh",)),
    RoomTask("Watch it at night", ("Tom Ashby", "Stephen Kirkbride"), here=True),
)
READINGS = (
    RoomReading("Days to find a leak", "days", "11.4", "9.8", "3 October 2026", "7", 0.36),
    RoomReading("Inspections that find a leak", "%", "31", "44", "30 September 2026", "55", 0.54, here=True),
    RoomReading("Water lost before repair", "Ml a day", "46", "", "", "38", None),
)
OUTCOMES = (
    RoomOutcome(
        "Test at production volume", "Passed with limits", True, "412 districts in 38 minutes; the limit is 30"
    ),
    RoomOutcome("Test on rare and difficult cases", "Failed", False, "11 of 40 old leaks in plastic pipes found", True),
    RoomOutcome("Test with users", "", False, ""),
)


def money(amount: int) -> RoomSum:
    """Pounds."""
    return RoomSum(Decimal(amount), f"£{amount:,}")


BUDGET = RoomBudget(
    plan=(money(318_000), money(415_000), money(560_000)),
    band=(money(372_800), money(932_000)),
    sentence="£415,000 is within the £372,800 to £932,000 that production usually costs.",
    kinds=(
        RoomCost("Infrastructure costs", "£96,000", "23 %", False),
        RoomCost("Integration costs", "£185,000", "45 %", True),
        RoomCost("Training and change costs", "", "", False),
        RoomCost("Running costs", "£134,000", "32 %", False),
    ),
    latest=RoomLine("Feed from telemetry", ("Likely: £58,000", "One-off"), here=True),
    times=("2", "5"),
)


def phases(method: Method, here: int) -> tuple[RoomMode, ...]:
    """The pack's own phases in the rail."""
    totals = [sum(len(a.items) for a in phase.activities) for phase in method.phases]
    return tuple(
        RoomMode(phase.title, total if n < here else total // 3 if n == here else 0, total, n == here)
        for n, (phase, total) in enumerate(zip(method.phases, totals, strict=True))
    )


def activity_page(method: Method, item_id: str, captured: Captured) -> RoomActivity:
    """An item of the pack in its own words."""
    number, phase, activity = next(
        (n, phase, activity)
        for n, phase in enumerate(method.phases)
        for activity in phase.activities
        if any(item.id == item_id for item in activity.items)
    )
    place = f"Phase {number + 1} of {len(method.phases)}  ·  {phase.title}"
    return RoomActivity(place, activity.title, method.items[item_id].prompt, captured, phases(method, number))


def filled_pages(method: Method) -> dict[str, RoomActivity]:
    """One page for each way of drawing what was captured."""
    bodies: dict[str, tuple[str, Captured]] = {
        "metrics": ("business-metrics", RoomRows(METRICS)),
        "nothing": ("business-metrics", RoomRows(())),
        "debt": ("debt-effort", RoomRows(DEBT, above=3)),
        "debt-earlier": ("debt-effort", RoomRows((*DEBT[:2], replace(DEBT[2], here=True)), below=7)),
        "stages": ("first-subset", RoomRows(STAGES)),
        "tasks": ("system-owner", RoomRows(TASKS)),
        "readings": ("track-metrics", RoomRows(READINGS)),
        "outcomes": ("edge-cases", RoomRows(OUTCOMES)),
        "budget": ("integration-cost", BUDGET),
        "budget-empty": ("integration-cost", empty_budget(BUDGET)),
        "support": ("demonstrate-value", RoomCount(5)),
    }
    return {name: activity_page(method, item, captured) for name, (item, captured) in bodies.items()}


def empty_budget(budget: RoomBudget) -> RoomBudget:
    """Nothing is planned and the pilot's cost is not known."""
    kinds = tuple(replace(kind, likely="", share="") for kind in budget.kinds)
    sentence = "Enter what the pilot cost, and the plan is held against 2 to 5 times that."
    return RoomBudget(None, None, sentence, kinds, None)


def gate_page(method: Method, decision: str = "Passed with conditions") -> RoomGate:
    """The first phase, nearly done."""
    decided = decision != "Not decided"
    return RoomGate(
        place=f"Phase 1 of 5  ·  {method.phases[0].title}",
        decision=decision,
        decided="Margaret Oduya · 12 November 2026" if decided else "",
        conditions="The data feed has an owner and a date by the end of the month." if decided else "",
        done=6,
        open=("Technical debt: Effort, Owner", "Data sources: Refresh interval"),
        missing=("Scale", "Acceptable errors"),
        counts=(2, 2),
        phases=phases(method, 0),
    )


def closing_page(owners: int = 5) -> RoomClosing:
    """What the sample's room would leave with."""
    names = ("Priya Raman", "Gareth Pell", "Margaret Oduya", "Stephen Kirkbride", "Ruth Hallam", "Tom Ashby")
    rows = [RoomOwner(names[n % 6], f"{n % 3 + 2} commitments", f"{12 + n} March 2027") for n in range(owners)]
    rows = [*rows, RoomOwner("Donna Whitfield", "1 commitment", ""), RoomOwner("", "2 commitments", "2 April 2027")]
    return RoomClosing("12 commitments agreed", "Go with conditions: 3 points are waived", tuple(rows))


def impact_page(method: Method, actions: int = 8) -> RoomImpact:
    """The pack's own actions, some with the same impact and effort."""
    places = tuple(
        RoomPlace(action.title, 90 - 30 * (n % 3), (action.effort_low + action.effort_high) / 2)
        for n, action in enumerate(method.actions[:actions])
    )
    return RoomImpact(f"{actions} commitments agreed", places)


def long_rows(more: float) -> dict[str, Captured]:
    """Cells as long as people dictate them."""

    def cell(length: int, start: int) -> str:
        return of_length(int(length * more), start)

    names = tuple(cell(24, n) for n in range(3))
    rows: dict[str, tuple[RoomRow, ...]] = {
        "lines": tuple(RoomLine(cell(90, n), (cell(60, n), cell(40, n), names[0])) for n in range(9)),
        "steps": tuple(RoomLine(cell(70, n), (cell(60, n), cell(40, n)), n + 1, n == 3) for n in range(9)),
        "tasks": tuple(RoomTask(cell(70, n), names[: n % 3], names, names, names) for n in range(9)),
        "readings": tuple(
            RoomReading(cell(60, n), cell(20, n), "1,234,567", "2,345,678.5", "29. September 2027", "9,876,543", 0.2)
            for n in range(9)
        ),
        "outcomes": tuple(RoomOutcome(cell(60, n), cell(30, n), n == 1, cell(200, n), n == 0) for n in range(3)),
    }
    return {name: RoomRows(found, 491) for name, found in rows.items()}


def long_budget(more: float) -> RoomBudget:
    """Names and sums as long as a pack and a national budget make them."""
    sums = [money(n * 1_234_567_890) for n in (1, 2, 3, 4, 5)]
    kinds = tuple(RoomCost(of_length(int(40 * more), n), sums[n].text, f"{20 + n} %", n == 2) for n in range(4))
    sentence = of_length(int(100 * more))
    latest = RoomLine(of_length(60), ("x",))
    return RoomBudget((sums[0], sums[1], sums[4]), (sums[2], sums[3]), sentence, kinds, latest, ("99.25", "99.75"))


def long_activity_page(captured: Captured, more: float) -> RoomActivity:
    """Every text of the pack as long as it may be."""
    names = [of_length(int(24 * more), n * 9) for n in range(5)]
    return RoomActivity(
        place=f"Phase 3 of 5  ·  {names[2]}",
        activity=of_length(int(LIMITS.title * more)),
        prompt=of_length(int(LIMITS.question * more)),
        captured=captured,
        phases=tuple(RoomMode(name, n, 8, n == 2) for n, name in enumerate(names)),
    )


def long_gate_page(more: float) -> RoomGate:
    """Everything is open, with conditions that go on."""
    names = tuple(of_length(int(60 * more), n * 5) for n in range(16))
    page = long_activity_page(RoomCount(0), more)
    return RoomGate(
        place=page.place,
        decision="Bestanden unter Bedingungen" if more > 1 else "Passed with conditions",
        decided="Friederike Freifrau von Hohenstein-Wallersee\N{NO-BREAK SPACE}· 29. September 2027",
        conditions=of_length(int(300 * more)),
        done=0,
        open=names[:7],
        missing=names[7:],
        counts=(7, 9),
        phases=page.phases,
    )


def playbook_pages(method: Method) -> dict[str, RoomPage]:
    """All pages in all lengths, by a name for the report of a test."""
    pages: dict[str, RoomPage] = {
        **filled_pages(method),
        "gate": gate_page(method),
        "gate-open": gate_page(method, "Not decided"),
        "gate-done": replace(gate_page(method, "Passed"), open=(), missing=(), counts=(0, 0), done=10, conditions=""),
        "impact": impact_page(method),
        "impact-many": impact_page(method, 30),
        "impact-none": RoomImpact("0 commitments agreed", ()),
        "closing": closing_page(),
        "closing-many": closing_page(21),
        "closing-nothing": RoomClosing("0 commitments agreed", "No-go: 15 points are open", ()),
    }
    for name, more in (("long", 1.0), ("third", 4 / 3)):
        bodies = {**long_rows(more), "budget": long_budget(more), "count": RoomCount(12)}
        for kind, captured in bodies.items():
            pages[f"{kind}-{name}"] = long_activity_page(captured, more)
        pages[f"gate-{name}"] = long_gate_page(more)
        same = tuple(RoomPlace(of_length(int(LIMITS.action * more), n), 100, Decimal(400)) for n in range(9))
        pages[f"impact-{name}"] = RoomImpact(of_length(int(40 * more)), same)
        owners = tuple(
            RoomOwner(of_length(int(40 * more), n), "12 commitments", "29. September 2027") for n in range(9)
        )
        pages[f"closing-{name}"] = RoomClosing(
            of_length(int(40 * more)), of_length(int(60 * more)), (*owners, RoomOwner("", "3 commitments", ""))
        )
    return pages


def monstrous_pages() -> list[RoomPage]:
    """What people can type or paste, whole: a word of 300 letters, 20,000 characters, Arabic, emoji."""
    texts = (
        "W" * 300,
        "endless and more " * 1_200,
        "لا يوجد مالك واحد للنموذج " * 90,
        "👩🏽‍🔧🚰 " * 200,
        "名前は太郎です" * 80,
    )
    bodies: list[tuple[RoomRow, ...]] = [
        tuple(RoomLine(text, (text, text), n, n == 1) for n, text in enumerate(texts)),
        tuple(RoomTask(text, (text,) * n, (text,), (), (text, text)) for n, text in enumerate(texts)),
        tuple(RoomReading(text, text, text, text, text, text, 1.0, n == 2) for n, text in enumerate(texts)),
        tuple(RoomOutcome(text, text, n == 1, text) for n, text in enumerate(texts)),
    ]
    pages: list[RoomPage] = [long_activity_page(RoomRows(rows), 1) for rows in bodies]
    pages.append(RoomImpact("5 commitments agreed", tuple(RoomPlace(t, 0, Decimal(0)) for t in texts)))
    huge = RoomSum(Decimal(10) ** 24, "£" + "9" * 60)
    line = RoomLine(texts[0], texts)
    kinds = tuple(RoomCost("Running costs", huge.text, "100 %", n == 0) for n in range(4))
    pages.append(
        long_activity_page(RoomBudget((huge,) * 3, (money(1), money(2)), texts[0], kinds, line, ("2", "5")), 1)
    )
    pages.append(replace(long_gate_page(1), decided=texts[1], conditions=texts[2]))
    pages.append(RoomClosing("5 commitments agreed", "Go", tuple(RoomOwner(t, "1 commitment", "") for t in texts)))
    return pages
