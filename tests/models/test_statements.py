"""What is said of where the pilot stands, of votes and of people: what the record carries and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_samples import NOT_KNOWN, ROUND, WORDS, engagement_with, person, rating, round_of

from models.diagnosis.diagnosis import Band, mode_results
from models.engagement.engagement import Note, Round
from models.engagement.workshop import Ballot, Vote
from models.method.method import Method
from models.statements.people import attendance, attendance_text, sponsor
from models.statements.standing import (
    LONGEST_HEADLINE,
    first_sentence,
    headline,
    lead_sign,
    sign_text,
    what_decides,
    worst_modes,
)
from models.statements.votes import came_sentence, came_text, how_it_came, votes_title
from models.values.terms import Answer, Came, Confidence, Group, NoteKind, VoteWay


def evidence(sign: str, text: str, for_client: bool = True) -> Note:
    return Note(assessment_id=ROUND, sign_id=sign, kind=NoteKind.EVIDENCE, text=text, for_client=for_client)


def ballot(sign: str, *counts: int, not_known: int = 0, revealed: bool = True) -> Ballot:
    zero, one, two, three = counts
    return Ballot(
        id=f"{ROUND}/{sign}/1",
        assessment_id=ROUND, sign_id=sign, way=VoteWay.COUNTS, revealed=revealed,
        count_0=zero, count_1=one, count_2=two, count_3=three, not_known=not_known,
    )  # fmt: skip


def with_ballots(current: Round, *ballots: Ballot) -> Round:
    return replace(current, ballots={b.id: b for b in ballots})


def test_the_headline_is_the_finding_of_the_gravest_sign_and_not_of_its_mode(method: Method) -> None:
    current = round_of({"ownership-gap": 0, "no-maintainer": 3, "no-retraining": 2, "no-incident-plan": 1})
    sign = method.sign("no-maintainer")

    assert headline(method, current, WORDS) == (sign.finding_at(3) or sign.title)


def test_of_two_as_grave_the_better_backed_leads(method: Method) -> None:
    current = replace(
        round_of({}),
        ratings={
            "no-maintainer": rating("no-maintainer", 3, Confidence.CLAIMED),
            "ownership-gap": rating("ownership-gap", 3, Confidence.TESTED),
        },
    )
    (worst,) = worst_modes(mode_results(method, current))

    found = lead_sign(method, current, worst)

    assert found is not None
    assert found.id == "ownership-gap"


def test_coverage_decides_between_equals_and_a_tie_names_both(method: Method) -> None:
    first, second, *_ = method.modes
    of_first = dict.fromkeys((s.id for s in first.signs), 3)
    one_of_second = {second.signs[0].id: 3}

    covered = worst_modes(mode_results(method, round_of({**of_first, **one_of_second})))
    tied = round_of({**of_first, **dict.fromkeys((s.id for s in second.signs), 3)})

    assert [r.mode_id for r in covered] == [first.id]
    assert len(worst_modes(mode_results(method, tied))) == 2
    assert headline(method, tied, WORDS) == f"{first.short} and {second.short} weigh the same"


def test_nothing_is_the_worst_where_nothing_is_high(method: Method) -> None:
    fine = round_of(dict.fromkeys((s.id for s in method.signs), 0))

    assert headline(method, fine, WORDS) == "Nothing found stands in the way"
    assert headline(method, round_of({}), WORDS) == "The diagnosis has not begun"
    assert headline(method, round_of({"ownership-gap": NOT_KNOWN}), WORDS) == "Where the pilot stands is not known yet"


@given(st.dictionaries(st.integers(0, 23), st.sampled_from(Answer)))
def test_a_headline_is_short_and_names_a_finding_only_of_a_sign_that_has_that_level(
    method: Method, drawn: dict[int, Answer]
) -> None:
    answers: dict[str, int | Answer] = {method.signs[n].id: answer for n, answer in drawn.items()}
    current = round_of(answers)

    said = headline(method, current, WORDS)

    assert len(said) <= LONGEST_HEADLINE or said in {s.title for s in method.signs}
    saying = [s for s in method.signs if said in (*s.finding, s.title, s.healthy)]
    assert all(s.id in current.ratings for s in saying[:1])
    if saying:
        levels = [current.ratings[s.id].answer.level or 0 for s in saying if s.id in current.ratings]
        assert max(levels) >= 2
        worst = worst_modes(mode_results(method, current))[0]
        assert worst.band in (Band.HIGH, Band.CRITICAL)


def test_a_sign_in_good_order_is_told_in_positive_words(method: Method) -> None:
    sign = replace(method.sign("users-absent"), healthy="Users shaped it and tested it", finding=("Few", "None"))

    assert sign_text(sign, Answer.NOT_PRESENT) == "Users shaped it and tested it"
    assert [sign_text(sign, Answer(str(n))) for n in (1, 2, 3)] == [sign.title, "Few", "None"]
    assert sign_text(sign, None) == sign.title


def test_what_decides_is_the_evidence_for_the_client_and_else_the_anchor(method: Method) -> None:
    current = round_of({"ownership-gap": 3, "no-maintainer": 1})
    shown = replace(current, notes=(evidence("ownership-gap", "Ticket 4417 was closed. Nobody was told."),))
    hidden = replace(current, notes=(evidence("ownership-gap", "A secret.", for_client=False),))

    def decides(of: Round) -> str:
        found = what_decides(method, of, worst_modes(mode_results(method, of))[0])
        return found.text if found else ""

    assert decides(shown) == "Ticket 4417 was closed."
    assert decides(hidden) == method.sign("ownership-gap").anchors[3]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another.", "One thing."),
        ("Ticket: “Not changing”. Closed the same day.", "Ticket: “Not changing”."),
        ("It took 6.8 days, not 11.4. Good.", "It took 6.8 days, not 11.4."),
        ("no end here", "no end here"),
        ("Read e.g. the log. Then stop.", "Read e.g. the log."),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_a_sentence_does(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_what_was_voted_is_told_from_votes_alone(method: Method) -> None:
    answers = {s.id: 3 for s in method.signs}
    votes = [ballot("ownership-gap", 0, 0, 1, 6), ballot("resistance", 4, 0, 0, 4), ballot("no-retraining", 7, 0, 0, 0)]
    hidden = ballot("no-maintainer", 0, 0, 0, 7, revealed=False)

    found = how_it_came(method, with_ballots(round_of(answers), *votes, hidden))

    assert (found.problems, found.split, found.fine) == (("ownership-gap",), ("resistance",), ("no-retraining",))
    assert (found.voted, len(found.not_said)) == (3, 21)
    assert votes_title(found, WORDS) == "One of three votes is split"
    assert came_sentence(found, WORDS) == "Three signs were voted on, of 21 nobody noted how."


def test_answers_by_letter_are_said_to_have_come_by_letter(method: Method) -> None:
    posted = replace(ballot("ownership-gap", 0, 0, 1, 6), way=VoteWay.LETTER)
    current = with_ballots(round_of({"ownership-gap": 3, "resistance": 1}), posted, ballot("resistance", 4, 0, 0, 0))

    assert came_text(current, "ownership-gap", WORDS) == "Voted by letter"
    assert came_text(current, "resistance", WORDS) == "Voted"


def test_how_an_answer_came_about_is_said_as_it_was_noted(method: Method) -> None:
    ratings = {
        "ownership-gap": replace(rating("ownership-gap", 3), came=Came.AGREED),
        "resistance": replace(rating("resistance", 1), came=Came.ENTERED),
        "no-retraining": replace(rating("no-retraining", 1), came=Came.VOTED),
    }
    current = replace(round_of({}), ratings=ratings)

    assert came_text(current, "ownership-gap", WORDS) == "Agreed aloud"
    assert came_text(current, "resistance", WORDS) == "Entered"
    assert came_text(current, "no-retraining", WORDS) == "", "its vote is not there any more"
    assert votes_title(how_it_came(method, current), WORDS) == "Nothing was put to the vote"
    assert came_sentence(how_it_came(method, current), WORDS) == (
        "One was agreed aloud, one was entered by the facilitator, of one nobody noted how."
    )


def test_only_who_was_marked_present_or_voted_took_part() -> None:
    ana, ben, eve, joe = (person(name, Group.USERS) for name in ("Ana", "Ben", "Eve", "Joe"))
    named = Ballot(id="b1", assessment_id=ROUND, sign_id="resistance", way=VoteWay.NAMED)
    letter = Ballot(id="b2", assessment_id=ROUND, sign_id="resistance", way=VoteWay.LETTER, number=2)
    cast = [
        Vote(id="v1", assessment_id=ROUND, ballot_id=named.id, stakeholder_id=ben.id, answer=Answer.SEVERE),
        Vote(id="v2", assessment_id=ROUND, ballot_id=letter.id, stakeholder_id=joe.id, answer=Answer.SEVERE),
    ]
    current = replace(with_ballots(round_of({}), named, letter), votes={v.id: v for v in cast})
    people = (replace(ana, present=True), ben, replace(eve, present=False), joe)

    found = attendance(engagement_with(current, people), current)

    assert [p.name for p in found.took_part] == ["Ana", "Ben"]
    assert [p.name for p in found.absent] == ["Eve"]
    assert attendance_text(found, WORDS) == "Two people took part; of one more it was not noted"


def test_where_nobody_was_asked_nobody_is_said_to_have_taken_part() -> None:
    people = (person("Ana", Group.USERS), person("Ben", Group.DATA))

    found = attendance(engagement_with(round_of({}), people), round_of({}))

    assert (found.took_part, attendance_text(found, WORDS)) == ((), "Nobody noted who took part")
    assert sponsor(engagement_with(round_of({}), people)) is None
    marked = replace(people[1], sponsor=True)
    assert sponsor(engagement_with(round_of({}), (people[0], marked))) == marked
