"""Pages about the playbook and the close: as a workshop fills them, at every extreme, and a third longer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from room_samples import of_length

from desktop.view_models.room.entries import (
    Captured,
    RoomCell,
    RoomColumn,
    RoomCondition,
    RoomCost,
    RoomCount,
    RoomFact,
    RoomNumber,
    RoomOpenItem,
    RoomPerson,
    RoomReading,
    RoomReadings,
    RoomRow,
    RoomStretch,
    RoomSum,
    RoomTable,
)
from desktop.view_models.room.marks import DONE, HERE, TO_COME
from desktop.view_models.room.pages import RoomActivity, RoomBudget, RoomClosing, RoomGate, RoomPage
from models.method.limits import LIMITS
from models.method.method import Method

DEBT_COLUMNS = (
    RoomColumn("Shortcut", "text"),
    RoomColumn("What must change", "text"),
    RoomColumn("Effort", "figure"),
    RoomColumn("Owner", "name"),
)
DEBT = (
    ("Logger files are copied from a share by hand each morning", "A scheduled feed", "12 days", "Priya"),
    ("No tests on the ranking", "Tests for 20 known leaks", "4 days", "Stephen"),
    ("One laptop holds the model", "Move it to the service platform", "8 days", "Stephen"),
    ("Pressure gaps are filled in by eye", "A written rule, checked by operations", "3 days", ""),
    ("District boundaries from 2023", "Take them from the asset register", "2 days", "Priya"),
    ("Passwords in the script", "Use the vault", "1 day", "Ruth"),
)
TASKS = (
    ("Run the model each morning", "Priya", "Stephen", "Gareth", "Tom"),
    ("Decide where inspectors go first", "Gareth", "Donna", "", "Margaret"),
    ("Pay for the data feed", "", "Imran", "", ""),
)
TASK_COLUMNS = tuple(
    RoomColumn(title, "name" if n else "text")
    for n, title in enumerate(("Task", "Answers for it", "Does it", "Advises", "Is told"))
)
READINGS = (
    RoomReading("Days to find a leak", "days", "11.4", "9.8", "3 Oct 2026", "7", 0.36),
    RoomReading("Inspections that find a leak", "%", "31", "44", "30 Sep 2026", "55", 0.54, here=True),
    RoomReading("Water lost before repair", "Ml a day", "46", "", "", "38", None),
)
OUTCOME_COLUMNS = (
    RoomColumn("Test", "text"),
    RoomColumn("Result", "name"),
    RoomColumn("What shows it", "text"),
)


def row(number: int, texts: tuple[str, ...], *, asked: str = "who?", here: bool = False) -> RoomRow:
    """One row; what is left out is asked for."""
    cells = (RoomCell(text or ("" if here else asked), not text and not here) for text in texts)
    return RoomRow(number, tuple(cells), here)


def table(
    columns: tuple[RoomColumn, ...], rows: tuple[tuple[str, ...], ...], *, here: int = -1, above: int = 0
) -> RoomTable:
    """Rows from the one after those above; `here` is the one that is being said."""
    found = (row(above + n + 1, texts, here=n == here) for n, texts in enumerate(rows))
    return RoomTable(columns, tuple(found), above)


OUTCOMES = RoomTable(
    OUTCOME_COLUMNS,
    (
        RoomRow(
            1,
            (
                RoomCell("Test at production volume"),
                RoomCell("Passed with limits", settled=True),
                RoomCell("412 districts in 38 minutes; the limit is 30"),
            ),
        ),
        RoomRow(
            2,
            (
                RoomCell("Test on rare and difficult cases"),
                RoomCell("Failed", settled=False),
                RoomCell("11 of 40 old leaks in plastic pipes found"),
            ),
        ),
        RoomRow(3, (RoomCell("Test with users"), RoomCell("no result yet", asked=True, settled=False), RoomCell(""))),
    ),
)


def money(amount: int) -> RoomSum:
    """Pounds."""
    return RoomSum(Decimal(amount), f"£{amount:,}")


BUDGET = RoomBudget(
    title="The plan is within the usual range",
    lead="To go live and run a year: £415,000 (£318,000 to £560,000)",
    pilot=money(186_400),
    plan=(money(318_000), money(415_000), money(560_000)),
    usual=(money(372_800), money(932_000)),
    usual_words="£373,000 to £932,000: 2 to 5 times the pilot",
    scale=tuple(money(250_000 * n) for n in range(5)),
    kinds=(
        RoomCost("Infrastructure costs", money(96_000), "96", "£70,000 to £130,000", "once", False),
        RoomCost("Integration costs", money(185_000), "185", "£150,000 to £250,000", "once", True),
        RoomCost("Training and change costs", None, "", "", "", False),
        RoomCost("Running costs", money(134_000), "134", "£98,000 to £180,000", "each year", False),
    ),
    line=RoomFact("Feed from telemetry:", "£58,000"),
)


def phases(method: Method, here: int) -> tuple[RoomStretch, ...]:
    """The pack's own phases along the foot."""
    totals = [sum(len(a.items) for a in phase.activities) for phase in method.phases]
    return tuple(
        RoomStretch(
            phase.title,
            (DONE if n < here else HERE,) * (total if n < here else total // 2 if n == here else 0)
            + (TO_COME,) * (0 if n < here else total - total // 2 if n == here else total),
            n == here,
            "passed" if n < here else "no decision yet",
        )
        for n, (phase, total) in enumerate(zip(method.phases, totals, strict=True))
    )


def activity_page(method: Method, item_id: str, captured: Captured) -> RoomActivity:
    """An item of the pack in its own words."""
    phase, activity = next(
        (phase, activity)
        for phase in method.phases
        for activity in phase.activities
        if any(item.id == item_id for item in activity.items)
    )
    place = f"{phase.title} · {activity.title}"
    return RoomActivity(place, method.items[item_id].prompt, captured, "39 days of work so far.", "One has nobody yet.")


def filled_pages(method: Method) -> dict[str, RoomPage]:
    """One page for each way of drawing what was captured."""
    bodies: dict[str, tuple[str, Captured]] = {
        "nothing": ("business-metrics", RoomTable(DEBT_COLUMNS, ())),
        "debt": ("debt-effort", table(DEBT_COLUMNS, DEBT, above=3)),
        "debt-typed": ("debt-effort", table(DEBT_COLUMNS, (*DEBT[:3], ("The list leaves", "", "", "")), here=3)),
        "debt-earlier": ("debt-effort", replace(table(DEBT_COLUMNS, DEBT[:3], here=2), below=7)),
        "tasks": ("system-owner", table(TASK_COLUMNS, TASKS)),
        "readings": ("track-metrics", RoomReadings(READINGS)),
        "outcomes": ("edge-cases", OUTCOMES),
        "support": ("demonstrate-value", RoomCount(5)),
    }
    pages: dict[str, RoomPage] = {
        name: activity_page(method, item, captured) for name, (item, captured) in bodies.items()
    }
    return {**pages, "budget": BUDGET, "budget-empty": empty_budget(BUDGET), "budget-alone": alone(BUDGET)}


def empty_budget(budget: RoomBudget) -> RoomBudget:
    """Nothing is planned and the pilot's cost is not known."""
    kinds = tuple(replace(kind, likely=None, short="", span="", basis="") for kind in budget.kinds)
    return RoomBudget("No costs are planned yet", "", None, None, None, "", (), kinds, None)


def alone(budget: RoomBudget) -> RoomBudget:
    """Planned, but what the pilot cost is not known."""
    title = "Going live and a year of use cost £415,000"
    return replace(budget, title=title, pilot=None, usual=None, usual_words="")


def gate_page(method: Method, decision: str = "Yes, if three things are done") -> RoomGate:
    """The third phase, with what has to be done."""
    decided = decision != "Do we go on?"
    conditions = (
        RoomCondition("1", "One accountable owner, signed by both directors", "27 Nov", ""),
        RoomCondition("2", "Access to the telemetry feed", "22 Jan", ""),
        RoomCondition("18", "The whole budget, before the committee of 25 February", "26 Feb", "a day too late", "bad"),
    )
    return RoomGate(
        place="End of phase 3, production planning",
        decision=decision,
        decided="Margaret Oduya decided it on 12 November." if decided else "",
        conditions=conditions if decided else (),
        conditions_head="What has to be done" if decided else "",
        words="",
        head="Eight of 11 questions are settled, three are not",
        settled=(True,) * 8 + (False,) * 3,
        open=(
            RoomOpenItem("Who answers for it?", "“Own Leak Watch from end to end”: two do it, nobody answers for it."),
            RoomOpenItem("How far is each connection?", "Telemetry, job system: not started."),
            RoomOpenItem("How far is each pipeline?", "Nothing is written down yet."),
        ),
        more=("", ""),
        phases=phases(method, 2),
    )


def closing_page(people: int = 6) -> RoomClosing:
    """What the sample's room would leave with."""
    names = ("Priya Raman", "Gareth Pell", "Margaret Oduya", "Stephen Kirkbride", "Ruth Hallam", "Tom Ashby")
    rows = [
        RoomPerson(
            f"{1 + n} Mar",
            names[n % 6],
            "One accountable owner",
            tuple(RoomNumber(str(n + 9 * m), "first" if m == 0 else "") for m in range(n % 4 + 1)),
        )
        for n in range(people)
    ]
    nobody = RoomPerson("", "", "Link to the job system", (RoomNumber("22", "undated"),))
    return RoomClosing(
        title="We leave with 22 actions; one has no owner",
        verdict="No-go today",
        tone="bad",
        why="nine of 15 points are open",
        states=("confirmed",) * 4 + ("waived",) + ("open",) * 9 + ("does-not-apply",),
        people=(*rows, nobody),
        thanks="Thank you for a frank day. We ring on 4 December to hear how the first actions stand.",
        undated=("22 has no date yet", "Stephen has to begin by 7 Apr"),
    )


def long_rows(more: float) -> dict[str, Captured]:
    """Cells as long as people dictate them."""

    def cell(length: int, start: int) -> str:
        return of_length(int(length * more), start)

    columns = tuple(RoomColumn(cell(16, n), column.kind) for n, column in enumerate(DEBT_COLUMNS))
    tasks = tuple(RoomColumn(cell(14, n), column.kind) for n, column in enumerate(TASK_COLUMNS))
    lines = tuple((cell(90, n), cell(80, n), "1,234 days", cell(16, n)) for n in range(6))
    done = tuple((cell(70, n), *(cell(18, n + m) for m in range(4))) for n in range(6))
    readings = tuple(
        RoomReading(cell(60, n), cell(20, n), "1,234,567", "2,345,678.5", "29. Sept. 2027", "9,876,543", 0.2)
        for n in range(6)
    )
    outcomes = tuple(
        RoomRow(
            n + 1,
            (RoomCell(cell(60, n)), RoomCell(cell(18, n), settled=n == 1), RoomCell(cell(200, n))),
        )
        for n in range(3)
    )
    return {
        "lines": table(columns, lines, above=491),
        "typed": table(columns, lines[:5], here=4, above=491),
        "tasks": table(tasks, done, above=491),
        "readings": RoomReadings(readings, 491),
        "outcomes": RoomTable(OUTCOME_COLUMNS, outcomes),
    }


def long_budget(more: float) -> RoomBudget:
    """Names and sums as long as a pack and a national budget make them."""
    sums = [money(n * 1_234_567_890) for n in (1, 2, 3, 4, 5)]
    kinds = tuple(
        RoomCost(
            of_length(int(30 * more), n), sums[n], f"{1_234_568 * (n + 1):,}", of_length(30), of_length(24), n == 2
        )
        for n in range(4)
    )
    return RoomBudget(
        title=of_length(int(LIMITS.finding * more)),
        lead=of_length(int(70 * more)),
        pilot=sums[1],
        plan=(sums[4], money(12_345_678_900), money(14_345_678_900)),
        usual=(sums[2], sums[3]),
        usual_words=of_length(int(44 * more)),
        scale=tuple(RoomSum(Decimal(5_000_000_000) * n, f"£{5_000 * n:,} M") for n in range(4)),
        kinds=kinds,
        line=RoomFact(of_length(60), of_length(40)),
    )


def long_activity_page(captured: Captured, more: float) -> RoomActivity:
    """Every text of the pack as long as it may be."""
    return RoomActivity(
        place=f"{of_length(int(24 * more))} · {of_length(int(LIMITS.title * more))}",
        prompt=of_length(int(LIMITS.question * more)),
        captured=captured,
        sum=of_length(int(26 * more)),
        asked=of_length(int(50 * more)),
    )


def long_gate_page(more: float) -> RoomGate:
    """Everything is open, with conditions that go on."""
    names = tuple(of_length(int(24 * more), n * 5) for n in range(16))
    stretch = tuple(
        RoomStretch(
            of_length(int(24 * more), n * 9), (HERE if n == 2 else DONE,) * 8, n == 2, of_length(int(16 * more))
        )
        for n in range(5)
    )
    return RoomGate(
        place=of_length(int(45 * more)),
        decision=of_length(int(34 * more)),
        decided=of_length(int(50 * more)),
        conditions=tuple(
            RoomCondition(str(n + 8), of_length(int(80 * more), n), "29 Sept 2027", of_length(int(14 * more)))
            for n in range(3)
        ),
        conditions_head=of_length(int(24 * more)),
        words="",
        head=of_length(int(50 * more)),
        settled=(True,) * 7 + (False,) * 9,
        open=tuple(RoomOpenItem(name, of_length(int(100 * more), n)) for n, name in enumerate(names[:3])),
        more=("and six more", ", ".join(names[3:6]) + " and three more"),
        phases=stretch,
    )


def playbook_pages(method: Method) -> dict[str, RoomPage]:
    """All pages in all lengths, by a name for the report of a test."""
    done = replace(gate_page(method, "Yes: we go on"), conditions=(), conditions_head="", open=())
    pages: dict[str, RoomPage] = {
        **filled_pages(method),
        "gate": gate_page(method),
        "gate-open": gate_page(method, "Do we go on?"),
        "gate-done": replace(done, settled=(True,) * 11, head="All 11 questions are settled"),
        "gate-words": replace(gate_page(method), conditions=(), words=of_length(180)),
        "closing": closing_page(),
        "closing-many": closing_page(21),
        "closing-nothing": RoomClosing("No action is agreed yet", "Not judged yet", "", "", (), (), "Thank you.", ()),
    }
    for name, more in (("long", 1.0), ("third", 4 / 3)):
        for kind, captured in {**long_rows(more), "count": RoomCount(12)}.items():
            pages[f"{kind}-{name}"] = long_activity_page(captured, more)
        pages[f"budget-{name}"] = long_budget(more)
        pages[f"gate-{name}"] = long_gate_page(more)
        people = tuple(
            RoomPerson(
                "29 Sept 2027",
                of_length(int(28 * more), n),
                of_length(int(28 * more), n),
                tuple(RoomNumber(str(m), "") for m in range(n + 1)),
            )
            for n in range(8)
        )
        pages[f"closing-{name}"] = replace(
            closing_page(),
            title=of_length(int(LIMITS.finding * more)),
            why=of_length(int(30 * more)),
            people=people,
            thanks=of_length(int(90 * more)),
            undated=(of_length(int(40 * more)),),
        )
    return pages


MONSTROUS = (
    "W" * 300,
    "endless and more " * 1_200,
    "لا يوجد مالك واحد للنموذج " * 90,
    "👩🏽‍🔧🚰 " * 200,
    "名前は太郎です" * 80,
)
"""What people can type or paste, whole: a word of 300 letters, 20,000 characters, Arabic, emoji."""


def monstrous_pages() -> list[RoomPage]:
    """Each page filled with that."""
    texts = MONSTROUS
    tables = [
        table(DEBT_COLUMNS, tuple((text,) * 4 for text in texts), here=1),
        table(TASK_COLUMNS, tuple((text,) * 5 for text in texts)),
    ]
    readings = tuple(RoomReading(text, text, text, text, text, text, 1.0, n == 2) for n, text in enumerate(texts))
    pages: list[RoomPage] = [long_activity_page(found, 1) for found in (*tables, RoomReadings(readings))]
    huge = RoomSum(Decimal(10) ** 24, "£" + "9" * 60)
    kinds = tuple(RoomCost("Running costs", huge, "9" * 60, texts[0], "once", n == 0) for n in range(4))
    line = RoomFact(texts[0], "x")
    pages.append(replace(BUDGET, plan=(huge,) * 3, scale=(money(0), huge), kinds=kinds, line=line))
    conditions = tuple(RoomCondition("1", text, "27 Nov", "") for text in texts)
    pages.append(replace(long_gate_page(1), conditions=conditions, decided=texts[1]))
    people = tuple(RoomPerson("", text, text, (RoomNumber("1", ""),) * 40) for text in texts)
    pages.append(replace(closing_page(), people=people, thanks=texts[1]))
    return pages
