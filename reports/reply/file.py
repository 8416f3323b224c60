"""Takes what was filled in out of a PDF that came back. It comes from outside: nothing in it is believed or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.values.refusal import Refusal
from reports.reply.fields import parse_field_name
from reports.reply.plan_data import FILE_NAME, REVISION_DIGITS
from reports.reply.returned import Returned
from reports.words.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from reports.reply.outside_pdf import OutsidePdf

LARGEST_FILE = 50_000_000
"""Bytes."""
TELLING = 20
"""Letters of a title that hardly stands in another document by chance."""
_REVISION = f"[0-9a-f]{{{REVISION_DIGITS}}}"
SAYS_OURS = re.compile(f"{_REVISION}.{{1,40}}Clearway|Clearway.{{1,40}}{_REVISION}")
"""What a page to fill in says of itself, in any language and without spaces."""


def returned(data: bytes, titles: Iterable[str] = (), wanted: Callable[[], bool] | None = None) -> Returned:
    """What a file brings back. Raises Refusal where there can be no reply in it, or once it is not `wanted` any more.

    A file without fields that has one of these `titles` on its pages is a plan that was printed.
    """
    no_pdf = Refusal("This file is no PDF. Ask for the action plan's PDF itself, filled in and saved.")
    with reply_pdf(data, no_pdf, wanted) as pdf:
        found = reply_in(pdf)
        ours = bool(found.answers) or is_ours(pdf, titles)
    if found.answers:
        return found
    if ours:
        raise Refusal(
            "There are no fields in this file: was it printed, or is it another document than the action plan? Ask for "
            "the file itself, as it was saved after filling it in, or enter here what it says."
        )
    raise Refusal("This PDF is not an action plan made with Clearway, so there is no reply in it.")


@contextmanager
def reply_pdf(data: bytes, no_pdf: Refusal, wanted: Callable[[], bool] | None = None) -> Iterator[OutsidePdf]:
    """A file from outside, opened. Raises Refusal, then or for what is found in it later; `no_pdf` where it is none.

    `wanted` is asked again and again while it is read, by the thread that reads it: whether somebody waits still.
    """
    from reports.reply.outside_pdf import (  # slow to load, for what few sessions do
        Locked,
        Unreadable,
        always,
        outside_pdf,
    )

    if len(data) > LARGEST_FILE:
        raise Refusal("This file is too large for a reply: {size} MB.", size=len(data) // 1_000_000)
    if b"%PDF-" not in data[:1024]:
        raise no_pdf
    try:
        with outside_pdf(data, wanted or always) as pdf:
            yield pdf
    except Locked as error:
        raise Refusal("This PDF is locked with a password. Ask for a copy without one.") from error
    except Unreadable as error:
        raise Refusal("This PDF is damaged and cannot be read. Ask for it to be sent again.") from error


def reply_in(pdf: OutsidePdf) -> Returned:
    """What fields and pages of a file say; nothing where it is no plan to fill in."""
    from reports.reply.outside_fields import answers_in
    from reports.reply.outside_pages import added_to, notes_on

    answers = tuple(answers_in(pdf, parse_field_name))
    if not answers:
        return Returned((), (), (), False, "")
    notes, added = tuple(notes_on(pdf)), added_to(pdf)
    return Returned(answers, (*notes, *added.typed), added.foreign, added.redrawn, pdf.language)


def is_ours(pdf: OutsidePdf, titles: Iterable[str]) -> bool:
    """Whether a file without fields is one of our documents, or was one before it was printed."""
    from reports.reply.outside_pages import printed_words

    if pdf.creator == "Clearway" or FILE_NAME in pdf.attachments:
        return True
    words = printed_words(pdf)
    telling = [title for title in ("".join(plain(title).split()) for title in titles) if len(title) >= TELLING]
    return SAYS_OURS.search(words) is not None or any(title in words for title in telling)
