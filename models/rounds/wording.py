"""What moved between two rounds, in sentences: for the command line, the screens and the documents alike."""

from __future__ import annotations

from gettext import NullTranslations

from models.readiness.readiness import VerdictKind, verdict_name
from models.rounds.comparison import Comparison
from models.rounds.modes import Direction, ModeMoved
from models.rounds.pasts import Became, Past
from models.rounds.signs import BETTER, BOTH_TIMES, FOR_THE_WORSE, Movement, SignMoved, of_kinds
from models.statements.standing import sign_text
from models.values.letters import within
from models.values.months import day_and_month
from models.values.numbers import count_word

LONGEST_HEADLINE = 50
"""Letters."""
ESTABLISHED = 2
"""From this level on a pack has a finding."""


def headline(found: Comparison, words: NullTranslations) -> str:
    """How many signs cleared, or else moved, and the gravest that stands still; in at most 50 letters."""
    first = _first_clause(found, words)
    for text in (*_standing(found, words), *_counted(found, words)):
        said = words.gettext("{first}; {rest}").format(first=first, rest=text)
        if len(said) <= LONGEST_HEADLINE:
            return _capital(said)
    return _capital(first)


def _first_clause(found: Comparison, words: NullTranslations) -> str:
    better, worse = len(found.of(*BETTER)), len(found.of(*FOR_THE_WORSE))
    if not found.now.ratings:
        return words.gettext("Nothing has been asked again yet")
    if not found.both:
        return words.gettext("No sign has an answer in both rounds")
    if worse > better:
        text = words.ngettext("One sign is worse", "{count} signs are worse", worse)
        return text.format(count=count_word(worse, words))
    if cleared := len(found.of(Movement.CLEARED)):
        text = words.ngettext("One sign cleared", "{count} signs cleared", cleared)
        return text.format(count=count_word(cleared, words))
    if better:
        text = words.ngettext("One sign eased", "{count} signs eased", better)
        return text.format(count=count_word(better, words))
    return words.gettext("No sign has moved")


def _standing(found: Comparison, words: NullTranslations) -> list[str]:
    """What is found of the gravest signs that were asked both times and stand high, as far as the pack says it."""
    high = [one for one in found.of(*BOTH_TIMES) if (one.levels[1] or 0) >= ESTABLISHED]
    gravest = max((one.levels[1] or 0 for one in high), default=0)
    texts = []
    for one in high:
        said = one.sign.finding_at(one.levels[1] or 0)
        if said and one.levels[1] == gravest:
            still = (one.levels[0] or 0) >= ESTABLISHED
            text = words.gettext("{finding}, still") if still else words.gettext("{finding}, now")
            texts.append(text.format(finding=within(said, words)))
    return texts


def _counted(found: Comparison, words: NullTranslations) -> list[str]:
    """What goes the other way than the first clause; else how many stand."""
    better, worse = len(found.of(*BETTER)), len(found.of(*FOR_THE_WORSE))
    if better and worse:
        if worse > better:
            text = words.ngettext("one is better", "{count} are better", better)
            return [text.format(count=count_word(better, words))]
        text = words.ngettext("one is worse", "{count} are worse", worse)
        return [text.format(count=count_word(worse, words))]
    stand = sum(bool(one.levels[1]) for one in found.of(*BOTH_TIMES))
    if not stand:
        return []
    text = words.ngettext("one still stands", "{count} still stand", stand)
    return [text.format(count=count_word(stand, words))]


def signs_sentence(found: Comparison, words: NullTranslations) -> str:
    """Of the signs asked both times, how many moved which way; and what counts neither way."""
    _, kinds = words.gettext, (Movement.CLEARED, Movement.EASED, Movement.NEW, Movement.WORSE)
    cleared, eased, new, worse = (len(found.of(kind)) for kind in kinds)
    texts = {
        words.ngettext("{count} cleared", "{count} cleared", cleared): cleared,
        words.ngettext("{count} eased", "{count} eased", eased): eased,
        words.ngettext("{count} came up", "{count} came up", new): new,
        words.ngettext("{count} got worse", "{count} got worse", worse): worse,
    }
    moved = [text.format(count=count_word(count, words)) for text, count in texts.items() if count]
    if not found.both:
        return _("No sign has an answer in both rounds, so nothing is better or worse.")
    both = count_word(found.both, words)
    if not moved:
        return _("Of {both} signs answered in both rounds none has moved.").format(both=both)
    return _("Of {both} signs answered in both rounds {moved}.").format(both=both, moved=_listed(moved, words))


def neither_sentence(found: Comparison, words: NullTranslations) -> str:
    """What was asked in one round only, and so counts neither way; empty for nothing."""
    left, known = len(found.of(Movement.NOT_ASKED_AGAIN)), len(found.of(Movement.KNOWN_NOW, Movement.FIRST_ASKED))
    unknown, parts = len(found.of(Movement.NOT_KNOWN)), []
    if left:
        text = words.ngettext("one was not asked again", "{count} were not asked again", left)
        parts.append(text.format(count=count_word(left, words)))
    if known:
        text = words.ngettext("one is known only now", "{count} are known only now", known)
        parts.append(text.format(count=count_word(known, words)))
    if unknown:
        text = words.ngettext("one has no level any more", "{count} have no level any more", unknown)
        parts.append(text.format(count=count_word(unknown, words)))
    if not parts:
        return ""
    said = words.gettext("{parts}: these count neither way.").format(parts=_listed(parts, words))
    return _capital(said)


def promises_sentence(found: Comparison, words: NullTranslations) -> str:
    """How many of the actions promised by the day of the later round are done; empty where none was agreed."""
    if not found.pasts:
        return ""
    day, total = day_and_month(found.day, words), len(found.due)
    if not total:
        return words.gettext("No action was promised by {day}.").format(day=day)
    if not found.done:
        text = words.ngettext(
            "The one action promised by {day} is not done.",
            "None of the {total} actions promised by {day} is done.",
            total,
        )
        return text.format(total=count_word(total, words), day=day)
    text = words.ngettext(
        "The one action promised by {day} is done.",
        "{done} of {total} actions promised by {day} are done.",
        total,
    )
    said = text.format(done=count_word(found.done, words), total=count_word(total, words), day=day)
    return _capital(said)


def readiness_sentence(found: Comparison, words: NullTranslations) -> str:
    """The verdict then and now; empty where nothing was judged either time."""
    then, now = found.readiness.then, found.readiness.now
    if now.kind is VerdictKind.NOT_JUDGED:
        judged = then.kind is not VerdictKind.NOT_JUDGED
        return words.gettext("Readiness has not been judged again.") if judged else ""
    if then.kind is now.kind is VerdictKind.NO_GO:
        text = words.ngettext(
            "It stays a no-go: one point is open, and {then} before.",
            "It stays a no-go: {now} points are open, and {then} before.",
            len(now.open),
        )
        said = text.format(now=count_word(len(now.open), words), then=count_word(len(then.open), words))
    else:
        text = words.gettext("Readiness: {then} before, {now} now.")
        names = [within(verdict_name(verdict.kind, words), words) for verdict in (then, now)]
        said = text.format(then=names[0], now=names[1])
    return " ".join(filter(None, (said, _not_judged_again(found, words))))


def _not_judged_again(found: Comparison, words: NullTranslations) -> str:
    count = found.readiness.not_judged_again
    if not count:
        return ""
    text = words.ngettext("One point is not judged again yet.", "{count} points are not judged again yet.", count)
    return _capital(text.format(count=count_word(count, words)))


def lead(found: Comparison, words: NullTranslations) -> str:
    """All of it in a few sentences."""
    parts = (signs_sentence(found, words), promises_sentence(found, words), readiness_sentence(found, words))
    return " ".join(filter(None, parts))


def mode_reason(moved: ModeMoved, words: NullTranslations) -> str:
    """Why a mode moved, or did not; with the figures like for like where they rest on different signs."""
    if moved.direction is Direction.NOT_COMPARABLE or moved.alike is None:
        return _not_comparable(moved, words)
    said = _what_moved(moved, words)
    if moved.same_signs:
        return said
    before, after = (round(index) for index in moved.alike)
    text = words.gettext("Signs asked both times: {then} then, {now} now.").format(then=before, now=after)
    return f"{said} {text}"


def _not_comparable(moved: ModeMoved, words: NullTranslations) -> str:
    """Why nothing can be said of a mode of which no sign has a level both times."""
    _, (then, now) = words.gettext, (result.index is not None for result in (moved.then, moved.now))
    if moved.not_asked_again:
        told = _("Not asked again: shown as it stood, and counted neither way.")
        return told if then else _("Not asked again, and not known before.")
    if then and now:
        return _("No sign of it has a level in both rounds.")
    if now:
        return _("Known only now.")
    if then:
        return _("It has no figure this time: shown as it stood, and counted neither way.")
    return _("Not asked in either round.") if moved.now.left_out else _("Not known in either round.")


def _what_moved(moved: ModeMoved, words: NullTranslations) -> str:
    """What is worse, or else cleared, or else stands; of several the gravest."""
    worse, cleared = of_kinds(moved.both, *FOR_THE_WORSE), of_kinds(moved.both, Movement.CLEARED)
    if worse and moved.direction is not Direction.BETTER:
        return words.gettext("Worse: {what}.").format(what=moved_text(worse[0]))
    if cleared:
        return f"{moved_text(cleared[0])}."
    if eased := of_kinds(moved.both, Movement.EASED):
        return words.gettext("Eased: {what}.").format(what=moved_text(eased[0]))
    stands = of_kinds(moved.both, *BOTH_TIMES)
    if stands[0].levels[1]:
        return words.gettext("Still: {what}.").format(what=moved_text(stands[0]))
    return words.gettext("In good order, then and now.")


def moved_text(one: SignMoved) -> str:
    """What is so now: good news for level 0, the finding of a higher one, else the sign by its name.

    Of a sign without a level now it is what was so then.
    """
    answer = one.now if one.now and one.now.level is not None else one.then
    return sign_text(one.sign, answer).rstrip(".")


def movement_name(movement: Movement, words: NullTranslations) -> str:
    """For the head of a list of signs."""
    _ = words.gettext
    return {
        Movement.CLEARED: _("Cleared"),
        Movement.EASED: _("Eased"),
        Movement.SAME: _("As before"),
        Movement.WORSE: _("Worse"),
        Movement.NEW: _("Came up"),
        Movement.KNOWN_NOW: _("Known only now"),
        Movement.FIRST_ASKED: _("Asked for the first time"),
        Movement.NOT_KNOWN: _("No level any more"),
        Movement.NOT_ASKED_AGAIN: _("Not asked again"),
        Movement.NEVER_KNOWN: _("Not known"),
    }[movement]


def became_name(became: Became, words: NullTranslations) -> str:
    """What became of an action, in a word."""
    _ = words.gettext
    return {Became.DONE: _("Done"), Became.CARRIED: _("To be done"), Became.DROPPED: _("Dropped")}[became]


def slip_text(past: Past, words: NullTranslations) -> str:
    """How its day moved, as in "22 January, now 19 February; moved twice"; empty where it stands as promised."""
    if past.promised is None or past.action.due is None or past.promised == past.action.due:
        return ""
    text = words.gettext("{then}, now {now}")
    days = day_and_month(past.promised, words), day_and_month(past.action.due, words, past.promised)
    said = text.format(then=days[0], now=days[1])
    if past.slips > 1:
        text = words.ngettext("{said}; moved once", "{said}; moved {count} times", past.slips)
        said = text.format(said=said, count=count_word(past.slips, words))
    return said


def _listed(parts: list[str], words: NullTranslations) -> str:
    """As in "one, two and three"."""
    *most, last = parts
    if not most:
        return last
    return words.gettext("{first} and {last}").format(first=", ".join(most), last=last)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
