"""What time boxes have really taken is known for the next workshop."""

from __future__ import annotations

from datetime import UTC, datetime

from library_samples import small

from models.engagement.edit import Edit
from models.engagement.workshop import AgendaBox
from models.storage import Library
from models.values.sentence import act_called

NOW = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)


def test_times_of_all_engagements_by_kind_and_only_of_boxes_that_were_held_and_are_over(library: Library) -> None:
    for name, spent in (("one", 300), ("two", 900)):
        engagement = small(name)
        library.add(engagement, act_called("Add"))
        round_id = engagement.current.assessment.id
        boxes = (
            AgendaBox(id=f"w-{name}", assessment_id=round_id, kind="welcome", spent=spent),
            AgendaBox(id=f"r-{name}", assessment_id=round_id, kind="results", spent=60, since=NOW),
            AgendaBox(id=f"n-{name}", assessment_id=round_id, kind="plan"),
            AgendaBox(id=f"p-{name}", assessment_id=round_id, kind="closing", spent=1),
            AgendaBox(id=f"o-{name}", assessment_id=round_id, kind="", spent=60),
        )
        library.save(Edit(act_called("Agenda"), engagement.id, put=boxes))
    assert library.times_spent() == {"welcome": [900, 300]}
