"""The room's page of the decision that closes a phase: what was decided, on what conditions, and what is open."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL, CapturedRows
from desktop.view_models.room.entries import RoomCondition, RoomOpenItem, RoomStretch
from desktop.view_models.room.marks import DONE, HERE, TO_COME
from desktop.view_models.room.open_items import fact_of, names_of
from desktop.view_models.room.pages import RoomGate
from desktop.view_models.room.sentences import MOST_NAMED, begun, counted, listed, lowered, sentence_date, table_date
from desktop.view_models.session import EngagementSession
from models.engagement.people import name_of
from models.engagement.registers import Gate, GateCondition
from models.method.method import Phase
from models.plan.titles import titled
from models.playbook.phases import PhaseProgress, phase_progress
from models.values.sought import the_first
from models.values.terms import GateDecision

MOST_TOLD = 4
"""Open questions that are told one by one; of more, one less, and the rest by name."""


def gate_page(session: EngagementSession, phase_id: str) -> RoomGate:
    """The gate of a phase. Raises LookupError for a phase that the method does not have."""
    method, words = session.method, session.words
    phase = the_first(p for p in method.phases if p.id == phase_id)
    progress = phase_progress(method, session.engagement, phase)
    gate = progress.gate
    rows = [condition for condition in session.current.conditions if condition.phase_id == phase_id]
    open_ = progress.gaps
    told = open_ if len(open_) <= MOST_TOLD else open_[: MOST_TOLD - 1]
    names = names_of(method, phase, open_)
    captured = CapturedRows(method, session.engagement, date.today(), words, "")
    place = words.gettext("End of phase {number}, {phase}")
    return RoomGate(
        place=place.format(number=method.phases.index(phase) + 1, phase=lowered(phase.title, method)),
        decision=_decision(gate, len(rows), words),
        decided=_decided(session, gate),
        conditions=tuple(_condition(session, row) for row in rows),
        conditions_head=_head(gate, bool(rows), words),
        words=shortened(gate.conditions.strip(), LONGEST_CELL),
        head=_questions(progress, words),
        settled=(True,) * len(progress.done) + (False,) * len(open_),
        open=tuple(RoomOpenItem(names[key], fact_of(captured, method.items[key])) for key in told),
        more=_more([names[key] for key in open_[len(told) :]], words),
        phases=tuple(_stretch(session, other, here=other is phase) for other in method.phases),
    )


def _decision(gate: Gate, conditions: int, words: NullTranslations) -> str:
    match gate.decision:
        case GateDecision.PASSED:
            return words.gettext("Yes: we go on")
        case GateDecision.CONDITIONS if conditions:
            text = words.ngettext("Yes, if one thing is done", "Yes, if {count} things are done", conditions)
            return text.format(count=counted(conditions, words))
        case GateDecision.CONDITIONS:
            return words.gettext("Yes, on conditions")
        case GateDecision.HELD:
            return words.gettext("Not yet: we do not go on")
        case GateDecision.UNDECIDED:
            return words.gettext("Do we go on?")


def _decided(session: EngagementSession, gate: Gate) -> str:
    """By whom and when, as far as that is known."""
    words = session.words
    if gate.decision is GateDecision.UNDECIDED:
        return ""
    person = session.engagement.stakeholder(gate.decided_by)
    who = shortened(name_of(person) if person else "", LONGEST_CELL)
    day = sentence_date(gate.decided_on, session.engagement, words) if gate.decided_on else ""
    if who and day:
        return words.gettext("{name} decided it on {day}.").format(name=who, day=day)
    if who:
        return words.gettext("{name} decided it.").format(name=who)
    return words.gettext("Decided on {day}.").format(day=day) if day else ""


def _head(gate: Gate, rows: bool, words: NullTranslations) -> str:
    """Above what has to be true; empty where nothing has."""
    if gate.decision is GateDecision.HELD or (rows and gate.decision is GateDecision.UNDECIDED):
        return words.gettext("What has to be true first")
    if gate.decision is GateDecision.CONDITIONS or rows:
        return words.gettext("What has to be done")
    return words.gettext("What was written down") if gate.conditions.strip() else ""


def _condition(session: EngagementSession, row: GateCondition) -> RoomCondition:
    """With the action that makes it true and its day; a day after the one it is needed by is late."""
    words, engagement = session.words, session.engagement
    action = next((a for a in session.current.actions if a.id == row.action_id), None)
    day = action.due if action and action.due else row.day
    late, tone = "", ""
    if action and action.due is None:
        late, tone = words.gettext("the action has no date yet"), "warning"
    elif action and action.due and row.day and action.due > row.day:
        days = (action.due - row.day).days
        late, tone = words.ngettext("a day too late", "{count} days too late", days), "bad"
        late = late.format(count=counted(days, words))
    text = shortened(row.text.strip() or (titled(action.title, words) if action else ""), LONGEST_CELL)
    return RoomCondition(str(action.position) if action else "", text, table_date(day, engagement, words), late, tone)


def _questions(progress: PhaseProgress, words: NullTranslations) -> str:
    """How many questions of the phase are settled; the marks and the list come from the same count."""
    done, open_ = len(progress.done), len(progress.gaps)
    total = done + open_
    if not open_:
        text = words.ngettext("The one question is settled", "All {total} questions are settled", total)
    elif not done:
        text = words.ngettext("The one question is not settled", "None of {total} questions is settled", total)
    else:
        text = words.ngettext(
            "{done} of {total} questions are settled, one is not",
            "{done} of {total} questions are settled, {open} are not",
            open_,
        )
    said = text.format(done=counted(done, words), total=counted(total, words), open=counted(open_, words))
    return begun(said)


def _more(names: list[str], words: NullTranslations) -> tuple[str, str]:
    if not names:
        return ("", "")
    text = words.ngettext("and one more", "and {count} more", len(names))
    more = text.format(count=counted(len(names), words))
    if not all(name.endswith("?") for name in names[:MOST_NAMED]):
        return more, listed(names, words)
    rest = len(names) - MOST_NAMED
    last = words.gettext("And {count} more.").format(count=counted(rest, words)) if rest > 0 else ""
    return more, " ".join([*names[:MOST_NAMED], last]).strip()


def _stretch(session: EngagementSession, phase: Phase, *, here: bool) -> RoomStretch:
    progress = phase_progress(session.method, session.engagement, phase)
    settled = HERE if here else DONE
    ticks = [settled] * len(progress.done) + [TO_COME] * len(progress.gaps)
    _ = session.words.gettext
    notes = {
        GateDecision.PASSED: _("passed"),
        GateDecision.CONDITIONS: _("with conditions"),
        GateDecision.HELD: _("not yet"),
        GateDecision.UNDECIDED: _("no decision yet"),
    }
    return RoomStretch(phase.title, tuple(ticks), here, notes[progress.gate.decision])
