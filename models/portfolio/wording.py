"""The portfolio in sentences: what the practice has to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from gettext import NullTranslations

from models.method.method import Method
from models.portfolio.standing import PilotStanding
from models.readiness.readiness import VerdictKind, verdict_name
from models.values.letters import within
from models.values.numbers import count_word
from models.values.terms import PointState


def headline(pilots: Sequence[PilotStanding], names: dict[str, str], words: NullTranslations) -> str:
    """Go-live dates that do not hold; where all do, the mode that is the worst in most. `names` are by mode id."""
    dated = [pilot for pilot in pilots if pilot.holds is not None]
    late = sum(pilot.holds is False for pilot in dated)
    if late:
        text = words.ngettext(
            "One of {total} go-live dates does not hold", "{count} of {total} go-live dates do not hold", late
        )
        return _begun(text.format(count=count_word(late, words), total=count_word(len(dated), words)))
    worst = Counter(pilot.worst.mode_id for pilot in pilots if pilot.worst)
    if not worst:
        return words.gettext("No pilot has been diagnosed yet")
    mode, count = worst.most_common(1)[0]
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
        numbers = {"count": count_word(count, words), "total": count_word(sum(worst.values()), words)}
        said.append(text.format(mode=within(names.get(mode, mode), words), **numbers))
    late = [pilot for pilot in pilots if pilot.counted.overdue]
    total, clients = sum(pilot.counted.overdue for pilot in late), len({pilot.counted.client for pilot in late})
    if total:
        text = words.ngettext("One action is late, at {clients}.", "{count} actions are late, at {clients}.", total)
        at = words.ngettext("{count} client", "{count} clients", clients).format(count=count_word(clients, words))
        said.append(_begun(text.format(count=count_word(total, words), clients=at)))
    elif pilots:
        said.append(words.gettext("No action is late."))
    return " ".join(said)


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


def mode_names(methods: Sequence[Method]) -> dict[str, str]:
    """The modes of several content packs by their ids, in the order of the first that has each."""
    found: dict[str, str] = {}
    for method in methods:
        for mode in method.modes:
            found.setdefault(mode.id, mode.short)
    return found
