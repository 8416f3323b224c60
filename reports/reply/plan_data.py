"""The plan for a program to read: what the action plan shows of each action, and nothing else.

The form is described by `resources/schema/plan.schema.json`.
"""

from __future__ import annotations

import json

from models.engagement.engagement import Action, Engagement
from models.hashes import sha256
from models.plan.plan import PlanLine
from models.values.terms import Decision
from reports.archive.document_text import Attachment
from reports.words.facts import Facts
from reports.words.text import plain

FORMAT, VERSION = "clearway-plan", 1
FILE_NAME = "plan.json"
REVISION_DIGITS = 12


def plan_attachment(facts: Facts) -> Attachment:
    """The plan as a JSON file. The same plan gives the same bytes."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "engagement": facts.engagement.id,
        "revision": plan_revision(facts.engagement),
        "client": plain(facts.engagement.client.name),
        "pilot": plain(facts.engagement.pilot.name),
        "actions": [_action(facts, line) for line in facts.lines],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    description = facts.words.gettext("The actions of this plan, for a program to read")
    return Attachment(FILE_NAME, "application/json", description, text.encode("utf-8"))


def plan_revision(engagement: Engagement) -> str:
    """Hexadecimal digits that change with what was agreed: actions, their owners, dates and when they are done.

    How far an action has come is left out, so that one person's reply does not make the next one look stale.
    """
    agreed = sorted(_agreed(action) for action in accepted(engagement))
    return sha256(json.dumps([engagement.id, agreed]).encode("ascii"))[:REVISION_DIGITS]


def accepted(engagement: Engagement) -> list[Action]:
    """The actions of the current plan."""
    return [action for action in engagement.current.actions if action.decision is Decision.ACCEPTED]


def _agreed(action: Action) -> tuple[str, ...]:
    due = action.due.isoformat() if action.due else ""
    return action.id, action.title, action.owner_id, due, action.done_when, action.phase


def _action(facts: Facts, line: PlanLine) -> dict[str, str]:
    """One action; what is empty is left out, but not its title."""
    action = line.action
    found = {
        "owner": plain(facts.owner(line)),
        "due": action.due.isoformat() if action.due else "",
        "done_when": plain(action.done_when),
        "progress": action.progress.value,
        "phase": action.phase,
    }
    return {"id": action.id, "title": plain(action.title), **{key: value for key, value in found.items() if value}}
