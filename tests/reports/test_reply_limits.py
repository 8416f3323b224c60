"""A reply made to take all memory or all time: it is refused, and takes little of either."""

from __future__ import annotations

import logging
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pytest
from test_reply import edited, filled, name, refused, sent

from reports.reply import outside_pdf
from reports.reply.fields import Box
from reports.reply.file import returned

ROOM = 100_000_000
"""Bytes: far more than an ordinary reply takes, far less than any of these unpacks to."""
DAMAGED = "This PDF is damaged"


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


@pytest.mark.parametrize("filling", [b" ", b"0 ", b"[", b"[0]", b"<</A 0>>"])
def test_what_unpacks_to_very_much_is_refused(filling: bytes) -> None:
    start = head(2) + b"<</AcroForm<</Fields["
    bombs = [with_streams(packed(start, filling, size)) for size in (9_000_000, 90_000_000)]

    with little_memory():
        assert [refused(bomb).split()[0] for bomb in bombs] == ["This", "This"]
    assert refused(bombs[1]).startswith(DAMAGED)
    assert max(map(len, bombs)) < 200_000


def test_what_is_packed_twice_is_refused() -> None:
    bomb = zlib.compress(packed(head(2) + b"<</Type/Catalog", b" ", 200_000_000), 9)

    with little_memory():
        assert refused(with_streams(bomb, filters=b"[/FlateDecode/FlateDecode]")).startswith(DAMAGED)
    assert len(bomb) < 5_000


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
