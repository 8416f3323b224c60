"""Pages for the room view: in the content pack's own words, at the lengths it permits, and a third longer."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

from PySide6.QtGui import QImage

from desktop.view_models.diagnosing import explained
from desktop.view_models.room.entries import (
    RoomBox,
    RoomFact,
    RoomModeResult,
    RoomPoint,
    RoomPointGroup,
    RoomStood,
    RoomStoodMode,
    RoomStretch,
)
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.room.marks import DONE, HERE, TO_COME
from desktop.view_models.room.pages import (
    RoomBlank,
    RoomBrand,
    RoomCommitment,
    RoomPage,
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
LONGEST_EVIDENCE = 90
PROSE = (
    "Every month the responsible department of each affected site compares what the model recommended with what "
    "was really done, and records whichever difference it cannot explain within the agreed number of working days "
)
"""Words of ordinary length, to cut texts of any length from."""
RULES = (
    RoomFact("First each alone, then all together", "Answers stay hidden until all are in."),
    RoomFact("Counts, not names", "Nobody’s answer is shown with a name."),
    RoomFact("“We do not know” is an answer", "It becomes something to find out."),
)


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


def stretches(method: Method, number: int) -> tuple[RoomStretch, ...]:
    """The pack's modes with every sign before this one answered."""
    ids = [sign.id for sign in method.signs]

    def tick(place: int) -> str:
        return HERE if place == number else DONE if place < number else TO_COME

    here = method.mode_of(ids[number])
    return tuple(
        RoomStretch(mode.short, tuple(tick(ids.index(sign.id)) for sign in mode.signs), mode is here)
        for mode in method.modes
    )


def sign_page(method: Method, number: int, chosen: int | None = None, answer: str = "") -> RoomSign:
    """The warning sign with this number, from 0, in the pack's own words."""
    sign = method.signs[number]
    return RoomSign(
        place=f"Warning sign {number + 1} of {len(method.signs)}",
        mode=method.mode_of(sign.id).short,
        title=sign.title,
        question=sign.question,
        levels=method.levels,
        anchors=sign.anchors,
        chosen=chosen,
        answer=answer,
        modes=stretches(method, number),
        explained=explained(method, sign),
    )


def long_sign_page(third: bool, modes: int = 6, chosen: int | None = 2) -> RoomSign:
    """Every text as long as a pack may make it, or a third longer; the level names and modes are too."""
    more = 4 / 3 if third else 1
    short = [of_length(int(LIMITS.short * more), n * 9) for n in range(modes)]
    levels = [of_length(int(LONGEST_LEVEL * more), n * 7) for n in range(4)]
    anchors = [of_length(int(LIMITS.anchor * more), n * 13) for n in range(4)]
    ticks = ((DONE,) * 4, (DONE,) * 4, (DONE, HERE, TO_COME, TO_COME), *((TO_COME,) * 4,) * 5)
    return RoomSign(
        place="Warnzeichen 11 von 24" if third else "Warning sign 11 of 24",
        mode=of_length(int(LIMITS.short * more)),
        title=of_length(int(LIMITS.title * more)),
        question=of_length(int(LIMITS.question * more)),
        levels=(levels[0], levels[1], levels[2], levels[3]),
        anchors=(anchors[0], anchors[1], anchors[2], anchors[3]),
        chosen=chosen,
        answer="" if chosen is not None else "Trifft hier nicht zu, weil es die Anlage nicht gibt",
        modes=tuple(RoomStretch(name, ticks[n], n == 2) for n, name in enumerate(short)),
        explained=(of_length(LIMITS.term + LIMITS.meaning),),
    )


def box(time: str, what: str, minutes: int, kind: str = "", label: str = "") -> RoomBox:
    """One part of the day."""
    return RoomBox(time, what, minutes, f"{minutes} min", kind, label)


def welcome_page() -> RoomWelcome:
    """Half a day."""
    return RoomWelcome(
        pilot="Leak Watch",
        date="12 November 2026",
        promise="By 12:30 we know what stops it, what to do, and who does it.",
        agenda=(
            box("09:00", "Welcome and how we work", 10),
            box("09:10", "Business need, technical debt, data pipelines", 60, "modes", "What stops it"),
            box("10:10", "Break", 15, "break", "Break"),
            box("10:25", "Operating model, change management, budget and timeline", 65, "modes", "What stops it"),
            box("11:30", "What we have found", 15),
            box("11:45", "Actions, owners and dates", 35, "", "What to do"),
            box("12:20", "Commitments read back", 10),
        ),
        end=RoomFact("12:30", "End"),
        rules=RULES,
    )


def later_welcome_page(method: Method, name: str = "") -> RoomWelcome:
    """Of a second round without an agenda; `name`: what each mode is called instead."""
    modes = tuple(RoomStoodMode(name or mode.short, ("0", "3", "?", "–"), "High") for mode in method.modes)
    promise = "We leave knowing what moved, what still stops it, and what comes next."
    stood = RoomStood("How it stood on 12 November 2026", modes)
    return RoomWelcome("Leak Watch", "29 November 2026 · Round 2", promise, rules=RULES, stood=stood)


def long_welcome_page(third: bool) -> RoomWelcome:
    """Eight parts with long names."""
    more = 4 / 3 if third else 1
    kinds = ("modes", "", "break", "")
    rows = tuple(
        box(f"{9 + n:02}:30", of_length(96 if n == 1 else 48, n * 11), 5 + 12 * n, kinds[n % 4], of_length(20, n))
        for n in range(8)
    )
    return RoomWelcome(
        pilot=of_length(int(60 * more)),
        date="Donnerstag, 12. November 2026",
        promise=of_length(int(60 * more), 7),
        agenda=rows,
        end=RoomFact("17:30", of_length(int(20 * more))),
        rules=tuple(RoomFact(of_length(int(36 * more), n), of_length(int(42 * more), n * 3)) for n in range(3)),
    )


def results_page(names: tuple[str, ...]) -> RoomResults:
    """Modes in every state there is: settled, open, not known, not applicable, not asked."""
    states = (
        (92, 92, 92, 3, ("3", "3", "3", "2"), "Critical, 4 of 4 answered"),
        (67, 50, 75, 2, ("2", "1", "3", "?"), "High, 3 of 4 answered, 1 not known"),
        (None, 0, 100, 1, ("?", "?", "?", "?"), "Not known, 0 of 4 answered, 4 not known"),
        (44, 33, 58, 2, ("3", "1", "0", ""), "High, 3 of 4 answered, 1 not asked yet"),
        (33, 33, 33, 1, ("1", "1", "1", "–"), "Moderate, 3 of 4 answered, 1 does not apply"),
        (0, 0, 25, 0, ("0", "0", "0", ""), "Low, 3 of 4 answered, 1 not asked yet"),
        (0, 0, 0, 0, ("0", "0", "0", "0"), "Low, 4 of 4 answered"),
        (None, 0, 100, 1, ("", "", "", ""), "Not known, 0 of 4 answered, 4 not asked yet"),
    )
    decides = "Ticket INC-4417 of 8 September was passed to nobody."
    return RoomResults(
        title="When it failed, nobody picked it up",
        results=tuple(
            RoomModeResult(name, index, lowest, highest, tint, signs, decides, said)
            for name, (index, lowest, highest, tint, signs, said) in zip(names, states, strict=False)
        ),
        signs_head="Four signs each",
        levels=("In good order", "Early", "Established", "Severe"),
    )


def long_results_page(third: bool, length: int = LIMITS.short, modes: int = 6) -> RoomResults:
    """Long names and a long finding."""
    more = 4 / 3 if third else 1
    page = results_page(tuple(of_length(int(length * more), n * 9) for n in range(modes)))
    levels = [of_length(int(LONGEST_LEVEL * more), n * 7) for n in range(4)]
    results = tuple(
        RoomModeResult(r.name, r.index, r.lowest, r.highest, r.tint, r.signs, of_length(int(120 * more), n), r.said)
        for n, r in enumerate(page.results)
    )
    return RoomResults(
        of_length(int(LIMITS.finding * more)),
        results,
        of_length(int(16 * more)),
        (levels[0], levels[1], levels[2], levels[3]),
    )


def commitment_page(owner: str = "Margaret Oduya", by: str = "by Friday 12 March") -> RoomCommitment:
    """One action of the pack."""
    return RoomCommitment(
        owner=owner or "Who?",
        owned=bool(owner),
        will="will name one accountable owner and have both directors sign it",
        by=by or "has to say a day by 4 December",
        dated=bool(by),
        facts=(
            RoomFact(
                "Done when",
                "One name stands in the operating model, signed by the directors of networks and of digital.",
            ),
            RoomFact("Work", "2 to 5 days"),
            RoomFact("Waits for it", "Action 3, the nightly telemetry feed"),
        ),
        ticks=(DONE, DONE, HERE, *(TO_COME,) * 9),
        place="Action 3 of 12.",
        settled="Two have an owner and a date.",
        following="Next: 4, what a year costs, by 31 March",
    )


def long_commitment_page(third: bool) -> RoomCommitment:
    """An action, a result and a name at their longest."""
    more = 4 / 3 if third else 1
    return RoomCommitment(
        owner="Friederike Freifrau von Hohenstein-Wallersee" if third else "Nadia Ferrers-Abdelrahman",
        owned=True,
        will="will " + of_length(int(LIMITS.action * more)),
        by="bis Donnerstag, 29. September 2027" if third else "by Wednesday 29 September 2027",
        dated=True,
        facts=(
            RoomFact("Erledigt, wenn" if third else "Done when", of_length(int(LIMITS.done_when * more))),
            RoomFact(of_length(int(5 * more)), of_length(int(12 * more))),
            RoomFact(of_length(int(12 * more)), of_length(int(90 * more))),
        ),
        ticks=(HERE, *(DONE,) * 59),
        place=of_length(int(16 * more)),
        settled=of_length(int(30 * more)),
        following=of_length(int(70 * more)),
    )


STATES = ("confirmed", "open", "waived", "does-not-apply", "not-judged")
NAMES = ("confirmed", "open", "waived", "does not apply", "not judged")


def counts(groups: tuple[RoomPointGroup, ...], names: tuple[str, ...]) -> tuple[tuple[str, int, str], ...]:
    """Of each state."""
    states = [point.state for group in groups for point in group.points]
    return tuple((state, states.count(state), name) for state, name in zip(STATES, names, strict=True))


def readiness_page(method: Method, verdict: str = "No-go: nine of 15 points are open") -> RoomReadiness:
    """The pack's own points, in every state."""
    places = iter(range(100))
    groups = tuple(
        RoomPointGroup(
            group.title, tuple(RoomPoint(p.title, STATES[(n := next(places)) * 7 % 5], n == 6) for p in group.points)
        )
        for group in method.readiness
    )
    here = method.readiness[1].points[1]
    return RoomReadiness(verdict, "bad", groups, here.question, here.evidence, counts(groups, NAMES))


def long_readiness_page(third: bool) -> RoomReadiness:
    """Titles and a question as long as a pack may hold, or a third longer."""
    more = 4 / 3 if third else 1
    question = of_length(round(LIMITS.question * more))
    points = [RoomPoint(of_length(round(44 * more), n), STATES[n % 5], n == 3) for n in range(15)]
    groups = tuple(RoomPointGroup(of_length(round(16 * more), n), tuple(points[5 * n : 5 * n + 5])) for n in range(3))
    shown = of_length(round(LONGEST_EVIDENCE * more))
    names = tuple(of_length(round(len(name) * more), n) for n, name in enumerate(NAMES))
    return RoomReadiness(of_length(round(40 * more)), "warning", groups, question, shown, counts(groups, names))


def evidence_page(width: int = 1600, height: int = 1000, caption: str = "The rota names four people") -> RoomEvidence:
    """A picture in one colour; none where it has no width."""
    picture = QImage(width, height, QImage.Format.Format_RGB32) if width else None
    if picture is not None:
        picture.fill(0x6B8E7F)
    about = "No one person is named as accountable \N{MIDDLE DOT} 3 Severe"
    return RoomEvidence(picture, caption, "A sheet with nine names", "Thursday, 12 November 2026", about, "Internal")


def every_page(method: Method) -> dict[str, RoomPage]:
    """All pages in all lengths, by a name for the report of a test."""
    short = tuple(mode.short for mode in method.modes)
    pages: dict[str, RoomPage] = {
        "welcome": welcome_page(),
        "welcome-bare": RoomWelcome("Leak Watch", "12 November 2026", rules=RULES),
        "welcome-again": later_welcome_page(method),
        "sign": sign_page(method, 10),
        "sign-chosen": sign_page(method, 14, chosen=2),
        "sign-answer": sign_page(method, 23, answer="Not known"),
        "results": results_page(short),
        "readiness": readiness_page(method),
        "commitment": commitment_page(),
        "commitment-open": commitment_page("", ""),
        "evidence": evidence_page(),
        "evidence-upright": evidence_page(900, 1600),
        "evidence-file": evidence_page(0, 0, "A file (XLSX)"),
        "evidence-strip": evidence_page(2560, 40, ""),
        "evidence-long": replace(evidence_page(caption=of_length(600)), about=of_length(140)),
        "evidence-upright-long": evidence_page(900, 1600, of_length(600)),
        "blank": RoomBlank(),
    }
    for third in (False, True):
        name = "third" if third else "long"
        pages[f"welcome-{name}"] = long_welcome_page(third)
        pages[f"welcome-again-{name}"] = later_welcome_page(method, of_length(LIMITS.short))
        pages[f"sign-{name}"] = long_sign_page(third)
        pages[f"sign-{name}-answer"] = long_sign_page(third, chosen=None)
        pages[f"sign-{name}-8"] = long_sign_page(third, modes=8)
        pages[f"results-{name}"] = long_results_page(third)
        pages[f"results-{name}-8"] = long_results_page(third, modes=8)
        pages[f"readiness-{name}"] = long_readiness_page(third)
        pages[f"commitment-{name}"] = long_commitment_page(third)
    return pages
