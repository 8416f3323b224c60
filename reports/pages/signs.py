"""Every warning sign as the room left it: rating, votes by round, and what was seen, said and disputed."""

from __future__ import annotations

from reportlab.platypus import Flowable

from models.diagnosis.diagnosis import ModeResult
from models.diagnosis.vote_words import agreement_name, level_text, movement_text
from models.diagnosis.voting import Agreement, Tally, ballot_tally, groups_apart, newest_revealed, standing
from models.method.method import WarningSign
from models.values.names import confidence_name, group_name
from models.values.terms import Answer, NoteKind
from reports.charts import vote_distribution
from reports.layout.marks import level_pill
from reports.layout.page_kit import PIECE, PageKit
from reports.layout.tables import Column, Row
from reports.pages.diagnosis import backing_sentence, mode_head, note_text, round_notes, what_was_seen
from reports.words.facts import Facts
from reports.words.findings import signs_title
from reports.words.record_findings import votes_title
from reports.words.text import pieces, shown, weight
from reports.words.vote_phrases import consensus_text, spread_text, verdict_text

CHART_WIDTH = 96.0
ROOM_FOR_SIGNS, ROOM_FOR_ROWS = 240, 150
LONG = 1200
"""Characters from which a text stands below its sign over the whole width, rather than beside it."""
FIRST = (Agreement.AGREED_PROBLEM, Agreement.SPLIT, Agreement.NOT_KNOWN, Agreement.AGREED_FINE)
"""What stops a pilot first."""


def signs_in_full(kit: PageKit, facts: Facts) -> list[Flowable]:
    """All signs in the order of the method."""
    _ = facts.words.gettext
    story = kit.heading(_("Every warning sign"), signs_title(facts))
    text = _("Each column of a vote is how many chose that level; “?” counts those who did not know.")
    lead = " ".join(filter(None, (backing_sentence(facts), text if _voted(facts) else "")))
    if lead:
        story.append(kit.paragraph(lead, "lead"))
    columns = [
        Column(_("Rating"), 34),
        Column(_("Warning sign"), 132),
        Column(_("Votes"), CHART_WIDTH + 10),
        Column(_("What was seen and said"), 215),
    ]
    rows: list[Row] = []
    for result in facts.results:
        rows += _mode_rows(kit, facts, result)
    return [*kit.together(story, ROOM_FOR_SIGNS), kit.table(columns, rows), *round_notes(kit, facts)]


def _mode_rows(kit: PageKit, facts: Facts, result: ModeResult) -> list[Row]:
    rows, signs = [mode_head(kit, facts, result)], facts.mode(result).signs
    if not any(_is_asked(facts, sign, result) for sign in signs):
        text = facts.words.gettext("No sign of this mode was asked.")
        return [*rows, Row([level_pill(None), kit.paragraph(text, "cell-muted"), "", ""], wide=True)]
    for sign in signs:
        rows += _sign_rows(kit, facts, sign, result.answers[sign.id])
    return rows


def _is_asked(facts: Facts, sign: WarningSign, result: ModeResult) -> bool:
    return bool(result.answers[sign.id] or _tallies(facts, sign.id) or _notes(facts, sign))


def _sign_rows(kit: PageKit, facts: Facts, sign: WarningSign, answer: Answer | None) -> list[Row]:
    said = [(what_was_seen(facts, sign), "cell-muted"), *_notes(facts, sign)]
    parts = kit.cells([entry for entry in said if weight(entry[0]) <= LONG])
    title: list[Flowable] = [kit.paragraph(sign.title, "cell-strong"), kit.paragraph(sign.question, "cell-muted")]
    rating = facts.rating(sign.id)
    if rating and rating.confidence and rating.answer.level is not None:
        text = facts.words.gettext("Backing: {confidence}")
        title.append(
            kit.paragraph(text.format(confidence=confidence_name(rating.confidence, facts.words)), "cell-note")
        )
    rows = [Row([level_pill(answer), title, _votes(kit, facts, sign.id), parts[0]], joined=len(parts) > 1)]
    for number, part in enumerate(parts[1:], 2):
        rows.append(Row(["", "", "", part], joined=number < len(parts)))
    for text, style in said:
        if weight(text) > LONG:
            rows += _long_rows(kit, text, style)
    return rows


def _long_rows(kit: PageKit, text: str, style: str) -> list[Row]:
    """A long text over the whole width, in as many joined rows as it takes."""
    parts = pieces(shown(text), 2 * PIECE)
    return [
        Row(["", kit.paragraph(part, style), "", ""], wide=True, joined=number < len(parts))
        for number, part in enumerate(parts, 1)
    ]


def _notes(facts: Facts, sign: WarningSign) -> list[tuple[str, str]]:
    """All that the client may read under a sign, each with its style."""
    found = [(note_text(facts, note), "cell-note") for note in facts.client_notes(sign.id)]
    texts = (
        (NoteKind.DISSENT, facts.words.gettext("Dissent, word for word: {text}")),
        (NoteKind.RETURN, facts.words.gettext("To come back to: {text}")),
    )
    for kind, text in texts:
        notes = [note for note in facts.captured(kind) if note.sign_id == sign.id]
        found += [(text.format(text=note.text.strip()), "cell-note") for note in notes]
    return found


def _votes(kit: PageKit, facts: Facts, sign_id: str) -> list[Flowable]:
    """The spread of every revealed round, what the last comes to, what moved, and groups that stand apart."""
    words, tallies = facts.words, _tallies(facts, sign_id)
    if not tallies:
        return [kit.paragraph(words.gettext("No vote"), "cell-muted")]
    chart = vote_distribution(tallies, kit.colours, words, CHART_WIDTH)
    figure = kit.figure(chart, spread_text(tallies, facts.method.levels, words), "")[0]
    texts = [verdict_text(tallies[-1], facts.method.rules.agreement, words)]
    if len(tallies) > 1:
        texts.append(movement_text(tallies[-2], tallies[-1], words))
    texts.append(_groups(facts, sign_id))
    return [figure, *(kit.paragraph(text, "vote") for text in texts if text)]


def _tallies(facts: Facts, sign_id: str) -> list[Tally]:
    """What was voted in each round that was revealed; a vote that still runs is nobody's to see."""
    current = facts.engagement.current
    found = [ballot_tally(current, ballot) for ballot in current.ballots_on(sign_id) if ballot.revealed]
    return [tally for tally in found if tally.answers]


def _groups(facts: Facts, sign_id: str) -> str:
    current, words = facts.engagement.current, facts.words
    ballot, _ = newest_revealed(current, sign_id)
    found = groups_apart(current, ballot, facts.engagement.stakeholders) if ballot else []
    text = words.gettext(", ").join(f"{group_name(group, words)} {level:.1f}" for group, level in found)
    return text[:1].upper() + text[1:]


def _voted(facts: Facts) -> list[WarningSign]:
    return [sign for sign in facts.method.signs if _tallies(facts, sign.id)]


def agreement_map(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The signs that were voted on, by how far the room agreed."""
    _, voted = facts.words.gettext, _voted(facts)
    current, rule = facts.engagement.current, facts.method.rules.agreement
    kinds = {sign.id: standing(current, sign.id, rule).agreement for sign in voted}
    story = kit.heading(_("Where the room agrees"), votes_title(facts, list(kinds.values())))
    if not voted:
        text = _("No vote was taken and revealed, so there is no spread to show.")
        return kit.together([*story, kit.paragraph(text, "lead")])
    text = _("Disagreement is reported, never averaged away. Votes are kept as numbers: no name stands behind one.")
    story.append(kit.paragraph(text, "lead"))
    columns = [
        Column(_("Warning sign"), 262),
        Column(_("Rounds"), 60, right=True),
        Column(_("Votes"), 50, right=True),
        Column(_("Level"), 50, right=True),
        Column(_("Consensus"), 65, right=True),
    ]
    rows: list[Row] = []
    for kind in (*FIRST, None):
        signs = [sign for sign in voted if kinds[sign.id] is kind]
        if signs:
            name = agreement_name(kind, facts.words) if kind else _("Does not apply")
            rows.append(Row([kit.paragraph(name, "group")], group=True))
            rows += [_agreement_row(facts, sign) for sign in signs]
    return [*kit.together(story, ROOM_FOR_ROWS), kit.table(columns, rows)]


def _agreement_row(facts: Facts, sign: WarningSign) -> Row:
    tallies = _tallies(facts, sign.id)
    last = tallies[-1]
    return Row([sign.title, str(len(tallies)), str(last.answers), level_text(last) or "–", consensus_text(last)])
