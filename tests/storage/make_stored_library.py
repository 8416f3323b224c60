"""Writes a library of today's schema into `libraries/`, to be kept for good.

Run `python tests/storage/make_stored_library.py` once for each new schema version, and commit both files. It refuses to
replace one that is there.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from library_samples import complete, picture, rating, small, tables_of

from models.engagement.edit import Edit
from models.storage import Library
from models.storage.schema import SCHEMA
from models.values.sentence import act_called
from models.values.terms import Answer

LIBRARIES = Path(__file__).parent / "libraries"


def make(path: Path) -> None:
    """A library with every column filled, undone and undoable steps, a picture and two content packs."""
    with Library.open(path, who="Ann", device="laptop") as library:
        library.keep_method("clearway@1.0.0", "title = 'first'")
        library.keep_method("clearway@1.1.0", "title = 'second'")
        library.keep_asset(picture(b"alone"))
        library.add(small(), act_called("Add one"))
        library.add(complete(), act_called("Add two"))
        round_id = complete().current.assessment.id
        library.save(Edit(act_called("Rate"), complete().id, put=(rating(round_id, "new", Answer.NOT_KNOWN),)))
        library.save(Edit(act_called("Remove note"), complete().id, remove=complete().current.notes[:1]))
        library.save(Edit(act_called("Rename"), small().id, put=(replace(small().pilot, name="Renamed"),)))
        library.undo(small().id)


def main() -> int:
    path = LIBRARIES / f"schema_{SCHEMA.version}.clearway"
    if path.exists():
        print(f"{path} is there already")
        return 1
    make(path)
    rows = {f"{table}/{row}": cells for (table, row), cells in tables_of(path).items()}
    path.with_suffix(".json").write_text(json.dumps(rows, indent=1, ensure_ascii=True, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
