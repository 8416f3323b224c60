"""The charts as files: SVG that draws what the screen draws, and PNG twice as fine."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.chart_pictures import chart_png
from models.engagement.engagement import Engagement
from models.method.method import Method
from reports.charts.shapes import Circle, Drawing, Group, Line, Polygon, PolyLine, Rect, String
from reports.charts.svg import chart_svg
from reports.exports.chart_files import NamedChart, charts_of
from reports.type.fonts import SANS, register_fonts
from reports.words.facts import Facts

SVG = "{http://www.w3.org/2000/svg}"
ALIKE = 9.0
"""Mean difference of 255 a channel: two programs smooth the edges of letters each in its own way."""
SPOILT = 12.0


def charts(engagement: Engagement, method: Method) -> tuple[NamedChart, ...]:
    return charts_of(Facts(engagement, method, date(2026, 11, 13), NullTranslations()))


def drawn(svg: bytes, size: tuple[int, int]) -> QImage:
    """The SVG as Qt draws it. Qt takes a list of fonts for the name of one, so it is given the first."""
    renderer = QSvgRenderer(re.sub(rb'font-family="(Source \w+ Pro)[^"]*"', rb'font-family="\1"', svg))
    assert renderer.isValid()
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill("magenta")
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return picture


def bytes_of(picture: QImage) -> bytes:
    return bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def difference(drawing: Drawing, svg: bytes) -> float:
    """Mean difference of a pixel between the PNG and the SVG, 0 to 255."""
    png = QImage.fromData(chart_png(drawing))
    one, other = bytes_of(png), bytes_of(drawn(svg, (png.width(), png.height())))
    assert len(one) == len(other)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


pytestmark = pytest.mark.usefixtures("dressed_app")


def test_every_chart_of_the_sample_has_a_name_and_words_for_it(sample: Engagement, method: Method) -> None:
    found = charts(sample, method)

    assert [c.name for c in found] == ["radar", "heat-map", "modes", "priorities", "timeline", "owners", "budget"]
    assert all(c.title and len(c.description) > 20 for c in found)


def test_the_svg_draws_what_the_screen_draws(sample: Engagement, method: Method) -> None:
    for chart in charts(sample, method):
        assert difference(chart.drawing, chart.svg) < ALIKE, chart.name


def test_a_shape_out_of_place_would_be_noticed(sample: Engagement, method: Method) -> None:
    chart = charts(sample, method)[1]
    moved = re.sub(rb'<rect x="(\d+)', rb'<rect x="1\1', chart.svg)

    assert difference(chart.drawing, moved) > SPOILT


def test_every_kind_of_shape_comes_out_the_same(sample: Engagement) -> None:
    register_fonts()
    red, blue = "#B3263A", "#12395B"
    drawing = Drawing(
        200,
        120,
        Rect(5, 5, 30, 20, fill=blue),
        Line(5, 100, 190, 60, red, 3, (6, 2)),
        Circle(150, 90, 18, stroke=blue, thickness=1.5),
        Polygon((100, 10, 130, 10, 115, 40), red),
        PolyLine((140, 10, 160, 40, 180, 10), blue, 2),
        Group(Rect(60, 30, 20, 10, 3, red, blue, 2)),
    )

    assert difference(drawing, chart_svg(drawing, "Shapes", "")) < 0.6


def test_text_is_text_and_never_markup() -> None:
    register_fonts()
    hostile = '</text><script>alert(1)</script> & "quoted" <a href="x">'
    drawing = Drawing(200, 20)
    drawing.add(String(0, 5, hostile, SANS, 8, "#000000"))
    root = ElementTree.fromstring(chart_svg(drawing, hostile, hostile))

    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "desc", "g", "rect", "text"}
    assert root.findtext(f".//{SVG}text") == root.findtext(f"{SVG}title") == root.findtext(f"{SVG}desc") == hostile


def test_every_word_keeps_its_width_where_another_font_stands_in(sample: Engagement, method: Method) -> None:
    for chart in charts(sample, method):
        texts = list(ElementTree.fromstring(chart.svg).iter(f"{SVG}text"))
        assert texts
        assert all(float(t.get("textLength", 0)) > 0 for t in texts if t.text)
        assert all(str(t.get("font-family")).split(", ")[-1] in ("sans-serif", "serif") for t in texts)


def test_names_of_any_script_give_charts_that_can_be_read(sample: Engagement, method: Method) -> None:
    people = tuple(replace(p, name="王小明 أحمد 👍 <b>\0\ud800") for p in sample.stakeholders)
    for chart in charts(replace(sample, stakeholders=people), method):
        ElementTree.fromstring(chart.svg)
        assert chart_png(chart.drawing).startswith(b"\x89PNG")


def test_a_png_has_two_pixels_a_point(sample: Engagement, method: Method) -> None:
    chart = charts(sample, method)[0]
    png = QImage.fromData(chart_png(chart.drawing))

    assert (png.width(), png.height()) == (round(chart.drawing.width * 2), round(chart.drawing.height * 2))
    assert round(png.dotsPerMeterX() * 0.0254) == 144


def test_without_a_budget_the_rule_stands_in_its_place(sample: Engagement, method: Method) -> None:
    bare = replace(sample.current, entries=(), cells={})

    assert [c.name for c in charts(replace(sample, rounds=(bare,)), method)][-1] == "cost"


def test_an_empty_engagement_has_the_charts_of_its_diagnosis(sample: Engagement, method: Method) -> None:
    bare = replace(sample.current, ratings={}, actions=(), dependencies={}, entries=(), cells={})
    pilot = replace(sample.pilot, cost=None)

    found = charts(replace(sample, pilot=pilot, rounds=(bare,)), method)
    assert [c.name for c in found] == ["radar", "heat-map", "modes"]
    assert all(difference(c.drawing, c.svg) < ALIKE for c in found)


def test_the_chart_of_priorities_has_every_action_as_the_timeline_has(sample: Engagement, method: Method) -> None:
    (priorities,) = [one.svg.decode() for one in charts(sample, method) if one.name == "priorities"]
    numbers = re.findall(r"<text [^>]*>(\d+)</text>", priorities)
    assert {str(number) for number in range(1, 23)} <= set(numbers)
