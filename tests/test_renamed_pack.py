"""Nothing hangs on what a pack calls its parts: under other ids throughout, the same work gives the same results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from gettext import NullTranslations
from typing import Any

import pytest
from pdf_text import page_texts
from PySide6.QtWidgets import QApplication
from renamed_pack import OLD_PACK, PACK, SAMPLE, Renaming, renamed_engagement, renamed_pack

from desktop.view_models.room.captured import CapturedRows
from models.diagnosis.agenda import preset_agenda
from models.diagnosis.diagnosis import mode_results
from models.diagnosis.voting import standing
from models.engagement.engagement import Engagement
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import Gate, gate_id
from models.exchange import read_engagement
from models.exchange.reading import Surroundings
from models.method.check import read_method
from models.method.method import Method
from models.pictures.logo import take_logo
from models.plan.closing import high_gaps
from models.plan.contradiction import Contradiction
from models.plan.contradictions import contradictions
from models.plan.plan import plan_lines
from models.plan.proposals import Reason, ReasonKind, propose
from models.playbook.budget import Budget, budget, standing_text
from models.playbook.cells import cell_context
from models.playbook.phases import item_state
from models.playbook.readings import movement_text, movements
from models.readiness.known_evidence import known_evidence
from models.readiness.readiness import points_of, verdict
from models.values.terms import GateDecision, PointState
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind
from reports.reply.plan_data import plan_revision

WORDS = NullTranslations()
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Work:
    """The sample with the pack it was made with, under the ids that `names` gives."""

    method: Method
    engagement: Engagement
    names: Renaming


def read(text: str, method: Method) -> Engagement:
    def no_svg(data: bytes) -> bytes:
        raise AssertionError("the sample has no SVG logo")

    around = Surroundings(
        method=lambda key: method if key == method.key else None,
        current_method=method.key,
        logo=lambda data, name: take_logo(data, name, no_svg),
        now=datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
    )
    return read_engagement(text, around)


def under_other_ids(pack: str, with_choices: bool) -> Work:
    text, names = renamed_pack(pack, with_choices)
    method = read_method(text, "quill.toml")
    return Work(method, read(renamed_engagement(SAMPLE, names), method), names)


def strained(method: Method, engagement: Engagement) -> Engagement:
    """All points confirmed, half of them on nothing; all phases passed: much that cannot be true at once."""
    current = engagement.current
    round_id = current.assessment.id
    judgements = {
        point.id: Judgement(
            id=judgement_id(round_id, point.id),
            assessment_id=round_id,
            point_id=point.id,
            state=PointState.CONFIRMED,
            evidence="A report" if place % 2 else "",
        )
        for place, point in enumerate(points_of(method))
    }
    gates = {
        phase.id: Gate(
            id=gate_id(round_id, phase.id),
            assessment_id=round_id,
            phase_id=phase.id,
            decision=GateDecision.PASSED,
        )
        for phase in method.phases
    }
    return replace(engagement, rounds=(replace(current, judgements=judgements, gates=gates),))


def as_it_is(method: Method, engagement: Engagement) -> Engagement:
    """The sample itself."""
    return engagement


Made = Callable[[Method, Engagement], Engagement]


@pytest.fixture(scope="module")
def own() -> Work:
    """Other ids, and other choices in another order."""
    return under_other_ids(PACK, with_choices=True)


@pytest.fixture(scope="module")
def same_words() -> Work:
    """Other ids, and the words as they are."""
    return under_other_ids(PACK, with_choices=False)


def test_every_id_is_another_one(own: Work, method: Method) -> None:
    ids = {old for _, old in own.names.ids}

    assert not ids & set(own.names.ids.values())
    assert not ids & {sign.id for sign in own.method.signs}
    assert len(own.names.ids) > 250
    assert {r.id for r in method.registers} <= ids
    assert all(new.startswith("Word ") for new in own.names.choices.values())


def reckoned(found: Budget) -> Any:
    """A budget without the ids of its items."""
    return [replace(kind, item_id="") for kind in found.kinds], found.band, found.standing, found.first_year


def test_the_budget_is_the_same(own: Work, sample: Engagement, method: Method) -> None:
    found, expected = budget(own.method, own.engagement), budget(method, sample)

    assert len(found.kinds) == 4
    assert found.yearly.likely > 0
    assert reckoned(found) == reckoned(expected)
    assert [kind.item_id for kind in found.kinds] == [own.names.ids["item", k.item_id] for k in expected.kinds]
    assert standing_text(found, WORDS) == standing_text(expected, WORDS)


def test_metrics_have_moved_as_far(own: Work, sample: Engagement, method: Method) -> None:
    def said(pack: Method, engagement: Engagement) -> list[str]:
        found = [m for register in pack.registers for m in movements(pack, engagement.current, register)]
        return [f"{movement.title}: {movement_text(movement, WORDS)}" for movement in found]

    assert len(said(own.method, own.engagement)) > 2
    assert said(own.method, own.engagement) == said(method, sample)


def test_the_diagnosis_is_the_same(own: Work, sample: Engagement, method: Method) -> None:
    found, expected = (mode_results(*pair) for pair in ((own.method, own.engagement.current), (method, sample.current)))

    assert [(r.band, r.index, r.lowest, r.highest) for r in found] == [
        (r.band, r.index, r.lowest, r.highest) for r in expected
    ]
    rule = method.rules.agreement
    for sign in method.signs:
        here = standing(own.engagement.current, own.names.ids["sign", sign.id], own.method.rules.agreement)
        assert replace(here, sign_id=sign.id) == standing(sample.current, sign.id, rule)


def renamed(found: Contradiction, names: Renaming) -> Contradiction:
    def new(kind: str, old: str) -> str:
        return names.ids[kind, old] if old else ""

    return replace(
        found,
        point_id=new("point", found.point_id),
        sign_id=new("sign", found.sign_id),
        phase_id=new("phase", found.phase_id),
        item_id=new("item", found.item_id),
    )


@pytest.mark.parametrize(("made", "least"), [(as_it_is, 1), (strained, 15)])
def test_the_contradictions_are_the_same(own: Work, sample: Engagement, method: Method, made: Made, least: int) -> None:
    found = contradictions(own.method, made(own.method, own.engagement), WORDS)

    assert len(found) >= least
    in_old_words = [replace(c, sentence=own.names.in_old_words(c.sentence)) for c in found]
    assert in_old_words == [renamed(c, own.names) for c in contradictions(method, made(method, sample), WORDS)]


def reason(found: Reason, names: Renaming) -> Reason:
    """A reason of the sample's under the new ids."""
    if found.kind is ReasonKind.CONTRADICTION:
        rule, _, subject = found.id.partition("/")
        return replace(found, id=f"{rule}/{names.subject(subject)}")
    return replace(found, id=names.ids[found.kind.value, found.id])


@pytest.mark.parametrize("made", [as_it_is, strained])
def test_the_same_is_proposed_for_the_same_reasons_in_the_same_order(
    own: Work, sample: Engagement, method: Method, made: Made
) -> None:
    found = propose(own.method, made(own.method, own.engagement), WORDS, TODAY)
    expected = propose(method, made(method, sample), WORDS, TODAY)

    assert len(found) > 30
    assert [p.id for p in found] == [own.names.proposal(p.id) for p in expected]
    for here, there in zip(found, expected, strict=True):
        because = tuple(replace(r, text=own.names.in_old_words(r.text)) for r in here.because)
        assert because == tuple(reason(r, own.names) for r in there.because)
        assert here.phase == (own.names.ids["phase", there.phase] if there.phase else "")
        assert (here.title, here.priority, here.effort_low, here.effort_high, here.done_when) == (
            *(there.title, there.priority, there.effort_low, there.effort_high, there.done_when),
        )


def test_the_plan_and_its_gaps_are_the_same(own: Work, sample: Engagement, method: Method) -> None:
    found, expected = plan_lines(own.method, own.engagement, WORDS, TODAY), plan_lines(method, sample, WORDS, TODAY)

    assert [(x.action.id, x.priority, x.start) for x in found] == [(x.action.id, x.priority, x.start) for x in expected]
    gaps = high_gaps(own.method, own.engagement, WORDS, TODAY)
    assert [(g.title, g.lacks, g.action_id) for g in gaps] == [
        (g.title, g.lacks, g.action_id) for g in high_gaps(method, sample, WORDS, TODAY)
    ]


def test_the_playbook_and_readiness_stand_as_they_did(own: Work, sample: Engagement, method: Method) -> None:
    states = [item_state(own.method, own.engagement, item) for item in own.method.items.values()]
    assert states == [item_state(method, sample, item) for item in method.items.values()]
    judged = verdict(own.method, own.engagement.current.judgements, TODAY)
    expected = verdict(method, sample.current.judgements, TODAY)
    assert (judged.kind, len(judged.open), len(judged.waived)) == (
        *(expected.kind, len(expected.open), len(expected.waived)),
    )
    for here, there in zip(points_of(own.method), points_of(method), strict=True):
        context = cell_context(own.method, own.engagement, TODAY, WORDS)
        known = known_evidence(own.method, own.engagement, here, context, WORDS)
        old = known_evidence(method, sample, there, cell_context(method, sample, TODAY, WORDS), WORDS)
        assert [own.names.in_old_words(one.text) for one in known] == [one.text for one in old]


def test_every_agenda_is_the_same(own: Work, method: Method) -> None:
    for here, there in zip(own.method.agenda, method.agenda, strict=True):
        found = preset_agenda(here, own.method, "r", WORDS)
        expected = preset_agenda(there, method, "r", WORDS)
        assert [(b.title, b.minutes) for b in found] == [(b.title, b.minutes) for b in expected]
        assert [b.kind.partition(":")[0] for b in found] == [b.kind.partition(":")[0] for b in expected]


def test_the_room_is_shown_the_same(same_words: Work, sample: Engagement, method: Method, qapp: QApplication) -> None:
    def shown(pack: Method, engagement: Engagement) -> list[object]:
        rows = CapturedRows(pack, engagement, TODAY, WORDS, "")
        return [rows.captured(a, item) for phase in pack.phases for a in phase.activities for item in a.items]

    assert shown(same_words.method, same_words.engagement) == shown(method, sample)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_documents_say_the_same(kind: DocumentKind, same_words: Work, sample: Engagement, method: Method) -> None:
    def pages(pack: Method, engagement: Engagement) -> list[str]:
        """Without the plan's revision, which is a digest of all that is in it, ids too."""
        found = page_texts(render(kind, engagement, pack, today=TODAY))
        return [page.replace(plan_revision(engagement), "") for page in found]

    assert pages(same_words.method, same_words.engagement) == pages(method, sample)


def test_the_comparison_sees_a_product_that_knows_ids(sample: Engagement, method: Method) -> None:
    """In format 1 it did: under other ids the budget, and all that follows from it, was gone without a word."""
    old = under_other_ids(OLD_PACK, with_choices=False)

    assert budget(old.method, old.engagement).kinds == ()
    assert reckoned(budget(old.method, old.engagement)) != reckoned(budget(method, sample))
    assert len(contradictions(old.method, old.engagement, WORDS)) < len(contradictions(method, sample, WORDS))
