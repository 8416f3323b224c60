"""A reply made to take all memory or all time: it is refused, and takes little of either."""

from __future__ import annotations

import logging
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pytest
from reply_hand import edited, field, filled, name, read, refused, sent

from models.values.refusal import Refusal
from reports.reply import outside_pdf, reading
from reports.reply.compare import LONGEST_KEPT
from reports.reply.fields import Box, parse_field_name
from reports.reply.file import returned
from reports.reply.reply import Reply

ROOM = 100_000_000
"""Bytes: far more than an ordinary reply takes, far less than any of these unpacks to."""
DAMAGED = "This PDF is damaged"
LONG = pytest.mark.long


@contextmanager
def little_memory(room: int = ROOM) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < room
    finally:
        tracemalloc.stop()


def packed(head: bytes, filling: bytes, size: int, tail: bytes = b"") -> bytes:
    packer = zlib.compressobj(9)
    block = filling * (1_000_000 // len(filling))
    parts = [packer.compress(head), *(packer.compress(block) for _ in range(size // 1_000_000)), packer.compress(tail)]
    return b"".join(parts) + packer.flush()


def with_streams(*streams: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF by hand: in each packed stream one object, the first the document's, the others the fields of its form."""
    data, places = b"%PDF-1.5\n", [(0, 0)]
    for number, stream in enumerate(streams, 1):
        places.append((1, len(data)))
        data += b"%d 0 obj<</Type/ObjStm/N 1/First 6/Filter%s/Length %d>>" % (number, filters, len(stream))
        data += b"stream\n" + stream + b"\nendstream endobj\n"
    places += [(2, number) for number in range(1, len(streams) + 1)]
    places.append((1, len(data)))
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + b"\0" for kind, place in places)
    root = len(streams) + 1
    data += b"%d 0 obj<</Type/XRef/Size %d/W[1 4 1]/Root %d 0 R" % (len(places) - 1, len(places), root)
    data += b"/Length %d>>stream\n%s\nendstream endobj\n" % (len(table), table)
    return data + b"startxref\n%d\n%%%%EOF\n" % places[-1][1]


def head(number: int) -> bytes:
    return b"%-6d" % number if number > 999 else b"%03d 0 " % number


def document(fields: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (fields + 2 + n) for n in range(1, fields + 1))
    return head(fields + 2) + b"<</Type/Catalog/AcroForm<</Fields[%s]>>/Pages<</Kids[]/Count 0>>>>" % kids


@pytest.mark.parametrize(
    "filling", [b" ", b"0 ", b"[", *(pytest.param(more, marks=LONG) for more in (b"[0]", b"<</A 0>>"))]
)
def test_what_unpacks_to_very_much_is_refused(filling: bytes, long: bool) -> None:
    start = head(2) + b"<</AcroForm<</Fields["
    bombs = [with_streams(packed(start, filling, size)) for size in (9_000_000 if long else 3_000_000, 90_000_000)]

    with little_memory():
        assert [refused(bomb).split()[0] for bomb in bombs] == ["This", "This"]
    assert refused(bombs[1]).startswith(DAMAGED)
    assert max(map(len, bombs)) < 200_000


def test_what_is_packed_twice_is_refused() -> None:
    bomb = zlib.compress(packed(head(2) + b"<</Type/Catalog", b" ", 200_000_000), 9)

    with little_memory():
        assert refused(with_streams(bomb, filters=b"[/FlateDecode/FlateDecode]")).startswith(DAMAGED)
    assert len(bomb) < 5_000


@LONG
def test_many_packed_streams_are_not_kept() -> None:
    """Each is well within what one may unpack to; all together are not."""
    count = 12
    streams = [packed(head(count + 2 + n) + b"<</T(x)/V(y)>>", b" ", 4_000_000) for n in range(1, count + 1)]

    with little_memory(30_000_000):
        answer = refused(with_streams(zlib.compress(document(count)), *streams))
    assert answer.startswith("This PDF is not an action plan made with Clearway")


def test_a_file_that_keeps_the_reader_busy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside_pdf, "PATIENCE", 0.0)

    assert refused(sent()).startswith(DAMAGED)


def test_a_file_that_nobody_waits_for_any_more_is_given_up() -> None:
    asked = iter([True] * 20)

    with pytest.raises(Refusal):
        returned(sent(), wanted=lambda: next(asked, False))
    assert next(asked, None) is None


def test_a_program_that_a_filter_needs_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_args, **_rest: pytest.fail("a program was run"))

    assert refused(with_streams(document(0), filters=b"/JBIG2Decode")).startswith(DAMAGED)


def test_a_file_that_only_its_owner_may_change_is_refused_like_a_locked_one() -> None:
    protected = edited(lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user=""))

    assert refused(protected).startswith("This PDF is locked with a password")


@pytest.mark.parametrize("packing", pikepdf.ObjectStreamMode.__members__)
def test_the_fields_are_read_however_the_file_is_packed(packing: str) -> None:
    saved = edited(lambda pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.__members__[packing])

    assert set(returned(saved).answers) == set(returned(sent()).answers) != set()


OURS = b"/P <</MCID 0>> BDC EMC "


@pytest.mark.parametrize(
    "content",
    [
        b" " * 9_000_000,
        b" " * 90_000_000,
        b"0 " * 1_000_000,
        OURS + b"BT /F1+0 9 Tf " + b"(abc) Tj " * 200_000,
        b"/P <</MCID 0>> BDC " * 100_000,
        b"/Artifact <<" * 200_000,
        OURS + b"q " * 500_000 + b"(a) Tj",
        OURS + b"[" * 500_000 + b" Tj",
        OURS + b"<</A " * 200_000 + b" Tj",
        OURS + b"BI ID (a) Tj",
    ],
    ids=["blanks", "too many blanks", "parts", "words", "marks", "half marks", "states", "lists", "names", "cut short"],
)
def test_what_a_page_is_made_to_draw_does_not_keep_the_fields_from_being_read(content: bytes) -> None:
    def draw(pdf: pikepdf.Pdf) -> None:
        field(pdf, Box.HELD_UP).V = pikepdf.String("All well")
        pdf.pages[-1].obj.Contents = pdf.make_stream(content)

    data = edited(draw)
    with little_memory(200_000_000):
        reply = read(data)
    assert [action.comment for action in reply.actions] == ["All well"]
    assert reply.warnings == () or "look at the file itself" in reply.warnings[0]


def test_drawings_within_drawings_come_to_an_end() -> None:
    """Forty of them, each of which asks twice for the one before: a million million words."""

    def draw(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(b"q Q")
        for _ in range(40):
            resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=made))
            made = pdf.make_stream(b"/X Do /X Do", BBox=pikepdf.Array([0, 0, 1, 1]), Resources=resources)
            made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        page = pdf.pages[-1].obj
        page.Resources.XObject = pikepdf.Dictionary(X=made)
        page.Contents = pdf.make_stream(OURS + b"/X Do")

    assert read(edited(draw)).actions == ()


def test_more_on_the_pages_than_any_reply_has_is_refused() -> None:
    def lay(pdf: pikepdf.Pdf) -> None:
        note = pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Contents=pikepdf.String("x")))
        many = pdf.make_indirect(pikepdf.Array([note] * 90_000))
        for page in pdf.pages:
            page.obj.Annots = many

    assert refused(edited(lay)).startswith(DAMAGED)


def noted(**entries: Any) -> Reply:
    """What is read where somebody has left a note of this kind on the last page."""

    def lay(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Subtype=pikepdf.Name.FreeText, Rect=pikepdf.Array([0, 0, 9, 9]), **entries)
        pdf.pages[-1].obj.Annots.append(pdf.make_indirect(note))

    return read(edited(lay))


def test_a_note_without_end_is_cut_and_its_author_is_one_line() -> None:
    (remark,) = noted(Contents=pikepdf.String("y" * 500_000), T=pikepdf.String("Ana\n\x1b[31m" + "z" * 100_000)).remarks
    assert len(remark.text) == LONGEST_KEPT
    assert len(remark.author) <= 60
    assert remark.author.isprintable()


@pytest.mark.parametrize(
    ("rich", "text"),
    [
        ("<body><p>Who <b>pays</b>?</p><p>R&amp;D &lt;TBD&gt;</p></body>", "Who pays?\nR&D <TBD>"),
        ("<a " * 200_000, None),
        ("<" * 200_000, None),
        ("&#" * 200_000, None),
    ],
    ids=["as programs write it", "tags without end", "half tags", "half letters"],
)
def test_a_text_that_is_kept_with_its_looks_only_is_read_as_words(rich: str, text: str | None) -> None:
    remarks = noted(RC=pikepdf.String(rich)).remarks
    assert text is None or [remark.text for remark in remarks] == [text]


def test_a_remark_on_every_page_is_one_and_remarks_without_end_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def lay(pdf: pikepdf.Pdf, different: bool) -> None:
        for number, page in enumerate(pdf.pages):
            text = f"Draft {number}" if different else "Draft"
            note = pikepdf.Dictionary(Subtype=pikepdf.Name.FreeText, Contents=pikepdf.String(text))
            page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", []), pdf.make_indirect(note)])

    (stamp,) = read(edited(lambda pdf: lay(pdf, False))).remarks
    assert len(stamp.pages) > 5
    monkeypatch.setattr(reading, "MOST_REMARKS", 3)
    reply = read(edited(lambda pdf: lay(pdf, True)))
    assert len(reply.remarks) == 3
    assert "Only the first 3 of" in reply.warnings[0]


@pytest.mark.parametrize("name", ["clearway:" + "a:" * 100_000, "." * 100_000 + "clearway:a:b:c:", ":" * 100_000])
def test_a_name_made_to_be_gone_through_for_ever_is_no_name_of_ours(name: str) -> None:
    assert parse_field_name(name) is None


def test_pages_drawn_anew_by_another_program_are_told() -> None:
    """All words then stand outside of what marks ours: they are no remarks."""

    def redraw(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(b"BT /F1+0 9 Tf (abc) Tj ET")

    reply = read(edited(redraw))
    assert reply.remarks == ()
    assert "drawn the pages of this file anew" in reply.warnings[0]


def test_a_page_of_something_else_is_told_and_its_words_are_no_remark() -> None:
    def letter(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page()
        pdf.pages[-1].obj.Contents = pdf.make_stream(b"BT /F1 9 Tf (Dear Ana) Tj ET")

    reply = read(edited(letter))
    assert reply.remarks == ()
    assert "look at the file itself" in reply.warnings[0]


def test_a_text_in_the_newer_coding_is_read() -> None:
    """PDF 2.0 lets a text be UTF-8, said by its first three bytes."""
    form = b"<</T(%s)/V<%s>>>" % (name(Box.HELD_UP).encode(), "Größe 中".encode("utf-8-sig").hex().encode())
    (answer,) = returned(with_streams(zlib.compress(document(1)), zlib.compress(head(4) + form))).answers

    assert answer.value == "Größe 中"


def test_what_is_mended_in_a_reply_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    before = logging.getLogger("pypdf").level
    returned(filled(held_up="Private").replace(b"startxref\n", b"startxref\n1"))

    assert caplog.records == []
    assert logging.getLogger("pypdf").level == before
