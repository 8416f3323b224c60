"""The room's pages about what was found: one warning sign, where the failure modes stand, and the readiness points."""

from __future__ import annotations

from datetime import date

from desktop.view_models.diagnosing import explained
from desktop.view_models.room.entries import RoomModeResult, RoomPoint, RoomPointGroup, RoomStretch
from desktop.view_models.room.marks import DONE, HERE, NOT_ASKED, TO_COME
from desktop.view_models.room.pages import RoomReadiness, RoomResults, RoomSign
from desktop.view_models.room.sentences import begun, counted, lowered
from desktop.view_models.session import EngagementSession
from models.diagnosis.diagnosis import Band, ModeResult, coverage_text, mode_results, worst_first
from models.readiness.readiness import VerdictKind, points_of, state_of, verdict, verdict_text
from models.statements.standing import headline, what_decides
from models.values.names import point_state_counted
from models.values.sought import the_first
from models.values.terms import Answer, Came

TINTS = {Band.LOW: 0, Band.MODERATE: 1, Band.NOT_KNOWN: 1, Band.HIGH: 2, Band.CRITICAL: 3}
"""The step of the scale that a band takes."""
TONES = {VerdictKind.GO: "good", VerdictKind.CONDITIONS: "warning", VerdictKind.NO_GO: "bad"}
"""How a verdict is said; the others are none yet."""


def sign_page(session: EngagementSession, sign_id: str) -> RoomSign:
    """A warning sign with its agreed answer."""
    method, ratings, words = session.method, session.current.ratings, session.words
    sign, here = method.sign(sign_id), method.mode_of(sign_id)
    answer = ratings[sign_id].answer if sign_id in ratings else None
    place = words.gettext("Warning sign {0} of {1}").format(method.signs.index(sign) + 1, len(method.signs))
    names = {
        Answer.NOT_KNOWN: words.gettext("Not known"),
        Answer.DOES_NOT_APPLY: words.gettext("Does not apply"),
    }

    def tick(key: str) -> str:
        return HERE if key == sign_id else DONE if key in ratings else TO_COME

    return RoomSign(
        place=place,
        mode=here.short,
        title=sign.title,
        question=sign.question,
        levels=method.levels,
        anchors=sign.anchors,
        chosen=answer.level if answer else None,
        answer=names.get(answer, "") if answer else "",
        agreed=answer is not None and ratings[sign_id].came in (Came.VOTED, Came.AGREED),
        modes=tuple(
            RoomStretch(mode.short, tuple(tick(s.id) for s in mode.signs), mode.id == here.id) for mode in method.modes
        ),
        explained=explained(method, sign),
    )


def results_page(session: EngagementSession) -> RoomResults:
    """Where the modes stand, the worst first; those that were not asked about come last."""
    words, method = session.words, session.method
    results = worst_first(mode_results(method, session.current))
    asked = [result for result in results if any(result.answers.values())]
    unasked = [result for result in results if not any(result.answers.values())]
    counts = {len(result.answers) for result in results}
    head = words.gettext("The signs of each")
    if len(counts) == 1:
        text = words.ngettext("One sign each", "{count} signs each", max(counts))
        head = begun(text.format(count=counted(max(counts), words)))
    return RoomResults(
        title=headline(method, session.current, words),
        results=tuple(_result(session, result) for result in (*asked, *unasked)),
        signs_head=head,
        levels=method.levels,
    )


def _result(session: EngagementSession, result: ModeResult) -> RoomModeResult:
    words = session.words
    mode = the_first(m for m in session.method.modes if m.id == result.mode_id)
    found = what_decides(session.method, session.current, result)
    nothing = words.gettext("Nobody knows yet.") if any(result.answers.values()) else words.gettext("Not asked yet.")
    return RoomModeResult(
        name=mode.short,
        index=None if result.index is None else round(result.index),
        lowest=round(result.lowest),
        highest=round(result.highest),
        tint=TINTS[result.band],
        signs=tuple(answer.mark if answer else NOT_ASKED for answer in result.answers.values()),
        decides=found.text if found else nothing,
        said=f"{result.band.name_in(words)}, {coverage_text(result, words)}",
    )


def readiness_page(session: EngagementSession, point_id: str) -> RoomReadiness:
    """The readiness points as they stand today; `point_id` is the one that is talked about."""
    method, judgements, words, today = session.method, session.current.judgements, session.words, date.today()
    found = verdict(method, judgements, today)
    here = next((point for point in points_of(method) if point.id == point_id), None)
    groups = tuple(
        RoomPointGroup(
            group.title,
            tuple(
                RoomPoint(p.short, state_of(judgements.get(p.id), today).value, p.id == point_id) for p in group.points
            ),
        )
        for group in method.readiness
    )
    return RoomReadiness(
        verdict=verdict_text(found, words),
        tone=TONES.get(found.kind, ""),
        groups=groups,
        question=here.question if here else "",
        shown_by=lowered(here.evidence, method) if here else "",
        counts=tuple((state.value, count, point_state_counted(state, count, words)) for state, count in found.tally),
    )
