"""A PDF as ReportLab wrote it, with objects added to it, and written anew with most of them packed together.

Only what is added is made of values: ReportLab's own objects stay the bytes that they are. (ISO 32000-1, 7.5.)
"""

from __future__ import annotations

import re
from struct import Struct
from zlib import compress

from models.hashes import md5
from reports.pdf.values import Name, Ref, Value, written

DEFLATED = Name("FlateDecode")
"""The filter of what zlib compressed."""
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
TOGETHER = 200
"""Objects that are packed into one."""
FREE, PLAIN, PACKED = range(3)
"""Kinds of entries in the table of what stands where."""
_ROW = Struct(">BIH")
"""A line of our own table: its kind, and two numbers that say where the object stands."""
_ENTRY = 20
"""Bytes of a line of the table of offsets, as ReportLab writes it."""


class PdfFile:
    """The file of `made`, which must be what ReportLab wrote without encryption."""

    def __init__(self, made: bytes) -> None:
        self._bodies = _objects(made)
        """Of the objects that there were, by number."""
        self._entries: dict[int, dict[str, Value]] = {}
        """What was added to them."""
        self._added: list[Value | bytes] = []
        """The objects that follow: values, or whole streams."""
        self.root, self._info = (_ref(made[made.rindex(b"trailer") :], key) for key in (b"Root", b"Info"))
        """The catalogue."""
        tree = self._bodies[_ref(self._bodies[self.root.number], b"Pages").number]
        self.pages = [Ref(int(number)) for number in re.findall(rb"(\d+) 0 R", _array(tree, b"Kids"))]
        """In their order."""

    def entries(self, of: Ref) -> dict[str, Value]:
        """What is added to a dictionary that was there; its own entries cannot be changed."""
        return self._entries.setdefault(of.number, {})

    def add(self, value: Value) -> Ref:
        """A new object. What is changed in `value` later is changed in the file."""
        self._added.append(value)
        return Ref(len(self._bodies) + len(self._added) - 1)

    def add_stream(self, data: bytes, entries: dict[str, Value]) -> Ref:
        """A new object with these bytes as they are."""
        self._added.append(_stream(entries, data))
        return Ref(len(self._bodies) + len(self._added) - 1)

    def add_packed(self, data: bytes, entries: dict[str, Value]) -> Ref:
        """The same, compressed."""
        return self.add_stream(compress(data), {**entries, "Filter": DEFLATED})

    def describe(self, info: dict[str, Value]) -> None:
        """What the file says of itself, in place of what ReportLab said."""
        self._bodies[self._info.number] = written(info)

    def written(self) -> bytes:
        """The whole file. The same input gives the same bytes."""
        bodies = self._all_bodies()
        loose = {number: body for number, body in enumerate(bodies) if body.endswith(b"endstream")}
        packed = [number for number in range(1, len(bodies)) if number not in loose]
        places = {0: (FREE, 0, 0)}
        for start in range(0, len(packed), TOGETHER):
            numbers = packed[start : start + TOGETHER]
            loose[len(bodies)] = _together(numbers, bodies)
            places |= {number: (PACKED, len(bodies), place) for place, number in enumerate(numbers)}
            bodies.append(b"")
        target = bytearray(HEADER)
        for number, body in loose.items():
            places[number] = (PLAIN, len(target), 0)
            target += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        return bytes(target) + self._table(
            len(target), len(bodies), places, md5(target, usedforsecurity=False).digest()
        )

    def _all_bodies(self) -> list[bytes]:
        bodies = list(self._bodies)
        for number, entries in self._entries.items():
            end = bodies[number].rindex(b">>")
            bodies[number] = bodies[number][:end] + written(entries)[2:]
        return bodies + [_body(one) for one in self._added]

    def _table(self, start: int, number: int, places: dict[int, tuple[int, int, int]], name: bytes) -> bytes:
        """The last object, which says where each of the others stands."""
        places[number] = (PLAIN, start, 0)
        rows = b"".join([_ROW.pack(*row) for _, row in sorted(places.items())])
        told: dict[str, Value] = {
            "Type": Name("XRef"),
            "Size": number + 1,
            "W": [1, 4, 2],
            "Root": self.root,
            "Info": self._info,
            "ID": [name, name],
        }
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _compressed(told, rows), start)


def _body(one: Value | bytes) -> bytes:
    """Streams are bytes already; no object of ours is a text by itself."""
    return one if isinstance(one, bytes) else written(one)


def _objects(made: bytes) -> list[bytes]:
    """What stands between the beginning and the end of each object, by number; none has the number 0."""
    table = int(made[made.rindex(b"startxref") + 9 :].split()[0])
    head = re.compile(rb"xref\s+0 (\d+)\s+").match(made, table)
    if head is None:
        raise ValueError("ReportLab wrote its table in another way.")
    offsets = [int(made[at : at + 10]) for at in range(head.end(), head.end() + int(head[1]) * _ENTRY, _ENTRY)]
    follows = dict(zip(ends := sorted([*offsets[1:], table]), ends[1:], strict=False))
    return [b"", *(_between(made[offset : follows[offset]]) for offset in offsets[1:])]


def _between(text: bytes) -> bytes:
    return text[text.index(b"obj") + 3 : text.rindex(b"endobj")].strip()


def _ref(text: bytes, key: bytes) -> Ref:
    """The last there is: ReportLab sorts keys, and a text that stands before it may say anything."""
    found = re.findall(rb"/%b (\d+) 0 R" % key, text)
    if not found:
        raise ValueError(f"ReportLab wrote no {key.decode()}.")
    return Ref(int(found[-1]))


def _array(text: bytes, key: bytes) -> bytes:
    start = text.index(b"/%b [" % key)
    return text[start : text.index(b"]", start)]


def _together(numbers: list[int], bodies: list[bytes]) -> bytes:
    """These objects as one packed stream. (7.5.7.)"""
    offsets, at = [], 0
    for number in numbers:
        offsets.append(b"%d %d" % (number, at))
        at += len(bodies[number]) + 1
    head = b" ".join(offsets) + b"\n"
    told: dict[str, Value] = {"Type": Name("ObjStm"), "N": len(numbers), "First": len(head)}
    return _compressed(told, head + b"\n".join(bodies[number] for number in numbers))


def _compressed(told: dict[str, Value], data: bytes) -> bytes:
    return _stream({**told, "Filter": DEFLATED}, compress(data))


def _stream(told: dict[str, Value], data: bytes) -> bytes:
    return b"%b\nstream\n%b\nendstream" % (written({**told, "Length": len(data)}), data)
