"""Tells by its content what a file that came back is: a questionnaire that was answered, or a reply to a plan."""

from __future__ import annotations

from collections.abc import Callable

from models.values.refusal import Refusal
from reports.reply.answers import AnswersBack, answers_in_file
from reports.reply.file import is_ours, reply_in, reply_pdf
from reports.reply.returned import Returned


def came_back(name: str, data: bytes, wanted: Callable[[], bool] | None = None) -> AnswersBack | Returned:
    """What a file brings back. Raises Refusal where there can be nothing to take in, or once it is not `wanted`."""
    no_pdf = Refusal("This file is no PDF. Ask for the PDF itself, filled in and saved.")
    with reply_pdf(data, no_pdf, wanted) as pdf:
        if (answers := answers_in_file(name, pdf)).fields:
            return answers
        if (reply := reply_in(pdf)).answers:
            return reply
        ours = is_ours(pdf, ())
    if ours:
        raise Refusal(
            "There are no fields in this file: was it printed, or is it another document? Ask for the file itself, as "
            "it was saved after filling it in."
        )
    raise Refusal("This PDF is no questionnaire and no plan made with Clearway, so there is nothing to take in.")
