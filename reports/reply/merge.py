"""Takes a reply into the plan: which parts of it, and the records that come of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from gettext import NullTranslations

from models.engagement.engagement import Action, Engagement, Note
from models.values.terms import NoteKind
from reports.reply.fields import Part
from reports.reply.file import filled_fields
from reports.reply.reply import ActionReply, Reply, merged
from reports.words.text import one_line, shortened

Choice = Mapping[str, Collection[Part]]
"""The parts to be taken, by action id."""

LONGEST_TITLE = 80
"""Characters of an action's title before a comment on it."""


def engagements_named(data: bytes) -> frozenset[str]:
    """The ids of the engagements whose fields a returned PDF holds: it may name any. Raises Refusal."""
    return frozenset(name.engagement for name in filled_fields(data))


def news(reply: Reply, engagement: Engagement, words: NullTranslations) -> Reply:
    """The reply without the comments that were taken in before: a file may be read twice."""
    kept = {note.text for note in engagement.current.notes}
    actions = [
        replace(action, comment="") if _comment_text(action, words) in kept else action for action in reply.actions
    ]
    return replace(reply, actions=tuple(a for a in actions if a.parts or a.problems))


def uncontested(reply: Reply) -> dict[str, frozenset[Part]]:
    """What can be taken without a second thought: all but what the plan itself has changed since it was sent."""
    return {action.action_id: frozenset(action.parts) - contested(action) for action in reply.actions}


def contested(action: ActionReply) -> frozenset[Part]:
    """The parts in which the plan was changed too, and to something else."""
    changes = {Part.STATUS: action.status, Part.DUE: action.due}
    return frozenset(part for part, change in changes.items() if change and change.contested)


def taken(engagement: Engagement, reply: Reply, choice: Choice, words: NullTranslations) -> tuple[Action | Note, ...]:
    """The records that change when `choice` is taken.

    A comment becomes a parked item of the round, internal until somebody marks it: it is talked about next time, and
    what a client wrote to the consultant is not passed on to other readers unasked.
    """
    actions = {action.id: action for action in engagement.current.actions}
    records: list[Action | Note] = []
    for entry in reply.actions:
        action = actions.get(entry.action_id)  # it may have gone since the reply was read
        if action and (changed := merged(action, entry, choice.get(entry.action_id, ()))) != action:
            records.append(changed)
    return (*records, *_comments(engagement, reply, choice, words))


def _comments(engagement: Engagement, reply: Reply, choice: Choice, words: NullTranslations) -> Iterator[Note]:
    current = engagement.current
    place = max((note.position for note in current.notes), default=-1) + 1
    found = [a for a in reply.actions if a.comment and Part.COMMENT in choice.get(a.action_id, ())]
    for position, action in enumerate(found, place):
        yield Note(
            assessment_id=current.assessment.id,
            position=position,
            kind=NoteKind.PARKED,
            text=_comment_text(action, words),
        )


def _comment_text(action: ActionReply, words: NullTranslations) -> str:
    title = shortened(one_line(action.title), LONGEST_TITLE) or "–"
    return words.gettext("Comment on “{action}”: {text}").format(action=title, text=action.comment)
