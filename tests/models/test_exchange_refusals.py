"""Engagement files that are refused: truncated, foreign, hostile, or wrong in one place, each with that place named."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from exchange_documents import ABSENT, PNG, WHOLE, changed, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from models.engagement.engagement import Engagement
from models.exchange import ExchangeError
from models.exchange.limits import LARGEST_FILE
from resources import resource_text

Read = Callable[[str | bytes], Engagement]
WHOLE_TEXT = text_of(WHOLE)
CASES = Path(__file__).parents[1] / "cases"


def refusal(read: Read, text: str | bytes) -> str:
    with pytest.raises(ExchangeError) as caught:
        read(text)
    return str(caught.value)


FOREIGN: dict[str, tuple[str | bytes, str]] = {
    "empty": (b"", "Not valid JSON at line 1, column 1"),
    "white space": (b" \n\n", "Not valid JSON at line 3, column 1"),
    "truncated": (WHOLE_TEXT[:-20], "Not valid JSON at line 1, column "),
    "a library file": (b"SQLite format 3\0\x10\0\x01\x01", "Not valid JSON at line 1"),
    "not UTF-8": (WHOLE_TEXT.encode().replace(b"Arken", b"Ark\xe9n"), "is not UTF-8 text (byte "),
    "UTF-16": (WHOLE_TEXT.encode("utf-16"), "is not UTF-8 text (byte 0)"),
    "not a number": (WHOLE_TEXT.replace("[1, 2]", "[1, NaN]"), "NaN is not a number"),
    "infinity": (WHOLE_TEXT.replace("[1, 2]", "[1, Infinity]"), "Infinity is not a number"),
    "minus infinity": (WHOLE_TEXT.replace("[1, 2]", "[-Infinity, 2]"), "-Infinity is not a number"),
    "half a character": (WHOLE_TEXT.replace("Arken", "\\ud800"), "half a character"),
    "half a character in bytes": (WHOLE_TEXT.replace("Arken", "\\uDBFF").encode(), "half a character"),
    "half a character as it is": (WHOLE_TEXT.replace("Arken", "\ud800"), "half a character"),
    "half a character in a key": (WHOLE_TEXT.replace('"sector"', '"\\udfff"'), "half a character"),
    "a key twice": (WHOLE_TEXT.replace('"sector":', '"name":'), "the key “name” stands twice"),
    "100,000 lists in each other": ("[" * 100_000, "nested too deeply"),
    "100,000 objects in each other": ('{"a":' * 100_000, "nested too deeply"),
    "a number of 5,000 digits": (WHOLE_TEXT.replace("[1, 2]", "[1, " + "9" * 5_000 + "]"), "Not valid JSON"),
    "a list": ("[]", "This is not a Clearway engagement"),
    "a text": ('"clearway-engagement"', "This is not a Clearway engagement"),
    "null": ("null", "This is not a Clearway engagement"),
    "an empty object": ("{}", "This is not a Clearway engagement"),
    "larger than 32 MB": (b" " * (LARGEST_FILE + 1), "larger than an engagement can be"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_engagement_file_is_refused_in_words(read: Read, text: str | bytes, reason: str) -> None:
    assert reason in refusal(read, text)


def test_nesting_is_refused_at_any_depth(read: Read) -> None:
    """Deep enough to be read but not to be checked or shown is where a recursion can slip through."""
    for depth in (100, 500, *range(850, 1010), 2_000, 10_000):
        nested = "[" * depth + "]" * depth
        refusal(read, WHOLE_TEXT.replace('"Water"', nested))
        refusal(read, nested)


WRONG: dict[str, tuple[str, Any, str]] = {
    "another format": ("format", "other", "This is not a Clearway engagement"),
    "no format": ("format", ABSENT, "This is not a Clearway engagement"),
    "a newer version": ("version", 2, "a newer Clearway may be needed"),
    "a version that is a text": ("version", "1", "a version of the format that this Clearway does not read"),
    "no client": ("client", ABSENT, "the file: “client” is missing"),
    "no name": ("pilot.name", ABSENT, "pilot: “name” is missing"),
    "an extra property": ("client.nickname", "A", "client: “nickname” is not a key that is known here"),
    "an extra property of the file": ("extra", {}, "the file: “extra” is not a key that is known here"),
    "a name that is a number": ("client.name", 7, "client.name: a text is needed here, not 7"),
    "a currency with a line break": ("pilot.currency", "EUR\n", "pilot.currency: "),
    "a currency in small letters": ("pilot.currency", "eur", "pilot.currency: "),
    "a cost that is a number": ("pilot.cost", 1200, "pilot.cost: "),
    "a cost below nothing": ("pilot.cost", "-1", "pilot.cost: "),
    "a cost of 16 digits": ("pilot.cost", "1" * 16, "pilot.cost: "),
    "a cost with a line break": ("pilot.cost", "12\n", "pilot.cost: "),
    "a cost in other digits": ("pilot.cost", "١٢", "pilot.cost: "),
    "30 February": ("pilot.started", "2026-02-30", "pilot.started: "),
    "a date without hyphens": ("pilot.started", "20260112", "pilot.started: "),
    "a date with a line break": ("pilot.started", "2026-01-12\n", "pilot.started: "),
    "the year nought": ("pilot.started", "0000-01-12", "pilot.started: "),
    "a time that is none": ("pilot.created", "yesterday", "pilot.created: “yesterday” is not a date and time"),
    "a time before all time": ("pilot.created", "0001-01-01T00:00:00+14:00", "pilot.created: "),
    "a time after all time": ("pilot.created", "9999-12-31T23:59:59-14:00", "pilot.created: "),
    "archived 1": ("pilot.archived", 1, "pilot.archived: true or false is needed here, not 1"),
    "a colour by name": ("brand.primary", "red", "brand.primary: "),
    "a colour with a line break": ("brand.primary", "#0E4A52\n", "brand.primary: "),
    "a logo that is not base64": ("brand.practice_logo.data", "%%%", "brand.practice_logo.data: is not base64"),
    "a logo in other letters": ("brand.practice_logo.data", "ñandú", "brand.practice_logo.data: is not base64"),
    "a logo that is no picture": ("brand.practice_logo.data", "aGVsbG8=", "brand.practice_logo: The file is not a PNG"),
    "a logo cut short": ("brand.practice_logo.data", PNG[:60], "brand.practice_logo: "),
    "a logo that is nothing": ("brand.practice_logo.data", "", "brand.practice_logo: "),
    "an unknown group": ("stakeholders.0.group", "board", "stakeholders[0].group: 'board' is not one of"),
    "no rounds": ("rounds", [], "rounds: "),
    "an unknown method": (
        "rounds.0.method",
        "other@9",
        "rounds[0].method: this library does not have the content pack",
    ),
    "an unknown sign": ("rounds.0.ratings.0.sign", "luck", "rounds[0].ratings[0].sign: “luck” is not a warning sign"),
    "an unknown sign of a note": ("rounds.0.notes.0.sign", "luck", "rounds[0].notes[0].sign: “luck” is not a"),
    "an answer of 4": ("rounds.0.ratings.0.answer", 4, "rounds[0].ratings[0].answer: 4 is not one of"),
    "an answer of 1.5": ("rounds.0.ratings.0.answer", 1.5, "rounds[0].ratings[0].answer: 1.5 is not one of"),
    "an answer of true": ("rounds.0.ratings.0.answer", True, "rounds[0].ratings[0].answer: True is not one of"),
    "an answer of a thousand digits": ("rounds.0.ratings.0.answer", 10**1000, "rounds[0].ratings[0].answer: "),
    "an answer in a text": ("rounds.0.ratings.0.answer", "2", "rounds[0].ratings[0].answer: '2' is not one of"),
    "an unknown confidence": ("rounds.0.ratings.0.confidence", "sure", "rounds[0].ratings[0].confidence: "),
    "an unknown phase": ("rounds.0.actions.0.phase", "someday", "rounds[0].actions[0].phase: “someday” is not a phase"),
    "an owner not in the file": ("rounds.0.actions.0.owner", "eve", "rounds[0].actions[0].owner: no stakeholder in"),
    "an owner that is the client": ("rounds.0.actions.0.owner", "client", "rounds[0].actions[0].owner: no stakeholder"),
    "effort from high to low": ("rounds.0.actions.0.effort", [3, 2], "rounds[0].actions[0].effort: the low figure is"),
    "effort of no days": ("rounds.0.actions.0.effort", [0, 2], "rounds[0].actions[0].effort[0]: "),
    "effort of 401 days": ("rounds.0.actions.0.effort", [1, 401], "rounds[0].actions[0].effort[1]: "),
    "three efforts": ("rounds.0.actions.0.effort", [1, 2, 3], "rounds[0].actions[0].effort: "),
    "a vote on an unknown sign": ("rounds.0.votes.0.sign", "luck", "rounds[0].votes[0].sign: “luck” is not a warning"),
    "three counts": ("rounds.0.votes.0.counts", [1, 2, 3], "rounds[0].votes[0].counts: "),
    "a count below nothing": ("rounds.0.votes.0.counts", [1, 2, 3, -1], "rounds[0].votes[0].counts[3]: "),
    "a count of ten thousand": ("rounds.0.votes.0.not_known", 10_000, "rounds[0].votes[0].not_known: "),
    "the same round of voting twice": (
        "rounds.0.votes.1.number",
        1,
        "round 1 of voting on “ownership-gap” stands twice",
    ),
    "counts beside votes": ("rounds.0.votes.1.counts", [1, 1, 1, 1], "rounds[0].votes[1]: a vote is either counted or"),
    "neither counts nor votes": ("rounds.0.votes.1.votes", ABSENT, "rounds[0].votes[1]: a vote is either counted or"),
    "not known beside votes": ("rounds.0.votes.1.not_known", 1, "rounds[0].votes[1]: a vote is either counted or"),
    "counts that are gone": ("rounds.0.votes.0.counts", ABSENT, "rounds[0].votes[0]: a vote is either counted or"),
    "votes that were counted": ("rounds.0.votes.1.way", "counts", "rounds[0].votes[1].way: “counts” does not go with"),
    "round nought of voting": ("rounds.0.votes.0.number", 0, "rounds[0].votes[0].number: "),
    "half a vote": ("rounds.0.votes.0.counts", [1, 2, 3, 0.5], "rounds[0].votes[0].counts[3]: "),
    "a vote that does not apply": (
        "rounds.0.votes.1.votes.0.answer",
        "does-not-apply",
        "rounds[0].votes[1].votes[0].answer: 'does-not-apply' is not one of",
    ),
    "counts cast at the laptop": (
        "rounds.0.votes.0.way",
        "ballot",
        "rounds[0].votes[0].way: “ballot” does not go with",
    ),
    "an unknown way to vote": ("rounds.0.votes.0.way", "shouted", "rounds[0].votes[0].way: 'shouted' is not one of"),
    "a vote by nobody in the file": (
        "rounds.0.votes.1.votes.0.stakeholder",
        "eve",
        "stakeholder: no stakeholder in the",
    ),
    "somebody who votes twice": (
        "rounds.0.votes.1.votes",
        [{"stakeholder": "ana", "answer": n} for n in (1, 2)],
        "rounds[0].votes[1].votes[1].stakeholder: “ana” votes twice in this round.",
    ),
    "a vote of 4": ("rounds.0.votes.1.votes.0.answer", 4, "rounds[0].votes[1].votes[0].answer: 4 is not one of"),
    "a box of more than a day": ("rounds.0.agenda.0.minutes", 1441, "rounds[0].agenda[0].minutes: "),
    "a box of less than no time": ("rounds.0.agenda.0.minutes", -1, "rounds[0].agenda[0].minutes: "),
    "a box that took less than no time": ("rounds.0.agenda.0.spent", -1, "rounds[0].agenda[0].spent: "),
    "a box with an id that stands elsewhere": (
        "rounds.0.agenda.0.id",
        "note",
        "The id “note” stands twice in the file",
    ),
    "a box without a title": ("rounds.0.agenda.0.title", ABSENT, "rounds[0].agenda[0]: “title” is missing"),
    "a box since an empty text": ("rounds.0.agenda.0.since", "", "rounds[0].agenda[0].since: “” is not a"),
    "a box since a time that is none": (
        "rounds.0.agenda.0.since",
        "noon",
        "rounds[0].agenda[0].since: “noon” is not a",
    ),
    "an unknown kind of note": ("rounds.0.notes.0.kind", "rumour", "rounds[0].notes[0].kind: 'rumour' is not one of"),
    "an unknown readiness point": (
        "rounds.0.readiness.0.point",
        "luck",
        "readiness[0].point: “luck” is not a readiness",
    ),
    "an unknown state of a point": ("rounds.0.readiness.0.state", "fine", "readiness[0].state: 'fine' is not one of"),
    "waived by nobody in the file": ("rounds.0.readiness.0.waived_by", "eve", "readiness[0].waived_by: no stakeholder"),
    "a waiver until 30 February": ("rounds.0.readiness.0.until", "2026-02-30", "rounds[0].readiness[0].until: "),
    "actions that wait for each other": (
        "rounds.0.actions",
        [{"id": key, "title": f"Do {key}", "after": [after]} for key, after in ("ab", "bc", "ca")],
        "rounds[0].actions: none of these could begin, each waits for the next: “",
    ),
    "an unknown register": ("rounds.0.playbook", {"luck": []}, "rounds[0].playbook: “luck” is not a register of"),
    "an unknown column": (
        "rounds.0.playbook",
        {"metrics": [{"cells": {"luck": "1"}}]},
        "rounds[0].playbook.metrics[0].cells: “luck” is not a column of that register",
    ),
    "a part that is none": (
        "rounds.0.playbook",
        {"raci": [{"cells": {"ana": "boss"}}]},
        "rounds[0].playbook.raci[0].cells.ana: “boss” is not one of: responsible, accountable",
    ),
    "a number that nobody can read": (
        "rounds.0.playbook",
        {"metrics": [{"cells": {"baseline": 10**300}}]},
        "rounds[0].playbook.metrics[0].cells.baseline: the number has more figures than a register can hold",
    ),
    "a cell that is true": (
        "rounds.0.playbook",
        {"metrics": [{"cells": {"baseline": True}}]},
        "rounds[0].playbook.metrics[0].cells.baseline: a text or a number is needed here, not true",
    ),
    "5,001 rows": (
        "rounds.0.playbook",
        {"metrics": [{"cells": {"metric": "m"}}] * 5_001},
        "rounds[0].playbook.metrics: has 5,001 entries; at most 5,000 may stand here",
    ),
    "an id twice": ("stakeholders.0.id", "client", "The id “client” stands twice in the file"),
    "an empty id": ("pilot.id", "", "pilot.id: "),
    "a name longer than any": (
        "pilot.name",
        "x" * 100_301,
        "pilot.name: has 100,301 characters; at most 300 may stand here",
    ),
    "a note longer than any": (
        "rounds.0.notes.0.text",
        "x" * 200_001,
        "rounds[0].notes[0].text: has 200,001 characters; at most 100,000",
    ),
}


@pytest.mark.parametrize(("path", "value", "reason"), WRONG.values(), ids=WRONG)
def test_one_wrong_thing_is_refused_with_its_place(read: Read, path: str, value: object, reason: str) -> None:
    message = refusal(read, text_of(changed(path, value)))

    assert reason in message
    assert len(message) < 500


def test_a_number_beyond_all_floats_is_refused(read: Read) -> None:
    """JSON reads 1e400 as infinity, without a word."""
    text = text_of(changed("rounds.0.playbook", {"metrics": [{"cells": {"baseline": "X"}}]})).replace('"X"', "1e400")
    assert "more figures than a register can hold" in refusal(read, text)


@pytest.mark.parametrize(
    ("number", "kept"), [(0.1 + 0.2, "0.3"), (1e-20, "0"), (-0.0, "0"), (1e22, "1" + "0" * 22), (11.4, "11.4")]
)
def test_a_number_is_kept_as_figures(read: Read, number: float, kept: str) -> None:
    made = read(text_of(changed("rounds.0.playbook", {"metrics": [{"cells": {"baseline": number}}]})))
    assert [cell.value for cell in made.current.cells.values()] == [kept]


def test_an_empty_reference_refers_to_nothing(read: Read) -> None:
    rows = {"metrics": [{"cells": {"metric": "Delay"}}], "metric-readings": [{"cells": {"metric": "", "value": 3}}]}
    made = read(text_of(changed("rounds.0.playbook", rows)))
    assert [cell.value for cell in made.current.cells.values()] == ["Delay", "3"]


def test_a_sign_rated_twice_is_refused_at_the_second(read: Read) -> None:
    twice = [{"sign": "resistance", "answer": n} for n in (1, 2)]

    message = refusal(read, text_of(changed("rounds.0.ratings", twice)))

    assert message == "rounds[0].ratings[1].sign: “resistance” is rated twice in this round."


def test_the_first_ten_of_many_faults_are_listed_and_the_others_counted(read: Read) -> None:
    message = refusal(read, text_of(changed("stakeholders", [{"name": n} for n in range(25)])))

    assert len(message.splitlines()) == 11
    assert message.endswith("… and 15 more.")


def test_faults_beyond_a_hundred_are_not_looked_for(read: Read) -> None:
    message = refusal(read, text_of(changed("rounds.0.notes", [{"text": n} for n in range(5_000)])))

    assert len(message.splitlines()) == 11
    assert message.endswith("… and at least 90 more.")


def test_a_fault_is_explained_without_repeating_a_whole_file(read: Read) -> None:
    assert len(refusal(read, text_of(changed("client.name", ["long"] * 50_000)))) < 500


def test_a_whole_document_is_not_refused(read: Read) -> None:
    assert read(WHOLE_TEXT).client.name == "Arken"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(WHOLE_TEXT) - 1), st.text(max_size=4))
def test_no_damage_to_a_file_raises_anything_but_a_refusal(read: Read, place: int, other: str) -> None:
    with suppress(ExchangeError):
        read(WHOLE_TEXT[:place] + other + WHOLE_TEXT[place + max(len(other), 1) :])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise_anything_but_a_refusal(read: Read, data: bytes) -> None:
    refusal(read, data)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)
PLACES = ["client", "pilot", "brand", "stakeholders", "rounds", "rounds.0", "rounds.0.actions.0", "brand.practice_logo"]
WORKSHOP = [f"rounds.0.{place}" for place in ("votes", "votes.0", "votes.0.counts.3", "votes.1.votes.0", "agenda.0")]
SECOND_HALF = [f"rounds.0.{place}" for place in ("playbook", "gates", "readiness.0", "actions.0.after", "closed_on")]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [*PLACES, *WORKSHOP, *SECOND_HALF, "pilot.created", "rounds.0.ratings.0", "rounds.0.actions.0.effort"]
    ),
    junk,
)
def test_a_value_of_any_shape_in_any_place_is_refused_or_read(read: Read, place: str, value: object) -> None:
    with suppress(ExchangeError):
        read(text_of(changed(place, value)))


def test_the_published_schema_is_a_schema_and_takes_the_sample_and_the_case() -> None:
    schema = json.loads(resource_text("schema/engagement.schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)

    for text in (resource_text("sample/engagement.json"), (CASES / "thailand-screening.json").read_text("utf-8")):
        assert list(validator.iter_errors(json.loads(text))) == []
    assert list(validator.iter_errors(changed("format", "other")))
