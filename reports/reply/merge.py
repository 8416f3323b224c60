"""Takes a reply into the plan: which parts of it, and the records that come of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from gettext import NullTranslations
from typing import Any

from models.engagement.engagement import Action, Engagement, Note
from models.values.terms import NoteKind, Progress
from reports.reply.compare import named
from reports.reply.fields import Part
from reports.reply.reading import pages_named
from reports.reply.reply import ActionReply, Change, Remark, Reply

Choice = Mapping[str, Collection[Part]]
"""The parts to be taken, by action id, or by the key of a remark."""


def news(reply: Reply, engagement: Engagement, words: NullTranslations) -> Reply:
    """The reply without the texts that were taken in before: a file may be read twice."""
    kept = {note.text for note in engagement.current.notes}
    actions = [_new(action, kept, words) for action in reply.actions]
    remarks = [remark for remark in reply.remarks if remark_text(remark, words) not in kept]
    return replace(reply, actions=tuple(a for a in actions if a.parts), remarks=tuple(remarks))


def _new(action: ActionReply, kept: Collection[str], words: NullTranslations) -> ActionReply:
    action = replace(action, refused=tuple(one for one in action.refused if one.text not in kept))
    if not action.comment or _comment_text(action, words) not in kept:
        return action
    status = action.status
    asked_already = status and status.asked and status.replied is Progress.BLOCKED
    return replace(action, comment="", status=None if asked_already else status)


def uncontested(reply: Reply) -> dict[str, frozenset[Part]]:
    """What can be taken without a second thought: all but what has to be asked, or the plan itself has changed."""
    found = {action.action_id: frozenset(action.parts) - doubtful(action) for action in reply.actions}
    return found | {remark.key: frozenset(remark.parts) for remark in reply.remarks}


def doubtful(action: ActionReply) -> frozenset[Part]:
    """The parts that only a person can decide on."""
    return frozenset(part for part, change in _changes(action).items() if change.asked or change.contested)


def _changes(action: ActionReply) -> dict[Part, Change[Any]]:
    found = {Part.STATUS: action.status, Part.DUE: action.due}
    return {part: change for part, change in found.items() if change}


def merged(action: Action, reply: ActionReply, chosen: Collection[Part]) -> Action:
    """The action with the chosen status and date. What was written is no part of an action: it is kept as a note."""
    if Part.STATUS in chosen and reply.status:
        action = replace(action, progress=reply.status.replied)
    if Part.DUE in chosen and reply.due:
        action = replace(action, due=reply.due.replied)
    return action


def taken(engagement: Engagement, reply: Reply, choice: Choice, words: NullTranslations) -> tuple[Action | Note, ...]:
    """The records that change when `choice` is taken.

    A comment, a remark and what could not be understood become parked items of the round, internal until somebody marks
    them: they are talked about next time, and what a client wrote to the consultant is not passed on to other readers
    unasked.
    """
    actions = {action.id: action for action in engagement.current.actions}
    records: list[Action | Note] = []
    for entry in reply.actions:
        action = actions.get(entry.action_id)  # it may have gone since the reply was read
        if action and (changed := merged(action, entry, choice.get(entry.action_id, ()))) != action:
            records.append(changed)
    current = engagement.current
    place = max((note.position for note in current.notes), default=-1) + 1
    for position, text in enumerate(_texts(reply, choice, words), place):
        records.append(Note(assessment_id=current.assessment.id, position=position, kind=NoteKind.PARKED, text=text))
    return tuple(records)


def _texts(reply: Reply, choice: Choice, words: NullTranslations) -> Iterator[str]:
    """What is to be kept as it was written, each text once."""
    for action in reply.actions:
        chosen = choice.get(action.action_id, ())
        if action.comment and Part.COMMENT in chosen:
            yield _comment_text(action, words)
        if Part.REFUSED in chosen:
            yield from (one.text for one in action.refused)
    for remark in reply.remarks:
        if Part.REMARK in choice.get(remark.key, ()):
            yield remark_text(remark, words)


def _comment_text(action: ActionReply, words: NullTranslations) -> str:
    return words.gettext("Comment on “{action}”: {text}").format(action=named(action.title, words), text=action.comment)


def remark_text(remark: Remark, words: NullTranslations) -> str:
    """A remark as it is kept."""
    return words.gettext("{place}: {text}").format(place=remark_place(remark, words), text=remark.text)


def remark_place(remark: Remark, words: NullTranslations) -> str:
    """Where it stands, and who wrote it where the program knew."""
    count, pages = len(remark.pages), pages_named(remark.pages, words)
    if not remark.author:
        return words.ngettext("Written on page {pages}", "Written on pages {pages}", count).format(pages=pages)
    text = words.ngettext("Written on page {pages} by {author}", "Written on pages {pages} by {author}", count)
    return text.format(pages=pages, author=remark.author)
