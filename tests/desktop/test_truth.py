"""No document, room page or message says what the record contradicts, for engagements of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from claims import WORDS, Said, falsehoods
from facilitator import Facilitator
from pdf_text import text_of
from random_records import random_record

from desktop.room.all_pages import described
from desktop.view_models.ledger import OnScreen
from desktop.view_models.room.pages import RoomPage, RoomReveal, RoomSign, RoomView, RoomVoting
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.words import spoken
from models.engagement.acts import Acts
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.readiness.readiness import points_of
from models.values.terms import Answer, Came
from reports.documents.documents import render
from reports.documents.kinds import DOCUMENTS, DocumentKind
from reports.exports.mail import addressees, compose
from reports.words.facts import Facts

TODAY = date(2026, 11, 13)
SEEDS, SOME_SEEDS = range(24), range(8)


def pages(session: EngagementSession) -> Iterator[RoomPage]:
    presenter = Presenter(session, dark=False)
    yield presenter.welcome()
    for sign in session.method.signs[:6]:
        yield presenter.sign(sign.id)
        yield presenter.reveal(sign.id)
    yield from (presenter.agreement(), presenter.results(), presenter.closing())
    yield presenter.readiness(points_of(session.method)[0].id)
    yield from (presenter.gate(phase.id) for phase in session.method.phases)
    yield from (presenter.commitment(action, 1, 1) for action in session.current.actions[:3])


def on_the_wall(engagement: Engagement, method: Method, ledger: Any) -> Iterator[Said]:
    session = EngagementSession(OnScreen(engagement, Acts()), method, ledger, spoken())
    brand = Presenter(session, dark=False).view.brand
    for page in pages(session):
        text = described(RoomView(page, brand, dark=False))
        yield Said(type(page).__name__, text, isinstance(page, (RoomSign, RoomVoting, RoomReveal)))


def on_paper(engagement: Engagement, method: Method) -> Iterator[Said]:
    for kind in DocumentKind:
        yield Said(kind.value, text_of(render(kind, engagement, method, today=TODAY)))
    facts = Facts(engagement, method, TODAY, WORDS)
    for kind in DocumentKind:
        message = compose(kind, DOCUMENTS[kind].said(WORDS), facts, addressees(engagement))
        yield Said(f"the message with the {kind.value}", f"{message.subject}\n{message.text}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", SEEDS if metafunc.config.getoption("--long") else SOME_SEEDS)


def test_nothing_that_is_said_is_contradicted_by_the_record(
    facilitator: Facilitator, sample: Engagement, method: Method, seed: int
) -> None:
    engagement = random_record(sample, method, seed)

    said = [*on_the_wall(engagement, method, facilitator.clearway.ledger), *on_paper(engagement, method)]

    assert [found for one in said for found in falsehoods(engagement, method, TODAY, one)] == []


def test_the_sample_says_nothing_that_is_not_so(facilitator: Facilitator, sample: Engagement, method: Method) -> None:
    said = [*on_the_wall(sample, method, facilitator.clearway.ledger), *on_paper(sample, method)]

    assert [found for one in said for found in falsehoods(sample, method, TODAY, one)] == []


def healthy(sample: Engagement) -> Engagement:
    """Every sign in good order, nobody asked, nothing voted, nothing judged."""
    current = sample.current
    ratings = {key: replace(r, answer=Answer.NOT_PRESENT, came=Came.NOT_SAID) for key, r in current.ratings.items()}
    quiet = replace(current, ratings=ratings, ballots={}, votes={}, judgements={}, actions=(), dependencies={})
    return replace(
        sample,
        stakeholders=tuple(replace(s, present=None) for s in sample.stakeholders),
        rounds=(replace(quiet, conditions=()),),
    )


PLANTED = {
    "Eight people took part": "took part",
    "Three signs are agreed problems": "voted so",
    "Agreed aloud": "nobody noted",
    "All three items are done": "filled in",
    "No-go: 15 of 15 points are open": "before there is a verdict",
    "What holds it back most: the pilot is not tied to a business result": "nothing is high",
    "£999,999 to go live": "in no record",
    "All nine votes agree": "votes agree",
}


@pytest.mark.parametrize("text", PLANTED)
def test_a_false_sentence_is_found(sample: Engagement, method: Method, text: str) -> None:
    found = list(falsehoods(healthy(sample), method, TODAY, Said("planted", f"Before. {text}. After.")))

    assert found, text


@pytest.mark.parametrize("mode", range(6))
def test_a_headline_made_from_the_mode_rather_than_its_signs_is_found(
    sample: Engagement, method: Method, mode: int
) -> None:
    canned = method.modes[mode].finding

    assert list(falsehoods(healthy(sample), method, TODAY, Said("planted", canned)))


@pytest.mark.parametrize("level", [2, 3])
def test_a_finding_of_a_sign_that_is_fine_is_found(sample: Engagement, method: Method, level: int) -> None:
    for sign in method.signs:
        assert list(falsehoods(healthy(sample), method, TODAY, Said("planted", sign.finding_at(level))))
