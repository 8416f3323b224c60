"""Reads a PDF from outside, one made to do harm included, in no more time and memory than a reply needs.

pypdf reads it rather than qpdf, which reads our own documents: its limits hold on every system Clearway runs on, where
only some have a qpdf with limits; and a malformed file meets no code but Python's.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from time import monotonic

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

MOST_FIELDS = 20_000
DEEPEST = 20
"""Levels of fields within fields."""
MOST_OBJECTS = 500_000
LARGEST_STREAM = 10_000_000
"""Bytes that a part of the file may unpack to: a few kilobytes can be made to fill all memory."""
PATIENCE = 30.0
"""Seconds. A plan of 2,000 actions takes two."""


class Locked(Exception):
    """The file opens with a password only."""


class Unreadable(Exception):
    """The file is damaged, or asks for more than any reply needs."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form by its full name: what it held when it was sent and holds now, each None where no text."""

    name: str
    sent: str | None
    value: str | None


class OutsidePdf:
    """An open file, read as it is asked. Get one from `outside_pdf`."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader

    def fields(self) -> Iterator[FormField]:
        """Every field that has a name, in no order."""
        form = _direct(self._reader.root_object.get("/AcroForm"))
        first = _listed(form.get("/Fields")) if isinstance(form, DictionaryObject) else []
        waiting = [(field, "", 0) for field in first]
        seen = 0
        while waiting:
            if (seen := seen + 1) > MOST_FIELDS:
                raise Unreadable("more fields than any plan has")
            found, above, depth = waiting.pop()
            field = _direct(found)
            if not isinstance(field, DictionaryObject) or depth > DEEPEST:
                continue
            own = _text(field.get("/T")) or ""
            name = f"{above}.{own}" if above and own else above or own
            waiting += [(kid, name, depth + 1) for kid in _listed(field.get("/Kids"))]
            if own:
                value = _direct(field.get("/V"))
                yield FormField(name, _text(field.get("/DV")), "" if value is None else _text(value))

    @property
    def creator(self) -> str:
        """The program that made the document, as it says itself."""
        about = _direct(self._reader.trailer.get("/Info"))
        return (_text(about.get("/Creator")) or "") if isinstance(about, DictionaryObject) else ""

    @property
    def attachments(self) -> frozenset[str]:
        """The names of the files in it."""
        return frozenset(attached.name for attached in self._reader.attachment_list)


@contextmanager
def outside_pdf(data: bytes) -> Iterator[OutsidePdf]:
    """The file, opened. Raises Locked or Unreadable, then or for what is found in it later."""
    limits = apply_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
        jbig2dec_binary=None,  # another program, which a file could have run
    )
    with limits, _unheard():
        try:
            yield OutsidePdf(_Reader(data))
        except FileNotDecryptedError as error:
            raise Locked from error
        except DependencyError as error:  # a filter or a cipher that pypdf leaves to packages that are not installed
            raise (Locked if b"/Encrypt" in data else Unreadable) from error
        except Exception as error:  # a file can be wrong in more ways than a reader has names for
            raise Unreadable from error


class _Reader(PdfReader):
    """Gives up when the time is over, and keeps no part of the file unpacked."""

    def __init__(self, data: bytes) -> None:
        self._until = monotonic() + PATIENCE
        super().__init__(BytesIO(data), xref_stream_maximum_entries=MOST_OBJECTS)

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        if monotonic() > self._until:
            raise LimitReachedError("longer than any reply takes")
        return super().get_object(indirect_reference)

    def cache_indirect_object(self, generation: int, idnum: int, obj: PdfObject | None) -> PdfObject | None:
        """What stands in packed streams is kept once they are unpacked: kept as well, they could fill all memory."""
        return obj if isinstance(obj, StreamObject) else super().cache_indirect_object(generation, idnum, obj)


@contextmanager
def _unheard() -> Iterator[None]:
    """What is mended in a file from outside is no event of ours, and the words for it would quote the file."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _direct(found: PdfObject | None) -> PdfObject | None:
    """What a reference leads to; None for nothing."""
    meant = None if found is None else found.get_object()
    return None if isinstance(meant, NullObject) else meant


def _listed(found: PdfObject | None) -> list[PdfObject]:
    meant = _direct(found)
    return list(meant) if isinstance(meant, ArrayObject) else []


def _text(found: PdfObject | None) -> str | None:
    """What a field holds: a string, or a name where a program has turned a choice into one."""
    meant = _direct(found)
    if isinstance(meant, NameObject):
        return meant[1:]
    if isinstance(meant, ByteStringObject):
        return meant.decode("latin-1")
    return str(meant) if isinstance(meant, TextStringObject) else None
