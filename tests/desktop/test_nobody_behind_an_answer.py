"""Who answered what by letter shows nowhere: with the answers given to other people, every page comes out the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator import Facilitator
from test_room_privacy import every_page

from desktop.view_models.ledger import OnScreen
from desktop.view_models.session import EngagementSession
from desktop.words import spoken
from models.diagnosis.by_letter import Letter, take_in
from models.engagement.acts import Acts
from models.engagement.engagement import Engagement, Note
from models.engagement.workshop import Ballot, Vote
from models.values.terms import Answer
from reports.documents.documents import DocumentKind, render

ANSWERS = (Answer.SEVERE, Answer.NOT_PRESENT, Answer.NOT_KNOWN, Answer.EARLY, Answer.ESTABLISHED)
COMMENT = "zqcomment"


def lettered(engagement: Engagement, turned: int) -> Engagement:
    """Answers by letter to every sign, half of them shown, each answer given by the person `turned` places on."""
    current = replace(engagement.current, ballots={}, votes={}, notes=())
    people = engagement.stakeholders
    signs = list(engagement.current.ratings)
    letters = [
        Letter(
            people[(n + turned) % len(people)].id,
            {sign: ANSWERS[(n + place) % 5] for place, sign in enumerate(signs)},
            dict.fromkeys(signs, f"{COMMENT} {n}"),
        )
        for n in range(5)
    ]
    records = take_in(current, letters).records
    ballots = [r for r in records if isinstance(r, Ballot)]
    shown = {b.id: replace(b, revealed=place % 2 == 0) for place, b in enumerate(ballots)}
    votes = {r.id: r for r in records if isinstance(r, Vote)}
    notes = tuple(r for r in records if isinstance(r, Note))
    after = replace(current, ballots=shown, votes=votes, notes=notes)
    return replace(engagement, rounds=(*engagement.rounds[:-1], after))


def room(facilitator: Facilitator, engagement: Engagement) -> list[str]:
    method = facilitator.session.method
    session = EngagementSession(OnScreen(engagement, Acts()), method, facilitator.clearway.ledger, spoken())
    return [repr(page) for page in every_page(session)]


def test_every_page_of_the_room_and_every_document_is_the_same_whoever_answered(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    sample, method = facilitator.engagement, facilitator.session.method
    one, other = lettered(sample, 0), lettered(sample, 3)
    assert one.current.votes != other.current.votes

    pages = room(facilitator, one)
    assert pages == room(facilitator, other)
    assert not [page for page in pages if COMMENT in page]
    for kind in DocumentKind:
        made = [render(kind, each, method, today=date(2026, 11, 13)) for each in (one, other)]
        assert made[0] == made[1], kind
    named = lettered(sample, 0)
    note = replace(named.current.notes[0], for_client=True)
    told = replace(named, rounds=(*named.rounds[:-1], replace(named.current, notes=(note, *named.current.notes[1:]))))
    assert render(DocumentKind.RECORD, told, method, today=date(2026, 11, 13)) != made[0], "the test can see a comment"
