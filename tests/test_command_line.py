"""The command line: every command, its exit status, and a sentence instead of a traceback for whatever is wrong."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.command_line.files import printable
from desktop.command_line.main import main
from resources import resource_path, resource_text
from resources.version import VERSION
from tests.built_in import KEY

ROOT = Path(__file__).parents[1]
CASE = ROOT / "tests" / "cases" / "thailand-screening.json"
PACK = resource_path("method/clearway.toml")
SMALLEST = {"format": "clearway-engagement", "version": 1, "client": {"name": "A"}, "pilot": {"name": "B"}}


@dataclass(frozen=True)
class Said:
    """What a command left: its exit status, what it printed and what it complained of."""

    status: int
    out: str
    err: str


Clearway = Callable[..., Said]


@pytest.fixture
def clearway(tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication) -> Clearway:
    """Runs a command on the test's own library, in this process."""

    def run(*arguments: str | Path, library: Path | None = None) -> Said:
        where = ["--library", str(library or tmp_path / "library.clearway")]
        try:
            status = main([*where, *map(str, arguments)])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return run


@pytest.fixture
def sample(clearway: Clearway) -> str:
    """The id of the sample, which is in the library."""
    return clearway("sample").out.strip()


def child(*arguments: str | Path, **environment: str) -> Said:
    """Runs the real entry as a process of its own."""
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **environment}
    around = {name: value for name, value in around.items() if value}
    done = subprocess.run(
        [sys.executable, "-m", "desktop.command_line", *map(str, arguments)],
        env=around,
        cwd=environment.get("PWD"),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(said: Said, *words: str) -> None:
    """It was refused with a reason in words, and only that."""
    assert said.status == 1, said
    assert said.out == ""
    assert "Traceback" not in said.err
    assert 10 < len(said.err.strip()) < 2_000
    for word in words:
        assert word in said.err


def test_the_sample_twice_is_one_engagement(clearway: Clearway) -> None:
    first, second = clearway("sample"), clearway("sample")

    assert re.fullmatch(r"[0-9a-f]{32}\n", first.out)
    assert (first.status, first.err) == (0, "")
    assert second == first
    assert len(clearway("list").out.splitlines()) == 1


def test_the_library_may_be_named_before_or_after_the_command(tmp_path: Path, clearway: Clearway, sample: str) -> None:
    assert clearway("list").out.startswith(sample)
    assert clearway("list", "--library", tmp_path / "other.clearway") == Said(0, "", ""), "the later one holds"
    assert (tmp_path / "other.clearway").is_file()


def test_the_list_has_one_line_an_engagement_with_tabs_between_its_parts(clearway: Clearway, tmp_path: Path) -> None:
    names = {"client": {"name": "Arken\nWater\tLtd\u2028\x1b[31m"}, "pilot": {"name": "Leak\r\nWatch"}}
    (tmp_path / "odd.json").write_text(json.dumps({**SMALLEST, **names}))
    odd = clearway("import", tmp_path / "odd.json").out.strip()
    sample = clearway("sample").out.strip()

    listed = clearway("list")

    assert listed.out.count("\n") == len(listed.out.splitlines()) == 2
    rows = {row.split("\t")[0]: row.split("\t")[1:] for row in listed.out.split("\n") if row}
    assert rows == {sample: ["Arkenby Water", "Leak Watch"], odd: ["Arken Water Ltd  [31m", "Leak  Watch"]}


def test_the_list_can_be_searched_and_knows_the_archive(clearway: Clearway, sample: str, tmp_path: Path) -> None:
    archived = {**SMALLEST, "pilot": {"name": "Old pilot", "archived": True}}
    (tmp_path / "old.json").write_text(json.dumps(archived))
    old = clearway("import", tmp_path / "old.json").out.strip()

    assert clearway("list", "--search", "arkenby").out.startswith(sample)
    assert clearway("list", "--search", "nothing like it").out == ""
    assert clearway("list", "--search", '"* NEAR( OR').status == 0
    assert clearway("list", "--archived").out.split("\t")[0] == old
    assert old not in clearway("list").out


def test_importing_twice_gives_two_engagements(clearway: Clearway, tmp_path: Path) -> None:
    sample = tmp_path / "sample.json"
    sample.write_text(resource_text("sample/engagement.json"), encoding="utf-8")
    ids = [clearway("import", file).out.strip() for file in (CASE, CASE, sample, sample)]

    assert len(set(ids)) == 4
    assert {row.split("\t")[0] for row in clearway("list").out.splitlines()} == set(ids)


def test_what_was_exported_and_imported_is_an_equal_engagement(clearway: Clearway, sample: str, tmp_path: Path) -> None:
    first, second, elsewhere = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "other.clearway"
    assert clearway("export", sample, first) == Said(0, "", "")

    assert clearway("import", first, library=elsewhere).out.strip() == sample
    clearway("export", sample, second, library=elsewhere)

    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("kind", ["action-plan", "summary", "record", "go-no-go"])
def test_a_report_is_a_pdf_of_the_engagement_without_its_internal_notes(
    clearway: Clearway, sample: str, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "plan.pdf"

    said = clearway("report", sample[:6], "--kind", kind, "--output", target, "--page-size", "Letter")

    assert said == Said(0, f"{target}\n", "")
    assert target.read_bytes().startswith(b"%PDF-")
    pages = PdfReader(io.BytesIO(target.read_bytes())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Arkenby Water" in text
    assert {
        "action-plan": "Name one accountable owner for Leak Watch",
        "summary": "Name one accountable owner for Leak Watch",
        "record": "Whose weekly work includes looking after the model",
        "go-no-go": "No-go: nine of 15 points are open",
    }[kind] in text
    assert (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == (612, 792)
    notes = json.loads(resource_text("sample/engagement.json"))["rounds"][-1]["notes"]
    internal = [n["text"][:40] for n in notes if not n.get("for_client")]
    assert len(internal) > 3
    assert [n for n in internal if n in text] == []


def test_the_real_case_comes_through_to_the_pdf_with_its_gaps_in_sight(clearway: Clearway, tmp_path: Path) -> None:
    case = clearway("import", CASE).out.strip()
    target = tmp_path / "plan.pdf"

    assert clearway("report", case, "--kind", "action-plan", "--output", target).status == 0

    text = " ".join(" ".join(page.extract_text() for page in PdfReader(target).pages).split())
    assert "National screening programme, Thailand" in text
    assert "Nothing is known of it yet." in text
    assert "3 of 4 known" in text


def test_a_sound_pack_has_nothing_wrong_with_it(clearway: Clearway, tmp_path: Path) -> None:
    bom = tmp_path / "bom.toml"
    bom.write_bytes(b"\xef\xbb\xbf" + PACK.read_bytes())

    assert clearway("check-method", PACK).out.endswith("24 warning signs. Nothing is wrong.\n")
    assert clearway("check-method", bom).status == 0


def test_what_a_pack_does_without_and_what_was_passed_over_is_said(clearway: Clearway, tmp_path: Path) -> None:
    mine = own_pack(tmp_path, "format = 2", 'format = "2.1"\nmood = "calm"')
    mine.write_text(mine.read_text("utf-8").replace("[rules.bands]", "[rules.zones]"), "utf-8")
    lines = mine.read_text("utf-8").splitlines()
    mood, zones = (lines.index(line) + 1 for line in ('mood = "calm"', "[rules.zones]"))
    new = "is new to this Clearway, and was passed over"
    notes = [
        "mine.toml, line 1: pack “clearway”: There is no rule “bands”: each band is a quarter of the index.",
        f"mine.toml, line {mood}: pack “clearway”, mood: {new}",
        f"mine.toml, line {zones}: rules, zones: {new}",
    ]

    assert clearway("check-method", mine).out.splitlines()[1:] == notes
    mine.write_text(mine.read_text("utf-8").replace('id = "clearway"', 'id = "quill"', 1), "utf-8")
    assert clearway("add-method", mine).out.splitlines()[1:] == [n.replace("“clearway”", "“quill”") for n in notes]


def test_a_broken_pack_is_explained_on_standard_error(clearway: Clearway, tmp_path: Path) -> None:
    text = PACK.read_text("utf-8")
    line = text[: text.index('phase = "pilot-design"')].count("\n") + 1
    mine = own_pack(tmp_path, 'phase = "pilot-design"', 'phase = "someday"')

    refused(clearway("check-method", mine), f"mine.toml, line {line}: ", "the phase “someday”")


def own_pack(tmp_path: Path, old: str, new: str) -> Path:
    """The built-in pack with one thing in it changed, as a practice would change it."""
    mine = tmp_path / "mine.toml"
    mine.write_text(PACK.read_text("utf-8").replace(old, new, 1), "utf-8")
    return mine


def method_of(clearway: Clearway, engagement: str, tmp_path: Path) -> str:
    assert clearway("export", engagement, tmp_path / "out.json").status == 0
    return str(json.loads((tmp_path / "out.json").read_bytes())["rounds"][0]["method"])


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('id = "clearway"', 'id = "quill"', KEY.replace("clearway", "quill")),
        (f'version = "{KEY.partition("@")[2]}"', 'version = "99.3.0"', "clearway@99.3.0"),
    ],
    ids=["own id", "own version"],
)
def test_what_begins_after_a_pack_was_added_is_made_with_it(
    clearway: Clearway, sample: str, tmp_path: Path, old: str, new: str, key: str
) -> None:
    assert clearway("add-method", own_pack(tmp_path, old, new)).out.startswith("New engagements now start with ")

    assert method_of(clearway, clearway("import", CASE).out.strip(), tmp_path) == key
    assert method_of(clearway, sample, tmp_path) == KEY


def test_the_sample_can_be_opened_where_a_pack_with_other_signs_came_first(clearway: Clearway, tmp_path: Path) -> None:
    mine = own_pack(tmp_path, 'id = "clearway"', 'id = "quill"')
    mine.write_text(mine.read_text("utf-8").replace('id = "resistance"', 'id = "reluctance"'), "utf-8")
    assert clearway("add-method", mine).status == 0

    said = clearway("sample")

    assert (said.status, said.err) == (0, "")


def test_a_changed_pack_under_an_old_version_is_refused(clearway: Clearway, sample: str, tmp_path: Path) -> None:
    mine = own_pack(tmp_path, "whose phone would ring", "whose phone rings")

    refused(clearway("add-method", mine), KEY, "new version")


BAD_FILES: dict[str, tuple[bytes | None, str]] = {
    "that is not there": (None, "cannot be read"),
    "that is empty": (b"", "line 1"),
    "that is not UTF-8": (b"\xff\xfe\0", "not UTF-8"),
    "that is a text": (b"hello", "line 1"),
    "that is nested deeply": (b"x = " + b"[" * 100_000, "nested too deeply"),
}


@pytest.mark.parametrize(("data", "word"), BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.parametrize("command", ["import", "check-method", "add-method"])
def test_a_folder_is_no_file_and_neither_is_one(
    clearway: Clearway, tmp_path: Path, command: str, data: bytes | None, word: str
) -> None:
    file = tmp_path / "file"
    if data is not None:
        file.write_bytes(data.removeprefix(b"x = ") if command == "import" else data)

    refused(clearway(command, file), word)
    refused(clearway(command, tmp_path), str(tmp_path), "cannot be read")


def test_a_refused_import_adds_nothing(clearway: Clearway, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(json.dumps({**SMALLEST, "rounds": [{"ratings": [{"sign": "x", "answer": 1}]}]}))

    refused(clearway("import", tmp_path / "bad.json"), "rounds[0].ratings[0].sign")
    assert clearway("list").out == ""


@pytest.mark.parametrize("given", ["ffff", "%", "_", "*", "' OR 1=1 --", "\0", ""])
def test_an_unknown_id_is_refused(clearway: Clearway, sample: str, tmp_path: Path, given: str) -> None:
    refused(clearway("export", given, tmp_path / "out.json"), "id", "clearway list")
    refused(clearway("report", given, "--kind", "summary", "--output", tmp_path / "out.pdf"), "id")
    assert not list(tmp_path.glob("out.*"))


def test_a_beginning_that_several_ids_share_is_refused(clearway: Clearway, tmp_path: Path) -> None:
    for digit in "01":
        pilot = {"id": "abcdef" + digit * 26, "name": "B"}
        (tmp_path / "in.json").write_text(json.dumps({**SMALLEST, "pilot": pilot}))
        clearway("import", tmp_path / "in.json")

    refused(clearway("export", "abcdef", tmp_path / "out.json"), "Several engagements", "Give more of it")
    assert clearway("export", "abcdef1", tmp_path / "out.json").status == 0


@pytest.mark.parametrize("place", [".", "missing/out"])
def test_a_place_that_cannot_be_written_is_refused(clearway: Clearway, sample: str, tmp_path: Path, place: str) -> None:
    before = sorted(tmp_path.iterdir())

    refused(clearway("export", sample, tmp_path / place), "cannot be written")
    refused(clearway("report", sample, "--kind", "summary", "--output", tmp_path / place), "cannot be written")
    refused(clearway("screenshots", tmp_path / "library.clearway" / "shots"), "cannot be made")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("damage", ["text", "folder", "header", "middle", "cut"])
def test_a_library_that_is_none_or_damaged_is_refused_and_left_as_it_is(
    clearway: Clearway, sample: str, tmp_path: Path, damage: str
) -> None:
    sound = (tmp_path / "library.clearway").read_bytes()
    half = len(sound) // 2
    bad = tmp_path / "bad.clearway"
    data = {
        "text": b"Dear diary,\n" * 100,
        "header": b"\0" * 100 + sound[100:],
        "middle": sound[:4096] + b"\xa5" * half + sound[4096 + half :],
        "cut": sound[:half],
    }
    if damage == "folder":
        bad.mkdir()
    else:
        bad.write_bytes(data[damage])

    refused(clearway("list", library=bad), str(bad))
    refused(clearway("import", CASE, library=bad), str(bad))
    assert damage == "folder" or bad.read_bytes() == data[damage]


@pytest.mark.parametrize(
    "line",
    [
        "no-such-command",
        "report abc",
        "report abc --kind poem --output x.pdf",
        "export abc",
        "import",
        "list --no-such-option",
        "screenshots x --size large",
        "screenshots x --size 99999x99999",
        "screenshots x --theme pink",
    ],
)
def test_wrong_usage_has_its_own_status(clearway: Clearway, line: str) -> None:
    said = clearway(*line.split())

    assert (said.status, said.out) == (2, "")
    assert "usage: clearway" in said.err


@pytest.mark.parametrize(
    "line", ["report abc", "report abc --kind poem --output x.pdf", "list --no-such-option", "--help"]
)
def test_what_argparse_says_by_itself_is_in_the_language_of_the_rest(clearway: Clearway, line: str) -> None:
    said = {language: clearway("--language", language, *line.split()) for language in ("en", "de", "fr")}

    kinds_of_words = re.compile(r"usage: |positional|this help|required|error|invalid|unrecognized|exit")
    assert kinds_of_words.search(said["en"].out + said["en"].err)
    assert not [one for code in ("de", "fr") for one in kinds_of_words.findall(said[code].out + said[code].err)]


def test_it_says_which_version_it_is(clearway: Clearway) -> None:
    assert clearway("--version") == Said(0, f"Clearway {VERSION}\n", "")


def test_screenshots_draw_every_screen_at_the_size_asked_for(tmp_path: Path) -> None:
    said = child("screenshots", tmp_path / "shots", "--size", "1024x768", "--theme", "dark")

    assert (said.status, said.err) == (0, "")
    drawn = sorted((tmp_path / "shots").iterdir())
    assert [str(path) for path in drawn] == said.out.splitlines()
    assert len(drawn) >= 7
    assert any("-parts-" in path.name for path in drawn)
    pages = {path.name.split("-room-")[1].split("-1024x768")[0] for path in drawn if "-room-" in path.name}
    assert pages >= {"welcome", "sign", "voting", "reveal", "results", "agreement", "commitment", "blank"}
    assert pages >= {"register", "matrix", "budget", "gate", "readiness", "impact", "closing", "moved"}
    assert {QImage(str(path)).size().toTuple() for path in drawn if "-parts-" not in path.name} == {(1024, 768)}


def test_the_real_entry_does_its_work_and_gives_its_status(tmp_path: Path) -> None:
    """Files and other programs get every letter, whatever those are that the system writes by itself."""
    client = {"name": "数据 مرحبا 👩‍👩‍👧"}
    (tmp_path / "in.json").write_text(json.dumps({**SMALLEST, "client": client}))
    home = {"XDG_DATA_HOME": str(tmp_path / "home"), "PYTHONIOENCODING": "cp1252"}

    added, listed = child("import", tmp_path / "in.json", **home), child("list", **home)

    assert (added.status, added.err) == (0, "")
    assert (listed.status, listed.err) == (0, "")
    assert listed.out.startswith(f"{added.out.strip()}\t{printable(client['name'])}\t")
    past = child("history", added.out.strip(), "--at", "2099-01-01", **home)
    assert json.loads(past.out)["client"]["name"] == client["name"]
    assert (tmp_path / "home" / "Clearway" / "library.clearway").is_file()
    refused(child("import", tmp_path, **home))
    assert child("report", **home).status == 2


@pytest.mark.parametrize("name", ["Two\tcells", "Red \x1b[31m", "A\nline", "Two\t\tcells", "Two\x1fcells"])
def test_a_list_obeys_nothing_that_stands_in_a_name(clearway: Clearway, tmp_path: Path, name: str) -> None:
    (tmp_path / "in.json").write_text(json.dumps({**SMALLEST, "client": {"name": name}}))
    added = clearway("import", tmp_path / "in.json")
    listed = clearway("list")
    assert listed.err == ""
    assert listed.out == f"{added.out.strip()}\t{printable(name)}\tB\n"


@pytest.mark.skipif(os.name != "posix", reason="a terminal of Windows knows every letter")
def test_a_terminal_that_knows_fewer_letters_stops_no_list(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps({**SMALLEST, "client": {"name": "数据"}}))
    around = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "desktop.command_line"]
    subprocess.run([*command, "import", tmp_path / "in.json"], env=around, cwd=ROOT, check=True, capture_output=True)
    leader, terminal = os.openpty()
    subprocess.run([*command, "list"], env=around, cwd=ROOT, check=True, stdout=terminal)
    os.close(terminal)
    assert rb"\u6570\u636e" in os.read(leader, 10_000)
    os.close(leader)


@pytest.mark.parametrize("display", ["", ":4095"], ids=["no display", "a display that does not answer"])
def test_without_a_screen_the_main_job_is_still_done(tmp_path: Path, display: str) -> None:
    home = str(tmp_path / "home")
    said = child(XDG_DATA_HOME=home, PWD=str(tmp_path), QT_QPA_PLATFORM="", DISPLAY=display, WAYLAND_DISPLAY="")

    plan = tmp_path / "clearway-sample-action-plan.pdf"
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[-1] == str(plan)
    assert plan.read_bytes().startswith(b"%PDF-")


def test_a_long_name_goes_out_and_comes_in_and_is_told(clearway: Clearway, sample: str, tmp_path: Path) -> None:
    file = tmp_path / "sample.json"
    assert clearway("export", sample, file).status == 0
    document = json.loads(file.read_text("utf-8"))
    document["pilot"]["name"] = "Leak Watch " * 50
    file.write_text(json.dumps(document), "utf-8")

    said = clearway("import", file)

    assert said.status == 0
    assert said.err == "pilot.name has 550 letters and was taken as it is; at most 300 can be typed.\n"
    again = tmp_path / "again.json"
    assert clearway("export", said.out.strip(), again).status == 0
    assert json.loads(again.read_text("utf-8"))["pilot"]["name"] == document["pilot"]["name"]


def test_a_document_of_an_earlier_round_is_made_with_the_pack_of_that_round(
    clearway: Clearway, sample: str, tmp_path: Path
) -> None:
    file = tmp_path / "sample.json"
    clearway("export", sample, file)
    document = json.loads(file.read_text("utf-8"))
    document["rounds"].append({"held_on": "2027-03-01"})
    file.write_text(json.dumps(document), "utf-8")
    again = clearway("import", file).out.strip()
    made = [tmp_path / f"{name}.pdf" for name in ("first", "newest", "none")]
    rest = ("--kind", "summary", "--output")

    assert clearway("report", again, "--round", "1", *rest, made[0]).status == 0
    assert clearway("report", again, *rest, made[1]).status == 0
    refused = clearway("report", again, "--round", "3", *rest, made[2])

    assert "9 of 15 points are open" in text_of_file(made[0])
    assert "15 of 15 points not judged" in text_of_file(made[1])
    assert (refused.status, made[2].exists()) == (1, False)
    assert "has no round 3" in refused.err


def text_of_file(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)
