"""The list of engagements: recent first, found as one types, never out of step with the records."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_samples import complete, rating, small

from models.engagement.edit import Edit
from models.engagement.engagement import Client, Engagement, Note, Stakeholder
from models.storage import Library
from models.storage.connection import OpenFiles
from models.storage.search.index import condition
from models.values.sentence import act_called
from models.values.terms import Answer, NoteKind

ONE = small().id


def found(library: Library, search: str) -> set[str]:
    entries = library.entries(search)
    assert library.count(search) == len(entries)
    return {entry.id for entry in entries}


def named(key: str, **names: str) -> Engagement:
    base = small(key)
    return replace(
        base,
        client=replace(base.client, name=names.get("client", ""), sector=names.get("sector", "")),
        pilot=replace(base.pilot, name=names.get("pilot", ""), purpose=names.get("purpose", "")),
        stakeholders=(replace(base.stakeholders[0], name=names.get("person", ""), role=names.get("role", "")),),
    )


@pytest.fixture
def two(library: Library) -> Library:
    library.add(
        named("a", client="Crédit Älpina", sector="Banking", pilot="Letter triage", purpose="Sorts the post"),
        act_called("Add"),
    )
    library.add(
        named("b", client="Nordic Rail", pilot="Fault forecast", person="Søren Ødegård", role="Head of track"),
        act_called("Add"),
    )
    return library


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("", {"pilot-a", "pilot-b"}),
        ("credit", {"pilot-a"}),
        ("CRÉDIT", {"pilot-a"}),
        ("alp cred", {"pilot-a"}),
        ("bank tri", {"pilot-a"}),
        ("post", {"pilot-a"}),
        ("s", {"pilot-a", "pilot-b"}),
        ("søren", {"pilot-b"}),
        ("track nord", {"pilot-b"}),
        ("letter rail", set()),
        ("redit", set()),
        ("  nordic   rail  ", {"pilot-b"}),
        ("nordic-rail", {"pilot-b"}),
        ("nordic " * 5_000, {"pilot-b"}),
        ("nordic - rail", {"pilot-b"}),
        ("rail, fault", {"pilot-b"}),
    ],
)
def test_every_word_must_begin_a_word_whatever_its_case_and_accents(search: str, ids: set[str], two: Library) -> None:
    assert found(two, search) == ids


@pytest.mark.parametrize(
    "search",
    [
        *('"', '""', "nordic*", "nordic AND", "NOT rail", "words:nordic", "NEAR(nordic rail)", "^nordic", "(nordic"),
        *("nordic)", "{words}", "'", "';DROP TABLE pilot--", "%", "_", "\\", "a\0b", "\0", "\ud800", "🙂", "-", "中文"),
        *("x" * 20_000, "a " * 5_000, "a* OR " * 5_000, '" ' * 5_000),
    ],
)
def test_nothing_that_is_typed_is_read_as_syntax(search: str, two: Library) -> None:
    found(two, search)
    assert found(two, "nordic") == {"pilot-b"}


def test_words_of_syntax_are_words_to_be_found(library: Library) -> None:
    library.add(named("a", client="AND OR NOT NEAR"), act_called("Add"))
    library.add(named("b", client="and or"), act_called("Add"))
    assert found(library, "NOT NEAR") == {"pilot-a"}
    assert found(library, 'OR "AND"') == {"pilot-a", "pilot-b"}


def test_of_a_pasted_page_the_first_words_are_looked_for() -> None:
    found = condition(" ".join(f"word{number}" for number in range(20_000)))
    assert found is not None
    *_, values = found
    assert values[-1].split()[-1] == '"word31"*'


def test_a_search_without_words_finds_everything(two: Library) -> None:
    assert condition(" - … !") is None
    assert found(two, " - … !") == {"pilot-a", "pilot-b"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=st.text(max_size=40) | st.text(alphabet='"*^:(){}-+ \0ANDORTEa', max_size=20))
def test_any_text_can_be_searched_for(search: str, two: Library) -> None:
    found(two, search)


def test_the_list_shows_what_the_records_hold(library: Library) -> None:
    start = datetime.now(UTC)
    library.add(replace(complete(), pilot=replace(complete().pilot, archived=False)), act_called("Add"))
    (entry,) = library.entries()
    assert (entry.id, entry.client, entry.pilot, entry.sector) == (
        complete().id, "Client complete", "Pilot complete", "banking",
    )  # fmt: skip
    assert (entry.answered, entry.archived) == (2, False)
    assert start < entry.changed < datetime.now(UTC)
    assert entry.changed.tzinfo is UTC


def test_what_an_edit_changes_shows_in_the_list_at_once(library: Library) -> None:
    library.add(small(), act_called("Add"))
    steps: list[tuple[Edit, Callable[[], bool]]] = [
        (
            Edit(act_called("Client"), ONE, put=(replace(small().client, name="Zebra"),)),
            lambda: library.entries("zebra")[0].client == "Zebra" and not library.entries("one client"),
        ),
        (
            Edit(act_called("Pilot"), ONE, put=(replace(small().pilot, name="Yak"),)),
            lambda: library.entries("yak")[0].pilot == "Yak",
        ),
        (
            Edit(act_called("Person"), ONE, put=(Stakeholder(engagement_id=ONE, name="Xenia"),)),
            lambda: library.count("xen") == 1,
        ),
        (Edit(act_called("Person goes"), ONE, remove=small().stakeholders), lambda: library.count("ana") == 0),
        (
            Edit(act_called("Rate"), ONE, put=(rating("round-one-1", "new"),)),
            lambda: library.entries()[0].answered == 2,
        ),
        (
            Edit(act_called("Rate again"), ONE, put=(rating("round-one-1", "new", Answer.SEVERE),)),
            lambda: library.entries()[0].answered == 2,
        ),
        (
            Edit(act_called("Unrate"), ONE, remove=(rating("round-one-1", "gap"),)),
            lambda: library.entries()[0].answered == 1,
        ),
        (
            Edit(
                act_called("Round"),
                ONE,
                put=(replace(small().current.assessment, id="r2", number=2), rating("r2", "gap")),
            ),
            lambda: library.entries()[0].answered == 1,
        ),
        (
            Edit(act_called("Empty round"), ONE, put=(replace(small().current.assessment, id="r3", number=3),)),
            lambda: library.entries()[0].answered == 0,
        ),
        (
            Edit(act_called("Archive"), ONE, put=(replace(small().pilot, name="Yak", archived=True),)),
            lambda: library.count() == 0 and library.count("yak", archived=True) == 1,
        ),
    ]
    for edit, shows in steps:
        library.save(edit)
        assert shows(), edit.label
    for edit, shows in reversed(steps):
        assert shows(), edit.label
        assert library.undo(ONE) == edit.label
    assert library.count("ana") == library.count("one client") == 1


def test_a_change_of_a_client_shows_with_all_of_its_pilots(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.add(small("two", client=small().client), act_called("Add"))
    library.save(Edit(act_called("Client"), ONE, put=(Client(id="client-one", name="Zebra"),)))
    assert found(library, "zebra") == {ONE, "pilot-two"}
    library.undo(ONE)
    assert found(library, "zebra") == set()


def test_two_thousand_engagements_come_the_most_recent_first_page_by_page(
    library: Library, opened: Callable[[], Library]
) -> None:
    with library._database.atomic():
        for number in range(2000):
            library.add(small(f"{number:04}"), act_called("Add"))
    chance = random.Random(3)
    order = [f"pilot-{number:04}" for number in range(2000)]
    for step in range(120):
        chosen = chance.choice(order[-300:] if step % 2 else order)
        name = chosen.removeprefix("pilot-")
        if step % 3:
            library.save(Edit(act_called("Note"), chosen, put=(replace(small(name).current.notes[0], text=str(step)),)))
        else:
            library.touch(chosen)
        order.remove(chosen)
        order.append(chosen)
    library = opened()
    pages = [library.entries(limit=300, offset=offset) for offset in range(0, 2100, 300)]
    assert [entry.id for page in pages for entry in page] == order[::-1]
    assert library.count() == 2000
    wanted = [key for key in order[::-1] if key.startswith("pilot-17")]
    assert [entry.id for entry in library.entries("client 17")] == wanted[:100]


def test_opening_an_engagement_is_no_change_of_it(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.add(small("two"), act_called("Add"))
    before = {entry.id: entry.changed for entry in library.entries()}
    library.touch(ONE)
    library.touch("nobody")
    assert [entry.id for entry in library.entries()] == [ONE, "pilot-two"]
    assert {entry.id: entry.changed for entry in library.entries()} == before
    assert library.steps(ONE).undo is None


def test_every_edit_moves_the_time_of_change(library: Library) -> None:
    library.add(small(), act_called("Add"))
    for act in (
        lambda: library.save(
            Edit(act_called("Note"), ONE, put=(replace(small().current.notes[0], text="a"),), typing="t")
        ),
        lambda: library.save(
            Edit(act_called("Note"), ONE, put=(replace(small().current.notes[0], text="b"),), typing="t")
        ),
        lambda: library.undo(ONE),
        lambda: library.redo(ONE),
    ):
        before = library.entries()[0].changed
        act()
        assert library.entries()[0].changed > before


def test_typing_a_note_writes_neither_the_list_nor_the_index(library: Library) -> None:
    library.add(small(), act_called("Add"))
    statements: list[str] = []

    def listed() -> list[tuple[object, ...]]:
        return [
            row
            for table in ("entry", "entry_words_data")
            for row in library._database.execute(f"SELECT * FROM {table}")
        ]

    before = listed()
    library._database.conn.set_trace_callback(statements.append)
    library.save(Edit(act_called("Note"), ONE, put=(replace(small().current.notes[0], text="typed"),), typing="t"))
    library._database.conn.set_trace_callback(None)
    assert listed() == before
    assert statements
    assert not [sql for sql in statements if "entry_words" in sql]


def test_a_place_in_the_list_that_is_used_again_is_found_by_its_new_words_only(library: Library) -> None:
    library.add(named("a", client="Zebra"), act_called("Add"))
    library.undo("")
    assert library._database.execute("SELECT count(*) FROM entry_words").fetchone() == (0,)
    library.add(named("b", client="Yak"), act_called("Add"))
    assert found(library, "zebra") == set()
    assert found(library, "yak") == {"pilot-b"}


BETWEEN: dict[str, Callable[[Library], object]] = {
    "another is added": lambda library: library.add(small("new"), act_called("Add")),
    "another is opened": lambda library: library.touch("pilot-b"),
    "adding another is undone and made again": lambda library: (
        library.add(small("new"), act_called("Add")),
        library.undo(""),
        library.redo(""),
    ),
    "another is edited": lambda library: noted(library, "pilot-b"),
}


def noted(library: Library, engagement_id: str) -> None:
    round_id = library.engagement(engagement_id).current.assessment.id
    note = Note(assessment_id=round_id, kind=NoteKind.NOTE, text="Seen on the ward")
    library.save(Edit(act_called("Note"), engagement_id, put=(note,)))


@pytest.mark.parametrize("between", BETWEEN.values(), ids=list(BETWEEN))
def test_an_edit_comes_to_the_top_whatever_was_done_since_the_last(
    between: Callable[[Library], object], two: Library
) -> None:
    noted(two, "pilot-a")
    between(two)
    assert two.entries()[0].id != "pilot-a"

    noted(two, "pilot-a")

    assert two.entries()[0].id == "pilot-a"


def test_an_edit_comes_to_the_top_after_one_that_could_not_be_written(
    two: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: OpenFiles) -> None:
        raise OSError("no such disk")

    with monkeypatch.context() as disk:
        disk.setattr(OpenFiles, "check", gone)
        with pytest.raises(OSError, match="no such disk"):
            noted(two, "pilot-a")
    assert two.entries()[0].id == "pilot-b"

    noted(two, "pilot-a")

    assert two.entries()[0].id == "pilot-a"
    assert two.read_texts() == (2, 0)
