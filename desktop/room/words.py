"""What the room view says of its own accord, and how it describes a page to a screen reader."""

from __future__ import annotations

from desktop.room import playbook_words
from desktop.view_models.room.pages import (
    ActivityPage,
    AgreementGroup,
    AgreementPage,
    BlankPage,
    ChartPage,
    ClosingPage,
    CommitmentPage,
    GatePage,
    ImpactPage,
    RadarPage,
    ReadinessPage,
    ResultsPage,
    RevealPage,
    RoomResult,
    RoomView,
    SignPage,
    VotingPage,
    WelcomePage,
)
from desktop.words import gettext


def modes_heading() -> str:
    """Above the failure modes in the rail."""
    return gettext("Failure modes")


def agenda_heading() -> str:
    """Above the time boxes."""
    return gettext("Agenda")


def commitment_heading(place: str) -> str:
    """Above a commitment, as in "Commitment 3 of 12"."""
    return gettext("Commitment {0}").format(place)


def owner_words(owner: str) -> str:
    """How a commitment begins."""
    if not owner:
        return gettext("No owner yet:")
    return gettext("{0} owns:").format(owner)


def due_words(due: str) -> str:
    """How a commitment ends."""
    if not due:
        return gettext("no date yet")
    return gettext("by {0}").format(due)


def done_when_heading() -> str:
    """Above how a commitment will be known to be kept."""
    return gettext("Done when")


def voting_open() -> str:
    """Below a warning sign while the room votes on it."""
    return gettext("Voting is open")


def not_known() -> str:
    """Of those who voted that they do not know."""
    return gettext("Not known")


def level_heading() -> str:
    """Above the level of a vote."""
    return gettext("Level")


def level_words(level: str) -> str:
    """As in "Level 1.9"."""
    return gettext("Level {0}").format(level)


def agreed_level(level: int, levels: tuple[str, str, str, str]) -> str:
    """As in "Agreed: 2 Established"."""
    return _agreed(f"{level} {levels[level]}")


def this_round() -> str:
    """What the filled columns are, beside those of the round before."""
    return gettext("This round")


def round_before() -> str:
    """What the outlined columns are."""
    return gettext("The round before")


def level_meaning() -> str:
    """What the pointer below the scale is."""
    return gettext("Level: the middle of the votes")


def figures_meaning() -> str:
    """What stands beside the warning signs by level and agreement."""
    return gettext("Level 0 to 3 · agreement 0 to 1")


def numbers_meaning() -> str:
    """Where warning signs stand as numbers, without their titles."""
    return gettext("Boxes: number of the warning sign")


def point_states() -> tuple[tuple[str, str], ...]:
    """The states of a readiness point with their names."""
    return (
        ("confirmed", gettext("Confirmed")),
        ("open", gettext("Open")),
        ("waived", gettext("Waived")),
        ("does-not-apply", gettext("Does not apply")),
    )


def _described_readiness(page: ReadinessPage) -> str:
    names = dict(point_states())
    points = [f"{p.title}: {names[p.state]}" for group in page.groups for p in group.points]
    return _sentences(page.verdict, page.question, *points)


def chart_line(part: int) -> str:
    """A line that is one of so many parts of the window's height."""
    return gettext("1/{0}: Can the last row read this line?").format(part)


def range_words(result: RoomResult) -> str:
    """Where a mode's index can still end up; nothing where that is settled."""
    if result.lowest == result.highest:
        return ""
    return gettext("{0} to {1} possible").format(result.lowest, result.highest)


def legend(results: tuple[RoomResult, ...]) -> tuple[str, ...]:
    """What the numbers and marks among the results mean; only of those that are shown."""
    said = [gettext("Index 0 to 100: the higher, the worse")]
    if any(r.lowest != r.highest for r in results):
        said.append(gettext("Bracket: where it can still end up"))
    marks = {mark for r in results for mark in r.levels}
    if "?" in marks:
        said.append(gettext("? not known"))
    if "–" in marks:
        said.append(gettext("– does not apply"))
    return tuple(said)


def described(view: RoomView) -> str:
    """The page in words."""
    page, brand = view.page, view.brand
    match page:
        case WelcomePage():
            agenda = [f"{time} {what}".strip() for time, what in page.agenda]
            return _sentences(page.pilot, brand.client, brand.practice, page.date, *agenda)
        case SignPage():
            return _described_sign(page)
        case VotingPage():
            return _sentences(_described_sign(page.sign), voting_open(), page.answered)
        case RevealPage():
            return _described_reveal(page)
        case AgreementPage():
            return _sentences(page.title, *(_described_group(g) for g in page.groups))
        case ResultsPage():
            return _sentences(page.title, *(_described_result(r) for r in page.results))
        case RadarPage():
            axes = (f"{a.name} {'?' if a.index is None else a.index}, {a.band}" for a in page.axes)
            return _sentences(page.title, *axes)
        case ReadinessPage():
            return _described_readiness(page)
        case ActivityPage() | GatePage() | ImpactPage() | ClosingPage():
            return _sentences(*playbook_words.described_page(page))
        case CommitmentPage():
            done = f"{done_when_heading()}: {page.done_when}" if page.done_when else ""
            promise = f"{owner_words(page.owner)} {page.action} {due_words(page.due)}"
            return _sentences(commitment_heading(page.place), promise, done)
        case ChartPage():
            return gettext("Lines of four sizes, to be read from the last row")
        case BlankPage():
            return _sentences(brand.practice, brand.client)


def _sentences(*parts: str) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)


def _described_sign(page: SignPage) -> str:
    anchors = [
        f"{number} {level}: {anchor}"
        for number, (level, anchor) in enumerate(zip(page.levels, page.anchors, strict=True))
    ]
    return _sentences(page.place, page.mode, page.question, *anchors, _described_answer(page))


def _described_answer(page: SignPage | RevealPage) -> str:
    if page.chosen is not None:
        return agreed_level(page.chosen, page.levels)
    return _agreed(page.answer) if page.answer else ""


def _agreed(answer: str) -> str:
    return gettext("Agreed: {0}").format(answer)


def _described_reveal(page: RevealPage) -> str:
    tally = page.tally
    votes = [f"{level} {name}: {tally.counts[level]}" for level, name in enumerate(page.levels)]
    if tally.not_known:
        votes.append(f"{not_known()}: {tally.not_known}")
    level = level_words(tally.level) if tally.level else ""
    groups = [f"{name} {median}" for name, median in page.groups]
    said = (page.place, page.mode, page.question, *votes, level, tally.agreement, page.movement)
    return _sentences(*said, *groups, _described_answer(page))


def _described_group(group: AgreementGroup) -> str:
    signs = "; ".join(f"{number} {title} {figures}".strip() for number, title, figures in group.signs)
    return f"{group.name}: {signs or 0}"


def _described_result(result: RoomResult) -> str:
    index = "?" if result.index is None else str(result.index)
    return ", ".join(
        part for part in (f"{result.name} {index}", result.band, range_words(result), result.coverage) if part
    )
