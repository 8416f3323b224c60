"""What the wall says of the sample: agreed is what was voted, lists name and count, and no statistics in any words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from facilitator import Facilitator
from scribe import Scribe

from desktop.room.all_pages import described
from desktop.view_models.planning import Planning
from desktop.view_models.room.pages import (
    RoomAgreement,
    RoomClosing,
    RoomGate,
    RoomPage,
    RoomReadiness,
    RoomResults,
    RoomReveal,
    RoomWelcome,
)
from desktop.view_models.room.planned.pages import RoomImpact, RoomLoad
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.room.votes import as_voted
from desktop.view_models.triaging import Triaging, Typed
from models.diagnosis.agenda import preset_agenda
from models.diagnosis.voting import Tally
from models.engagement.engagement import Rating
from models.engagement.workshop import Ballot
from models.readiness.readiness import points_of
from models.values.sentence import act_called
from models.values.terms import Answer, Came, VoteWay

ROOT = Path(__file__).parents[2]
STATISTICS = re.compile(r"\b(coefficients?|mean|median|index|consensus|dispersion)\b", re.IGNORECASE)
OURS = re.compile(r"\b(held|missing|average)\b", re.IGNORECASE)
"""Words that say something else to a room than to the program; packs and people may use them."""
STATES = (RoomWelcome, RoomAgreement, RoomResults, RoomClosing, RoomGate, RoomReadiness, RoomLoad, RoomImpact)
"""Pages whose sentences are the program's own."""


def pages(presenter: Presenter) -> Iterator[RoomPage]:
    """Everything that the sample can put on the wall."""
    method, actions = presenter.session.method, presenter.session.current.actions
    yield from (presenter.welcome(), presenter.agreement(), presenter.results(), presenter.closing())
    for sign in method.signs:
        yield presenter.sign(sign.id)
        yield presenter.reveal(sign.id)
    yield from (presenter.readiness(point.id) for point in points_of(method))
    yield from (presenter.commitment(action, place + 1, len(actions)) for place, action in enumerate(actions))
    planning = Planning(presenter.session)
    for line in Triaging(planning).lines(planning.proposals()):
        yield presenter.proposal(Triaging(planning), line.proposal, Typed())
    yield presenter.impact(planning.lines(), "")
    yield presenter.timeline(planning.lines(), planning.rubs(), "")
    yield presenter.load()
    for phase in method.phases:
        yield presenter.gate(phase.id)
        for activity in phase.activities:
            yield from (presenter.activity(phase.id, activity.id, item.id) for item in activity.items)


def test_the_wall_speaks_no_statistics(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    presenter = Presenter(facilitator.session, dark=False)
    seen = [(page, described(replace(presenter.view, page=page))) for page in pages(presenter)]
    assert len(seen) > 100
    found = [text for _, text in seen if STATISTICS.search(text)]
    found += [text for page, text in seen if isinstance(page, STATES) and OURS.search(text)]
    assert found == []


def test_no_text_of_the_wall_has_such_words() -> None:
    """Also those that the sample has no reason to say."""
    files = [*ROOT.glob("desktop/room/**/*.py"), *ROOT.glob("desktop/view_models/room/*.py")]
    calls = [node for file in files for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    texts = [
        argument.value
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in ("gettext", "ngettext", "_")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    assert len(texts) > 150
    assert [text for text in texts if STATISTICS.search(text) or OURS.search(text)] == []


@pytest.mark.parametrize(
    ("counts", "not_known", "voted"),
    [
        ((0, 0, 1, 8), 0, {Answer.SEVERE}),
        ((7, 2, 0, 0), 0, {Answer.NOT_PRESENT}),
        ((0, 3, 3, 1), 0, {Answer.EARLY, Answer.ESTABLISHED}),
        ((0, 1, 1, 0), 6, {Answer.NOT_KNOWN}),
        ((0, 0, 0, 0), 0, set()),
    ],
)
def test_agreed_is_what_most_voted(counts: tuple[int, int, int, int], not_known: int, voted: set[Answer]) -> None:
    tally = Tally(counts, not_known)
    assert {answer for answer in Answer if as_voted(tally, answer)} == voted


def test_what_was_entered_against_a_vote_is_not_called_agreed(scribe: Scribe) -> None:
    session, sign = scribe.session, scribe.session.method.signs[0]
    _votes(scribe, {sign.id: (7, 2, 0, 0)})
    for answer, outcome, beside, title, aside in (
        (Answer.NOT_PRESENT, "Agreed: 0, in good order.", "", sign.healthy, ""),
        (Answer.EARLY, "Entered: 1, early.", "Two voted so.", sign.question, "1, entered"),
        (Answer.SEVERE, "Entered: 3, severe.", "Nobody voted so.", sign.question, "3, entered"),
        (Answer.NOT_KNOWN, "Entered: not known.", "", sign.question, "?, entered"),
    ):
        rating = session.current.ratings[sign.id]
        session.edit(act_called("Enter"), replace(rating, answer=answer, came=Came.VOTED))
        page = scribe.presenter.reveal(sign.id)
        assert isinstance(page, RoomReveal)
        assert (page.title, page.outcome, page.beside) == ("Seven of nine say 0", outcome, beside)
        (group,) = scribe.presenter.agreement().groups
        (row,) = group.rows
        assert (group.name, row.title, row.aside) == ("Agreed: fine", title, aside)


def test_problems_stand_worst_first(scribe: Scribe) -> None:
    first, second, third, *_ = scribe.session.method.signs
    _votes(scribe, {first.id: (0, 2, 4, 1), second.id: (0, 0, 6, 1), third.id: (0, 0, 1, 6)})
    (group,) = scribe.presenter.agreement().groups
    assert group.name == "Agreed: a problem"
    assert [row.title for row in group.rows] == [third.title, second.title, first.title]


def test_what_is_fine_without_a_vote_is_told_and_the_rest_counted(scribe: Scribe) -> None:
    session, round_id = scribe.session, scribe.session.current.assessment.id
    _votes(scribe, {})
    ratings = [
        Rating(id=f"{round_id}/{sign.id}", assessment_id=round_id, sign_id=sign.id, answer=Answer.NOT_PRESENT)
        for sign in session.method.signs[:5]
    ]
    session.edit(act_called("Enter"), remove=list(session.current.ratings.values()))
    session.edit(act_called("Enter"), *ratings)
    page = scribe.presenter.agreement()
    assert page.title == "Nothing was put to the vote"
    assert page.without == "Without a vote: 5"
    name, fine = page.fine
    assert name == "Fine among them:"
    assert fine.count("; ") == 2
    assert fine.endswith("; and three more.")


def test_the_day_counts_the_modes_that_find_no_room(scribe: Scribe) -> None:
    session = scribe.session
    boxes = preset_agenda(session.method.agenda[0], session.method, session.current.assessment.id, session.words)
    session.edit(act_called("Plan"), remove=session.current.agenda)
    session.edit(act_called("Plan"), *boxes)
    (row,) = [row for row in scribe.presenter.welcome().agenda if row.kind == "modes"]
    first, second, third = (mode.short for mode in session.method.modes[:3])
    assert row.what == f"{first}, {second.lower()}, {third.lower()} and three more"


def _votes(scribe: Scribe, counts: dict[str, tuple[int, int, int, int]]) -> None:
    """The round with these votes and no others."""
    session, round_id = scribe.session, scribe.session.current.assessment.id
    session.edit(act_called("Begin anew"), remove=list(session.current.ballots.values()))
    for sign_id, (zero, one, two, three) in counts.items():
        ballot = Ballot(
            id=f"{round_id}/{sign_id}/1",
            assessment_id=round_id,
            sign_id=sign_id,
            number=1,
            way=VoteWay.COUNTS,
            revealed=True,
            count_0=zero,
            count_1=one,
            count_2=two,
            count_3=three,
        )
        session.edit(act_called("Vote"), ballot)
