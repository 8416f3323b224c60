"""What was shown, on paper: marked pictures whole with caption and alternative text; what is internal in nothing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import outloud
import pytest
from pdf_text import page_texts, text_of
from PIL import Image, ImageDraw
from report_cases import TODAY, WORDS, built_in_method, complete, with_levels
from report_reading import reader
from structure_reading import SpokenDocument
from test_tagging import FALSE_ALARMS

from models.engagement.engagement import Asset, Engagement
from models.engagement.evidence import Evidence
from models.engagement.registers import RegisterEntry
from models.pictures.kept import take_in
from models.pictures.printed import with_printed
from reports.documents.documents import DocumentKind, left_out, render
from reports.exports.action_sheet import action_sheet
from reports.slides.deck import SLIDES, slides
from reports.words.facts import Facts

SECRET = "PRIVATE-9c1d"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def photo(size: tuple[int, int], colour: str = "#7A8F6B") -> Asset:
    picture = Image.new("RGB", size, colour)
    ImageDraw.Draw(picture).ellipse((20, 20, size[0] - 20, size[1] - 20), fill="#F4E9C8")
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG")
    return take_in(buffer.getvalue(), f"{SECRET}.jpg").file


KEPT = {asset.id: asset for asset in (photo((1600, 1000)), photo((900, 1600)), photo((2000, 300)), photo((90, 60)))}
LYING, UPRIGHT, STRIP, TINY = KEPT
INSIDE = photo((500, 400), "#FF00FF")


def beside(engagement: Engagement, key: str, position: int = 0, **more: Any) -> Evidence:
    filled = {"sign_id": "no-maintainer", "media_type": "image/jpeg", "for_client": True, **more}
    name = f"{SECRET}.jpg"
    return Evidence(
        assessment_id=engagement.current.assessment.id,
        position=position,
        name=name,
        sha256=key,
        taken_in=NOON,
        **filled,
    )


def with_evidence(engagement: Engagement, *evidence: Evidence) -> Engagement:
    rounds = (*engagement.rounds[:-1], replace(engagement.current, evidence=evidence))
    return with_printed(replace(engagement, rounds=rounds), {**KEPT, INSIDE.id: INSIDE}.get)


def small() -> Engagement:
    """A round with one sign rated and one row in a register."""
    start = with_levels("3")
    row = RegisterEntry(id="row", assessment_id=start.current.assessment.id, register_id="metrics")
    return replace(start, rounds=(replace(start.current, entries=(row,)),))


def shown() -> Engagement:
    start = small()
    row = start.current.entries[0].id
    return with_evidence(
        start,
        beside(start, LYING, caption="The rota names four people", alternative="A sheet with nine names"),
        beside(start, UPRIGHT, 1, caption="The cabinet by the door"),
        beside(start, STRIP, 2, sign_id="", point_id="dashboards", caption="The dashboard <b>as it was</b> & is"),
        beside(start, TINY, 3, sign_id="", entry_id=row),
        beside(start, "0" * 64, 4, media_type="application/octet-stream", caption="The test report"),
        beside(start, "1" * 64, 5, caption="A picture that came without its file"),
        beside(start, INSIDE.id, 6, for_client=False, caption=SECRET, alternative=SECRET),
        beside(start, "2" * 64, 7, for_client=False, media_type="application/octet-stream", caption=SECRET),
    )


def record(engagement: Engagement, page_size: str = "A4") -> bytes:
    return render(DocumentKind.RECORD, engagement, built_in_method(), today=TODAY, page_size=page_size)


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_marked_pictures_stand_whole_at_the_end_with_what_there_is_to_say(page_size: str, tmp_path: Path) -> None:
    data = record(shown(), page_size)
    pages = [" ".join(page.split()) for page in page_texts(data)]
    plates = " ".join(pages[next(n for n, text in enumerate(pages) if "Five pictures and files were shown" in text) :])
    for expected in (
        "Plate 1 The rota names four people A sheet with nine names", "Plate 2 The cabinet by the door",
        "Plate 3: a file that was seen The test report", "Plate 4 The dashboard <b>as it was</b> & is", "Plate 5",
    ):  # fmt: skip
        assert expected in plates
    assert any("Plate 1, Plate 2, Plate 3" in text for text in pages), "beside their sign, small"
    assert "came without its file" not in text_of(data)
    spoken_document = SpokenDocument(data)
    figures = [e.source.get("/Alt") for e in spoken_document.root.walk() if e.role == "Figure"]
    spoken = [str(alt) for alt in figures if str(alt).startswith("Photo: ")]
    assert spoken.count("Photo: A sheet with nine names") == 2, "small and whole"
    assert "Photo: The cabinet by the door" in spoken
    file = tmp_path / "record.pdf"
    file.write_bytes(data)
    assert outloud.check(str(file), skip=FALSE_ALARMS).findings == []


def test_the_same_pictures_give_the_same_bytes_and_no_camera_speaks() -> None:
    data = record(shown())
    assert data == record(shown())
    assert b"Exif" not in data
    assert len(data) < 1_500_000


def test_what_is_internal_is_in_no_document_that_leaves() -> None:
    engagement, method = shown(), built_in_method()
    facts = Facts(engagement, method, TODAY, WORDS)
    made = {kind.value: render(kind, engagement, method, today=TODAY) for kind in DocumentKind}
    for name, data in made.items():
        assert SECRET not in text_of(data), name
        assert SECRET.encode() not in data, name
        colours = [colour for page in reader(data).pages for colour in _middles(page)]
        assert not any(red > 200 and green < 60 and blue > 200 for red, green, blue in colours), name
    others = [action_sheet(facts), *(slides(facts, kind) for kind in SLIDES)]
    unmarked = with_evidence(small())
    bare = Facts(unmarked, method, TODAY, WORDS)
    assert others == [action_sheet(bare), *(slides(bare, kind) for kind in SLIDES)], "nothing of evidence is in them"
    assert left_out(DocumentKind.RECORD, engagement, method).files == 2
    everything = with_evidence(small(), beside(small(), INSIDE.id, caption=SECRET))
    seen = [colour for page in reader(record(everything)).pages for colour in _middles(page)]
    assert any(red > 200 and green < 60 and blue > 200 for red, green, blue in seen), "the test can see one"


def _middles(page: Any) -> list[tuple[int, int, int]]:
    """A corner of every picture on a page."""
    found = []
    for image in page.images:
        pixel = image.image.convert("RGB").getpixel((2, 2)) if image.image else (0, 0, 0)
        found.append(pixel)
    return found


def test_what_backs_a_private_register_is_not_printed() -> None:
    start, method = complete(), built_in_method()
    private = next(r.id for r in method.registers if r.private)
    row = next(e.id for e in start.current.entries if e.register_id == private)
    data = record(with_evidence(start, beside(start, LYING, sign_id="", entry_id=row, caption="Backs what is private")))
    assert "Backs what is private" not in text_of(data)


def test_captions_of_any_kind_fit() -> None:
    start = small()
    long = "One word of three hundred letters: " + "x" * 300 + " and more " * 300
    many = [beside(start, key, n, caption=long, alternative=long[::-1]) for n, key in enumerate([*KEPT] * 3)]
    broken = Asset(id="b", name="b", media_type="image/jpeg", data=b"\xff\xd8\xff nothing")
    engagement = with_evidence(start, *many, beside(start, "b", 99, caption="A broken one"))
    engagement = replace(engagement, assets={**engagement.assets, "b": broken})
    assert "A broken one" not in text_of(record(engagement, "Letter"))
