"""How figures grow: from 10 to 10,000 engagements, and from 10 to 2,000 actions; drawn as a chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from gettext import NullTranslations
from html import escape
from itertools import pairwise
from math import floor, log10
from pathlib import Path

from models.engagement.edit import Edit
from models.plan.plan import plan_lines
from models.storage import Library
from models.values.sentence import act_called
from tests.bench.figure import Figure, as_in_a_command, median_on_the_processor
from tests.bench.large import START, large_engagement, written
from tests.bench.libraries import Shelf, import_time, taken_in, the_method

ENGAGEMENTS, ACTIONS = (10, 100, 1_000, 10_000), (10, 100, 500, 2_000)
RUNS, OFTEN = 5, 20
WIDTH, HEIGHT, EDGE, KEY = 760, 440, 60, 240
COLOURS = ("#0E4A52", "#C8642B", "#5B6C9D", "#8A8D2B", "#9C3D54", "#3D7D4A", "#6B4A86", "#4A4A4A")

WORK = ACTIONS[-1] / ACTIONS[0]
MORE = ENGAGEMENTS[-1] / ENGAGEMENTS[0]
GOALS = {
    "list a page": 1.5, "whole list": MORE, "search": 40, "open": 1.5, "save": 1.5,
    "plan": WORK, "read JSON": WORK, "import": WORK,
}  # fmt: skip
"""What does the work of one page or one engagement stays flat; the rest grows no faster than its work."""
AS_ITS_WORK = 1.15
"""Of a step's time to its work: a little is left to what is measured."""

Curve = Sequence[tuple[int, float]]


def growth(shelf: Shelf) -> list[Figure]:
    """Each figure at the largest beside itself at the smallest, and the chart of all between."""
    curves = {**_by_engagements(shelf), **_by_actions()}
    path = Path(__file__).with_name("results") / "growth.svg"
    path.parent.mkdir(exist_ok=True)
    path.write_text(chart(curves), "utf-8")
    return [
        *(
            Figure(f"growth: {name}, {curve[-1][0]:,} against {curve[0][0]}", curve[-1][1], curve[0][1], GOALS[name])
            for name, curve in curves.items()
        ),
        *(
            Figure(f"growth: {name}, its last step (floor: its work)", *_last_step(curve), AS_ITS_WORK, "x")
            for name, curve in curves.items()
        ),
    ]


def _last_step(curve: Curve) -> tuple[float, float]:
    """How many times as long the last step takes, and of how much more. Over the whole, what is the same for every
    size would hide what grows faster than its work.
    """
    (few, before), (many, after) = curve[-2:]
    return after / before, many / few


def _by_engagements(shelf: Shelf) -> dict[str, Curve]:
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for count in ENGAGEMENTS:
        with Library.open(shelf.of(count), who="bench") as library:
            ids = [entry.id for entry in library.entries(limit=10)]
            works: dict[str, tuple[Callable[[], object], int]] = {
                "list a page": (partial(library.entries, limit=10), 1),
                "whole list": (library.whole_list, 1),
                "search": (partial(library.entries, "harbour sal"), 1),
                "open": (partial(_open_all, library, ids), len(ids)),
                "save": (partial(_save_often, library, ids[0]), OFTEN),
            }
            for name, (work, times) in works.items():
                found[name].append((count, median_on_the_processor(RUNS, work) / times))
    return dict(found)


def _open_all(library: Library, ids: list[str]) -> None:
    for one in ids:
        library.engagement(one)


def _save_often(library: Library, engagement_id: str) -> None:
    """One pilot's purpose, each time otherwise."""
    pilot = library.engagement(engagement_id).pilot
    for number in range(OFTEN):
        library.save(Edit(act_called("Purpose"), engagement_id, (replace(pilot, purpose=f"{pilot.purpose} {number}"),)))


def _by_actions() -> dict[str, Curve]:
    found: dict[str, list[tuple[int, float]]] = {"plan": [], "read JSON": [], "import": []}
    for count in ACTIONS:
        engagement = large_engagement(count, rounds=1)
        text = written(engagement)
        planned = partial(plan_lines, the_method(), engagement, NullTranslations(), START)
        found["plan"].append((count, median_on_the_processor(3, planned)))
        with as_in_a_command():
            found["read JSON"].append((count, median_on_the_processor(3, partial(taken_in, text))))
        found["import"].append((count, import_time(text)))
    return dict(found)


def chart(curves: Mapping[str, Curve]) -> str:
    """Both axes in powers of ten, so that what grows as its work does is a straight line."""
    times = [log10(max(ms, 0.01)) for curve in curves.values() for _, ms in curve]
    low, high = floor(min(times)), max(times)

    def place(count: int, ms: float) -> tuple[float, float]:
        across = (log10(count) - 1) / 3 * (WIDTH - KEY - EDGE)
        up = (log10(max(ms, 0.01)) - low) / ((high - low) or 1) * (HEIGHT - 2 * EDGE)
        return EDGE + across, HEIGHT - EDGE - up

    head = "Time on the processor, from 10 to 10,000 engagements; the shorter lines, from 10 to 2,000 actions"
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', f'<text x="{EDGE}" y="30">{head}</text>']
    for count in ENGAGEMENTS:
        x, _ = place(count, 1)
        parts.append(f'<line x1="{x:.0f}" y1="{EDGE}" x2="{x:.0f}" y2="{HEIGHT - EDGE}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{HEIGHT - EDGE + 20}" text-anchor="middle">{count:,}</text>')
    for power in range(low, floor(high) + 1):
        _, y = place(ENGAGEMENTS[0], 10**power)
        parts.append(f'<line x1="{EDGE}" y1="{y:.0f}" x2="{WIDTH - KEY}" y2="{y:.0f}" stroke="#ddd"/>')
        parts.append(f'<text x="{EDGE - 8}" y="{y + 4:.0f}" text-anchor="end">{10**power:g} ms</text>')
    for number, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        for one, other in pairwise([place(*point) for point in curve]):
            ends = f'x1="{one[0]:.1f}" y1="{one[1]:.1f}" x2="{other[0]:.1f}" y2="{other[1]:.1f}"'
            parts.append(f'<line {ends} stroke="{colour}" stroke-width="2"/>')
        said = f"{name}: {curve[0][1]:.2g} to {curve[-1][1]:.3g} ms"
        parts.append(f'<text x="{WIDTH - KEY + 14}" y="{EDGE + number * 24}" fill="{colour}">{escape(said)}</text>')
    look = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13"'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {look}>', *parts, "</svg>", ""])
