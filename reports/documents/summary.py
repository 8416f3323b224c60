"""The one-page summary: what a sponsor reads on a phone the same evening. One page, whatever the data."""

from __future__ import annotations

from reportlab.platypus import Flowable

from models.diagnosis.diagnosis import ModeResult
from models.plan.plan import PlanLine
from models.values.months import long_date
from models.values.numbers import count_word
from reports.archive.document_text import document_text
from reports.charts import index_bars
from reports.charts.marks import fitted
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.marks import Pill, word_pill
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.layout.tables import plain_list
from reports.pages.overview import (
    LEADING_ACTIONS,
    bars_note,
    cost_sentence,
    mode_sentence,
    standing_sentences,
)
from reports.type.fonts import SERIF
from reports.words.facts import Facts
from reports.words.findings import where_it_stands
from reports.words.phrases import due_text
from reports.words.shortener import Shortener
from reports.words.text import one_line

LIMITS = (600, 300, 160, 90, 50)
"""Characters that each text from a person may take; the first limit at which the page holds is used.

Where none holds, the bars make way for the words.
"""
MOST_REASONS = 3
LAST_WORDS = 11
"""Points: the closing line takes one line here, and gives way where the page is full."""


def summary(facts: Facts, page_size: PageSize) -> bytes:
    """Where the pilot stands, the worst mode and why, three actions, the cost range and the decision."""
    kit = PageKit(facts, page_size, title_level=1)
    for most, bars in [*((limit, True) for limit in LIMITS), (LIMITS[-1], False)]:
        story = _story(kit, facts, Shortener(most), bars)
        if kit.fits(story):
            break
    last = kit.last_words(lambda text: fitted(one_line(text), SERIF, LAST_WORDS, kit.width))
    if kit.fits([*story, *last]):
        story += last
    return build_pdf(
        kit, document_text(facts, DOCUMENTS[DocumentKind.SUMMARY].said(facts.words), numbered=False), story, cover=False
    )


def _story(kit: PageKit, facts: Facts, short: Shortener, bars: bool) -> list[Flowable]:
    words = facts.words
    kicker = words.gettext("One-page summary, {date}").format(date=long_date(facts.held_on, words))
    story = kit.heading(kicker, where_it_stands(facts))
    story.append(kit.paragraph(" ".join(standing_sentences(facts)), "lead"))
    if bars:
        chart = index_bars(facts.ranked, facts.method, kit.colours, words, kit.width, details=False)
        story += kit.figure(chart, " ".join(mode_sentence(facts, r) for r in facts.ranked), bars_note(facts))
    story += _why(kit, facts)
    story += _actions(kit, facts, short)
    story.append(kit.paragraph(words.gettext("What production is likely to cost"), "section"))
    story.append(kit.paragraph(cost_sentence(facts), "large"))
    if decision := facts.engagement.pilot.decision_asked.strip():
        story.append(kit.paragraph(words.gettext("The decision asked for"), "section"))
        story.append(kit.decision(short(decision)))
    if short.used:
        story.append(kit.space(6))
        story.append(
            kit.paragraph(
                words.gettext("Texts ending in … are shortened here; the action plan has them whole."), "caption"
            )
        )
    return story


def _why(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The worst mode and the signs that make it so."""
    worst = facts.worst
    if worst is None or not worst.levels or not any(worst.levels):
        return []
    mode = facts.mode(worst)
    head = facts.words.gettext("Why {mode} is the worst").format(mode=mode.short.lower())
    rows = [[pill, kit.paragraph(title, "large")] for pill, title in _reasons(facts, worst)]
    style = [("TOPPADDING", (0, 0), (0, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    return [kit.paragraph(head, "section"), plain_list(rows, [76, kit.width - 76], style)]


def _reasons(facts: Facts, worst: ModeResult) -> list[tuple[Pill, str]]:
    """A pill with the level's name, and the sign, for the gravest signs, at most three."""
    found = []
    for sign in facts.mode(worst).signs:
        answer = worst.answers[sign.id]
        if answer is not None and answer.level:
            found.append((answer.level, sign.title))
    found.sort(key=lambda entry: -entry[0])
    return [(word_pill(level, facts.method.levels[level]), title) for level, title in found[:MOST_REASONS]]


def _actions(kit: PageKit, facts: Facts, short: Shortener) -> list[Flowable]:
    words, first = facts.words, facts.lines[:LEADING_ACTIONS]
    if not first:
        head = kit.paragraph(words.gettext("What comes first"), "section")
        return [head, kit.paragraph(words.gettext("No action has been agreed yet."), "large")]
    text = words.ngettext("The action that comes first", "The {count} actions that come first", len(first))
    head = kit.paragraph(text.format(count=count_word(len(first), words)), "section")
    rows = [
        [kit.paragraph(str(number), "large-strong"), _action(kit, facts, entry, short)]
        for number, entry in enumerate(first, 1)
    ]
    return [head, plain_list(rows, [18, kit.width - 18], [("BOTTOMPADDING", (0, 0), (-1, -1), 4)])]


def _action(kit: PageKit, facts: Facts, entry: PlanLine, short: Shortener) -> list[Flowable]:
    """The action, then who and by when; what is missing says so."""
    words, owner = facts.words, short(facts.owner(entry))
    missing = not owner or not entry.action.due
    who = owner or words.gettext("No owner yet")
    when = words.gettext("by {date}").format(date=due_text(entry.action, words)) if entry.action.due else ""
    line = f"{who}, {when}" if when else f"{who}, {words.gettext('no date yet')}"
    title = kit.paragraph(short(entry.action.title) or "–", "large-strong")
    return [title, kit.paragraph(line, "large-missing" if missing else "large-muted")]
