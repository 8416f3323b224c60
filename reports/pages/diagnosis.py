"""The six failure modes: the picture, then each mode with its signs, worst first."""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from models.diagnosis.diagnosis import ModeResult, confidence_text, coverage_text
from models.engagement.engagement import Note
from models.method.method import FailureMode, WarningSign
from models.values.months import long_date
from models.values.names import confidence_name
from models.values.terms import Answer, Confidence, NoteKind
from reports.charts import heat_map, index_bars, radar
from reports.layout.marks import band_pill, level_pill
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.tables import Column, Row
from reports.pages.overview import mode_sentence
from reports.words.facts import Facts
from reports.words.findings import modes_title, signs_title

ROOM_FOR_SOURCE = 40


def six_modes(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Radar and heat map on one page, then index, range, coverage and confidence of each mode."""
    words = facts.words
    story: list[Flowable] = [PageBreak(), *kit.heading(words.gettext("Diagnosis"), modes_title(facts))]
    story.append(kit.paragraph(_reading(facts), "lead"))
    radar_width = 306.0
    chart = radar(facts.results, facts.method, kit.colours, words, radar_width, kit.height * 0.355)
    standing = [mode_sentence(facts, r) for r in facts.results]
    figure = kit.figure(chart, " ".join(standing), "")[:1]
    story.append(kit.side_by_side(figure, _how_to_read(kit, facts), radar_width + 16))
    story.append(kit.space(8))
    room = kit.height - stacked_height(story[1:], kit.width) - ROOM_FOR_SOURCE
    chart = heat_map(facts.results, facts.method, kit.colours, words, kit.width, min(284, room))
    story += kit.figure(chart, " ".join(standing), source_line(facts))
    return story


def source_line(facts: Facts) -> str:
    """Where the ratings come from."""
    words, held = facts.words, facts.engagement.current.assessment.held_on
    text = words.gettext("Source: {answered} of {total} warning signs rated by the room")
    found = text.format(answered=facts.answered, total=facts.signs)
    if held:
        found += words.gettext(" on {date}").format(date=long_date(held, words))
    return found + words.gettext("; formulae in the workshop record.")


def _reading(facts: Facts) -> str:
    words = facts.words
    if facts.worst is None:
        return words.gettext(
            "Nothing has a level yet, so no index is shown. What is not known is never counted as fine."
        )
    text = words.gettext("The worst is {mode}. {fix}")
    mode = facts.mode(facts.worst)
    return text.format(mode=mode.short.lower(), fix=mode.fix)


def _how_to_read(kit: PageKit, facts: Facts) -> list[Flowable]:
    _ = facts.words.gettext
    levels = facts.method.levels
    return [
        kit.paragraph(_("How to read this"), "section"),
        kit.paragraph(_("Further out is worse: 0 is no sign present, 100 every sign severe.")),
        kit.paragraph(_("Each sign below is 0 {a}, 1 {b}, 2 {c} or 3 {d}.").format(
            a=levels[0].lower(), b=levels[1].lower(), c=levels[2].lower(), d=levels[3].lower())),
        kit.paragraph(_("“?” is not known: it is left out of the index and never counts as fine. “–” does not apply.")),
        kit.paragraph(_("There is no overall score. The worst mode is what stops a pilot, so it leads.")),
    ]  # fmt: skip


def modes_in_detail(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Index bars worst first, then the signs of the modes that stand high: what was seen, and what the client may read.

    The workshop record has all of them.
    """
    words = facts.words
    story: list[Flowable] = [PageBreak(), *kit.heading(words.gettext("Diagnosis, mode by mode"), signs_title(facts))]
    if backing := backing_sentence(facts):
        story.append(kit.paragraph(backing, "lead"))
    chart = index_bars(facts.ranked, facts.method, kit.colours, words, kit.width)
    standing = " ".join(mode_sentence(facts, r) for r in facts.ranked)
    source = words.gettext(
        "Bar: index. Thin range: what the index becomes if every open sign turns out not present, or severe. "
        "Claimed, seen, tested: how well the ratings are backed."
    )
    story += kit.figure(chart, standing, source)
    columns = [
        Column(words.gettext("Rating"), 36),
        Column(words.gettext("Warning sign"), 126),
        Column(words.gettext("What was seen and said"), 268),
        Column(words.gettext("Backing"), 57),
    ]
    rows: list[Row] = []
    detailed = [result for result in facts.ranked if result in facts.high] or facts.ranked
    for result in detailed:
        rows += _mode_rows(kit, facts, result)
    story.append(kit.table(columns, rows))
    if len(detailed) < len(facts.ranked):
        story.append(kit.paragraph(words.gettext("The other failure modes are in the workshop record."), "source"))
    return story + round_notes(kit, facts)


def backing_sentence(facts: Facts) -> str:
    """How well all the levels are backed, in a sentence; empty where nobody has said."""
    words = facts.words
    counts = {c: sum(r.confidence[c] for r in facts.results) for c in Confidence}
    if not any(counts.values()):
        return ""
    names = {
        Confidence.TESTED: words.gettext("{count} tested"),
        Confidence.SEEN: words.gettext("{count} seen"),
        Confidence.CLAIMED: words.gettext("{count} claimed and not checked"),
    }
    parts = [text.format(count=counts[c]) for c, text in names.items() if counts[c]]
    return words.gettext("What the ratings rest on: {parts}.").format(parts=", ".join(parts))


def mode_head(kit: PageKit, facts: Facts, result: ModeResult) -> Row:
    """The row above the signs of a mode: how it stands, and what fixes it."""
    mode, words = facts.mode(result), facts.words
    notes = [coverage_text(result, words), confidence_text(result, words)]
    if result.index is not None:
        notes.insert(0, words.gettext("Index {index}").format(index=result.shown_index))
    head: list[Flowable] = [
        kit.paragraph(mode.title, "group"),
        kit.paragraph(" · ".join(n for n in notes if n), "group-note"),
        kit.paragraph(words.gettext("What fixes it: {fix}").format(fix=mode.fix), "group-fix"),
    ]
    return Row([head, band_pill(result.band, result.band.name_in(words))], group=True)


def _mode_rows(kit: PageKit, facts: Facts, result: ModeResult) -> list[Row]:
    mode, words = facts.mode(result), facts.words
    rows = [mode_head(kit, facts, result)]
    if all(a in (None, Answer.NOT_KNOWN) for a in result.answers.values()) and not _has_notes(facts, mode):
        text = words.gettext("No sign of this mode is known yet: see “What is not known yet”.")
        return [*rows, Row([level_pill(None), kit.paragraph(text, "cell-muted"), "", ""], wide=True)]
    for sign in mode.signs:
        rows += _sign_rows(kit, facts, sign)
    return rows


def _has_notes(facts: Facts, mode: FailureMode) -> bool:
    return any(facts.client_notes(sign.id) for sign in mode.signs)


def _sign_rows(kit: PageKit, facts: Facts, sign: WarningSign) -> list[Row]:
    rating = facts.rating(sign.id)
    answer = rating.answer if rating else None
    confidence = rating.confidence if rating and answer and answer.level is not None else None
    backing = confidence_name(confidence, facts.words) if confidence else ""
    notes = [(note_text(facts, note), "cell-note") for note in facts.client_notes(sign.id)]
    cells = kit.cells([(what_was_seen(facts, sign), "cell-muted" if notes else "cell"), *notes])
    title = kit.paragraph(sign.title, "cell-strong")
    rows = [Row([level_pill(answer), title, cells[0], backing], joined=len(cells) > 1)]
    for index, cell in enumerate(cells[1:], 2):
        rows.append(Row(["", "", cell, ""], joined=index < len(cells)))
    return rows


def what_was_seen(facts: Facts, sign: WarningSign) -> str:
    """The anchor of the level that was agreed, or why there is none."""
    _, rating = facts.words.gettext, facts.rating(sign.id)
    if rating is None:
        return _("Not asked yet.")
    if rating.answer.level is not None:
        return sign.anchors[rating.answer.level]
    if rating.answer is Answer.NOT_KNOWN:
        return _("Not known.")
    reason = rating.reason.strip()
    return _("Does not apply: {reason}").format(reason=reason) if reason else _("Does not apply.")


def note_text(facts: Facts, note: Note) -> str:
    """What a note says, and whether it is evidence."""
    text = note.text.strip()
    return facts.words.gettext("Evidence: {text}").format(text=text) if note.kind is NoteKind.EVIDENCE else text


def round_notes(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What the client may read about the pilot as a whole."""
    notes = facts.client_notes("")
    if not notes:
        return []
    head = kit.paragraph(facts.words.gettext("Said about the pilot as a whole"), "section")
    return [head] + [part for note in notes for part in kit.passage(note_text(facts, note))]
