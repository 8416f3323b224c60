"""The plan and the summary as slides: every text in place and nothing outside its frame, whatever was typed."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from PIL import Image
from pptx.oxml.ns import qn
from report_cases import (
    INTERNAL,
    TODAY,
    WORDS,
    all_not_known,
    built_in_method,
    complete,
    empty,
    full,
    hostile,
    many,
    thai,
)
from slides_reading import faults, frames_of, notes_of, overflowing, shapes_of, slides_of, texts_of

from models.engagement.engagement import Asset, Engagement
from models.plan.waves import Wave
from reports.documents.kinds import DocumentKind
from reports.slides.area import said
from reports.slides.deck import SLIDES, slides
from reports.type.fonts import SANS_SEMIBOLD, text_width
from reports.words.facts import Facts
from reports.words.findings import actions_title, as_title, calendar_title, last_title, later_title, readiness_title
from resources.words import catalogue

CASES = {
    "full": full, "complete": complete, "thai": thai, "empty": empty, "not known": all_not_known, "hostile": hostile,
    "many": lambda: many(60, 40),
}  # fmt: skip
LONG = "Die Wiederinbetriebnahmeverantwortliche der Leitstelle unterschreibt erst nach der Rückmeldung. " * 200
WORD = "W" * 3000


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def everything_is(text: str) -> Engagement:
    """The full engagement with one text wherever a person types."""
    start = full()
    current = start.current
    actions = tuple(replace(a, title=text, short=text, why=text, done_when=text) for a in current.actions)
    notes = tuple(replace(note, text=text) for note in current.notes)
    return replace(
        start,
        client=replace(start.client, name=text),
        pilot=replace(start.pilot, name=text, purpose=text, decision_asked=text),
        brand=replace(start.brand, practice=text, confidentiality=text),
        stakeholders=tuple(replace(person, name=text) for person in start.stakeholders),
        rounds=(replace(current, actions=actions, notes=notes),),
    )


@pytest.mark.parametrize("kind", SLIDES)
@pytest.mark.parametrize("case", CASES)
def test_slides_open_without_repair_and_nothing_leaves_its_frame(case: str, kind: DocumentKind) -> None:
    made = slides(facts(CASES[case]()), kind)

    assert faults(made) == []
    assert overflowing(made) == []
    assert all(slide.shapes.title.text_frame.text for slide in slides_of(made))


@pytest.mark.parametrize("text", [LONG, WORD, "مراجعة التشغيل " * 300, "漢字" * 900, "<a:t>&amp;]]>\x00\x0b￾ =1+1"])
def test_whatever_was_typed_is_text_and_stays_in_its_frame(text: str) -> None:
    made = slides(facts(everything_is(text)))

    assert faults(made) == []
    assert overflowing(made) == []
    assert any(said(text) in notes_of(slide) for slide in slides_of(made))


def test_every_action_is_on_a_slide_and_whole_in_the_notes() -> None:
    found = facts(complete())
    made = slides_of(slides(found))
    shown = [text for slide in made for text in texts_of(slide)]
    notes = "\n".join(map(notes_of, made))

    assert found.lines
    for line in found.lines:
        assert str(line.number) in shown
        assert said(line.action.title) in notes
        assert said(line.action.done_when) in notes
    assert {text for text in shown if text.endswith("…")} < set(shown)


def test_an_action_without_a_title_says_so_in_the_notes_too() -> None:
    start = full()
    nameless = replace(start.current.actions[0], title=" ")
    made = slides_of(slides(facts(replace(start, rounds=(replace(start.current, actions=(nameless,)),)))))

    assert f"{nameless.position}. No title yet · Why:" in "\n".join(map(notes_of, made))


def test_titles_are_the_findings_of_the_documents() -> None:
    found = facts(complete())
    titles = [slide.shapes.title.text_frame.text for slide in slides_of(slides(found))]

    assert titles[0] == titles[2] == as_title(found.headline)
    assert titles[1] == said(readiness_title(found))
    assert any(title.startswith(said(actions_title(found))) for title in titles)
    assert said(calendar_title(found)) in titles


def test_a_chart_can_be_edited_in_its_own_sheet() -> None:
    found = facts(full())
    chart = next(s.chart for slide in slides_of(slides(found)) for s in slide.shapes if s.has_chart)
    rows = list(load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active.iter_rows(values_only=True))

    assert [row[0] for row in rows[1:]] == [said(found.mode(result).short) for result in found.ranked]
    assert [round(row[1]) for row in rows[1:]] == [
        round(result.index) for result in found.ranked if result.index is not None
    ]
    assert list(chart.plots[0].series[0].values) == pytest.approx([row[1] for row in rows[1:]], abs=0.001)


def test_a_mode_of_which_too_little_is_known_has_no_bar() -> None:
    chart = next(s.chart for slide in slides_of(slides(facts(all_not_known()))) for s in slide.shapes if s.has_chart)

    assert set(chart.plots[0].series[0].values) == {None}
    assert all("not known" in category for category in chart.plots[0].categories)


def test_nothing_internal_is_on_a_slide_or_in_its_notes() -> None:
    start = full()
    notes = tuple(replace(note, text=INTERNAL, for_client=False) for note in start.current.notes)
    made = slides(facts(replace(start, rounds=(replace(start.current, notes=(*start.current.notes, *notes)),))))

    with ZipFile(BytesIO(made)) as file:
        assert not [name for name in file.namelist() if b"PRIVATE-7f3a" in file.read(name)]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert slides(facts(complete())) == slides(facts(complete()))


def test_what_is_drawn_has_its_words_for_whoever_cannot_see_it() -> None:
    for slide in slides_of(slides(facts(complete()))):
        for shape in shapes_of(slide.shapes):
            if shape.has_chart:
                assert "higher is worse" in shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_a_plan_without_actions_or_dates_has_no_slide_for_them() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides_of(slides(facts(empty())))]

    assert titles.count("No action has been agreed yet") == 1
    assert "No action has a date yet" not in titles


def test_text_from_right_to_left_says_so() -> None:
    start = full()
    first = replace(start.current.actions[0], title="تحديد المالك")
    actions = (first, *start.current.actions[1:])
    made = slides(facts(replace(start, rounds=(replace(start.current, actions=actions),))))

    with ZipFile(BytesIO(made)) as file:
        found = [file.read(n).decode() for n in file.namelist() if n.startswith("ppt/slides/slide")]
    assert any('rtl="1"' in text and "تحديد المالك" in text for text in found)


def test_both_logos_stand_on_the_cover_and_the_practice_s_on_every_other_slide() -> None:
    logos = {"ours": logo_asset(600, 200), "theirs": logo_asset(100, 300)}
    start = full()
    brand = replace(start.brand, practice_logo="ours", client_logo="theirs")
    assets = {key: replace(asset, id=key) for key, asset in logos.items()}
    cover, *others = slides_of(slides(facts(replace(start, brand=brand, assets=assets))))
    names = [f"Logo of {start.brand.practice}", f"Logo of {start.client.name}"]
    pictures = [shape for shape in cover.shapes if shape.shape_type == 13]
    assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures] == names
    for shape, ratio in zip(pictures, (3, 1 / 3), strict=True):
        assert shape.width / shape.height == pytest.approx(ratio, rel=0.01)
        assert shape.top + shape.height < cover.shapes.title.top
    for slide in others:
        (shape,) = (shape for shape in slide.shapes if shape.shape_type == 13)
        assert shape._element.nvPicPr.cNvPr.get("descr") == names[0]
        assert shape.top + shape.height <= slide.shapes.title.top

    broken = {key: replace(asset, data=b"no picture") for key, asset in assets.items()}
    without = slides_of(slides(facts(replace(start, brand=brand, assets=broken))))
    assert not [shape for slide in without for shape in slide.shapes if shape.shape_type == 13]


def logo_asset(width: int, height: int) -> Asset:
    file = BytesIO()
    Image.new("RGB", (width, height), "#336699").save(file, "PNG")
    return Asset(id="", name="logo.png", media_type="image/png", data=file.getvalue())


@pytest.mark.parametrize(("language", "said_so"), [("en", "en-GB"), ("de", "de-DE"), ("fr", "fr-FR")])
def test_every_text_says_its_language(language: str, said_so: str) -> None:
    """PowerPoint underlines each word of a text that says nothing or the language of somebody else."""
    made = slides(Facts(full(), replace(built_in_method(), language=language), TODAY, catalogue(language)))
    with ZipFile(BytesIO(made)) as file:
        parts = [
            name for name in file.namelist() if re.match(r"ppt/(slides|slideLayouts|notesSlides|charts)/\w+.xml", name)
        ]
        trees = [etree.fromstring(file.read(name)) for name in parts]

    looks = [look for tree in trees for look in tree.iter(qn("a:rPr"), qn("a:endParaRPr"))]
    assert {look.get("lang") for look in looks} == {said_so}
    assert all(run.find(qn("a:rPr")) is not None for tree in trees for run in tree.iter(qn("a:r")))


def test_a_cell_is_whole_where_its_slide_has_room() -> None:
    long = "Write down who looks after it, at what hours, how they can be reached and who stands in for them then"
    start = full()
    actions = tuple(replace(action, title=long) for action in start.current.actions[:2])
    found = facts(replace(start, rounds=(replace(start.current, actions=actions),)))
    made = slides(found)

    assert sum(long in texts_of(slide) for slide in slides_of(made)) == 1
    assert overflowing(made) == []


def test_a_day_beside_its_bar_has_room_to_spare_for_another_font() -> None:
    made = slides_of(slides(facts(complete())))
    days = [
        (frame.text_frame.text, width) for slide in made for frame, width, _ in frames_of(slide)
        if re.fullmatch(r"\d+\s[A-Z][a-z]{2}", frame.text_frame.text)
    ]  # fmt: skip

    assert days
    assert all(width >= 1.25 * text_width(text, SANS_SEMIBOLD, 12) for text, width in days)


def test_what_comes_later_is_not_under_a_title_that_says_by_when(sample: Engagement) -> None:
    found = Facts(sample, built_in_method(), TODAY, WORDS)
    made = [
        (slide.shapes.title.text_frame.text, [row.cells[0].text for row in shape.table.rows][1:])
        for slide in slides_of(slides(found)) for shape in slide.shapes
        if shape.has_table and len(shape.table.columns) == 6
    ]  # fmt: skip
    by_title = {title.partition(" (")[0]: set[str]() for title, _ in made}
    for title, numbers in made:
        by_title[title.partition(" (")[0]] |= set(numbers)

    waves = [{str(line.number) for line in found.wave(wave)} for wave in Wave]
    assert list(by_title.values()) == waves
    assert [*by_title][1:] == [later_title(found), last_title(found)]


def test_a_file_does_not_say_that_another_program_made_it() -> None:
    with ZipFile(BytesIO(slides(facts(full())))) as file:
        assert not [name for name in file.namelist() if b"Macintosh" in file.read(name) or "app.xml" in name]
