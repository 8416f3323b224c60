"""The action plan against the same words, charts and logos set down on a bare canvas, with no layout at all."""

from __future__ import annotations

import io
from datetime import date
from gettext import NullTranslations

import pypdf
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from models.diagnosis import mode_results
from models.engagement import Engagement
from models.method import Method
from models.method_check import read_method
from models.plan import plan_lines
from reports.charts import cost_range_bars, heat_map, index_bars, paper_colours, priority_bars, radar, timeline
from reports.documents import DocumentKind, render
from resources import resource_text
from tests.bench.figure import Figure, alternately
from tests.bench.libraries import sample_engagement

HELD = date(2026, 11, 12)


def action_plan() -> list[Figure]:
    method = read_method(resource_text("method/clearway.toml"), "clearway.toml")
    engagement = sample_engagement()

    def ours() -> bytes:
        return render(DocumentKind.ACTION_PLAN, engagement, method, today=HELD)

    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(ours())).pages]

    def floor() -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, invariant=1)
        for asset in engagement.assets.values():
            canvas.drawImage(ImageReader(io.BytesIO(asset.data)), 54, 700, 48, 48, mask="auto")
        charts = _charts(engagement, method)
        for lines in pages:
            canvas.setFont("SourceSans", 9.5)
            for number, line in enumerate(lines):
                canvas.drawString(54, 780 - number * 11, line)
            if charts:
                renderPDF.draw(charts.pop(), canvas, 54, 200)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    measured, bare = alternately(9, ours, floor)
    return [Figure(f"action plan, {len(pages)} pages (floor: bare canvas)", measured, bare, 4)]


def _charts(engagement: Engagement, method: Method) -> list[Drawing]:
    """The charts that the action plan prints."""
    words, brand = NullTranslations(), engagement.brand
    colours = paper_colours(brand.primary, brand.accent)
    results, lines = mode_results(method, engagement.current), plan_lines(method, engagement, words, date.today())
    drawings = [
        radar(results, method, colours, words),
        heat_map(results, method, colours, words),
        index_bars(results, method, colours, words),
        index_bars(results, method, colours, words),
        priority_bars(lines, colours, words),
        timeline(lines, engagement, method, colours, words, HELD),
    ]
    if engagement.pilot.cost is not None:
        drawings.append(cost_range_bars(engagement.pilot.cost, engagement.pilot.currency, colours, words))
    return drawings
