"""A reply as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gettext import NullTranslations

from desktop.words import gettext, spoken
from models.plan.titles import titled
from models.values.months import shown_date
from reports.reply.fields import status_options
from reports.reply.merge import remark_text
from reports.reply.reply import ActionReply, Change, Reply, Value
from reports.words.text import one_line


def reply_lines(reply: Reply, words: NullTranslations) -> Iterator[str]:
    """What it says as a whole, of each action and on its pages; what is left unless a person chooses it says so."""
    yield from reply.warnings
    for action in reply.actions:
        number = gettext("{number}. ").format(number=action.number) if action.number else "- "
        yield f"{number}{titled(action.title, words)}"
        yield from (f"    {line}" for line in _said(action, words))
    for remark in reply.remarks:
        yield f"- {one_line(remark_text(remark, words))}"


def _said(action: ActionReply, words: NullTranslations) -> Iterator[str]:
    names = dict(status_options(words))
    if action.status is not None:
        text = gettext("status: sent {sent}, plan now {now}, reply {replied}")
        yield _change(text, action.status, lambda status: names[status])
    if action.due is not None:
        text = gettext("date: sent {sent}, plan now {now}, reply {replied}")
        yield _change(text, action.due, lambda day: shown_date(day, spoken()) or gettext("no date"))
    if action.comment:
        yield gettext("comment: {text}").format(text=one_line(action.comment))
    for refused in action.refused:
        yield gettext("{why} It is kept as a parked item.").format(why=one_line(refused.why))


def _change(text: str, change: Change[Value], shown: Callable[[Value], str]) -> str:
    said = text.format(sent=shown(change.sent), now=shown(change.now), replied=shown(change.replied))
    if change.asked:
        said += gettext("; {question} It is left.").format(question=change.asked)
    if change.contested:
        said += gettext("; the plan was changed as well since this was sent, so it is left")
    return said
