"""Holds a returned action plan against the plan as it is by now.

Importing this module loads the PDF library: do so when the first reply arrives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from gettext import NullTranslations

from models.engagement.carrying import taken_over
from models.engagement.engagement import Engagement
from models.values.refusal import Refusal
from reports.reply.compare import LONGEST_KEPT, compared, gone, typed
from reports.reply.days import Days
from reports.reply.fields import Box
from reports.reply.plan_data import plan_revision
from reports.reply.reply import ActionReply, Remark, Reply
from reports.reply.returned import Answer, PlanPart, Returned, Written, plan_parts
from reports.words.facts import Facts
from reports.words.phrases import LONGEST_NAME
from reports.words.text import one_line, shortened

MOST_REMARKS = 500
MOST_PAGES_NAMED = 12


def held_against(back: Returned, facts: Facts) -> Reply:
    """What a file that came back says about the current plan of an engagement.

    Raises Refusal where it holds nothing of this plan.
    """
    engagement, words = facts.engagement, facts.words
    answers = [answer for answer in back.answers if answer.name.engagement == engagement.id]
    if not answers:
        raise Refusal("This reply belongs to the plan of another engagement. Open that one first.")
    parts = plan_parts(back.answers)
    written = [one for one in back.written if _part_at(one.page, parts).engagement == engagement.id]
    remarks = _remarks(one for one in written if one.text.strip())
    stale = {answer.name.revision for answer in answers} != {plan_revision(engagement)}
    odd = sorted({*back.foreign, *(one.page for one in written if not one.text.strip())})
    return Reply(
        actions=tuple(action for action in _actions(answers, back.language, facts) if action.parts),
        stale=stale,
        warnings=tuple(_warnings(stale, back.redrawn, odd, len(remarks), words)),
        remarks=tuple(remarks[:MOST_REMARKS]),
        put_together=parts if len(parts) > 1 else (),
    )


def _actions(answers: Sequence[Answer], language: str, facts: Facts) -> Iterator[ActionReply]:
    """Every action that was answered about, in the order of the plan; then those that are in the plan no more.

    What was sent in an earlier round is about the actions that this one took over.
    """
    by_action: dict[str, list[Answer]] = defaultdict(list)
    later = taken_over(facts.engagement)
    for answer in answers:
        by_action[later.get(answer.name.action, answer.name.action)].append(answer)
    dates = [answer.value or "" for answer in answers if answer.name.box in (Box.DUE, Box.DAY)]
    days = Days(language, [text[:LONGEST_KEPT] for text in dates], facts.words)
    for line in facts.lines:
        if found := by_action.pop(line.action.id, None):
            yield compared(line.action, line.number, found, days, facts.words)
    for key, found in by_action.items():
        yield gone(key, _title_of(key, facts.engagement) or found[0].told, found, facts.words)


def _title_of(action_id: str, engagement: Engagement) -> str:
    """Of an action that was set aside; one that was removed has none."""
    return next((a.title for one in engagement.rounds for a in one.actions if a.id == action_id), "")


def _part_at(page: int, parts: tuple[PlanPart, ...]) -> PlanPart:
    return next((part for part in parts if page <= part.last), parts[-1])


def _remarks(written: Iterable[Written]) -> list[Remark]:
    """Each remark once: what stands on every page, as a stamp does, is one."""
    pages: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in written:
        author = shortened(one_line(one.author[:LONGEST_KEPT]), LONGEST_NAME)
        pages[author, typed(one.text)].append(one.page)
    return [
        Remark(f"remark {number}", tuple(dict.fromkeys(found)), author, text)
        for number, ((author, text), found) in enumerate(pages.items(), 1)
    ]


def _warnings(stale: bool, redrawn: bool, odd: list[int], remarks: int, words: NullTranslations) -> Iterator[str]:
    if stale:
        yield words.gettext(
            "The plan has changed since this document was sent, so look at what differs before you take it."
        )
    if redrawn:
        yield words.gettext(
            "A program has drawn the pages of this file anew, so what was typed on them cannot be told from the plan: "
            "look at the file itself."
        )
    if odd:
        text = words.ngettext(
            "Page {pages} holds a drawing, a mark without words or something else that cannot be read here: look at "
            "the file itself.",
            "Pages {pages} hold drawings, marks without words or something else that cannot be read here: look at "
            "the file itself.",
            len(odd),
        )
        yield text.format(pages=pages_named(odd, words))
    if remarks > MOST_REMARKS:
        text = words.gettext("Only the first {most} of {count} remarks are shown: look at the file itself.")
        yield text.format(most=MOST_REMARKS, count=remarks)


def pages_named(pages: Iterable[int], words: NullTranslations) -> str:
    """As in 2, 5, 9; many are not all named."""
    found = list(map(str, pages))
    more = ["…"] if len(found) > MOST_PAGES_NAMED else []
    return words.gettext(", ").join(found[:MOST_PAGES_NAMED] + more)
