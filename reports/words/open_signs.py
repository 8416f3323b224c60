"""How many signs have no level, and why: what nobody knows and what nobody was asked are never one number."""

from __future__ import annotations

from gettext import NullTranslations

from models.diagnosis.diagnosis import Band
from models.engagement.engagement import Rating
from models.rounds.open_signs import Open
from models.values.letters import small
from models.values.names import confidence_name
from models.values.numbers import count_word
from models.values.terms import Answer
from reports.words.facts import Facts
from reports.words.phrases import sentence
from reports.words.plan_words import listed

Counts = dict[Open, int]


def counts(facts: Facts, mode_id: str = "") -> Counts:
    """How many signs have no level for which reason, of one mode or of all; what there is none of is left out."""
    found = [one.why for one in facts.open_signs if mode_id in ("", one.mode.id)]
    return {why: found.count(why) for why in Open if why in found}


def how_many_open(facts: Facts) -> str:
    """How many signs have no level and why, in a sentence; empty for none."""
    return how_many(counts(facts), facts.signs, facts)


def how_many(found: Counts, total: int, facts: Facts) -> str:
    """The same of any signs, so many in all."""
    said = _said(found, total, facts)
    return f"{said}." if said else ""


def open_finding(facts: Facts) -> str:
    """The same as a title, which names the reasons only where there is one of them."""
    words, found = facts.words, counts(facts)
    if len(found) < 2:
        return _said(found, facts.signs, facts) or words.gettext("Every warning sign has an answer")
    count = sum(found.values())
    if count == facts.signs:
        return words.gettext("None of {total} signs has a level").format(total=count)
    text = words.gettext("{count} of {total} signs have no level")
    return sentence(text.format(count=count_word(count, words), total=facts.signs))


def open_head(facts: Facts) -> str:
    """What stands above those signs."""
    _, found = facts.words.gettext, counts(facts).keys()
    if found == {Open.NOT_ASKED_AGAIN}:
        return _("What was not asked again")
    if found == {Open.NOT_ASKED}:
        return _("What was not asked")
    if found & {Open.NOT_ASKED_AGAIN, Open.NOT_ASKED}:
        return _("What is not known, or was not asked")
    return _("What is not known yet")


def _said(found: Counts, total: int, facts: Facts) -> str:
    words = facts.words
    if len(found) > 1:
        parts = [_part(why, count, words).format(count=count_word(count, words)) for why, count in found.items()]
        return words.gettext("Of {total} signs {parts}").format(
            total=count_word(total, words), parts=listed(parts, facts)
        )
    for why, count in found.items():
        text = _all_of(why, words) if count == total else _some_of(why, count, words)
        return sentence(text.format(count=count_word(count, words), total=count_word(total, words)))
    return ""


def _all_of(why: Open, words: NullTranslations) -> str:
    _ = words.gettext
    return {
        Open.NOT_KNOWN: _("None of {total} signs is known yet"),
        Open.NOT_SETTLED: _("None of {total} signs is settled yet"),
        Open.NOT_ASKED_AGAIN: _("None of {total} signs was asked again"),
        Open.NOT_ASKED: _("None of {total} signs was asked"),
    }[why]


def _some_of(why: Open, count: int, words: NullTranslations) -> str:
    """Of so many, as a sentence without its stop."""
    return {
        Open.NOT_KNOWN: words.ngettext(
            "One of {total} signs is not known yet", "{count} of {total} signs are not known yet", count
        ),
        Open.NOT_SETTLED: words.ngettext(
            "One of {total} signs is not settled yet", "{count} of {total} signs are not settled yet", count
        ),
        Open.NOT_ASKED_AGAIN: words.ngettext(
            "One of {total} signs was not asked again", "{count} of {total} signs were not asked again", count
        ),
        Open.NOT_ASKED: words.ngettext(
            "One of {total} signs was not asked", "{count} of {total} signs were not asked", count
        ),
    }[why]


def _part(why: Open, count: int, words: NullTranslations) -> str:
    """The same within a sentence that has counted all."""
    return {
        Open.NOT_KNOWN: words.ngettext("one is not known", "{count} are not known", count),
        Open.NOT_SETTLED: words.ngettext("one is not settled", "{count} are not settled", count),
        Open.NOT_ASKED_AGAIN: words.ngettext("one was not asked again", "{count} were not asked again", count),
        Open.NOT_ASKED: words.ngettext("one was not asked", "{count} were not asked", count),
    }[why]


def state_name(why: Open, words: NullTranslations) -> str:
    """Why one sign has no level, for the column of a table."""
    _ = words.gettext
    return {
        Open.NOT_KNOWN: _("Not known"),
        Open.NOT_SETTLED: _("Not settled"),
        Open.NOT_ASKED_AGAIN: _("Not asked again"),
        Open.NOT_ASKED: _("Not asked"),
    }[why]


def unasked_name(facts: Facts) -> str:
    """What an empty square is called; empty where there is none."""
    found = counts(facts)
    if Open.NOT_ASKED in found:
        return facts.words.gettext("not asked")
    return small(state_name(Open.NOT_ASKED_AGAIN, facts.words)) if Open.NOT_ASKED_AGAIN in found else ""


def was_text(last: Rating, facts: Facts) -> str:
    """What was said of a sign last time, as in "2, established; seen"."""
    words, level = facts.words, last.answer.level
    if level is None:
        return words.gettext("not known") if last.answer is Answer.NOT_KNOWN else words.gettext("does not apply")
    parts = [f"{level}, {small(facts.method.levels[level])}"]
    if last.confidence:
        parts.append(small(confidence_name(last.confidence, words)))
    return words.gettext("; ").join(parts)


def without_a_level(facts: Facts, apart: int) -> str:
    """How many signs have no level and why, and that `apart` more do not apply, in a sentence; empty for none."""
    words = facts.words
    parts = [_part(why, count, words).format(count=count_word(count, words)) for why, count in counts(facts).items()]
    if apart:
        text = words.ngettext("one does not apply", "{count} do not apply", apart)
        parts.append(text.format(count=count_word(apart, words)))
    return f"{sentence(words.gettext(', ').join(parts))}." if parts else ""


def little_known(facts: Facts) -> str:
    """The modes of which too little is known, and those that were not asked about."""
    words, found = facts.words, facts.banded(Band.NOT_KNOWN)
    texts = (
        (False, words.gettext("Too little is known of {modes}.")),
        (True, words.gettext("Nothing was asked about {modes}.")),
    )
    named = words.gettext("“{name}”")
    said = []
    for left_out, text in texts:
        if names := [named.format(name=facts.mode(r).short) for r in found if r.left_out is left_out]:
            said.append(text.format(modes=listed(names, facts)))
    return " ".join(said)
