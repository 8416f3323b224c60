"""A reply taken into the plan: what was chosen and nothing else, once, and internal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from reply_hand import read_reply
from report_cases import TODAY, WORDS, built_in_method, full, with_actions
from report_reading import plan

from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Action, Engagement, Note
from models.rounds.turning import follow_up
from models.values.sentence import act_called
from models.values.terms import Decision, NoteKind, Progress
from reports.reply.fields import Box, FieldName, Part
from reports.reply.merge import doubtful, news, taken, uncontested
from reports.reply.plan_data import plan_revision
from reports.reply.reply import Reply
from reports.words.facts import Facts

FILES = Path(__file__).parent / "returned"
SENT = full()
FIRST, SECOND = SENT.current.actions[:2]
EVERYTHING = (Part.STATUS, Part.DUE, Part.COMMENT)
BOXES = {"status": Box.STATUS, "day": Box.DAY, "comment": Box.HELD_UP}


def returned(**values: str) -> bytes:
    """The plan as it comes back, with `first_status` and the like filled in."""
    actions = {"first": FIRST.id, "second": SECOND.id}
    fields = {}
    for key, value in values.items():
        which, part = key.split("_")
        fields[str(FieldName(SENT.id, plan_revision(SENT), actions[which], BOXES[part]))] = value
    writer = PdfWriter(clone_from=BytesIO(plan(SENT)))
    writer.update_page_form_field_values(None, fields, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def back() -> bytes:
    return returned(first_status="/done", first_day="2026-05-01", first_comment="Who pays?", second_status="/done")


def reply_to(engagement: Engagement, data: bytes) -> Reply:
    return news(read_reply(data, Facts(engagement, built_in_method(), TODAY, WORDS)), engagement, WORDS)


def after(engagement: Engagement, records: tuple[Action | Note, ...]) -> Engagement:
    return apply_edit(engagement, Edit(act_called("Take"), engagement.id, put=records))


def action(engagement: Engagement, action_id: str) -> Action:
    return next(a for a in engagement.current.actions if a.id == action_id)


def changed(action_id: str, **changes: object) -> Engagement:
    return after(SENT, (replace(action(SENT, action_id), **changes),))


def test_everything_that_is_not_contested_is_taken_in_one_go(back: bytes) -> None:
    reply = reply_to(SENT, back)
    now = after(SENT, taken(SENT, reply, uncontested(reply), WORDS))

    assert action(now, FIRST.id) == replace(FIRST, progress=Progress.DONE, due=date(2026, 5, 1))
    assert action(now, SECOND.id) == replace(SECOND, progress=Progress.DONE)
    (note,) = set(now.current.notes) - set(SENT.current.notes)
    assert note.text == f"Comment on “{FIRST.title}”: Who pays?"


def test_a_comment_is_internal_parked_and_last(back: bytes) -> None:
    reply = reply_to(SENT, back)
    note = next(r for r in taken(SENT, reply, uncontested(reply), WORDS) if isinstance(r, Note))

    assert (note.kind, note.for_client, note.sign_id) == (NoteKind.PARKED, False, "")
    assert note.position > max(n.position for n in SENT.current.notes)


@pytest.mark.parametrize("part", EVERYTHING)
def test_only_what_is_chosen_is_taken(part: Part, back: bytes) -> None:
    records = taken(SENT, reply_to(SENT, back), {FIRST.id: [part]}, WORDS)
    wanted = {
        Part.STATUS: replace(FIRST, progress=Progress.DONE),
        Part.DUE: replace(FIRST, due=date(2026, 5, 1)),
    }.get(part)

    assert len(records) == 1
    assert records[0] == wanted if wanted else isinstance(records[0], Note)


def test_nothing_chosen_changes_nothing(back: bytes) -> None:
    assert taken(SENT, reply_to(SENT, back), {}, WORDS) == ()


def test_reading_the_same_reply_twice_brings_nothing_new(back: bytes) -> None:
    reply = reply_to(SENT, back)
    now = after(SENT, taken(SENT, reply, uncontested(reply), WORDS))

    again = reply_to(now, back)
    assert (again.changes, again.actions) == (0, ())


def test_what_the_plan_changed_as_well_is_left_unless_it_is_chosen(back: bytes) -> None:
    meanwhile = changed(FIRST.id, due=date(2026, 6, 6))
    reply = reply_to(meanwhile, back)
    first = next(a for a in reply.actions if a.action_id == FIRST.id)

    assert reply.stale
    assert doubtful(first) == {Part.DUE}
    assert uncontested(reply)[FIRST.id] == {Part.STATUS, Part.COMMENT}
    now = after(meanwhile, taken(meanwhile, reply, uncontested(reply), WORDS))
    assert action(now, FIRST.id).due == date(2026, 6, 6)
    now = after(meanwhile, taken(meanwhile, reply, {FIRST.id: [Part.DUE]}, WORDS))
    assert action(now, FIRST.id).due == date(2026, 5, 1)


def test_an_action_that_has_gone_since_is_passed_over(back: bytes) -> None:
    reply = reply_to(SENT, back)
    gone = apply_edit(SENT, Edit(act_called("Remove"), SENT.id, remove=(SECOND,)))

    assert all(r.id != SECOND.id for r in taken(gone, reply, uncontested(reply), WORDS))


def test_a_problem_stays_when_the_comment_is_known() -> None:
    data = returned(first_day="soon", first_comment="Who pays?")
    note = next(r for r in taken(SENT, reply_to(SENT, data), {FIRST.id: [Part.COMMENT]}, WORDS))
    again = reply_to(after(SENT, (note,)), data)

    assert [(a.comment, len(a.refused)) for a in again.actions] == [("", 1)]


def test_what_could_not_be_understood_is_kept_as_a_parked_item_and_told_once() -> None:
    data = returned(first_day="soon, if the supplier comes")
    reply = reply_to(SENT, data)
    (note,) = taken(SENT, reply, uncontested(reply), WORDS)

    assert isinstance(note, Note)
    assert (note.kind, note.for_client) == (NoteKind.PARKED, False)
    assert note.text == f"Reply on “{FIRST.title}”, not understood: soon, if the supplier comes"
    assert reply_to(after(SENT, (note,)), data).changes == 0


def test_what_was_said_of_an_action_that_is_gone_is_kept_too() -> None:
    gone = changed(FIRST.id, decision=Decision.REJECTED)
    reply = reply_to(gone, returned(first_status="/done", first_comment="Who pays?"))
    (note,) = taken(gone, reply, uncontested(reply), WORDS)

    assert isinstance(note, Note)
    assert note.text == f"Reply on “{FIRST.title}”, which is not in the plan any more: Done; Who pays?"


def test_what_has_to_be_asked_is_taken_only_by_choice() -> None:
    """Words about an action may say that it is held up, or not."""
    reply = reply_to(SENT, returned(first_comment="No answer from the supplier"))

    assert doubtful(reply.actions[0]) == {Part.STATUS}
    assert uncontested(reply)[FIRST.id] == {Part.COMMENT}
    now = after(SENT, taken(SENT, reply, {FIRST.id: [Part.STATUS]}, WORDS))
    assert action(now, FIRST.id).progress is Progress.BLOCKED


def test_a_remark_is_a_parked_item_that_says_where_it_stood_and_whose_it_is() -> None:
    engagement = with_actions(full(), 2)
    data = (FILES / "notes-pymupdf.pdf").read_bytes()
    reply = reply_to(engagement, data)
    notes = taken(engagement, reply, uncontested(reply), WORDS)

    assert [note.text for note in notes if isinstance(note, Note)] == [
        "Written on page 1 by Ana Ruiz: Is the date of action 2 realistic?",
        "Written on page 2 by Ben Okoro: We lost the data engineer",
        "Written on page 2 by Ana Ruiz: This one twice",
        "Written on page 2: Please ring me first: Größe 42",
    ]
    assert {(note.kind, note.for_client) for note in notes if isinstance(note, Note)} == {(NoteKind.PARKED, False)}
    assert [note.position for note in notes if isinstance(note, Note)] == sorted({n.position for n in notes})
    assert reply_to(after(engagement, notes), data).remarks == ()
    assert taken(engagement, reply, {reply.remarks[0].key: [Part.REMARK]}, WORDS) != notes


def test_a_reply_to_the_plan_of_the_round_before_is_about_the_actions_taken_over(back: bytes) -> None:
    """Two rounds later, too."""
    engagement = SENT
    for _ in range(2):
        begun = follow_up(engagement)
        engagement = replace(engagement, rounds=(*engagement.rounds, begun))
    reply = reply_to(engagement, back)

    assert [(a.title, a.status and a.status.replied) for a in reply.actions if a.status] == [
        (FIRST.title, Progress.DONE),
        (SECOND.title, Progress.DONE),
    ]
    assert {a.action_id for a in reply.actions} <= {a.id for a in engagement.current.actions}
    assert not any(a.refused for a in reply.actions)
