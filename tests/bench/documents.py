"""The action plan against the same on a bare canvas, in Typst, and without its tags; and how its cost grows."""

from __future__ import annotations

import gc
import io
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from gettext import NullTranslations
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdf
from reportlab.lib.utils import ImageReader

import reports.archive.archive
from desktop.command_line.main import RARELY
from models.diagnosis.diagnosis import mode_results
from models.engagement.engagement import Engagement
from models.method.check import read_method
from models.method.method import Method
from models.plan.plan import plan_lines
from reports.charts.colours import paper_colours
from reports.charts.cost_range import cost_range_bars
from reports.charts.heat_map import heat_map
from reports.charts.index_bars import index_bars
from reports.charts.priority_bars import priority_bars
from reports.charts.radar import radar
from reports.charts.shapes import Drawing
from reports.charts.timeline import timeline
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind
from reports.layout.painting import paint
from reports.tagging.canvas import TaggedCanvas
from reports.type.fonts import FACES
from resources import font_path, resource_text
from tests.bench.figure import Figure, alternately_on_the_processor
from tests.bench.libraries import sample_engagement
from tests.bench.typst_plan import typst_source

HELD = date(2026, 11, 12)
TIMES = 9
OURS = """
import pickle
import shutil
import sys
from datetime import date
from reports.charts.shapes import Drawing
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind
with open(sys.argv[1], "rb") as source:
    engagement, method = pickle.load(source)
data = render(DocumentKind.ACTION_PLAN, engagement, method, today=date(2026, 11, 12))
with open(sys.argv[2], "wb") as target:
    target.write(data)
"""
THEIRS = """
import sys
import typst
data = typst.compile(sys.argv[1], font_paths=sys.argv[3:], ignore_system_fonts=True)
with open(sys.argv[2], "wb") as target:
    target.write(data)
"""


@cache
def method() -> Method:
    return read_method(resource_text("method/clearway.toml"), "clearway.toml")


def made(engagement: Engagement) -> bytes:
    return render(DocumentKind.ACTION_PLAN, engagement, method(), today=HELD)


def action_plan() -> list[Figure]:
    engagement = sample_engagement()
    return [
        _against_a_canvas(engagement),
        *_against_typst(engagement),
        _against_untagged(engagement),
        *_growth(engagement),
    ]


def _against_a_canvas(engagement: Engagement) -> Figure:
    """The same words, charts and logos set down with no layout at all."""
    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(made(engagement))).pages]

    def floor() -> bytes:
        buffer = io.BytesIO()
        canvas = TaggedCanvas(buffer, invariant=1)
        for asset in engagement.assets.values():
            canvas.drawImage(ImageReader(io.BytesIO(asset.data)), 54, 700, 48, 48, mask="auto")
        charts = _charts(engagement)
        for lines in pages:
            canvas.setFont("SourceSans", 9.5)
            for number, line in enumerate(lines):
                canvas.drawString(54, 780 - number * 11, line)
            if charts:
                paint(canvas, charts.pop(), 54, 200)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    ours, bare = alternately_on_the_processor(TIMES, lambda: made(engagement), floor)
    return Figure(f"action plan, {len(pages)} pages (floor: bare canvas)", ours, bare, 3.5)


def _against_typst(engagement: Engagement) -> list[Figure]:
    """Typst as a whole process, from starting Python to the file on the disk; ours as one too, and in one that runs."""
    with tempfile.TemporaryDirectory() as name, typst_process() as theirs:
        folder = Path(name)
        snapshot = folder / "snapshot.pickle"
        snapshot.write_bytes(pickle.dumps((engagement, method())))
        ours = _process(OURS, str(snapshot), str(folder / "ours.pdf"))
        process, floor = alternately_on_the_processor(TIMES, ours, theirs)
        running, beside = alternately_on_the_processor(TIMES, _after_an_edit(engagement), theirs)
    return [
        Figure("action plan, whole process (floor: Typst)", process, floor, 2.5),
        Figure("action plan, in the running app (floor: Typst)", running, beside, 0.9),
    ]


def _after_an_edit(engagement: Engagement) -> Callable[[], object]:
    """Makes the plan anew each time once one action has another title, as somebody does who looks at it again."""
    numbers = count(1)

    def work() -> bytes:
        first, *rest = engagement.current.actions
        actions = (replace(first, title=f"{first.title}, {next(numbers)}"), *rest)
        current = replace(engagement.current, actions=actions)
        return made(replace(engagement, rounds=(*engagement.rounds[:-1], current)))

    return work


@contextmanager
def typst_process() -> Iterator[Callable[[], object]]:
    """What makes the sample's action plan with Typst, as a process of its own."""
    engagement = sample_engagement()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for face in FACES.values():  # Typst reads every font of a folder, and needs those of the house alone
            shutil.copy(font_path(face), folder)
        source = typst_source(made(engagement), _charts(engagement), engagement, folder)
        yield _process(THEIRS, str(source), str(folder / "theirs.pdf"), name)


def _process(code: str, *arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-c", code, *arguments], check=True)


@contextmanager
def _untagged() -> Iterator[None]:
    """The same pages as ReportLab makes them: no tags, fields, metadata, profile or attachment."""
    nothing: dict[str, Any] = {
        "enter": lambda canvas, tag: None,
        "leave": lambda canvas: None,
        "marked": lambda canvas, tag: nullcontext(),
        "artifact": lambda canvas, opening="": nullcontext(),
        "begin_artifact": lambda canvas, opening="": None,
        "end_artifact": lambda canvas: None,
        "add_field": lambda *arguments: None,
    }
    with (
        patch.multiple(TaggedCanvas, **nothing),
        patch.object(reports.archive.archive, "finished", lambda pages, *arguments: pages),
    ):
        yield


def _against_untagged(engagement: Engagement) -> Figure:
    def plain() -> bytes:
        with _untagged():
            return made(engagement)

    ours, floor = alternately_on_the_processor(TIMES, lambda: made(engagement), plain)
    return Figure("action plan, tagged, archival, fillable (floor: not)", ours, floor, 1.3)


def _growth(engagement: Engagement) -> list[Figure]:
    """Milliseconds an action takes in a plan of many, against a plan of fewer.

    Python's collector looks rarely, as in the commands and the window: else it is what grows.
    """
    found, often = [], gc.get_threshold()
    for few, many in ((20, 200), (200, 2000)):
        plans = [with_actions(engagement, count) for count in (many, few)]
        gc.set_threshold(RARELY)
        slow, quick = alternately_on_the_processor(3, partial(made, plans[0]), partial(made, plans[1]))
        gc.set_threshold(*often)
        found.append(Figure(f"an action among {many:,} (floor: among {few})", slow / many, quick / few, 1.2))
    return found


def with_actions(engagement: Engagement, count: int) -> Engagement:
    """The engagement with as many actions as asked for, made from its own."""
    current = engagement.current
    own = current.actions
    actions = tuple(
        replace(own[n % len(own)], id=f"{n:032x}", position=n, due=HELD + timedelta(days=n % 300)) for n in range(count)
    )
    return replace(engagement, rounds=(*engagement.rounds[:-1], replace(current, actions=actions)))


def _charts(engagement: Engagement) -> list[Drawing]:
    """The charts that the action plan prints, in its order."""
    words, brand = NullTranslations(), engagement.brand
    colours = paper_colours(brand.primary, brand.accent)
    results, lines = mode_results(method(), engagement.current), plan_lines(method(), engagement, words, HELD)
    drawings = [
        index_bars(results, method(), colours, words),
        radar(results, method(), colours, words),
        heat_map(results, method(), colours, words),
        index_bars(results, method(), colours, words),
        priority_bars(lines, colours, words),
        timeline(lines, engagement, method(), colours, words, HELD),
    ]
    rule = method().rules.production_cost
    if engagement.pilot.cost is not None and rule is not None:
        drawings.insert(1, cost_range_bars(engagement.pilot.cost, rule, engagement.pilot.currency, colours, words))
    return drawings
