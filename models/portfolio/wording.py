"""The portfolio in sentences: what the practice has to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from gettext import NullTranslations

from models.method.method import Method
from models.portfolio.standing import PilotStanding
from models.readiness.readiness import VerdictKind, verdict_name
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


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def verdict_in_short(pilot: PilotStanding, words: NullTranslations) -> str:
    """The verdict and how many points made it, as in "No-go: 5 open"."""
    name, open_ = verdict_name(pilot.verdict, words), pilot.states.get(PointState.OPEN, 0)
    waived = pilot.states.get(PointState.WAIVED, 0)
    if pilot.verdict is VerdictKind.NO_GO:
        return words.gettext("{verdict}: {count} open").format(verdict=name, count=open_)
    if pilot.verdict is VerdictKind.CONDITIONS:
        return words.gettext("{verdict}: {count} waived").format(verdict=name, count=waived)
    return name


def mode_names(methods: Sequence[Method]) -> dict[str, str]:
    """The modes of several content packs by their ids, in the order of the first that has each."""
    found: dict[str, str] = {}
    for method in methods:
        for mode in method.modes:
            found.setdefault(mode.id, mode.short)
    return found
