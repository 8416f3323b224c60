"""Plans as they are sent, and as somebody fills them in and sends them back."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfWriter
from report_cases import TODAY, WORDS, built_in_method, full
from report_reading import plan

from models.engagement.engagement import Action, Engagement
from models.values.refusal import Refusal
from reports.reply.fields import Box, FieldName, parse_field_name
from reports.reply.file import returned
from reports.reply.plan_data import plan_revision
from reports.reply.reading import held_against
from reports.reply.reply import Reply
from reports.words.facts import Facts

ENGAGEMENT = full()
FIRST: Action = ENGAGEMENT.current.actions[0]
assert FIRST.due


@cache
def sent() -> bytes:
    return plan(ENGAGEMENT)


def name(box: Box, action: str = FIRST.id) -> str:
    return str(FieldName(ENGAGEMENT.id, plan_revision(ENGAGEMENT), action, box))


def filled(**values: str) -> bytes:
    """The document with values for the first action, filled in and saved by a program of its own."""
    writer = PdfWriter(clone_from=BytesIO(sent()))
    named = {name(Box(key.replace("_", "-"))): value for key, value in values.items()}
    writer.update_page_form_field_values(None, named, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def edited(change: Callable[[pikepdf.Pdf], object], **options: Any) -> bytes:
    with pikepdf.open(BytesIO(sent())) as pdf:
        change(pdf)
        target = BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library, that such a file is spoilt: it is meant to be
            pdf.save(target, **options)
    return target.getvalue()


def field(pdf: pikepdf.Pdf, box: Box, action: str = FIRST.id) -> Any:
    return next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == name(box, action))


def older(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The document with the fields that plans had before: a list of statuses, the date that was agreed, a comment."""

    def edit(pdf: pikepdf.Pdf) -> None:
        for made in pdf.Root.AcroForm.Fields:
            found = parse_field_name(str(made.T))
            assert found
            box = {Box.DAY: Box.DUE, Box.HELD_UP: Box.COMMENT}.get(found.box, found.box)
            made.T = pikepdf.String(str(replace(found, box=box)))
            made.V = made.DV
            if box is Box.STATUS:
                made.FT, made.DV = pikepdf.Name.Ch, pikepdf.String(str(made.DV)[1:])
                made.V = made.DV
                del made["/Kids"]
        change(pdf)

    return edited(edit)


def with_first(**changes: Any) -> Engagement:
    current = ENGAGEMENT.current
    actions = (replace(FIRST, **changes), *current.actions[1:])
    return replace(ENGAGEMENT, rounds=(replace(current, actions=actions),))


def facts(engagement: Engagement = ENGAGEMENT) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def read_reply(data: bytes, now: Facts) -> Reply:
    """What a file says about the plan as it is now."""
    return held_against(returned(data, [line.action.title for line in now.lines]), now)


def read(data: bytes, engagement: Engagement = ENGAGEMENT) -> Reply:
    return read_reply(data, facts(engagement))


def refused(data: bytes, engagement: Engagement = ENGAGEMENT) -> str:
    with pytest.raises(Refusal) as caught:
        read_reply(data, facts(engagement))
    return str(caught.value)
