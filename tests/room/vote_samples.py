"""Pages about votes for the room view: as a workshop shows them, at every extreme, and a third longer."""

from __future__ import annotations

from dataclasses import replace

from room_samples import long_sign_page, of_length, sign_page

from desktop.view_models.room.entries import AgreementGroup, RoomTally, RoomVote
from desktop.view_models.room.pages import RoomAgreement, RoomChart, RoomPage, RoomReveal, RoomVoting
from models.method.limits import LIMITS
from models.method.method import Method

SPLIT = RoomTally((1, 2, 4, 2), 2)
AGREED = RoomTally((0, 1, 6, 3), 1)
HIDDEN = "Hidden until all are in. No names, then or later."


def voting_page(
    method: Method, number: int = 10, answered: str = "Five of eight are in", squares: tuple[int, int] = (5, 8)
) -> RoomVoting:
    """A warning sign of the pack while the room votes on it."""
    return RoomVoting(sign_page(method, number), answered, squares, HIDDEN)


def reveal_page(method: Method, number: int = 10, tally: RoomTally = SPLIT) -> RoomReveal:
    """A first vote on a warning sign of the pack, with nothing agreed yet."""
    return RoomReveal(
        sign=sign_page(method, number),
        title="We see it differently: what have we seen?",
        first=tally,
        last=None,
        heads=("First vote, 11 people",),
        outcome="Split: from 0 to 3.",
        beside="Talk, then vote once more.",
        split=True,
        bars="One bar a vote",
    )


def second_round(page: RoomReveal) -> RoomReveal:
    """The same sign after the room has spoken about it."""
    return replace(
        page,
        title="Six of 11: no money is set aside beyond the pilot",
        last=AGREED,
        heads=("First vote", "After talking"),
        outcome="",
        beside="No level is agreed yet.",
        split=False,
        bars="One bar a vote, 11 people",
    )


def agreed_on(page: RoomReveal, level: int) -> RoomReveal:
    """The same, with a level agreed."""
    outcome, sign = f"Agreed: {level}, {page.sign.levels[level].lower()}.", replace(page.sign, chosen=level)
    return replace(page, sign=sign, outcome=outcome, beside="Four said so at first.")


def long_reveal_page(third: bool) -> RoomReveal:
    """Everything a reveal can hold, every text as long as it may be."""
    more = 4 / 3 if third else 1
    return RoomReveal(
        sign=long_sign_page(third, chosen=3),
        title=of_length(int(LIMITS.finding * more)),
        first=RoomTally((60, 0, 0, 60), 60),
        last=RoomTally((14, 9, 11, 12), 14),
        heads=(of_length(int(10 * more)), of_length(int(13 * more))),
        outcome=of_length(int(26 * more)),
        beside=of_length(int(28 * more)),
        split=False,
        bars=of_length(int(28 * more)),
    )


def monstrous_reveal() -> RoomReveal:
    """Longer than any limit, in every text."""
    page = long_reveal_page(third=True)
    sign = replace(page.sign, question="endless " * 60, title="名前は太郎です" * 8)
    return replace(page, sign=sign, outcome="x" * 60)


KINDS = (
    ("Split: talk again", "split"),
    ("Agreed: a problem", "problem"),
    ("Agreed: fine", "fine"),
    ("Not known", "not-known"),
)
FALLEN = ((1, 1, 4, 1, 0), (0, 0, 1, 6, 0), (6, 1, 0, 0, 0), (0, 1, 0, 1, 5))
LEVELS = ("2", "3", "0", "?")


def _votes(kind: int, titles: list[str], aside: str) -> tuple[RoomVote, ...]:
    said = aside if kind == 0 else ""
    return tuple(RoomVote(title, FALLEN[kind], LEVELS[kind], said) for title in titles)


def agreement_page(method: Method, sizes: tuple[int, int, int, int], without: int = 13) -> RoomAgreement:
    """The first signs of the pack, so many of each kind."""
    titles = [sign.title for sign in method.signs]
    groups, start = [], 0
    for number, size in enumerate(sizes):
        if size:
            name, kind = KINDS[number]
            votes = _votes(number, titles[start : start + size], "2 for now")
            groups.append(AgreementGroup(name, kind, votes))
            start += size
    return RoomAgreement(
        title="Two of nine votes are split",
        lead="Voted: nine signs, seven people, one bar a vote" if groups else "",
        groups=tuple(groups),
        more="",
        without=f"Entered without a vote: {without}" if without else "",
        levels=tuple(str(n * 4 // max(without, 1)) for n in range(without)),
        rest="one more is not known, one does not apply" if without else "",
        fine=("Fine among them:", "the right people are engaged; a next step is decided.") if without else ("", ""),
    )


def long_agreement_page(third: bool) -> RoomAgreement:
    """Nine votes, and every text as long as it may be."""
    more = 4 / 3 if third else 1
    groups = tuple(
        AgreementGroup(
            of_length(int(17 * more), number),
            kind,
            _votes(
                number,
                [of_length(int(LIMITS.title * more), n * 7) for n in range((3, 4, 1, 1)[number])],
                of_length(int(9 * more)),
            ),
        )
        for number, (_, kind) in enumerate(KINDS)
    )
    return RoomAgreement(
        title=of_length(int(LIMITS.finding * more)),
        lead=of_length(int(48 * more)),
        groups=groups,
        more=of_length(int(30 * more)),
        without=of_length(int(34 * more)),
        levels=tuple("0011112223"),
        rest=of_length(int(40 * more)),
        fine=(of_length(int(16 * more)), of_length(int(90 * more))),
    )


def monstrous_agreement() -> RoomAgreement:
    """Endless titles, and more votes than anybody casts."""
    votes = tuple(RoomVote("X" * 300 + " 😀 endless" * 20, (9999, 0, 0, 9999, 0), "3", "") for _ in range(9))
    page = replace(long_agreement_page(third=False), more="")
    return replace(page, groups=(AgreementGroup("Agreed: a problem", "problem", votes),))


def vote_pages(method: Method) -> dict[str, RoomPage]:
    """All pages about votes, and the chart, by a name for the report of a test."""
    first = reveal_page(method)
    second = second_round(first)
    nobody = RoomTally((0, 0, 0, 0), 0)
    pages: dict[str, RoomPage] = {
        "chart": RoomChart(),
        "voting": voting_page(method),
        "voting-hands": voting_page(method, 23, "Your vote, please", (0, 0)),
        "voting-all": voting_page(method, 3, "All 40 are in", (40, 40)),
        "reveal": first,
        "reveal-for-now": replace(agreed_on(first, 2), split=True),
        "reveal-second": second,
        "reveal-second-chosen": agreed_on(second, 2),
        "reveal-nobody": reveal_page(method, 14, nobody),
        "reveal-unknown": reveal_page(method, 15, replace(nobody, not_known=8)),
        "reveal-one-sided": reveal_page(method, 16, RoomTally((60, 0, 0, 0), 0)),
        "reveal-many": replace(second, first=RoomTally((9999, 0, 0, 9999), 9999), last=SPLIT),
        "agreement": agreement_page(method, (2, 5, 1, 1)),
        "agreement-early": agreement_page(method, (0, 2, 0, 0), 0),
        "agreement-more": replace(agreement_page(method, (4, 5, 0, 0), 3), more="and four are fine"),
        "agreement-none": agreement_page(method, (0, 0, 0, 0), 22),
    }
    for third in (False, True):
        name = "third" if third else "long"
        answered = "60 von 60 sind schon da" if third else "60 of 60 are in"
        sign = replace(long_sign_page(third, chosen=None), answer="")
        pages[f"voting-{name}"] = RoomVoting(sign, answered, (60, 60), of_length(67 if third else 50))
        pages[f"reveal-{name}"] = long_reveal_page(third)
        pages[f"reveal-{name}-first"] = replace(
            long_reveal_page(third), last=None, heads=(of_length(33 if third else 25),)
        )
        pages[f"agreement-{name}"] = long_agreement_page(third)
    return pages
