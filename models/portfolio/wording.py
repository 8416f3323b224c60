"""The portfolio in sentences: what the practice has to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band
from models.method.method import FailureMode, Method
from models.plan.titles import titled
from models.portfolio.soon import presses
from models.portfolio.standing import PilotStanding
from models.portfolio.usual import Spread
from models.readiness.readiness import VerdictKind, verdict_name
from models.values.letters import within
from models.values.numbers import count_word
from models.values.terms import PointState


def headline(pilots: Sequence[PilotStanding], names: dict[str, str], words: NullTranslations) -> str:
    """Go-live dates that do not hold; where all do, the mode that is the worst in most. `names` are by mode id."""
    dated = [pilot for pilot in pilots if pilot.holds is not None]
    late = sum(pilot.holds is False for pilot in dated)
    if late and len(dated) == 1:
        return words.gettext("The one go-live date does not hold")
    if late:
        text = words.ngettext(
            "One of {total} go-live dates does not hold", "{count} of {total} go-live dates do not hold", late
        )
        return _begun(text.format(count=count_word(late, words), total=count_word(len(dated), words)))
    worst = Counter(pilot.worst.mode_id for pilot in pilots if pilot.worst)
    if not worst:
        return words.gettext("No pilot has been diagnosed yet")
    mode, count = worst.most_common(1)[0]
    if sum(worst.values()) == 1:
        return words.gettext("{mode} is the worst in the one pilot").format(mode=names.get(mode, mode))
    text = words.ngettext("{mode} is the worst in one of {total}", "{mode} is the worst in {count} of {total}", count)
    return text.format(
        mode=names.get(mode, mode), count=count_word(count, words), total=count_word(sum(worst.values()), words)
    )


def lead(pilots: Sequence[PilotStanding], names: dict[str, str], words: NullTranslations) -> str:
    """Which mode is the worst in most pilots, and how much is late at how many clients."""
    said = []
    worst = Counter(pilot.worst.mode_id for pilot in pilots if pilot.worst)
    if worst:
        mode, count = worst.most_common(1)[0]
        text = words.ngettext(
            "Worst in one of {total} pilots: {mode}.", "Worst in {count} of {total} pilots: {mode}.", count
        )
        if sum(worst.values()) == 1:
            text = words.gettext("Worst in the one pilot: {mode}.")
        numbers = {"count": count_word(count, words), "total": count_word(sum(worst.values()), words)}
        said.append(text.format(mode=within(names.get(mode, mode), words), **numbers))
    late = [pilot for pilot in pilots if pilot.counted.overdue]
    total, clients = sum(pilot.counted.overdue for pilot in late), len({pilot.counted.client for pilot in late})
    if total:
        text = words.ngettext("One action is late, at {clients}.", "{count} actions are late, at {clients}.", total)
        at = words.ngettext("one client", "{count} clients", clients).format(count=count_word(clients, words))
        said.append(_begun(text.format(count=count_word(total, words), clients=at)))
    elif pilots:
        said.append(words.gettext("No action is late."))
    return " ".join(said)


def what_presses(pilots: Sequence[PilotStanding], today: date, words: NullTranslations) -> str:
    """What is late, and in how many pilots something is on this week; empty where nothing presses."""
    late = sum(pilot.counted.overdue for pilot in pilots)
    soon = sum(presses(pilot.counted, today) and not pilot.counted.overdue for pilot in pilots)
    said = []
    if late:
        text = words.ngettext("one action overdue", "{count} actions overdue", late)
        said.append(text.format(count=count_word(late, words)))
    if soon:
        text = words.ngettext("one pilot to see to this week", "{count} pilots to see to this week", soon)
        said.append(text.format(count=count_word(soon, words)))
    return _begun(words.gettext(", ").join(said))


def what_is_next(pilot: PilotStanding, words: NullTranslations) -> str:
    """The action that is due next; empty where nothing is."""
    return titled(pilot.counted.next_action, words) if pilot.counted.next_due else ""


def worst_finding(pilot: PilotStanding, findings: Mapping[str, str], words: NullTranslations) -> str:
    """What the mode that leads comes to, as a report says it; `findings` are by mode id."""
    worst = pilot.worst
    if worst is None:
        return words.gettext("Not asked yet")
    if worst.band is Band.NOT_KNOWN:
        return words.gettext("Too little is known yet")
    if worst.band in (Band.LOW, Band.MODERATE):
        return words.gettext("Nothing above moderate")
    return findings.get(worst.mode_id, "")


def what_is_usual(middles: Sequence[Spread], names: dict[str, str], words: NullTranslations) -> str:
    """Which modes hold most pilots back: that with the highest middle, or the two; empty where more are alike."""
    most = max((one.middle for one in middles), default=0)
    alike = [within(names.get(one.mode_id, one.mode_id), words) for one in middles if one.middle == most]
    if not most or len(alike) > 2:
        return ""
    if len(alike) == 1:
        return words.gettext("Most often in the way: {mode}").format(mode=alike[0])
    return words.gettext("Most often in the way: {mode} and {other}").format(mode=alike[0], other=alike[1])


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def verdict_in_short(pilot: PilotStanding, words: NullTranslations) -> str:
    """The verdict and how many points made it, as in "No-go: 5 open"."""
    name, detail = verdict_name(pilot.verdict, words), verdict_detail(pilot, words)
    return words.gettext("{verdict}: {detail}").format(verdict=name, detail=detail) if detail else name


def verdict_detail(pilot: PilotStanding, words: NullTranslations) -> str:
    """How many points made the verdict, as in "5 open"; empty where none did."""
    if pilot.verdict is VerdictKind.NO_GO:
        return words.gettext("{count} open").format(count=pilot.states.get(PointState.OPEN, 0))
    if pilot.verdict is VerdictKind.CONDITIONS:
        return words.gettext("{count} waived").format(count=pilot.states.get(PointState.WAIVED, 0))
    return ""


def all_modes(methods: Sequence[Method]) -> dict[str, FailureMode]:
    """The modes of several content packs by their ids, each as the first that has it tells it."""
    found: dict[str, FailureMode] = {}
    for method in methods:
        for mode in method.modes:
            found.setdefault(mode.id, mode)
    return found


def mode_names(methods: Sequence[Method]) -> dict[str, str]:
    """Their names by their ids."""
    return {key: mode.short for key, mode in all_modes(methods).items()}
