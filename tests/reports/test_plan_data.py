"""The plan that travels inside the action plan: what the pages show, for a program, and nothing they do not show."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jsonschema
import pytest
from report_cases import INTERNAL, TODAY, built_in_method, empty, full, hostile, many
from report_reading import plan, reader

from models.engagement.engagement import Action, Engagement
from models.values.terms import Decision, Progress
from reports.documents.documents import DocumentKind, render
from reports.reply.plan_data import plan_revision
from resources import resource_text

SCHEMA = json.loads(resource_text("schema/plan.schema.json"))


def attached(engagement: Engagement) -> dict[str, Any]:
    files = reader(plan(engagement)).attachments
    assert list(files) == ["plan.json"]
    found: dict[str, Any] = json.loads(files["plan.json"][0].decode("utf-8"))
    return found


def with_first(engagement: Engagement, **changes: Any) -> Engagement:
    current = engagement.current
    first, *rest = current.actions
    return replace(engagement, rounds=(replace(current, actions=(replace(first, **changes), *rest)),))


@pytest.mark.parametrize("engagement", [full(), empty(), hostile(), many(300, 60)])
def test_the_attached_plan_is_as_its_schema_says(engagement: Engagement) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    document = attached(engagement)
    checker.validate(document)
    assert len(document["actions"]) == sum(a.decision is Decision.ACCEPTED for a in engagement.current.actions)
    assert not checker.is_valid({**document, "notes": []})


def test_it_says_of_each_action_what_the_pages_say() -> None:
    document = attached(full())
    assert document["client"] == "Harbour & Vale Mutual"
    first = next(a for a in document["actions"] if a["id"] == "act1")
    assert first["progress"] == "in-progress"
    assert first["owner"] == "Tomasz Zieliński"
    assert set(first) == {"id", "title", "owner", "due", "done_when", "progress", "phase"}
    undated = next(a for a in document["actions"] if a["id"] == "act4")
    assert "due" not in undated


def test_it_holds_nothing_the_pages_keep_to_themselves() -> None:
    text = json.dumps(attached(full()))
    for secret in (INTERNAL, "PRIVATE", "@", "Incident 4471", "rating", "vote", "note", "Head of claims"):
        assert secret not in text


def test_it_is_marked_as_the_data_the_document_was_made_from() -> None:
    root = reader(plan(full())).root_object
    (related,) = root["/AF"]
    assert related.get_object()["/AFRelationship"] == "/Data"
    stream = related.get_object()["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/application/json"


def test_the_summary_carries_no_file() -> None:
    data = render(DocumentKind.SUMMARY, full(), built_in_method(), today=TODAY)
    assert not dict(reader(data).attachments)


def test_the_revision_changes_with_what_was_agreed_and_not_with_progress() -> None:
    start = full()
    before = plan_revision(start)
    first: Action = start.current.actions[0]
    assert first.due
    assert plan_revision(with_first(start, progress=Progress.DONE)) == before
    for changes in (
        {"title": "Another"},
        {"owner_id": "p5"},
        {"due": first.due + timedelta(days=1)},
        {"due": None},
        {"done_when": ""},
        {"decision": Decision.REJECTED},
    ):
        assert plan_revision(with_first(start, **changes)) != before, changes
    backwards = replace(start.current, actions=tuple(reversed(start.current.actions)))
    assert plan_revision(replace(start, rounds=(backwards,))) == before
