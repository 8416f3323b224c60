"""The search of the library: however a word is written, wherever it stands, and why an engagement was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from library_samples import complete, small

from models.engagement.edit import Edit
from models.engagement.engagement import Action, Engagement, Note
from models.engagement.library_entry import Found, FoundIn
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.storage import Library
from models.values.folding import FOLDING
from models.values.sentence import act_called
from models.values.terms import NoteKind


def called(key: str, client: str, pilot: str = "", person: str = "") -> Engagement:
    base = small(key)
    people = (replace(base.stakeholders[0], name=person),)
    return replace(
        base, client=replace(base.client, name=client), pilot=replace(base.pilot, name=pilot), stakeholders=people
    )


def says(library: Library, engagement: Engagement, text: str, kind: NoteKind = NoteKind.NOTE) -> None:
    round_id = engagement.current.assessment.id
    library.save(Edit(act_called("Note"), engagement.id, put=(Note(assessment_id=round_id, kind=kind, text=text),)))


def reads_all(library: Library) -> None:
    while library.read_texts(most=2)[1]:
        pass


def found(library: Library, search: str) -> list[str]:
    entries = library.entries(search)
    assert library.count(search) == len(entries)
    return [entry.id.removeprefix("pilot-") for entry in entries]


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        *(
            ("Łódź Transit", "lodz"),
            ("LODZ Transit", "łódź"),
            ("Hauptstraße 12", "strasse"),
            ("Hauptstrasse", "STRAẞE"),
        ),
        *(("Gün Işık", "isik"), ("Gun Isik", "ışık"), ("İstanbul Su", "istanbul"), ("ISTANBUL", "İstanbul")),
        *(("Aoife O’Brien", "o'brien"), ("Aoife O'Brien", "obrien"), ("Søren Ødegård", "odegard")),
        *(("Zoe\u0308 Adams", "zoë"), ("Zoë Adams", "ZOE"), ("Anne–Marie", "anne-marie"), ("ﬁnance", "finance")),
        *(("हिन्दी बैंक", "हिन्दी"), ("Straße", "stra\u00adße"), ("naïve", "naive"), ("Ἀθῆναι", "αθηναι")),
    ],
)
def test_a_word_is_found_however_it_is_written(written: str, searched: str, library: Library) -> None:
    library.add(called("a", written), act_called("Add"))
    library.add(called("b", "Somebody else"), act_called("Add"))
    assert [searched, found(library, searched)] == [searched, ["a"] if "Haupt" not in written else []]
    assert found(library, f"haupt{searched}") == (["a"] if "Haupt" in written else [])
    says(library, called("b", ""), written)
    reads_all(library)
    assert found(library, searched if "Haupt" not in written else f"haupt{searched}") == ["a", "b"]


def test_words_are_found_in_notes_actions_registers_and_wherever_people_write(library: Library) -> None:
    whole = replace(complete(), pilot=replace(complete().pilot, archived=False))
    library.add(whole, act_called("Add"))
    reads_all(library)
    current, values = whole.current, [cell.value for cell in whole.current.cells.values()]
    texts = {
        FoundIn.NOTE: next(note.text for note in current.notes if note.text),
        FoundIn.ACTION: next(action.done_when for action in current.actions if action.done_when),
        FoundIn.REGISTER: next(value for value in values if len(value) != 32),
        FoundIn.READINESS: next(j.evidence for j in current.judgements.values() if j.evidence),
        FoundIn.GATE: next(condition.text for condition in current.conditions if condition.text),
        FoundIn.SIGN: next(rating.reason for rating in current.ratings.values() if rating.reason),
        FoundIn.PILOT: whole.pilot.problem,
        FoundIn.WORKSHOP: current.assessment.closing_reason,
        FoundIn.PERSON: next(person.decides for person in whole.stakeholders if person.decides),
    }
    for where, text in texts.items():
        assert [entry.id for entry in library.entries(text)] == [whole.id], where
        assert library.reasons(text, [whole.id])[whole.id].where in texts, where


def test_the_reason_is_where_it_stands_and_what_stands_around_it(library: Library) -> None:
    one = called("a", "Harbour Trust", "Berth planner", "Ana Ruiz")
    library.add(one, act_called("Add"))
    round_id = one.current.assessment.id
    long = (
        "The tide tables are wrong. " * 9
        + "Nobody has money for the new pipes before Łódź is done. "
        + "So it is. " * 20
    )
    says(library, one, long)
    entry = RegisterEntry(id="e", assessment_id=round_id, register_id="metrics")
    cell = RegisterCell(id=cell_id("e", "m"), assessment_id=round_id, entry_id="e", column_id="m", value="Crane hours")
    action = Action(assessment_id=round_id, position=1, title="Buy a crane", phase="p", done_when="it lifts")
    library.save(Edit(act_called("More"), one.id, put=(entry, cell, action)))
    reads_all(library)

    reason = library.reasons("lodz", [one.id])[one.id]
    assert reason.where is FoundIn.NOTE
    assert "before Łódź is done" in reason.text
    assert reason.text.startswith("…")
    assert reason.text.endswith("…")
    assert len(reason.text) < 100
    assert library.reasons("lifts", [one.id])[one.id] == Found(FoundIn.ACTION, "Buy a crane – it lifts")
    assert library.reasons("hours crane", [one.id])[one.id] == Found(FoundIn.REGISTER, "Crane hours")
    assert library.reasons("ruiz", [one.id])[one.id].where is FoundIn.PERSON
    assert library.reasons("harbour berth", [one.id]) == {}
    assert library.reasons("harbour tide", [one.id])[one.id].where is FoundIn.NOTE


def test_what_the_names_say_comes_before_what_was_said(library: Library) -> None:
    library.add(called("a", "Crane Works"), act_called("Add"))
    library.add(called("b", "Other"), act_called("Add"))
    says(library, called("b", ""), "They rent every crane.")
    reads_all(library)
    assert found(library, "") == ["b", "a"]
    assert found(library, "crane") == ["a", "b"]
    assert found(library, "crane rent") == ["b"]


def test_a_single_letter_is_looked_for_in_names_alone(library: Library) -> None:
    library.add(called("a", "Zebra"), act_called("Add"))
    library.add(called("b", "Other"), act_called("Add"))
    says(library, called("b", ""), "zinc")
    reads_all(library)
    assert found(library, "z") == ["a"]
    assert found(library, "zi") == ["b"]


def test_what_is_changed_undone_or_removed_is_found_as_it_stands(library: Library) -> None:
    one = called("a", "One")
    library.add(one, act_called("Add"))
    says(library, one, "about zebras")
    reads_all(library)
    assert found(library, "zebras") == ["a"]
    library.undo(one.id)
    reads_all(library)
    assert found(library, "zebras") == []
    library.redo(one.id)
    reads_all(library)
    assert found(library, "zebras") == ["a"]
    library.undo(one.id)
    library.undo("")
    assert library._database.execute("SELECT count(*) FROM unread").fetchone() == (0,)
    assert library._database.execute("SELECT count(*) FROM text_words").fetchone() == (0,)


def test_typing_a_note_marks_its_engagement_once_and_then_writes_nothing_for_the_search(library: Library) -> None:
    library.add(small(), act_called("Add"))
    reads_all(library)
    note, statements = small().current.notes[0], list[str]()

    def state() -> list[object]:
        tables = ("entry_words_data", "text_words_data", "unread")
        return [library._database.execute(f"SELECT * FROM {table}").fetchall() for table in tables]

    begun = state()
    library.save(Edit(act_called("Note"), small().id, put=(replace(note, text="z"),), typing="t"))
    marked = state()
    assert marked[:2] == begun[:2]
    assert len(marked[2]) == 1
    library._database.conn.set_trace_callback(statements.append)
    library.save(Edit(act_called("Note"), small().id, put=(replace(note, text="ze"),), typing="t"))
    library._database.conn.set_trace_callback(None)
    assert state() == marked
    assert not [sql for sql in statements if "_words" in sql]


def test_words_that_another_folding_made_are_made_again_at_the_next_opening(
    library: Library, opened: Callable[[], Library]
) -> None:
    library.add(called("a", "Łódź Transit"), act_called("Add"))
    says(library, called("a", ""), "about zebras")
    reads_all(library)
    database = library._database
    database.execute("UPDATE folding SET number = ?", (FOLDING - 1,))
    database.execute("UPDATE entry_words SET words = 'łódź'")
    assert found(library, "lodz") == []
    library = opened()
    assert found(library, "lodz") == ["a"]
    assert found(library, "zebras") == []
    reads_all(library)
    assert found(library, "zebras") == ["a"]
    assert library.check() == []


def test_a_library_that_may_only_be_read_is_searched_as_it_was_left(
    library: Library, opened: Callable[..., Library]
) -> None:
    library.add(called("a", "One"), act_called("Add"))
    library.close()
    with Library.open(library.path, who="Ben", read_only=True) as looked_at:
        assert looked_at.read_texts() == (0, 0)
        assert [entry.client for entry in looked_at.entries("one")] == ["One"]


def test_what_is_written_after_the_texts_were_read_is_read_again(library: Library) -> None:
    engagement = small()
    library.add(engagement, act_called("Add"))
    says(library, engagement, "Nurses override it")
    reads_all(library)

    says(library, engagement, "Porters ignore it")
    reads_all(library)

    assert found(library, "porters") == ["one"]
