"""One action of a reply beside the plan: what was said of it, and what of that cannot be understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from gettext import NullTranslations

from models.engagement.engagement import Action
from models.plan.titles import titled
from models.values.folding import folded
from models.values.letters import in_a_row
from models.values.terms import Progress
from reports.reply.days import Days
from reports.reply.fields import MARKED, Box, status_options
from reports.reply.reply import ActionReply, Change, Refused, Value
from reports.reply.returned import Answer
from reports.words.text import one_line, plain, shortened

LONGEST_SHOWN = 60
"""Characters of what was typed, where a sentence quotes it."""
LONGEST_TITLE = 80
"""Characters of an action's title before what was said of it."""
LONGEST_KEPT = 20_000
"""Characters of one text that is kept: ten times what fits into a field."""


def compared(
    action: Action, number: int, answers: Sequence[Answer], days: Days, words: NullTranslations
) -> ActionReply:
    """What was answered about an action that the plan numbers so."""
    return _Comparing(action, answers, days, words).reply(number)


def gone(action_id: str, title: str, answers: Sequence[Answer], words: NullTranslations) -> ActionReply:
    """What was answered about an action that is not in the plan any more: kept as it was typed, if it was anything."""
    names = dict(status_options(words))
    said = [
        names.get(text, text) for answer in answers if answer.value != answer.sent and (text := typed(answer.value))
    ]
    if not said:
        return ActionReply(action_id, one_line(title))
    text, told = words.gettext("Reply on “{action}”, which is not in the plan any more: {text}"), in_a_row(said, words)
    kept = text.format(action=named(title, words), text=told)
    why = words.gettext("This action is not in the plan any more. The reply says: {text}")
    return ActionReply(action_id, one_line(title), refused=(Refused(why.format(text=_quoted(told)), kept),))


def named(title: str, words: NullTranslations) -> str:
    """An action's title within a text that is kept."""
    return shortened(titled(one_line(title), words), LONGEST_TITLE)


def typed(text: str | None) -> str:
    """What was typed, as it is kept."""
    return shortened(plain((text or "")[: 2 * LONGEST_KEPT]).strip(), LONGEST_KEPT)


class _Comparing:
    """The answers about one action while they are gone through."""

    def __init__(self, action: Action, answers: Sequence[Answer], days: Days, words: NullTranslations) -> None:
        self._action, self._answers, self._days, self._words = action, answers, days, words
        self._refused: list[Refused] = []

    def reply(self, number: int) -> ActionReply:
        comment = self._comment()
        return ActionReply(
            action_id=self._action.id,
            title=one_line(self._action.title),
            number=number,
            status=self._status(),
            due=self._due(),
            comment=comment,
            refused=tuple(self._refused),
        )

    def _changed(self, *boxes: Box) -> list[Answer]:
        """The answers that say something else than what was sent."""
        return [a for a in self._answers if a.name.box in boxes and a.value != a.sent]

    def _status(self) -> Change[Progress] | None:
        now, found = self._action.progress, list[Change[Progress]]()
        for answer in self._changed(Box.STATUS):
            sent, replied = self._progress(answer.sent), self._progress(answer.value)
            if replied is now and sent is None:
                continue  # it may stand there because nobody has touched it
            if replied is not None:
                found.append(Change(now if sent is None else sent, now, replied))
            elif answer.value != "":
                self._refuse(self._words.gettext("“{text}” is no status."), answer.value)
            elif sent in MARKED:
                question = self._words.gettext("The mark was taken away: has it not begun?")
                found.append(Change(sent, now, Progress.NOT_STARTED, question))
        return self._one(found, lambda status: dict(status_options(self._words))[status]) if found else self._held_up()

    def _held_up(self) -> Change[Progress] | None:
        """Nobody has said how far it is, but perhaps what holds it up."""
        now = self._action.progress
        said = [a for a in self._changed(Box.HELD_UP) if typed(a.value)]
        if not said or now in (Progress.DONE, Progress.BLOCKED):
            return None
        sent = next((self._progress(a.sent) for a in self._answers if a.name.box is Box.STATUS), None)
        question = self._words.gettext("What was written may be a remark, or say that it is held up: is it?")
        return Change(now if sent is None else sent, now, Progress.BLOCKED, question)

    def _progress(self, text: str | None) -> Progress | None:
        """By its value, or by its name where a program has put that in its place."""
        wanted = folded(text or "")
        for value, name in status_options(self._words):
            if wanted in (value, folded(name)):
                return Progress(value)
        return None

    def _due(self) -> Change[date | None] | None:
        now, found = self._action.due, list[Change[date | None]]()
        for answer in self._changed(Box.DUE, Box.DAY):
            sent = now if answer.sent is None else _day_sent(answer.sent)
            wanted = typed(answer.value)
            if not wanted and answer.value is not None:
                if sent and answer.name.box is Box.DUE:  # the other box is empty unless another day is needed
                    question = self._words.gettext("The date was emptied: has it none any more?")
                    found.append(Change(sent, now, None, question))
            elif read := self._days.read(wanted):
                found.append(Change(sent, now, *read))
            else:
                self._refuse(self._words.gettext("“{text}” is no date with a day, a month and a year."), answer.value)
        return self._one(found, lambda day: day.isoformat() if day else "–")

    def _comment(self) -> str:
        texts = []
        for answer in self._changed(Box.COMMENT, Box.HELD_UP):
            if answer.value is None:
                self._refuse(self._words.gettext("The comment is not text."), None)
            texts.append(typed(answer.value))
        return "\n".join(dict.fromkeys(text for text in texts if text))

    def _one(self, found: Sequence[Change[Value]], shown: Callable[[Value], str]) -> Change[Value] | None:
        """The one answer, unless it says what was sent, or what the plan says already; none where answers differ."""
        said = [change for change in found if not change.asked] or found
        answers = list(dict.fromkeys(change.replied for change in said))
        if len(answers) > 1:
            both = self._words.gettext(", ").join(map(shown, answers))
            self._refuse(self._words.gettext("The file has several answers to one question: {text}."), both)
            return None
        return next((change for change in said if change.replied not in (change.sent, change.now)), None)

    def _refuse(self, why: str, text: str | None) -> None:
        kept = self._words.gettext("Reply on “{action}”, not understood: {text}")
        kept = kept.format(action=named(self._action.title, self._words), text=typed(text) or "?")
        self._refused.append(Refused(why.format(text=_quoted(text)), kept))


def _day_sent(text: str) -> date | None:
    """As the document was given it; a file that was changed since may say anything."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _quoted(text: str | None) -> str:
    return shortened(one_line(text or "?"), LONGEST_SHOWN)
