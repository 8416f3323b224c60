"""Pages for the room view: in the content pack's own words, at the lengths it permits, and a third longer."""

from __future__ import annotations

import base64
import json

from desktop.view_models.diagnosing import explained
from desktop.view_models.room.pages import (
    RadarAxis,
    RoomBlank,
    RoomBrand,
    RoomCommitment,
    RoomMode,
    RoomModeResult,
    RoomPage,
    RoomPoint,
    RoomPointGroup,
    RoomRadar,
    RoomReadiness,
    RoomResults,
    RoomSign,
    RoomView,
    RoomWelcome,
)
from models.method.limits import LIMITS
from models.method.method import Method
from resources import resource_text

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
LONGEST_LEVEL = 16
PROSE = (
    "Every month the responsible department of each affected site compares what the model recommended with what "
    "was really done, and records whichever difference it cannot explain within the agreed number of working days "
)
"""Words of ordinary length, to cut texts of any length from."""


def of_length(length: int, start: int = 0) -> str:
    """Prose of exactly `length` characters."""
    cut = (PROSE * 3)[start:].lstrip()[:length]
    return (cut[:-1] + "x" if cut.endswith(" ") else cut).capitalize()


def brand(logos: bool = True) -> RoomBrand:
    """The sample engagement's brand."""
    kept = json.loads(resource_text("sample/engagement.json"))
    given = kept["brand"]
    return RoomBrand(
        practice=given["practice"],
        client=kept["client"]["name"],
        primary=given["primary"],
        accent=given["accent"],
        practice_logo=base64.b64decode(given["practice_logo"]["data"]) if logos else b"",
    )


def view(page: RoomPage, dark: bool, logos: bool = True) -> RoomView:
    """A page as the room would see it."""
    return RoomView(page=page, brand=brand(logos), dark=dark)


def sign_page(method: Method, number: int, chosen: int | None = None, answer: str = "") -> RoomSign:
    """The warning sign with this number, from 0, in the pack's own words."""
    signs = [(mode, sign) for mode in method.modes for sign in mode.signs]
    here, sign = signs[number]
    return RoomSign(
        place=f"Warning sign {number + 1} of {len(signs)}",
        mode=here.short,
        question=sign.question,
        levels=method.levels,
        anchors=sign.anchors,
        chosen=chosen,
        answer=answer,
        modes=tuple(
            RoomMode(
                name=mode.short,
                answered=sum(before is mode for before, _ in signs[:number]),
                total=len(mode.signs),
                here=mode is here,
            )
            for mode in method.modes
        ),
        explained=explained(method, sign),
    )


def long_sign_page(third: bool, modes: int = 6, chosen: int | None = 2) -> RoomSign:
    """Every text as long as a pack may make it, or a third longer; the level names and modes are too."""
    more = 4 / 3 if third else 1
    short = [of_length(int(LIMITS.short * more), n * 9) for n in range(modes)]
    levels = [of_length(int(LONGEST_LEVEL * more), n * 7) for n in range(4)]
    anchors = [of_length(int(LIMITS.anchor * more), n * 13) for n in range(4)]
    return RoomSign(
        place="Warnzeichen 11 von 24" if third else "Warning sign 11 of 24",
        mode=of_length(int(LIMITS.title * more)),
        question=of_length(int(LIMITS.question * more)),
        levels=(levels[0], levels[1], levels[2], levels[3]),
        anchors=(anchors[0], anchors[1], anchors[2], anchors[3]),
        chosen=chosen,
        answer="" if chosen is not None else "Trifft hier nicht zu, weil es die Anlage nicht gibt",
        modes=tuple(RoomMode(name, min(n * 2, 4), 4, n == 2) for n, name in enumerate(short)),
        explained=(of_length(LIMITS.term + LIMITS.meaning),),
    )


def welcome_page() -> RoomWelcome:
    """Half a day."""
    return RoomWelcome(
        pilot="Leak Watch",
        date="Thursday 12 November 2026",
        agenda=(
            ("09:00", "Welcome, and why we are here"),
            ("09:10", "Business need and technical debt"),
            ("09:45", "Data pipelines and operating model"),
            ("10:20", "Break"),
            ("10:35", "Change management, budget and timeline"),
            ("11:10", "What stands in the way, the worst first"),
            ("11:35", "Who does what by when"),
            ("12:00", "Close"),
        ),
    )


def long_welcome_page(third: bool) -> RoomWelcome:
    """Twelve boxes with long names."""
    more = 4 / 3 if third else 1
    return RoomWelcome(
        pilot=of_length(int(60 * more)),
        date="Donnerstag, 12. November 2026",
        agenda=tuple((f"{9 + n // 2:02}:{n % 2 * 30:02}", of_length(int(40 * more), n * 11)) for n in range(12)),
    )


def results_page(names: tuple[str, ...]) -> RoomResults:
    """Modes in every state there is: settled, open, not known, not applicable, not asked."""
    states = (
        (92, 92, 92, "Critical", "4 of 4 answered", ("3", "3", "3", "2")),
        (67, 50, 75, "High", "3 of 4 answered, 1 not known", ("2", "1", "3", "?")),
        (None, 0, 100, "Not known", "0 of 4 answered, 4 not known", ("?", "?", "?", "?")),
        (44, 33, 58, "High", "3 of 4 answered, 1 not asked yet", ("3", "1", "0", "")),
        (33, 33, 33, "Moderate", "3 of 4 answered, 1 does not apply", ("1", "1", "1", "–")),
        (0, 0, 25, "Low", "3 of 4 answered, 1 not asked yet", ("0", "0", "0", "")),
        (0, 0, 0, "Low", "4 of 4 answered", ("0", "0", "0", "0")),
        (None, 0, 100, "Not known", "0 of 4 answered, 4 not asked yet", ("", "", "", "")),
    )
    return RoomResults(
        title="Data does not reach the model on its own",
        results=tuple(RoomModeResult(name, *state) for name, state in zip(names, states, strict=False)),
    )


def long_results_page(third: bool, length: int = LIMITS.title, modes: int = 6) -> RoomResults:
    """Long names and a long finding."""
    more = 4 / 3 if third else 1
    page = results_page(tuple(of_length(int(length * more), n * 9) for n in range(modes)))
    return RoomResults(of_length(int(LIMITS.title * more)), page.results)


def commitment_page(owner: str = "Margaret Oduya", due: str = "12 March 2027") -> RoomCommitment:
    """One action of the pack."""
    return RoomCommitment(
        place="3 of 12",
        action="Name one accountable owner and have both directors sign it",
        owner=owner,
        due=due,
        done_when="One name stands in the operating model, signed by the directors of networks and of digital.",
    )


def long_commitment_page(third: bool) -> RoomCommitment:
    """An action, a result and a name at their longest."""
    more = 4 / 3 if third else 1
    return RoomCommitment(
        place="12 of 12",
        action=of_length(int(LIMITS.action * more)),
        owner="Friederike Freifrau von Hohenstein-Wallersee" if third else "Nadia Ferrers-Abdelrahman",
        due="29. September 2027" if third else "29 September 2027",
        done_when=of_length(int(LIMITS.done_when * more)),
    )


def radar_page(method: Method, indices: tuple[int | None, ...]) -> RoomRadar:
    """The pack's own modes with these indices."""
    axes = (
        RadarAxis(mode.short, index, "Not known" if index is None else "Moderate")
        for mode, index in zip(method.modes, indices, strict=True)
    )
    return RoomRadar("Nobody owns the model after launch", tuple(axes))


def long_radar_page(third: bool, spokes: int) -> RoomRadar:
    """So many modes with names as long as a pack may hold, or a third longer."""
    more = 4 / 3 if third else 1
    axes = tuple(RadarAxis(of_length(round(LIMITS.short * more), n), 100 - 9 * n, "Moderate") for n in range(spokes))
    return RoomRadar(of_length(round(LIMITS.finding * more)), axes)


STATES = ("confirmed", "open", "waived", "does-not-apply")


def readiness_page(method: Method) -> RoomReadiness:
    """The pack's own points, in every state."""
    places = iter(range(100))
    groups = tuple(
        RoomPointGroup(
            group.title, tuple(RoomPoint(p.title, STATES[(n := next(places)) * 7 % 4], n == 6) for p in group.points)
        )
        for group in method.readiness
    )
    return RoomReadiness("No-go: 9 points are open", method.readiness[1].points[1].question, groups)


def long_readiness_page(third: bool) -> RoomReadiness:
    """Titles and a question as long as a pack may hold, or a third longer."""
    more = 4 / 3 if third else 1
    question = of_length(round(LIMITS.question * more))
    points = [RoomPoint(of_length(round(44 * more), n), STATES[n % 4], n == 3) for n in range(15)]
    groups = tuple(RoomPointGroup(of_length(round(16 * more), n), tuple(points[5 * n : 5 * n + 5])) for n in range(3))
    return RoomReadiness("Go with conditions: 14 points are waived", question, groups)


def every_page(method: Method) -> dict[str, RoomPage]:
    """All pages in all lengths, by a name for the report of a test."""
    short = tuple(mode.short for mode in method.modes)
    pages: dict[str, RoomPage] = {
        "welcome": welcome_page(),
        "welcome-bare": RoomWelcome("Leak Watch", "Thursday 12 November 2026"),
        "sign": sign_page(method, 10),
        "sign-chosen": sign_page(method, 14, chosen=2),
        "sign-answer": sign_page(method, 23, answer="Not known"),
        "results": results_page(short),
        "radar": radar_page(method, (17, 56, 67, 83, 33, 44)),
        "radar-unknown": radar_page(method, (None, 56, None, 83, 0, 100)),
        "radar-nothing": radar_page(method, (None,) * 6),
        "readiness": readiness_page(method),
        "commitment": commitment_page(),
        "commitment-open": commitment_page("", ""),
        "blank": RoomBlank(),
    }
    for third in (False, True):
        name = "third" if third else "long"
        pages[f"welcome-{name}"] = long_welcome_page(third)
        pages[f"sign-{name}"] = long_sign_page(third)
        pages[f"sign-{name}-answer"] = long_sign_page(third, chosen=None)
        pages[f"sign-{name}-8"] = long_sign_page(third, modes=8)
        pages[f"results-{name}"] = long_results_page(third)
        pages[f"results-{name}-8"] = long_results_page(third, LIMITS.short, modes=8)
        for spokes in (3, 5, 8):
            pages[f"radar-{name}-{spokes}"] = long_radar_page(third, spokes)
        pages[f"readiness-{name}"] = long_readiness_page(third)
        pages[f"commitment-{name}"] = long_commitment_page(third)
    return pages
