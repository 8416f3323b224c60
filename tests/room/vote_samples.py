"""Pages about votes for the room view: as a workshop shows them, at every extreme, and a third longer."""

from __future__ import annotations

from dataclasses import replace

from room_samples import long_sign_page, of_length, sign_page

from desktop.view_models.room.pages import (
    AgreementGroup,
    RoomAgreement,
    RoomChart,
    RoomPage,
    RoomReveal,
    RoomTally,
    RoomVoting,
)
from models.method.limits import LIMITS
from models.method.method import Method

SPLIT = RoomTally((1, 2, 4, 2), 2, "1.9", "Split (0.54)")
ONE_SIDED = RoomTally((60, 0, 0, 0), 0, "0.0", "Agreed (1.00)")
GROUPS = (("Business", "0.8"), ("Technology", "2.6"))
EVERY_GROUP = tuple(
    (name, f"{number * 0.4:.1f}")
    for number, name in enumerate(("Business", "Technology", "Data", "Operations", "Risk", "Users", "Finance"))
)


def voting_page(method: Method, number: int = 10, answered: str = "5 of 8 have answered") -> RoomVoting:
    """A warning sign of the pack while the room votes on it."""
    return RoomVoting(sign_page(method, number), answered)


def reveal_page(method: Method, number: int = 10, tally: RoomTally = SPLIT) -> RoomReveal:
    """A first round on a warning sign of the pack, with nothing agreed yet."""
    sign = sign_page(method, number)
    return RoomReveal(
        place=sign.place,
        mode=sign.mode,
        question=sign.question,
        levels=sign.levels,
        tally=tally,
        before=None,
        movement="",
        groups=(),
        chosen=None,
        answer="",
    )


def second_round(page: RoomReveal) -> RoomReveal:
    """The same sign after the room has spoken about it."""
    return replace(
        page,
        tally=RoomTally((0, 1, 6, 3), 1, "2.2", "Agreed (0.73)"),
        before=SPLIT,
        movement="After discussion: level 1.9 → 2.2, closer together",
        groups=GROUPS,
    )


def long_reveal_page(third: bool) -> RoomReveal:
    """Everything a reveal can hold, every text as long as it may be."""
    more = 4 / 3 if third else 1
    sign = long_sign_page(third)
    groups = tuple((of_length(int(len(name) * more), n * 5), level) for n, (name, level) in enumerate(EVERY_GROUP))
    return RoomReveal(
        place=sign.place,
        mode=sign.mode,
        question=sign.question,
        levels=sign.levels,
        tally=RoomTally((14, 9, 11, 12), 14, "1.5", "Die meisten wissen es nicht" if third else "Most do not know"),
        before=RoomTally((60, 0, 0, 60), 60, "1.5", "Split (0.00)"),
        movement=of_length(int(len("After discussion: level 1.5 → 1.5, as far apart as before") * more)),
        groups=groups,
        chosen=3,
        answer="",
    )


def monstrous_reveal() -> RoomReveal:
    """Longer than any limit, in every text."""
    return replace(
        long_reveal_page(third=True),
        question="endless " * 60,
        movement="moved " * 60,
        groups=tuple((f"{name} {'x' * 30}", level) for name, level in EVERY_GROUP),
        answer="名前は太郎です" * 8,
        chosen=None,
    )


def monstrous_agreement() -> RoomAgreement:
    """As many signs as a pack may hold, with endless titles."""
    return _agreement_page("endless " * 30, ["X" * 300 + " 😀 endless" * 20] * 48, (12, 12, 12, 12))


def agreement_page(method: Method, sizes: tuple[int, int, int, int], title: str = "") -> RoomAgreement:
    """The first signs of the pack, so many in each group."""
    titles = [sign.title for sign in method.signs]
    return _agreement_page(title or "7 signs agreed to be a problem, 5 still split", titles, sizes)


def long_agreement_page(third: bool, sizes: tuple[int, int, int, int]) -> RoomAgreement:
    """Every title as long as it may be."""
    more = 4 / 3 if third else 1
    titles = [of_length(int(LIMITS.title * more), n * 7 % 90) for n in range(sum(sizes))]
    return _agreement_page(of_length(int(60 * more)), titles, sizes)


def _agreement_page(title: str, titles: list[str], sizes: tuple[int, int, int, int]) -> RoomAgreement:
    names, figures = ("Agreed problem", "Split", "Not known", "Agreed fine"), ("2.4 · 0.81", "1.5 · 0.32", "", "0")
    groups, start = [], 0
    for name, figure, size in zip(names, figures, sizes, strict=True):
        signs = tuple((n + 1, titles[n], figure) for n in range(start, start + size))
        groups.append(AgreementGroup(name, signs))
        start += size
    return RoomAgreement(title, tuple(groups))


def vote_pages(method: Method) -> dict[str, RoomPage]:
    """All pages about votes, and the chart, by a name for the report of a test."""
    first = reveal_page(method)
    second = second_round(first)
    nobody = RoomTally((0, 0, 0, 0), 0, "", "Nobody knows")
    pages: dict[str, RoomPage] = {
        "chart": RoomChart(),
        "voting": voting_page(method),
        "voting-hands": voting_page(method, 23, "Your vote, please"),
        "reveal": first,
        "reveal-chosen": replace(first, chosen=2),
        "reveal-answer": replace(first, answer="Not known", groups=GROUPS),
        "reveal-second": second,
        "reveal-second-chosen": replace(second, chosen=2),
        "reveal-nobody": reveal_page(method, 14, nobody),
        "reveal-unknown": reveal_page(method, 15, replace(nobody, not_known=8)),
        "reveal-one-sided": reveal_page(method, 16, ONE_SIDED),
        "reveal-many": replace(second, tally=RoomTally((9999, 0, 0, 9999), 9999, "1.5", "Split (0.00)"), before=SPLIT),
        "agreement": agreement_page(method, (7, 5, 3, 9)),
        "agreement-early": agreement_page(method, (2, 0, 1, 0)),
        "agreement-none": agreement_page(method, (0, 0, 0, 0), "Nothing has been answered yet"),
    }
    for place in range(4):
        sizes = tuple(24 if n == place else 0 for n in range(4))
        pages[f"agreement-all-{place}"] = agreement_page(method, (sizes[0], sizes[1], sizes[2], sizes[3]))
    for third in (False, True):
        name = "third" if third else "long"
        answered = "60 von 60 haben geantwortet" if third else "60 of 60 have answered"
        pages[f"voting-{name}"] = RoomVoting(replace(long_sign_page(third, chosen=None), answer=""), answered)
        pages[f"reveal-{name}"] = long_reveal_page(third)
        pages[f"reveal-{name}-first"] = replace(long_reveal_page(third), before=None, movement="", chosen=None)
        pages[f"agreement-{name}"] = long_agreement_page(third, (7, 5, 3, 9))
        pages[f"agreement-{name}-all"] = long_agreement_page(third, (24, 0, 0, 0))
        pages[f"agreement-{name}-48"] = long_agreement_page(third, (12, 12, 12, 12))
    return pages
