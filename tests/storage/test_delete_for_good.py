"""An engagement deleted for good: no word of it is left in any file, and everything else stands as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from library_samples import complete, picture, rating, replayed, small, tables_of

from models.engagement.changes import Changed
from models.engagement.declared import DECLARED, records
from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement, Note
from models.engagement.library_entry import Steps
from models.storage import EngagementMissingError, Library, LibraryFullError
from models.storage.log import erasing
from models.values.sentence import act_called

WORD = "Zyxwabcq"
"""Begins every planted word; nothing else has it, in any case."""


def planted() -> Engagement:
    """An engagement with a word of its own in every text of every record."""
    engagement, number = complete(), 0
    put = []
    for declared in DECLARED.values():
        for record in records(engagement, declared):
            cells = {}
            for field in fields(record):
                value = getattr(record, field.name)
                named = field.name.endswith("id") or field.name in ("method", "sha256", "revision", "stamp", "currency")
                if type(value) is str and not named and not field.name.endswith("logo"):
                    number += 1
                    cells[field.name] = f"{WORD}{number} {value}"
            put.append(replace(record, **cells))
    whole = apply_edit(engagement, Edit(act_called("Plant"), engagement.id, tuple(put)))
    assert number > 30
    return whole


def on_the_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()).lower()


def worked_on(library: Library) -> Engagement:
    """The planted engagement, with a history of typing, undo and removal, beside two others."""
    whole = planted()
    library.add(small("before"), act_called("Add “{pilot}”", pilot="Pilot before"))
    library.add(whole, act_called("Add “{pilot}”", pilot=whole.pilot.name))
    library.add(small("after"), act_called("Add “{pilot}”", pilot="Pilot after"))
    round_id, scope = whole.current.assessment.id, whole.id
    for text in ("typed", "typed on", ""):
        note = Note(id="typing", assessment_id=round_id, text=f"{WORD}777 {text}" if text else "")
        library.save(Edit(act_called(f"Type {WORD}"), scope, (note,), typing="typing"))
    library.save(Edit(act_called(f"Remove {WORD}"), scope, remove=whole.current.notes))
    library.undo(scope)
    library.save(Edit(act_called("Rate"), small("after").id, (rating("round-after-1", "own", reason="stays"),)))
    logo = picture(f"{WORD}888 picture".encode())
    brand = replace(whole.brand, client_logo=logo.id)
    library.save(Edit(act_called("Logo"), scope, (brand,), assets=(logo,)))
    archived = replace(whole.pilot, archived=False)
    library.save(Edit(act_called(f"Archive {WORD}"), "", (archived,)))
    library.read_texts()
    return whole


@pytest.mark.parametrize("reopened", [False, True])
def test_no_planted_word_is_left_in_the_library_its_log_or_beside_them(
    library: Library, path: Path, opened: Callable[[], Library], reopened: bool
) -> None:
    whole = worked_on(library)
    assert WORD.lower().encode() in on_the_disk(path.parent)
    library = opened() if reopened else library
    library.delete_for_good(whole.id)
    assert WORD.lower().encode() not in on_the_disk(path.parent)
    library.close()
    data = on_the_disk(path.parent)
    assert WORD.lower().encode() not in data
    assert whole.id.encode() not in data
    assert b"not really" not in data, "the practice's logo, which nobody else uses"
    assert b"stays" in data


def test_everything_else_stands_and_the_history_leads_to_it(
    library: Library, path: Path, opened: Callable[[], Library]
) -> None:
    whole = worked_on(library)
    others = [small("before").id, small("after").id]
    before = [(library.engagement(one), library.history(one)) for one in others]
    library.delete_for_good(whole.id)
    assert [(library.engagement(one), library.history(one)) for one in others] == before
    assert [entry.id for entry in library.entries()] == others[::-1]
    assert library.entries(WORD) == []
    assert library.history(whole.id) == []
    assert library.check() == []
    with pytest.raises(EngagementMissingError):
        library.engagement(whole.id)
    with pytest.raises(EngagementMissingError):
        library.delete_for_good(whole.id)
    again = opened()
    assert again.check() == []
    again.close()
    assert replayed(path) == tables_of(path)


def test_undo_before_and_after_it_takes_back_what_is_left(library: Library) -> None:
    whole = worked_on(library)
    library.delete_for_good(whole.id)
    assert library.steps("") == Steps(undo=act_called("Add “{pilot}”", pilot="Pilot after"))
    library.save(Edit(act_called("Rate"), small("before").id, (rating("round-before-1", "new"),)))
    library.undo(small("before").id)
    assert library.engagement(small("before").id) == small("before")
    for name in ("after", "before"):
        assert library.undo("") == act_called("Add “{pilot}”", pilot=f"Pilot {name}")
    assert library.undo("") is None
    assert library.entries() == []
    for name in ("before", "after"):
        assert library.redo("") == act_called("Add “{pilot}”", pilot=f"Pilot {name}")
    assert library.engagement(small("before").id) == small("before")


def test_a_client_stays_where_another_engagement_is_the_clients_too(
    library: Library, path: Path, opened: Callable[[], Library]
) -> None:
    first = small("one")
    second = small("two", client=first.client)
    library.add(first, act_called("Add one"))
    library.add(second, act_called("Add two"))
    renamed = replace(first.client, name="Renamed")
    changes = (Changed(type(renamed), renamed.id, "name", first.client.name, "Renamed"),)
    library.save(Edit(act_called("Rename in one"), first.id, changes=changes))
    library.delete_for_good(first.id)
    assert library.engagement(second.id) == replace(second, client=renamed)
    assert library.undo("") == act_called("Add two")
    assert library.redo("") == act_called("Add two")
    library.close()
    assert replayed(path) == tables_of(path)
    assert b"Pilot one" not in path.read_bytes()
    assert opened().check() == []


def test_a_file_that_somebody_else_uses_stays(library: Library) -> None:
    logo = picture()
    one, two = (
        replace(small(name), brand=replace(small(name).brand, practice_logo=logo.id)) for name in ("one", "two")
    )
    for engagement in (one, two):
        library.add(replace(engagement, assets={logo.id: logo}), act_called("Add"))
    library.save(Edit(act_called("No logo"), two.id, (replace(two.brand, practice_logo=""),)))
    library.delete_for_good(one.id)
    assert library.asset(logo.id) == logo, "an undo brings it back"
    library.delete_for_good(two.id)
    assert library.asset(logo.id) is None


def test_where_there_is_no_room_to_overwrite_it_nothing_is_deleted(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(small(), act_called("Add"))
    full = type("Usage", (), {"free": 10})
    monkeypatch.setattr(erasing.shutil, "disk_usage", lambda _: full)
    with pytest.raises(LibraryFullError):
        library.delete_for_good(small().id)
    assert library.engagement(small().id) == small()
