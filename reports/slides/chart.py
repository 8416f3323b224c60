"""A native bar chart with its numbers in a sheet of its own, so that it can be edited like any other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter import Workbook

from models.frozen import frozen
from models.values.colour import ink_on
from reports.slides.area import Area, said
from reports.slides.kit import INK, SlideKit, rgb

NAMES, FIGURES = 14, 15
SHORT = 8
"""Of a hundred, below which a bar does not hold its figure."""


@frozen
class Bar:
    """One bar, from 0, with the range in which it can still end."""

    name: str
    value: float | None
    """None where nothing is known of it."""
    colour: str
    low: float
    high: float


def add_bars(kit: SlideKit, slide: Any, area: Area, bars: Sequence[Bar], series: str, told: str) -> None:
    """The bars from top to bottom, on a scale from 0 to 100. `told` says them to whoever cannot see them."""
    data: Any = CategoryChartData(number_format="0")  # type: ignore[no-untyped-call]
    data.categories = [said(bar.name) for bar in bars]
    data.add_series(series, [bar.value for bar in bars])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *area.placed, data)
    frame.name = series
    frame._element.nvGraphicFramePr.cNvPr.set("descr", told)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(_sheet(series, bars))
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(NAMES)
    _axes(kit, chart)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 80, False
    for number, bar in enumerate(bars):
        point = plot.series[0].points[number]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb(bar.colour)
    _labels(kit, plot.series[0], bars)
    _ranges(kit, plot.series[0], bars)


def _axes(kit: SlideKit, chart: Any) -> None:
    """Names on the left, the first at the top; no scale, since each bar has its figure."""
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.font.size = Pt(NAMES)
    kit.paint(names.tick_labels.font.color, INK)
    kit.paint(names.format.line.color, INK)
    names.has_major_gridlines = values.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, 108
    values.visible = False


def _labels(kit: SlideKit, series: Any, bars: Sequence[Bar]) -> None:
    """Each figure at the foot of its bar, where no range runs through it; beside a bar too short to hold it."""
    for number, bar in enumerate(bars):
        if bar.value is None:
            continue
        label, inside = series.points[number].data_label, bar.value >= SHORT
        label.position = XL_LABEL_POSITION.INSIDE_BASE if inside else XL_LABEL_POSITION.OUTSIDE_END
        label.font.size, label.font.bold = Pt(FIGURES), True
        if inside:
            label.font.color.rgb = rgb(ink_on(bar.colour))
        else:
            kit.paint(label.font.color, INK)


def _ranges(kit: SlideKit, series: Any, bars: Sequence[Bar]) -> None:
    """Thin lines from the least to the most that each can come to."""
    known = [(bar.value, bar.low, bar.high) if bar.value is not None else (0.0, 0.0, 0.0) for bar in bars]
    if not any(high > low for _, low, high in known):
        return
    plus, minus = ([round(v, 3) for v in found] for found in zip(*((h - v, v - w) for v, w, h in known), strict=True))
    chart = qn("c:x")[1:-2]
    made = parse_xml(
        f'<c:errBars xmlns:c="{chart}" xmlns:a="{qn("a:x")[1:-2]}"><c:errBarType val="both"/>'
        '<c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_numbers('C', plus)}</c:plus><c:minus>{_numbers('D', minus)}</c:minus>"
        f'<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="{kit.colours.ink[1:]}"/></a:solidFill></a:ln></c:spPr>'
        "</c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(made)


def _numbers(column: str, values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values) if value)
    return (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>0</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _sheet(series: str, bars: Sequence[Bar]) -> bytes:
    """The numbers behind the chart, where the chart looks for them. Names are text, never formulas."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet("Sheet1")
    for place, head in enumerate(("", series, "+", "-")):
        sheet.write_string(0, place, head)
    for row, bar in enumerate(bars, 1):
        sheet.write_string(row, 0, said(bar.name)[:32_000])
        if bar.value is not None:
            sheet.write_number(row, 1, round(bar.value, 3))
            for place, beyond in ((2, bar.high - bar.value), (3, bar.value - bar.low)):
                if beyond:
                    sheet.write_number(row, place, round(beyond, 3))
    book.close()
    return file.getvalue()
