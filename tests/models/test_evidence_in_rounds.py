"""Evidence in an engagement's JSON, and from one round to the next."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from gettext import NullTranslations
from typing import Any

import pytest

from models.engagement.engagement import Engagement, Round
from models.engagement.evidence import Evidence
from models.exchange import write_engagement
from models.exchange.structure import ExchangeError
from models.method.method import Method
from models.plan.contradictions import contradictions
from models.rounds.turning import follow_up
from models.values.terms import PointState

Read = Callable[[str | bytes], Engagement]
NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


def with_evidence(sample: Engagement) -> Engagement:
    """Beside a sign, a readiness point and a row."""
    current = sample.current
    shared: dict[str, Any] = {"assessment_id": current.assessment.id, "sha256": "a" * 64, "taken_in": NOW}
    sign, point = next(iter(current.ratings)), next(iter(current.judgements))
    found = (
        Evidence(sign_id=sign, name="rota <b>.jpg", media_type="image/jpeg", size=9, thumbnail="b" * 64, **shared),
        Evidence(point_id=point, position=1, caption="Seen = 1", original="c" * 64, for_client=True, **shared),
        Evidence(entry_id=current.entries[0].id, position=2, alternative="A plan\nof two lines", **shared),
    )
    return replace(sample, rounds=(*sample.rounds[:-1], replace(current, evidence=found)))


def test_what_is_written_is_read_again_without_the_files(sample: Engagement, read: Read) -> None:
    engagement = with_evidence(sample)
    assert read(write_engagement(engagement)).current.evidence == engagement.current.evidence
    without = replace(sample, rounds=tuple(replace(one, evidence=()) for one in sample.rounds))
    assert "evidence" not in json.loads(write_engagement(without))["rounds"][-1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"row": "no-such-row", "sign": None}, "no row of a register in this round has the id “no-such-row”"),
        ({"point": "no-such-point", "sign": None}, "“no-such-point” is not a readiness point"),
        ({"sign": "no-such-sign"}, "“no-such-sign” is not a warning sign"),
        ({"sign": None}, "backs one of sign, point and row, and one only"),
        ({"point": "x"}, "backs one of sign, point and row, and one only"),
        ({"sha256": "../../etc/passwd"}, "does not have the form that is needed"),
        ({"taken_in": "yesterday"}, "is not a date and time"),
        ({"run": "me"}, "“run” is not a key that is known here"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    sample: Engagement, read: Read, change: dict[str, str | None], said: str
) -> None:
    document = json.loads(write_engagement(with_evidence(sample)))
    entry = document["rounds"][-1]["evidence"][0] | change
    document["rounds"][-1]["evidence"][0] = {key: value for key, value in entry.items() if value is not None}
    with pytest.raises(ExchangeError, match=r"evidence\[0\]") as refused:
        read(json.dumps(document))
    assert said in str(refused.value)


def test_the_next_round_still_shows_what_backs_points_and_rows(sample: Engagement) -> None:
    engagement = with_evidence(sample)
    begun, again = follow_up(engagement, NOW), follow_up(engagement, NOW)
    _, of_point, of_row = engagement.current.evidence
    rows = [entry.id for entry in begun.entries]
    assert [(e.point_id, e.caption, e.sha256) for e in begun.evidence] == [
        (of_point.point_id, of_point.caption, of_point.sha256),
        ("", "", of_row.sha256),
    ]
    assert begun.evidence[1].entry_id in rows
    assert of_row.entry_id not in rows
    assert {e.assessment_id for e in begun.evidence} == {begun.assessment.id}
    assert {e.id for e in begun.evidence}.isdisjoint(e.id for e in (of_point, of_row))
    assert len(again.evidence) == 2


def test_a_photo_counts_as_evidence_for_a_confirmed_point(sample: Engagement, method: Method) -> None:
    point = next(key for key, one in sample.current.judgements.items() if one.state is PointState.CONFIRMED)
    judged = replace(sample.current.judgements[point], evidence="")
    bare = replace(sample.current, judgements={**sample.current.judgements, point: judged})
    photo = Evidence(assessment_id=bare.assessment.id, point_id=point, sha256="a" * 64, taken_in=NOW)

    def said(current: Round) -> list[str]:
        found = contradictions(method, replace(sample, rounds=(*sample.rounds[:-1], current)), NullTranslations())
        return [c.sentence for c in found if c.point_id == point]

    assert len(said(bare)) == len(said(replace(bare, evidence=(photo,)))) + 1
