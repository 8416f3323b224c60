"""Every warning sign as it was left: level, how it came about, and what was seen, said, decided and disputed."""

from __future__ import annotations

from dataclasses import replace

from models.diagnosis.diagnosis import Band, ModeResult
from models.diagnosis.voting import Agreement, Tally, agreement, ballot_tally, groups_apart, newest_revealed
from models.engagement.engagement import Note
from models.method.method import WarningSign
from models.plan.proposals import ReasonKind
from models.rounds.open_signs import Open, why_open
from models.rounds.signs import last_time
from models.statements.votes import came_sentence, came_text
from models.values.letters import small
from models.values.names import confidence_name, group_name
from models.values.numbers import count_word, with_marks
from models.values.terms import Answer, NoteKind
from reports.figures.vote_distribution import vote_distribution
from reports.layout.flowables import Flowable
from reports.layout.grids import plain_table
from reports.layout.page_kit import PIECE, PageKit
from reports.layout.tables import GUTTER, Column, Row
from reports.pages.plates import shown_small
from reports.type.fonts import SANS_SEMIBOLD
from reports.type.ink import MUTED
from reports.words.facts import Facts
from reports.words.open_signs import state_name, was_text
from reports.words.phrases import sentence, sign_name
from reports.words.plan_words import numbered
from reports.words.plates import plates
from reports.words.record_findings import signs_title
from reports.words.text import Run, pieces, shown, weight
from reports.words.vote_phrases import outcome_text, rounds_text, spread_text

SQUARES, SIGNS, VOTES, SAID = 25, 120, 93, 249
"""Widths of the columns, which are shares of the page's."""
CHART_WIDTH = 84.0
ROOM_FOR_SIGNS = 240
LONG = 1200
"""Characters from which a text stands below its sign over the whole width, rather than beside it."""


def signs_in_full(kit: PageKit, facts: Facts) -> list[Flowable]:
    """All signs in the order of the method; how they came about beside each, unless it was the same for all."""
    words, shares = facts.words, _shares(facts)
    story = kit.heading(words.gettext("Every warning sign"), signs_title(facts))
    if facts.came.alike and not facts.came.voted:
        lead = (words.gettext("Nothing was put to the vote."), came_sentence(facts.came, words))
        story.append(kit.settled(" ".join(lead), "lead"))
    heads = (
        words.gettext("Level"),
        words.gettext("Sign and question"),
        words.gettext("Votes, one bar each") if facts.came.voted else words.gettext("How it came about"),
        words.gettext("What was seen and said"),
    )
    columns = [
        Column(head, share, names_row=n == 1, gutter=GUTTER if n else 2)
        for n, (head, share) in enumerate(zip(heads, shares, strict=True))
        if share
    ]
    rows: list[Row] = []
    for result in facts.results:
        rows += [row if shares[2] else _without_votes(row) for row in _mode_rows(kit, facts, result)]
    return [*kit.together([*story, kit.space(5)], ROOM_FOR_SIGNS), kit.table(columns, rows), *whole_part(kit, facts)]


def _without_votes(row: Row) -> Row:
    return row if row.group else replace(row, cells=[*row.cells[:2], *row.cells[3:]])


def _shares(facts: Facts) -> tuple[int, int, int, int]:
    """The widths of the columns: that of the votes is shared out where every answer came the same way without one."""
    if facts.came.alike and not facts.came.voted:
        return SQUARES, SIGNS + VOTES // 2, 0, SAID + VOTES - VOTES // 2
    return SQUARES, SIGNS, VOTES, SAID


def _mode_rows(kit: PageKit, facts: Facts, result: ModeResult) -> list[Row]:
    mode, words = facts.mode(result), facts.words
    rows = [Row([kit.paragraph(mode.short, "group"), kit.paragraph(_head(facts, result), "group-right")], group=True)]
    if not any(_is_told(facts, sign, result.answers[sign.id]) for sign in mode.signs):
        nothing = kit.paragraph(words.gettext("None of its signs was asked."), "cell-muted")
        return [*rows, Row([kit.square(None), nothing, "", ""], wide=True)]
    for sign in mode.signs:
        rows += _sign_rows(kit, facts, sign, result.answers[sign.id])
    return rows


def _head(facts: Facts, result: ModeResult) -> str:
    """Figure and band, and how many signs they rest on; of a mode that was not asked about, that alone."""
    words, band = facts.words, small(result.standing_in(facts.words))
    if result.left_out:
        return band
    only_asked = bool(result.not_asked) and result.answered + result.not_asked == result.applicable
    if result.band is Band.NOT_KNOWN:
        text = words.gettext("{band} · {known} of {total} known")
        text = words.gettext("{band} · {known} of {total} asked") if only_asked else text
    else:
        text = words.gettext("{figure}, {band} · {known} of {total} known")
        text = words.gettext("{figure}, {band} · {known} of {total} asked") if only_asked else text
    return text.format(
        figure=result.shown_index,
        band=band,
        known=count_word(result.answered, words) if result.answered else words.gettext("none"),
        total=count_word(result.applicable, words),
    )


def _is_told(facts: Facts, sign: WarningSign, answer: Answer | None) -> bool:
    dissent = any(note.sign_id == sign.id for note in facts.captured(NoteKind.DISSENT))
    shown_too = any(plate.evidence.sign_id == sign.id for plate in plates(facts))
    before = last_time(facts.engagement, sign.id)
    return bool(answer or revealed(facts, sign.id) or _notes(facts, sign) or dissent or shown_too or before)


def _sign_rows(kit: PageKit, facts: Facts, sign: WarningSign, answer: Answer | None) -> list[Row]:
    settled = why_open(facts.engagement, sign.id) is not Open.NOT_SETTLED
    shown_now = None if settled else Answer.NOT_KNOWN
    said = [_level_run(facts, sign, answer), *_notes(facts, sign)]
    parts = kit.cells([entry for entry in said if weight(entry[0]) <= LONG])
    parts[-1] += [*shown_small(kit, facts, sign.id), *_dissent(kit, facts, sign)]
    if last := _last_line(facts, sign, answer):
        parts[-1] += [kit.space(2), kit.paragraph(last, "caption")]
    name = sign_name(sign, answer)
    title: list[Flowable] = [kit.paragraph(name, "cell-strong")]
    if name != sign.question:
        title.append(kit.paragraph(sign.question, "cell-muted"))
    rows = [
        Row([kit.square(answer or shown_now), title, _votes(kit, facts, sign, answer), parts[0]], joined=len(parts) > 1)
    ]
    for number, part in enumerate(parts[1:], 2):
        rows.append(Row(["", "", "", part], joined=number < len(parts)))
    for text, *looks in said:
        if weight(text) > LONG:
            rows += _long_rows(kit, text, str(looks[0]))
    return rows


def _long_rows(kit: PageKit, text: str, style: str) -> list[Row]:
    """A long text over the whole width, in as many joined rows as it takes."""
    parts = pieces(shown(text), 2 * PIECE)
    return [
        Row(["", kit.paragraph(part, style), "", ""], wide=True, joined=number < len(parts))
        for number, part in enumerate(parts, 1)
    ]


def _level_run(facts: Facts, sign: WarningSign, answer: Answer | None) -> tuple[str, str, Run]:
    """The level in words with its anchor, or why there is none."""
    _, rating = facts.words.gettext, facts.rating(sign.id)
    if answer is None:
        return _unanswered(facts, sign)
    if answer.level is not None:
        return sign.anchors[answer.level], "cell", Run(f"{facts.method.levels[answer.level]}.", SANS_SEMIBOLD)
    if answer is Answer.NOT_KNOWN:
        return " ", "cell", Run(_("Not known."), SANS_SEMIBOLD)
    reason = rating.reason.strip() if rating else ""
    return reason or " ", "cell", Run(_("Does not apply."), SANS_SEMIBOLD)


def _unanswered(facts: Facts, sign: WarningSign) -> tuple[str, str, Run]:
    """That it was not asked, or not settled, and what it was last time."""
    why, last = why_open(facts.engagement, sign.id) or Open.NOT_ASKED, last_time(facts.engagement, sign.id)
    before = facts.words.gettext("Last time: {answer}.").format(answer=was_text(last, facts)) if last else " "
    return before, "cell-muted", Run(f"{state_name(why, facts.words)}.", colour=MUTED)


def _notes(facts: Facts, sign: WarningSign) -> list[tuple[str, str] | tuple[str, str, Run]]:
    """All that the client may read under a sign but dissent, each with its style and what stands before it."""
    _, notes = facts.words.gettext, facts.client_notes(sign.id)
    found: list[tuple[str, str] | tuple[str, str, Run]] = [
        (note.text.strip(), "cell-note")
        if note.kind is NoteKind.EVIDENCE
        else (note.text.strip(), "cell-note", Run(_("Note."), colour=MUTED))
        for note in notes
    ]
    for kind, head in ((NoteKind.DECISION, _("Decided:")), (NoteKind.RETURN, _("To come back to:"))):
        texts = [note.text.strip() for note in facts.captured(kind) if note.sign_id == sign.id]
        found += [(text, "cell-note", Run(head, SANS_SEMIBOLD)) for text in texts]
    return found


def _dissent(kit: PageKit, facts: Facts, sign: WarningSign) -> list[Flowable]:
    """What differs, word for word, beside a line in the accent colour; with a name only where that was agreed."""
    notes = [note for note in facts.captured(NoteKind.DISSENT) if note.sign_id == sign.id]
    if not notes:
        return []
    head = Run(facts.words.gettext("Dissent, word for word"), SANS_SEMIBOLD, kit.accent)
    found: list[Flowable] = [kit.runs([head], "cell-note"), kit.space(2)]
    rule = [("LINEBEFORE", (0, 0), (0, -1), 1.4, kit.accent), ("LEFTPADDING", (0, 0), (-1, -1), 6)]
    shares = _shares(facts)
    width = kit.width * shares[-1] / sum(shares)
    for note in notes:
        rows = [[kit.paragraph(piece, "dissent")] for piece in pieces(shown(dissent_text(facts, note)), PIECE)]
        found += [plain_table(rows, [width], rule), kit.space(3)]
    return found


def dissent_text(facts: Facts, note: Note) -> str:
    """The words, after the name of who said them where that was agreed."""
    name = facts.person(note.by) if note.named else ""
    text = note.text.strip()
    return facts.words.gettext("{name}: {text}").format(name=name, text=text) if name else text


def _last_line(facts: Facts, sign: WarningSign, answer: Answer | None) -> str:
    """How well it is backed, and which actions answer it."""
    rating = facts.rating(sign.id)
    backing = rating.confidence if rating and answer and answer.level is not None else None
    numbers = [
        line.number
        for line in facts.lines
        if any(reason.kind is ReasonKind.SIGN and reason.id == sign.id for reason in line.because)
    ]
    parts = [confidence_name(backing, facts.words) if backing else "", numbered(numbers, facts)]
    return " · ".join(part for part in parts if part)


def _votes(kit: PageKit, facts: Facts, sign: WarningSign, answer: Answer | None) -> list[Flowable]:
    """Every vote that was shown, what it came to, and groups that differ; else how the answer came about."""
    words, tallies = facts.words, revealed(facts, sign.id)
    if not tallies:
        return [kit.paragraph(_came(facts, sign, answer), "caption")]
    chart = vote_distribution(tallies, kit.colours, words, CHART_WIDTH)
    figure = kit.figure(chart, spread_text(tallies, facts.method.levels, words))[0]
    rule = facts.method.rules.agreement
    split = agreement(tallies[-1], rule) is Agreement.SPLIT
    outcome = Run(outcome_text(tallies[-1], rule, words), SANS_SEMIBOLD, kit.accent if split else "")
    kept = ""
    if split and answer is not None and answer.level is not None:
        kept = words.gettext("{level} was entered for now.").format(level=answer.level)
    runs = [Run(rounds_text(len(tallies), words)), outcome, Run(kept), Run(_groups(facts, sign.id))]
    return [figure, kit.space(2), kit.runs(runs, "caption")]


def _came(facts: Facts, sign: WarningSign, answer: Answer | None) -> str:
    if answer is None:
        return ""
    return came_text(facts.engagement.current, sign.id, facts.words) or facts.words.gettext("Nobody noted how")


def revealed(facts: Facts, sign_id: str) -> list[Tally]:
    """What was voted in each round that was revealed; a vote that still runs is nobody's to see."""
    current = facts.engagement.current
    found = [ballot_tally(current, ballot) for ballot in current.ballots_on(sign_id) if ballot.revealed]
    return [tally for tally in found if tally.answers]


def _groups(facts: Facts, sign_id: str) -> str:
    current, words = facts.engagement.current, facts.words
    ballot, _ = newest_revealed(current, sign_id)
    found = groups_apart(current, ballot, facts.engagement.stakeholders) if ballot else []
    levels = ((group_name(group, words), with_marks(f"{level:.1f}", words)) for group, level in found)
    text = words.gettext(", ").join(f"{name} {level}" for name, level in levels)
    return f"{sentence(text)}." if text else ""


def whole_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What the client may read about the pilot as a whole."""
    notes = facts.client_notes("")
    if not notes:
        return []
    head = kit.paragraph(facts.words.gettext("Said about the pilot as a whole"), "section")
    return [head] + [part for note in notes for part in kit.passage(note.text.strip())]
