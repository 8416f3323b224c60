"""The titles of the workshop record and the go/no-go sheet, by the same rules as `reports.words.findings`."""

from __future__ import annotations

from collections.abc import Sequence

from models.diagnosis.voting import Agreement
from models.playbook.phases import PhaseProgress
from models.readiness.readiness import VerdictKind, points_of
from models.values.numbers import count_word
from reports.words.facts import Facts
from reports.words.findings import as_title
from reports.words.phrases import person


def attendance_title(facts: Facts) -> str:
    """How many took part, and how long it was to take."""
    words = facts.words
    present = sum(bool(s.present is not False and person(s)) for s in facts.engagement.stakeholders)
    minutes = sum(box.minutes for box in facts.engagement.current.agenda)
    if not present:
        return as_title(words.gettext("Nobody is recorded as present"))
    text = words.ngettext("One person took part", "{count} people took part", present)
    if minutes:
        plan = words.ngettext(", {minutes} minute planned", ", {minutes} minutes planned", minutes)
        text += plan.format(minutes=minutes).replace("{", "{{").replace("}", "}}")
    return as_title(text.format(count=count_word(present, words)))


def votes_title(facts: Facts, found: Sequence[Agreement | None]) -> str:
    """What the votes come to. `found` is where each sign that was voted on stands."""
    words = facts.words
    problems, split = found.count(Agreement.AGREED_PROBLEM), found.count(Agreement.SPLIT)
    if not found:
        return as_title(words.gettext("The room did not vote on any sign"))
    if not problems and not split:
        return as_title(words.gettext("No sign is an agreed problem, none is split"))
    if not problems:
        text = words.ngettext("The room is split on one sign", "The room is split on {count} signs", split)
        return as_title(text.format(count=count_word(split, words)))
    text = words.ngettext("One sign is an agreed problem", "{count} signs are agreed problems", problems)
    said = text.format(count=count_word(problems, words))
    if split:
        said += words.gettext(", {count} split").format(count=count_word(split, words))
    return as_title(said)


def playbook_title(facts: Facts) -> str:
    """Of a playbook in which nothing was written down."""
    return as_title(facts.words.gettext("The playbook has not been begun"))


def phase_title(facts: Facts, progress: PhaseProgress) -> str:
    """How many of a phase's items are done."""
    words, done = facts.words, len(progress.done)
    total = done + len(progress.gaps)
    if done == total:
        text = words.ngettext("The one item is done", "All {total} items are done", total)
    elif not done and not progress.open:
        text = words.gettext("Nothing of this phase has been begun")
    elif not done:
        text = words.ngettext("The one item is not done yet", "None of {total} items is done yet", total)
    else:
        text = words.ngettext("One of {total} items is done", "{count} of {total} items are done", done)
    return as_title(text.format(count=count_word(done, words), total=count_word(total, words)))


def gate_title(facts: Facts) -> str:
    """What the verdict rests on."""
    words, found, total = facts.words, facts.verdict, len(points_of(facts.method))
    if not facts.engagement.current.judgements:
        return as_title(words.gettext("None of {total} points has been judged yet").format(total=total))
    if found.kind is VerdictKind.GO:
        return as_title(words.gettext("Every point that applies is confirmed"))
    if found.kind is VerdictKind.CONDITIONS:
        text = words.ngettext(
            "One of {total} points is waived, none is open",
            "{count} of {total} points are waived, none is open",
            len(found.waived),
        )
        return as_title(text.format(count=count_word(len(found.waived), words), total=total))
    if len(found.open) == total:
        return as_title(words.gettext("All {total} points stand open").format(total=total))
    text = words.ngettext("One of {total} points stands open", "{count} of {total} points stand open", len(found.open))
    return as_title(text.format(count=count_word(len(found.open), words), total=total))
