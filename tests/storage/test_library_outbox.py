"""What was sent is kept: the record with the engagement, the file beside it and only read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from library_samples import complete, dispatch, picture, sent_file, small

from models.engagement.edit import Edit, apply_edit
from models.engagement.library_entry import Steps
from models.storage import EngagementMissingError, Library, StepNotPossibleError
from models.values.sentence import act_called

ONE = small().id
SEND = Edit(act_called("Send"), ONE, put=(dispatch(ONE),), files=(sent_file(),))


@pytest.fixture
def filled(library: Library) -> Library:
    library.add(small(), act_called("Add"))
    library.save(SEND)
    return library


def test_the_file_comes_back_byte_for_byte_after_a_restart(filled: Library, opened: Callable[[], Library]) -> None:
    again = opened()

    assert again.engagement(ONE).outbox == (dispatch(ONE),)
    assert again.asset(sent_file().id) == sent_file()
    assert again.asset("0" * 64) is None


def test_no_snapshot_carries_the_file(filled: Library) -> None:
    assert filled.engagement(ONE).assets == {}
    assert apply_edit(small(), SEND) == filled.engagement(ONE)


def test_undo_takes_the_record_back_and_redo_finds_the_file_again(filled: Library) -> None:
    assert filled.undo(ONE) == act_called("Send")
    assert filled.engagement(ONE).outbox == ()
    assert filled.redo(ONE) == act_called("Send")
    assert filled.asset(filled.engagement(ONE).outbox[0].sha256) == sent_file()


def test_the_outbox_is_read_oldest_first_whatever_came_first(filled: Library) -> None:
    earlier = dispatch(ONE, "0", prepared_at=dispatch(ONE).prepared_at - timedelta(seconds=1))
    edit = Edit(act_called("Send"), ONE, put=(earlier,))
    filled.save(edit)

    assert filled.engagement(ONE).outbox == (earlier, dispatch(ONE))
    assert apply_edit(apply_edit(small(), SEND), edit) == filled.engagement(ONE)


def test_a_file_that_is_not_what_its_id_says_is_not_kept(library: Library) -> None:
    library.add(small(), act_called("Add"))
    with pytest.raises(ValueError, match="SHA-256"):
        library.save(replace(SEND, files=(replace(sent_file(), data=b"other"),)))

    assert library.engagement(ONE).outbox == ()


def test_nothing_is_sent_from_an_engagement_that_is_not_there(library: Library) -> None:
    with pytest.raises(StepNotPossibleError):
        library.save(SEND)

    assert library.steps(ONE) == Steps()
    assert library.asset(sent_file().id) is None


def test_the_outbox_goes_with_its_engagement_and_no_other_sees_it(filled: Library) -> None:
    filled.add(small("two"), act_called("Add"))

    assert filled.engagement(small("two").id).outbox == ()
    filled.save(Edit(act_called("Remove"), "", remove=(small().pilot,)))
    filled.undo("")
    assert filled.engagement(ONE).outbox == (dispatch(ONE),)


def test_when_an_engagement_was_last_edited(filled: Library) -> None:
    sent = filled.history(ONE)[0].when

    assert filled.changed(ONE) == sent
    filled.touch(ONE)
    assert filled.changed(ONE) == sent
    filled.undo(ONE)
    assert filled.changed(ONE) > sent
    with pytest.raises(EngagementMissingError):
        filled.changed(complete().id)


def test_two_pictures_of_a_brand_are_read_and_no_other_file(library: Library) -> None:
    library.add(complete(), act_called("Add"))
    library.keep_asset(picture(b"alone"))

    assert library.engagement(complete().id).assets == complete().assets
