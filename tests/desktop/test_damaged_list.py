"""A list of engagements that was damaged on the disk is shown as it should be, and that is said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from facilitator import Facilitator
from sqlcipher3 import dbapi2 as sqlcipher


def test_the_list_is_made_anew_and_the_window_says_so(start: Callable[[], Facilitator], library_file: Path) -> None:
    facilitator = start()
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.window.close()
    facilitator.clearway.stop()
    with closing(sqlcipher.connect(str(library_file), isolation_level=None)) as connection:
        connection.execute("UPDATE entry SET client = 'Nobody'")

    facilitator = start()
    facilitator.waits_until(lambda: facilitator.clearway.browsing.entries[0].client == "Harbour Trust")
    assert "has been made anew" in facilitator.window.banner.text()

    facilitator.window.close()
    facilitator.clearway.stop()
    facilitator = start()
    facilitator.qtbot.wait(50)
    assert facilitator.window.banner.text() == ""
