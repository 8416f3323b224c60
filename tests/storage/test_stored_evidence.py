"""Files beside an engagement in a real library: kept once, undone, handed over, merged, backed up, gone for good."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import photo, sent_file, small
from PIL import Image
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.beginning import new_engagement
from models.engagement.copying import duplicate
from models.engagement.edit import Edit, edit_on
from models.engagement.engagement import Engagement
from models.engagement.evidence import Beside, Room
from models.engagement.registers import RegisterEntry
from models.pictures.kept import TakenIn, attaching, take_in
from models.storage import Library
from models.storage.shared.container import read, written
from models.storage.shared.errors import TooMuchToHandOverError
from models.storage.shared.sharing import Decisions, Sharing
from models.values.refusal import Refusal
from models.values.sentence import act_called
from models.values.terms import RoundState

NOW = new_engagement("a", "b", "c", small().pilot.created).pilot.created
ONE = small().id
WORD = b"planted-in-a-file"
GAP = Beside(sign_id="gap")


def picture(colour: str = "red") -> TakenIn:
    buffer = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(buffer, "JPEG")
    return take_in(buffer.getvalue(), f"{colour}.jpg")


def attach(library: Library, taken: TakenIn, beside: Beside = GAP, engagement_id: str = ONE) -> None:
    engagement = library.engagement(engagement_id)
    library.save(edit_on(engagement, attaching(engagement, beside, taken, NOW)))


def files(library: Library) -> set[str]:
    with library._database.conn as connection:
        return {key for (key,) in connection.execute("SELECT id FROM asset")}


@pytest.fixture
def one(library: Library) -> Library:
    library.add(small(), act_called("Add one"))
    return library


def test_what_is_attached_is_there_again_with_its_bytes(one: Library, opened: Callable[[], Library]) -> None:
    taken = picture()
    attach(one, taken)
    library = opened()
    (evidence,) = library.engagement(ONE).current.evidence
    assert (evidence.beside, evidence.name, evidence.media_type) == (GAP, "red.jpg", "image/jpeg")
    assert library.asset(evidence.sha256) == taken.file
    assert library.asset(evidence.thumbnail) == taken.thumbnail
    assert library.engagement(ONE).assets == {}, "opening reads no file"
    assert library.check() == []


def test_the_same_file_is_kept_once_and_its_room_is_told(one: Library) -> None:
    taken = picture()
    attach(one, taken)
    attach(one, taken, Beside(point_id="volumes"))
    assert len(files(one)) == 2
    room = sum(len(asset.data) for asset in taken.assets)
    one.keep_asset(sent_file())
    assert one.room_taken(ONE) == Room(room, room + len(sent_file().data))
    assert [e.position for e in one.engagement(ONE).current.evidence] == [0, 0]


def test_undo_takes_it_back_and_redo_brings_it_again(one: Library, opened: Callable[[], Library]) -> None:
    attach(one, picture())
    library = opened()
    assert str(library.undo(ONE)) == "Add “red.jpg”"
    assert library.engagement(ONE).current.evidence == ()
    assert str(library.redo(ONE)) == "Add “red.jpg”"
    (evidence,) = library.engagement(ONE).current.evidence
    assert library.asset(evidence.sha256) is not None


def test_what_backs_a_row_goes_with_it_and_comes_back_with_it(one: Library) -> None:
    engagement = one.engagement(ONE)
    row = RegisterEntry(assessment_id=engagement.current.assessment.id, register_id="metrics")
    one.save(Edit(act_called("Row"), ONE, put=(row,)))
    attach(one, picture(), Beside(entry_id=row.id))
    engagement = one.engagement(ONE)
    one.save(edit_on(engagement, Edit(act_called("Remove row"), ONE, remove=(row,))))
    assert one.engagement(ONE).current.evidence == ()
    one.undo(ONE)
    assert [e.entry_id for e in one.engagement(ONE).current.evidence] == [row.id]
    one.save(Edit(act_called("Remove row"), ONE, remove=(row,)))
    assert one.engagement(ONE).current.evidence == ()
    assert one.check() == []


def test_a_closed_round_takes_no_more(one: Library) -> None:
    engagement = one.engagement(ONE)
    assessment = replace(engagement.current.assessment, state=RoundState.CLOSED)
    one.save(Edit(act_called("Close"), ONE, put=(assessment,)))
    with pytest.raises(Refusal, match="is closed and stays as it is"):
        attach(one, picture())


def on_the_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_deleted_for_good_no_byte_of_a_file_is_left(one: Library, path: Path) -> None:
    kept, shared = take_in(b"stays-" * 9, "stays.txt"), take_in(b"of-both-" * 9, "both.txt")
    other = small("other")
    one.add(other, act_called("Add other"))
    attach(one, take_in(WORD * 9000, "a.txt"))
    attach(one, take_in(WORD + b" removed", "b.txt"))
    attach(one, shared)
    attach(one, shared, engagement_id=other.id)
    attach(one, kept, engagement_id=other.id)
    second = one.engagement(ONE).current.evidence[1]
    one.save(Edit(act_called("Remove"), ONE, remove=(second,)))
    assert WORD in on_the_disk(path.parent)
    one.delete_for_good(ONE)
    assert files(one) == {kept.file.id, shared.file.id}
    one.close()
    assert WORD not in on_the_disk(path.parent)


def test_a_backup_holds_the_files_and_a_damaged_one_is_told(one: Library, tmp_path: Path) -> None:
    attach(one, picture())
    one.backup(tmp_path / "copy.clearway")
    with Library.open(tmp_path / "copy.clearway", who="Ben") as copy:
        (evidence,) = copy.engagement(ONE).current.evidence
        assert copy.asset(evidence.sha256) == picture().file
    connection = sqlcipher.connect(str(tmp_path / "copy.clearway"))
    connection.execute("UPDATE evidence SET caption = 'forged'")
    connection.commit()
    connection.close()
    with Library.open(tmp_path / "copy.clearway", who="Ben") as copy, pytest.raises(Refusal, match="damaged"):
        copy.engagement(ONE)


@pytest.fixture
def ben(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "Ben" / "library.clearway", who="Ben", device="Ben")


def hand(giver: Library, taker: Library) -> None:
    package = read(written(Sharing(giver).package([ONE])), "file")
    Sharing(taker).take(package, {ONE: Decisions()})


def test_files_go_along_when_an_engagement_is_handed_over_and_come_back(one: Library, ben: Library) -> None:
    with ben:
        attach(one, picture("red"))
        hand(one, ben)
        attach(ben, picture("blue"))
        (first, _) = ben.engagement(ONE).current.evidence
        ben.save(Edit(act_called("Caption"), ONE, put=(replace(first, caption="The rota"),)))
        attach(one, picture("green"))
        hand(ben, one)
        found = {e.name: e.caption for e in one.engagement(ONE).current.evidence}
        assert found == {"red.jpg": "The rota", "green.jpg": "", "blue.jpg": ""}
        for evidence in one.engagement(ONE).current.evidence:
            assert all(one.asset(key) for key in evidence.files)
        assert one.check() == []


def test_a_row_that_one_removed_and_the_other_backed_with_a_file_stays(one: Library, ben: Library) -> None:
    row = RegisterEntry(assessment_id=small().current.assessment.id, register_id="metrics")
    one.save(Edit(act_called("Row"), ONE, put=(row,)))
    with ben:
        hand(one, ben)
        attach(ben, picture(), Beside(entry_id=row.id))
        engagement = one.engagement(ONE)
        one.save(edit_on(engagement, Edit(act_called("Remove row"), ONE, remove=(row,))))
        hand(ben, one)
        assert [e.id for e in one.engagement(ONE).current.entries] == [row.id]
        assert [e.entry_id for e in one.engagement(ONE).current.evidence] == [row.id]


def test_what_is_too_much_for_one_file_is_not_handed_over(one: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.storage.shared.sharing.MOST_FILES", 1000)
    attach(one, picture())
    with pytest.raises(TooMuchToHandOverError, match="Hand over fewer"):
        Sharing(one).package([ONE])


def test_a_copy_of_an_engagement_shows_the_same_files(one: Library) -> None:
    round_id = small().current.assessment.id
    row = RegisterEntry(id="row", assessment_id=round_id, register_id="metrics")
    beside_row = photo(round_id, entry_id="row", sign_id="", point_id="", sha256=sent_file().id)
    one.save(Edit(act_called("Row"), ONE, put=(row, beside_row), files=(sent_file(),)))
    copy: Engagement = duplicate(one.engagement(ONE), "again", NOW)
    one.add(copy, act_called("Copy"))
    found = one.engagement(copy.id).current
    assert [e.entry_id for e in found.evidence] == [found.entries[0].id] != ["row"]
    assert found.evidence[0].sha256 == sent_file().id
    one.delete_for_good(ONE)
    assert one.asset(sent_file().id) == sent_file()


def test_a_search_finds_captions_and_names(one: Library) -> None:
    attach(one, picture())
    (evidence,) = one.engagement(ONE).current.evidence
    one.save(Edit(act_called("Caption"), ONE, put=(replace(evidence, caption="Dienstplan an der Wand"),)))
    one.read_texts()
    assert [entry.id for entry in one.entries("dienstplan")] == [ONE]
    assert one.reasons("dienstplan", [ONE])[ONE].text.startswith("Dienstplan an der Wand")
