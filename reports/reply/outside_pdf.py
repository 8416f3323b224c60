"""Opens a PDF from outside, one made to do harm included, to be read in no more time and memory than a reply needs.

pypdf reads it rather than qpdf, which reads our own documents: its limits hold on every system Clearway runs on, where
only some have a qpdf with limits; and a malformed file meets no code but Python's.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from time import monotonic

from pypdf import PageObject, PdfReader, apply_configuration
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
    create_string_object,
)

MOST_OBJECTS = 500_000
MOST_PAGES = 5_000
MOST_ON_PAGES = 20_000
"""Fields, notes and links that lie on the pages."""
LARGEST_STREAM = 10_000_000
"""Bytes that a part of the file may unpack to: a few kilobytes can be made to fill all memory."""
MOST_PARTS = 200_000
"""Of what a page draws: ours have a few thousand."""
MOST_DRAWINGS = 500
"""Drawings within drawings that one page may ask for."""
PATIENCE = 30.0
"""Seconds. A plan of 2,000 actions takes two."""
Wanted = Callable[[], bool]
"""Asked every few parts of a file, by the thread that reads it: whether somebody waits for it still."""


def always() -> bool:
    """Somebody waits, however long it takes."""
    return True


class Locked(Exception):
    """The file opens with a password only."""


class Unreadable(Exception):
    """The file is damaged, or asks for more than any reply needs."""


class OutsidePdf:
    """An open file, read as it is asked. Get one from `outside_pdf`."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader

    @property
    def root(self) -> DictionaryObject:
        """What everything in the document hangs from."""
        return self._reader.root_object

    @cached_property
    def pages(self) -> tuple[PageObject, ...]:
        """The pages in order."""
        if len(self._reader.pages) > MOST_PAGES:
            raise Unreadable("more pages than any plan has")
        return tuple(self._reader.pages)

    @cached_property
    def on_pages(self) -> tuple[tuple[int, PdfObject], ...]:
        """What lies on the pages, each with the number of its page, counted from 1: references as they stand."""
        found: list[tuple[int, PdfObject]] = []
        for number, page in enumerate(self.pages, 1):
            found += [(number, one) for one in listed(page.get("/Annots"))]
            if len(found) > MOST_ON_PAGES:
                raise Unreadable("more on its pages than any reply has")
        return tuple(found)

    @property
    def creator(self) -> str:
        """The program that made the document, as it says itself."""
        about = direct(self._reader.trailer.get("/Info"))
        return (text_in(about.get("/Creator")) or "") if isinstance(about, DictionaryObject) else ""

    @property
    def language(self) -> str:
        """The language the document says it is in, as in `en-GB`; empty where it does not say."""
        return text_in(self.root.get("/Lang")) or ""

    @property
    def attachments(self) -> frozenset[str]:
        """The names of the files in it."""
        return frozenset(attached.name for attached in self._reader.attachment_list)

    def hurry(self) -> None:
        """To be called in long work. Raises LimitReachedError when the time is over."""
        self._reader.hurry()


@contextmanager
def outside_pdf(data: bytes, wanted: Wanted = always) -> Iterator[OutsidePdf]:
    """The file, opened. Raises Locked or Unreadable, then or for what is found in it later, or once nobody wants it."""
    limits = apply_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
        array_based_stream_maximum_output_length=LARGEST_STREAM,
        stream_parsing_work_maximum_count=MOST_PARTS,
        xform_maximum_invocations_per_extraction=MOST_DRAWINGS,
        jbig2dec_binary=None,  # another program, which a file could have run
    )
    with limits, _unheard():
        try:
            reader = _Reader(data, wanted)
            if reader.is_encrypted:
                raise Locked  # whichever ciphers happen to be installed
            yield OutsidePdf(reader)
        except Locked:
            raise
        except FileNotDecryptedError as error:
            raise Locked from error
        except DependencyError as error:  # a filter or a cipher that pypdf leaves to packages that are not installed
            raise (Locked if b"/Encrypt" in data else Unreadable) from error
        except Exception as error:  # a file can be wrong in more ways than a reader has names for
            raise Unreadable from error


class _Reader(PdfReader):
    """Gives up when the time is over or nobody waits, and keeps no part of the file unpacked."""

    def __init__(self, data: bytes, wanted: Wanted) -> None:
        self._until, self._wanted = monotonic() + PATIENCE, wanted
        super().__init__(BytesIO(data), xref_stream_maximum_entries=MOST_OBJECTS)

    def hurry(self) -> None:
        """Raises LimitReachedError when the time is over or nobody waits."""
        if monotonic() > self._until or not self._wanted():
            raise LimitReachedError("longer than any reply takes")

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        self.hurry()
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


def direct(found: PdfObject | None) -> PdfObject | None:
    """What a reference leads to; None for nothing."""
    meant = None if found is None else found.get_object()
    return None if isinstance(meant, NullObject) else meant


def listed(found: PdfObject | None) -> list[PdfObject]:
    """The members of an array; none where it is something else."""
    meant = direct(found)
    return list(meant) if isinstance(meant, ArrayObject) else []


def key_of(found: PdfObject) -> tuple[int, int]:
    """What tells an object from all others: its number, or for one that has none, where it lies in memory."""
    return (found.idnum, found.generation) if isinstance(found, IndirectObject) else (-1, id(found))


def text_in(found: PdfObject | None) -> str | None:
    """A text: a string, or what programs have put in its place: a name, a list of one, a stream. None for no text."""
    meant = direct(found)
    if isinstance(meant, ArrayObject) and len(meant) == 1:
        meant = direct(meant[0])
    if isinstance(meant, StreamObject):
        meant = create_string_object(meant.get_data())
    if isinstance(meant, NameObject):
        return meant[1:]
    if isinstance(meant, ByteStringObject):
        return meant.decode("latin-1")
    return str(meant) if isinstance(meant, TextStringObject) else None
