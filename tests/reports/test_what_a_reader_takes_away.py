"""What somebody who was not in the room takes away: nothing that is not so, nothing twice, no page for nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

import pypdfium2
import pytest
from pdf_text import text_of
from report_cases import (
    HELD,
    ROUND,
    TODAY,
    WORDS,
    built_in_method,
    complete,
    empty,
    full,
    many,
    thai,
    with_actions,
    with_levels,
)
from report_reading import filled, plan, reader

from models.engagement.dependency import Dependency
from models.engagement.engagement import Engagement
from models.engagement.judgements import Judgement, judgement_id
from models.plan.waves import Wave
from models.readiness.readiness import points_of
from models.values.terms import Answer, Came, PointState
from reports.documents.documents import DocumentKind, render
from reports.layout.page_kit import PageKit
from reports.pages.overview import lead
from reports.words.facts import Facts
from reports.words.not_known import not_known_by_mode
from reports.words.plan_words import first_ones, group_name, numbered, ownership, short_name, why_of
from reports.words.what_works import in_good_order


def made(kind: DocumentKind, engagement: Engagement, page_size: str = "A4") -> bytes:
    return render(kind, engagement, built_in_method(), today=TODAY, page_size=page_size)


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def judged(engagement: Engagement, states: dict[str, PointState]) -> Engagement:
    """The points of readiness in these states, each with something that shows it."""
    current = engagement.current
    judgements = {
        key: Judgement(id=judgement_id(ROUND, key), assessment_id=ROUND, point_id=key, state=state, evidence="Seen.")
        for key, state in states.items()
    }
    return replace(engagement, rounds=(replace(current, judgements=judgements),))


def desk_study() -> Engagement:
    """A pilot read up on at a desk: eight actions without owners, no sponsor, no cost, no vote, half of it unknown."""
    start = with_actions(replace(thai(), stakeholders=()), 8)
    current = start.current
    actions = tuple(
        replace(a, owner_id="", due=HELD + timedelta(days=14 * n) if n else None) for n, a in enumerate(current.actions)
    )
    ratings = {key: replace(rating, came=Came.ENTERED) for key, rating in current.ratings.items()}
    pilot = replace(start.pilot, target_date=date(2026, 11, 30), decision_asked="Go on, change or stop.")
    found = replace(start, pilot=pilot, rounds=(replace(current, actions=actions, ratings=ratings),))
    return judged(found, {p.id: PointState.OPEN for p in points_of(built_in_method())[:4]})


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.RECORD])
@pytest.mark.parametrize("case", [thai, desk_study])
def test_a_sign_that_nobody_knows_is_a_question_and_never_a_claim(
    kind: DocumentKind, case: Callable[[], Engagement]
) -> None:
    engagement = case()
    text = text_of(made(kind, engagement))
    for sign in built_in_method().signs:
        if engagement.current.ratings[sign.id].answer is Answer.NOT_KNOWN:
            assert sign.title not in text, sign.title
            assert sign.question in text


def test_a_point_that_something_speaks_against_is_not_called_in_good_order() -> None:
    confirmed = {"performance-met": PointState.CONFIRMED, "recovery-tested": PointState.CONFIRMED}
    start = judged(replace(thai(), rounds=(replace(thai().current, actions=()),)), confirmed)
    against = {found.point_id for found in facts(start).contradictions}
    assert against == {"performance-met"}, "a severe sign speaks against it"
    load = judged(with_levels(*"0" * 7, "2"), {"volumes": PointState.CONFIRMED, "baseline": PointState.CONFIRMED})
    assert [one.text for one in in_good_order(facts(load), 30)][-1] == "Baseline of the success metrics taken."
    assert "Production volumes handled." not in [one.text for one in in_good_order(facts(load), 30)]
    told = " ".join(one.text for one in in_good_order(facts(start), 9))
    assert "Backup and recovery tested" in told
    assert "Performance meets requirements" not in told


UNKNOWN = [
    (with_levels(*"0" * 16), "Two of six were not asked; no other is high"),
    (with_levels(*"0" * 12, *"1" * 8), "One of six was not asked; no other is high"),
    (with_levels(*"0" * 16, *"n" * 8), "Two of six are not known; no other is high"),
    (with_levels(*"0" * 16, *"n" * 3), "Two of six cannot be judged; no other is high"),
    (with_levels(*"0" * 20, *"1" * 4), "Nothing is high; one part needs care"),
    (with_levels("1"), "Too little is known yet to say what is worst"),
    (with_levels(*"3" * 4), "Nobody named a business metric to judge it by"),
]


@pytest.mark.parametrize(("engagement", "said"), UNKNOWN)
def test_nothing_is_called_fine_while_it_may_yet_be_high(engagement: Engagement, said: str) -> None:
    assert facts(engagement).headline == said


def test_the_summary_names_what_too_little_is_known_of() -> None:
    text = text_of(made(DocumentKind.SUMMARY, with_levels(*"0" * 16, *"n" * 4)))
    assert "Too little is known of “Change management”. Nothing was asked about “Budget and timeline”." in text


def test_a_figure_is_given_only_where_enough_is_known_for_one() -> None:
    start = with_levels("3", *"0" * 3, "1", "n", "n", "n")
    text = text_of(made(DocumentKind.RECORD, start))
    assert "Technical debt not known · one of four known" in text
    assert "25, high · four of four known" in text


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("case", [desk_study, thai, full])
def test_a_plan_of_few_actions_is_short_and_leaves_no_page_nearly_empty(
    page_size: str, case: Callable[[], Engagement]
) -> None:
    document = pypdfium2.PdfDocument(made(DocumentKind.ACTION_PLAN, case(), page_size))
    shares = [filled(document[number]) for number in range(len(document))]
    assert len(shares) <= 8
    assert min(shares[:-1]) >= 1 / 3, [round(share, 2) for share in shares]


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("case", [desk_study, thai, full])
def test_a_record_leaves_no_page_nearly_empty_but_the_last(page_size: str, case: Callable[[], Engagement]) -> None:
    document = pypdfium2.PdfDocument(made(DocumentKind.RECORD, case(), page_size))
    assert min(filled(document[number]) for number in range(len(document) - 1)) >= 1 / 3


@pytest.mark.parametrize(("actions", "titles"), [(8, 1), (10, 1), (11, 2)])
def test_a_few_later_actions_stand_with_the_first(actions: int, titles: int) -> None:
    text = text_of(plan(many(actions, 3)))
    assert text.count("What to do, in order") == titles
    assert text.count("Later, or without a date") >= 1


def test_what_nobody_knows_is_told_by_mode_where_it_is_much() -> None:
    found = not_known_by_mode(facts(thai()))
    assert found[0].what == "Data pipelines:"
    assert found[0].said == "Two of four signs are not known."
    assert found[0].range == "Its figure can end anywhere from 42 to 92."
    assert (found[-1].said, found[-1].range) == ("None of its four signs is known.", ""), "from 0 to 100 says nothing"
    text = text_of(plan(thai()))
    assert text.count("can end anywhere from 42 to 92") == 1


def test_a_desk_study_says_so_once() -> None:
    text = text_of(made(DocumentKind.RECORD, desk_study()))
    assert text.count("Nothing was put to the vote. The facilitator entered all 24 answers.") == 1
    assert "Votes, one bar each" not in text
    assert "Entered" not in text
    assert "Nobody noted who took part" in text


def test_roles_stand_in_place_of_names_that_nobody_has() -> None:
    text = text_of(made(DocumentKind.RECORD, thai()))
    assert "Role Speaks for" in text
    assert "Name Role" not in text
    assert "Name Role Speaks for" in text_of(made(DocumentKind.RECORD, full()))


def test_the_sponsor_is_asked_by_role_where_there_is_no_name() -> None:
    start = thai()
    asked = replace(start.pilot, decision_asked="Go on, change or stop.")
    people = (replace(start.stakeholders[0], role="Minister, as sponsor", sponsor=True), *start.stakeholders[1:])
    text = text_of(made(DocumentKind.SUMMARY, replace(start, pilot=asked, stakeholders=people)))
    assert "The decision asked of the sponsor: Minister, as sponsor" in text
    assert "sponsor, sponsor" not in text


def test_the_summary_says_by_when_it_is_wanted_and_how_much_is_not_judged() -> None:
    text = text_of(made(DocumentKind.SUMMARY, desk_study()))
    assert "Wanted in production by 30 November 2026." in text
    assert "4 of 15 open, 11 not judged" in text
    assert "Wanted in production" not in text_of(made(DocumentKind.SUMMARY, thai()))


def test_the_lead_tells_all_that_stands_against_it() -> None:
    assert lead(facts(desk_study())) == (
        "It is a no-go today: four points are open. 11 more are not judged yet. 15 of 24 signs are not known yet."
    )


def test_the_one_action_there_is_is_not_one_of_some() -> None:
    bare = replace(with_actions(full(), 1).current.actions[0], owner_id="", due=None)
    start = full()
    alone = replace(start, rounds=(replace(start.current, actions=(bare,)),))
    assert ownership(facts(alone)) == "One action is agreed; it has no owner yet, it has no date yet."


def resting(decisive: int, *waits: tuple[int, int], actions: int = 9) -> Facts:
    """A plan whose decision rests on its last actions; of each pair the first waits for the second."""
    start = many(actions, 3)
    made = [replace(a, decisive=actions - n <= decisive) for n, a in enumerate(start.current.actions)]
    ties = [
        Dependency(id=f"d{n}", assessment_id=ROUND, action_id=f"act{one}", after_id=f"act{other}")
        for n, (one, other) in enumerate(waits)
    ]
    current = replace(start.current, actions=tuple(made), dependencies={tie.id: tie for tie in ties})
    return facts(replace(start, rounds=(current,)))


FREE = [(n, 8) for n in range(7)]
"""All but the last two wait for the last."""


@pytest.mark.parametrize(("found", "said"), [
    (resting(0), "Seven come first: they wait for nothing."),
    (resting(1), "Seven come first: one that the decision rests on and six that wait for nothing."),
    (resting(2, *FREE), "Two come first: the decision rests on them."),
    (resting(9), "Seven come first: the decision rests on them."),
    (resting(1, (8, 7), (7, 6)), "Seven come first: three that the decision rests on and four that wait for nothing."),
])  # fmt: skip
def test_what_comes_first_says_what_the_decision_rests_on(found: Facts, said: str) -> None:
    """What has to be done before is what it rests on too, and may itself wait for something."""
    assert first_ones(found) == said
    groups = [name for name, _ in groupby(group_name(found, line) for line in found.wave(Wave.FIRST))]
    assert len(groups) == len(set(groups)), "a group stands together"


def test_an_action_whose_sign_has_cleared_is_not_called_the_room_s_own() -> None:
    start = with_actions(full(), 1)
    (action,) = start.current.actions
    own = replace(action, id="own", proposal="", position=9)
    cleared = replace(start, rounds=(replace(start.current, ratings={}, actions=(action, own)),))
    lines = {line.action.id: why_of(facts(cleared), line).text for line in facts(cleared).lines}
    assert lines == {action.id: "Nothing calls for it any more.", "own": "The room’s own action."}


def test_that_no_action_has_an_owner_is_not_a_count() -> None:
    assert ownership(facts(desk_study())) == ("Eight actions are agreed; none has an owner yet, one has no date yet.")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([1], "Action 1"),
        ([2, 1], "Actions 1 and 2"),
        ([1, 2, 3], "Actions 1 to 3"),
        ([8, 1, 2, 3, 4, 7], "Actions 1 to 4, 7 and 8"),
        ([], ""),
    ],
)
def test_numbers_that_follow_one_another_are_told_as_one(numbers: list[int], said: str) -> None:
    assert numbered(numbers, facts(empty())) == said


def test_what_is_to_be_found_out_is_told_apart_in_the_calendar() -> None:
    found = facts(complete())
    names = [short_name(found, line) for line in found.lines if line.action.proposal.startswith("find-out/")]
    assert "Find out: technical debt" in names
    renamed = replace(found.lines[0], action=replace(found.lines[0].action, proposal="find-out/technical-debt"))
    assert "Find out" not in short_name(found, renamed), "its title says something else by now"


@pytest.mark.parametrize(
    ("accent", "kept"),
    [("#C2334D", False), ("#B3263A", False), ("#B8501A", True), ("#0A6E8A", True), ("#6B5A5C", True), ("red", False)],
)
def test_no_brand_puts_the_red_of_a_verdict_where_there_is_none(accent: str, kept: bool) -> None:
    start = full()
    kit = PageKit(facts(replace(start, brand=replace(start.brand, accent=accent))))
    assert (kit.accent != kit.primary) is kept


def test_a_plan_reads_back_after_the_owners_wrote_in_it() -> None:
    assert "Status reply" in text_of(plan(desk_study()))
    assert len(reader(plan(desk_study())).get_fields() or {}) >= 3 * 8
