"""What the room view says of its own accord, and how it describes a page to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.view_models.room import (
    BlankPage,
    CommitmentPage,
    ResultsPage,
    RoomResult,
    RoomView,
    SignPage,
    WelcomePage,
)


def modes_heading() -> str:
    """Above the failure modes in the rail."""
    return QCoreApplication.translate("room", "Failure modes")


def agenda_heading() -> str:
    """Above the time boxes."""
    return QCoreApplication.translate("room", "Agenda")


def commitment_heading(place: str) -> str:
    """Above a commitment, as in "Commitment 3 of 12"."""
    return QCoreApplication.translate("room", "Commitment {0}").format(place)


def owner_words(owner: str) -> str:
    """How a commitment begins."""
    if not owner:
        return QCoreApplication.translate("room", "No owner yet:")
    return QCoreApplication.translate("room", "{0} owns:").format(owner)


def due_words(due: str) -> str:
    """How a commitment ends."""
    if not due:
        return QCoreApplication.translate("room", "no date yet")
    return QCoreApplication.translate("room", "by {0}").format(due)


def done_when_heading() -> str:
    """Above how a commitment will be known to be kept."""
    return QCoreApplication.translate("room", "Done when")


def range_words(result: RoomResult) -> str:
    """Where a mode's index can still end up; nothing where that is settled."""
    if result.lowest == result.highest:
        return ""
    return QCoreApplication.translate("room", "{0} to {1} possible").format(result.lowest, result.highest)


def legend(results: tuple[RoomResult, ...]) -> tuple[str, ...]:
    """What the numbers and marks among the results mean; only of those that are shown."""
    said = [QCoreApplication.translate("room", "Index 0 to 100: the higher, the worse")]
    if any(r.lowest != r.highest for r in results):
        said.append(QCoreApplication.translate("room", "Bracket: where it can still end up"))
    marks = {mark for r in results for mark in r.levels}
    if "?" in marks:
        said.append(QCoreApplication.translate("room", "? not known"))
    if "–" in marks:
        said.append(QCoreApplication.translate("room", "– does not apply"))
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
        case ResultsPage():
            return _sentences(page.title, *(_described_result(r) for r in page.results))
        case CommitmentPage():
            done = f"{done_when_heading()}: {page.done_when}" if page.done_when else ""
            promise = f"{owner_words(page.owner)} {page.action} {due_words(page.due)}"
            return _sentences(commitment_heading(page.place), promise, done)
        case BlankPage():
            return _sentences(brand.practice, brand.client)


def _sentences(*parts: str) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)


def _described_sign(page: SignPage) -> str:
    anchors = [
        f"{number} {level}: {anchor}"
        for number, (level, anchor) in enumerate(zip(page.levels, page.anchors, strict=True))
    ]
    agreed = page.answer if page.chosen is None else f"{page.chosen} {page.levels[page.chosen]}"
    answer = QCoreApplication.translate("room", "Agreed: {0}").format(agreed) if agreed else ""
    return _sentences(page.place, page.mode, page.question, *anchors, answer)


def _described_result(result: RoomResult) -> str:
    index = "?" if result.index is None else str(result.index)
    return ", ".join(
        part for part in (f"{result.name} {index}", result.band, range_words(result), result.coverage) if part
    )
