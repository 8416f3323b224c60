"""What the room view says of its own accord, and how it describes a page to a screen reader."""

from __future__ import annotations

from desktop.view_models.room.pages import RoomModeResult
from desktop.words import gettext, spoken
from models.values.names import point_state_name
from models.values.terms import PointState


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
    return tuple((state.value, point_state_name(state, spoken())) for state in PointState)


def chart_line(part: int) -> str:
    """A line that is one of so many parts of the window's height."""
    return gettext("1/{0}: Can the last row read this line?").format(part)


def range_words(result: RoomModeResult) -> str:
    """Where a mode's index can still end up; nothing where that is settled."""
    if result.lowest == result.highest:
        return ""
    return gettext("{0} to {1} possible").format(result.lowest, result.highest)


def legend(results: tuple[RoomModeResult, ...]) -> tuple[str, ...]:
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


def chart_said() -> str:
    """What the legibility chart is."""
    return gettext("Lines of four sizes, to be read from the last row")


def agreed_answer(chosen: int | None, answer: str, levels: tuple[str, str, str, str]) -> str:
    """As in "Agreed: 2 Established", or "Agreed: Not known"; nothing where nothing is agreed."""
    if chosen is not None:
        return agreed_level(chosen, levels)
    return _agreed(answer) if answer else ""


def _agreed(answer: str) -> str:
    return gettext("Agreed: {0}").format(answer)
