"""What a consultant does from engagement to reply, one command after another, each a process of Windows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from pypdf import PdfReader, PdfWriter

from reports.documents.kinds import DocumentKind
from resources.version import VERSION
from tests.proofs.windows.wine import ROOT, Done, Windows

CASE = ROOT / "tests/cases/thailand-screening.json"
PASSPHRASE = "kiln ferry harbour salt ü"
HOLDS = "import sys; file = open(sys.argv[1], 'rb'); print('open', flush=True); sys.stdin.read()"
"""As a viewer does that shows a document."""


@dataclass(frozen=True)
class Desk:
    """A folder of the consultant's on that Windows, where the library of the walk lies."""

    windows: Windows
    folder: Path
    program: Path | None = None
    """The frozen program; Python with the source if none."""

    def ran(self, *arguments: str | Path, typed: str = "", limit: float = 300) -> Done:
        """What the command left. Raises TimeoutExpired."""
        if self.program is not None:
            return self.windows.ran(self.program, *arguments, typed=typed, limit=limit)
        return self.windows.python("-m", "desktop.command_line", *arguments, typed=typed, limit=limit)

    def clearway(self, *arguments: str | Path, typed: str = "", status: int = 0, library: str = "own") -> str:
        """What the command printed, or complained of where it is to be refused. AssertionError where it is not so."""
        where = ("--library", self.folder / f"{library}.clearway")
        done = self.ran(*where, *arguments, typed=typed)
        if done.status != status or (status == 0 and done.err):
            raise AssertionError(f"{arguments}: {done}")
        return done.out if status == 0 else done.err

    def at(self, name: str) -> Path:
        return self.folder / name


def pages(file: Path) -> int:
    return len(PdfReader(file).pages)


def holds(found: bool, what: object) -> None:
    """AssertionError with what was seen instead."""
    if not found:
        raise AssertionError(what)


def documents(desk: Desk) -> str:
    """The sample in the library that nobody names; then the four documents, and what else is made of a plan."""
    own = desk.ran("sample")
    holds(own.status == 0, own)
    kept = list(desk.windows.folder.glob("prefix/drive_c/users/*/AppData/Local/Clearway/library.clearway"))
    holds(len(kept) == 1, "the library is not where Windows keeps what belongs to a person")
    holds(desk.clearway("--version") == f"Clearway {VERSION}\n", "--version")
    key = desk.clearway("sample").strip()
    holds(desk.clearway("list").startswith(f"{key}\t"), "list")
    drawn = 0
    for kind in DocumentKind:
        file = desk.at(f"{kind}.pdf")
        desk.clearway("report", key, "--kind", kind, "--output", file)
        drawn += pages(file)
    desk.clearway("portfolio", desk.at("portfolio.pdf"))
    desk.clearway("portfolio", desk.at("portfolio.xlsx"))
    desk.clearway("slides", key, desk.at("plan.pptx"))
    with ZipFile(desk.at("plan.pptx")) as deck:
        slides = sum(name.startswith("ppt/slides/slide") for name in deck.namelist())
    drawn += pages(desk.at("portfolio.pdf"))
    letters = desk.clearway("--language", "de", "letters", key, desk.at("Briefe")).splitlines()
    holds(letters != [] and len(letters) == len(list(desk.at("Briefe").iterdir())), letters)
    german = next(desk.at("Briefe").glob("*.pdf"))
    holds("Maßnahme" in "".join(page.extract_text() for page in PdfReader(german).pages), german)
    return f"{drawn} pages of PDF, {slides} slides and {len(letters)} files to owners, these in German, were made."


def held_open(desk: Desk) -> str:
    """A document that another program shows is not replaced, which is told, and is replaced once it is closed."""
    key, file = desk.clearway("sample").strip(), desk.at("shown.pdf")
    file.write_bytes(b"as it was")
    report = ("report", key, "--kind", "summary", "--output", file)
    with desk.windows.begun(desk.windows.interpreter, "-c", HOLDS, file) as viewer:
        assert viewer.stdout is not None
        viewer.stdout.readline()
        said = desk.clearway(*report, status=1)
        viewer.communicate()
    holds("is open in another program" in said and "shown (2).pdf" in said, said)
    holds(file.read_bytes() == b"as it was", "it was replaced all the same")
    holds([path.name for path in desk.folder.glob(".clearway-*")] == [], "something was left beside it")
    desk.clearway(*report)
    return f"A document that was open was left alone and told of; closed, it was replaced by {pages(file)} pages."


def exchange(desk: Desk) -> str:
    """Out of one library and into another, as JSON in a file and on standard output, whatever letters names have."""
    key = desk.clearway("import", CASE).strip()
    name = json.loads(CASE.read_text("utf-8"))["client"]["name"]
    holds(name in desk.clearway("list"), f"the list has not the letters of {name}")
    desk.clearway("export", key, desk.at("out.json"))
    again = desk.clearway("import", desk.at("out.json"), library="other").strip()
    desk.clearway("export", again, desk.at("again.json"), library="other")
    first, second = (json.loads(desk.at(file).read_text("utf-8")) for file in ("out.json", "again.json"))
    holds(first == second, "what came in is not what went out")
    past = desk.clearway("history", key, "--at", datetime.now(UTC).isoformat())
    holds(json.loads(past) == first, "the engagement as it stands now is not what went out")
    return f"An engagement with {len(past)} letters of JSON went out, came in, and was the same."


def between_two(desk: Desk) -> str:
    """Sealed to a passphrase by one, taken in by the other."""
    key = desk.clearway("sample").strip()
    file = desk.at("sealed.clearway")
    desk.clearway("hand-over", key, file, "--passphrase-fd", "0", typed=f"{PASSPHRASE}\n")
    wrong = desk.clearway("take-in", file, "--passphrase-fd", "0", typed="another\n", status=1, library="ben")
    holds("passphrase" in wrong, wrong)
    desk.clearway("take-in", file, "--apply", "--passphrase-fd", "0", typed=f"{PASSPHRASE}\n", library="ben")
    holds(desk.clearway("list", library="ben").startswith(key), "it was not taken in")
    acts = desk.clearway("history", key, library="ben").splitlines()
    return f"An engagement was handed over under a passphrase and taken in with {len(acts)} lines of history."


def kept_safe(desk: Desk) -> str:
    """A library copied, locked, unlocked, put back, and sound at every point."""
    library = {"library": "ann"}
    key = desk.clearway("sample", **library).strip()
    desk.clearway("backup", desk.at("copy.clearway"), **library)
    desk.clearway("delete", key, "--for-good", **library)
    holds(key not in desk.clearway("list", **library), "it is still there")
    desk.clearway("restore", desk.at("copy.clearway"), **library)
    holds(key in desk.clearway("list", **library), "it did not come back")
    backups = desk.clearway("backups", **library).splitlines()
    desk.clearway("lock", "--new-passphrase-fd", "0", typed=f"{PASSPHRASE}\n", **library)
    holds(not desk.at("ann.clearway").read_bytes().startswith(b"SQLite"), "it can be read")
    desk.clearway("list", status=1, **library)
    opened = {"typed": f"{PASSPHRASE}\n", **library}
    holds(key in desk.clearway("list", "--passphrase-fd", "0", **opened), "the passphrase does not open it")
    desk.clearway("unlock", "--passphrase-fd", "0", **opened)
    desk.clearway("check", **library)
    return f"A library was copied, put back with {len(backups)} backups beside it, locked and unlocked, and is sound."


def evidence(desk: Desk) -> str:
    """A photo and a text beside a sign, and both written to a folder again."""
    key = desk.clearway("sample").strip()
    desk.clearway("reopen-round", key, "--reason", "Photos")
    photo, minutes = desk.at("Schichtplan.jpg"), desk.at("minutes.txt")
    buffer = BytesIO()
    Image.new("RGB", (300, 200), "red").save(buffer, "JPEG")
    photo.write_bytes(buffer.getvalue())
    minutes.write_bytes(b"agreed")
    ids = desk.clearway("attach", key, "--sign", "ownership-gap", photo, minutes).split()
    listed = desk.clearway("attach", key)
    holds(all(one in listed for one in ids), listed)
    desk.clearway("attach", key, "--export", desk.at("kept"))
    holds((desk.at("kept") / "minutes.txt").read_bytes() == b"agreed", list(desk.at("kept").iterdir()))
    return f"{len(ids)} files were attached to a sign and written to a folder again."


def answers(desk: Desk) -> str:
    """Questionnaires go out, are filled in with another program, and come back."""
    key = desk.clearway("sample").strip()
    desk.clearway("begin-round", key)
    made = desk.clearway("questionnaire", key, desk.at("asked")).splitlines()
    sheets = sorted(desk.at("asked").glob("*.pdf"))
    for sheet in sheets:
        writer = PdfWriter(clone_from=BytesIO(sheet.read_bytes()))
        names = [name for name in writer.get_fields() or {} if name.endswith(":answer")]
        writer.update_page_form_field_values(None, {names[0]: "/level-3"}, auto_regenerate=False)
        writer.write(sheet)
    told = desk.clearway("read-back", desk.at("asked"), "--apply")
    holds(told.count("1 answer") == len(sheets) > 0, told)
    holds("hidden until the votes are shown" in told, told)
    return f"{len(made)} files asked {len(sheets)} people; their answers were read back and taken in."


WALK: tuple[Callable[[Desk], str], ...] = (documents, held_open, exchange, between_two, kept_safe, evidence, answers)
