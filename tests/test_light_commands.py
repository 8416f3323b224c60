"""A command loads what it needs and no more: most of its time would be spent on loading the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QSize

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library

WINDOWS = {"PySide6", "shiboken6"}
SCHEMA = {"sqlite_utils", "click", "pluggy"}
PDF = {"reportlab", "pikepdf", "pypdf", "lxml", "uharfbuzz"}
LAYOUT = {"reportlab.platypus", "reportlab.graphics"}
SHEETS = {"xlsxwriter", "icalendar", "dateutil"}
PICTURES = {"PIL", "fontTools", "pypdfium2"}
CHECKS = {"jsonschema"}
ENGAGEMENT = {"models.engagement.engagement", "models.storage.records", "models.storage.log.history"}
SPARED = {
    *("hashlib", "dis", "random", "weakref"),  # with OpenSSL, `inspect`, `tempfile` and `copy`
    *("shutil", "locale"),  # for the width of help and for words of its own, which argparse has none of
    "urllib.parse",  # for `pathlib`
}
COMMANDS_AFTER = {"reports", "desktop.command_line.past"}
"""What other commands do: those that help tells after the one that is asked for."""
LIGHT = WINDOWS | SCHEMA | PDF | SHEETS | CHECKS

AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
"""A public key."""
COMMANDS = {
    ("list",): LIGHT | PICTURES | ENGAGEMENT | SPARED | COMMANDS_AFTER | {"typing"},
    ("list", "--search", "claims"): LIGHT | PICTURES | ENGAGEMENT | SPARED | COMMANDS_AFTER,
    ("check",): LIGHT | PICTURES | SPARED | COMMANDS_AFTER,
    ("history", "SAMPLE"): LIGHT | PICTURES | {"hashlib"},
    ("history", "SAMPLE", "--at", "2126-11-30"): LIGHT,
    ("backup", "copy.clearway"): LIGHT | PICTURES,
    ("backups",): LIGHT | PICTURES | SPARED,
    ("settings",): LIGHT | PICTURES | SPARED,
    ("sample",): LIGHT,
    ("lock", "--new-passphrase-fd", "0"): LIGHT | PICTURES,
    ("export", "SAMPLE", "one.json"): LIGHT,
    ("hand-over", "SAMPLE", "one.clearway", "--to", AGE): LIGHT | {"keyring", "zxcvbn"},
    ("begin-round", "SAMPLE"): LIGHT,
    ("reopen-round", "SAMPLE", "--reason", "A vote was missed"): LIGHT,
    ("report", "SAMPLE", "--kind", "action-plan", "--output", "plan.pdf"): {
        "uharfbuzz",
        *LAYOUT,
        *WINDOWS,
        *SCHEMA,
        *SHEETS,
        *("pypdf", "pikepdf", "lxml"),
        *("_hashlib", "_pickle", "dis", "opcode", "textwrap", "tokenize", "shutil"),
    },
    ("slides", "SAMPLE", "plan.pptx"): WINDOWS | SCHEMA | {"pikepdf", "pypdf", "icalendar", "dateutil"},
    ("portfolio", "pilots.xlsx"): WINDOWS | SCHEMA | {"pikepdf", "pypdf", "icalendar", "pptx"},
    ("portfolio", "pilots.pdf"): WINDOWS | SCHEMA | SHEETS | LAYOUT | {"pypdf", "pptx"},
    ("portfolio", "--json"): LIGHT,
    ("export-actions", "SAMPLE", "actions.xlsx"): WINDOWS | SCHEMA | {"pikepdf", "pypdf", "icalendar", "dateutil"},
    ("export-actions", "SAMPLE", "due.ics"): WINDOWS | SCHEMA | {"pikepdf", "pypdf", "xlsxwriter"},
    ("questionnaire", "SAMPLE", "asked"): {*WINDOWS, *SCHEMA, *SHEETS, "pypdf", "pikepdf", "lxml"},
    ("answers", "SAMPLE"): WINDOWS | SCHEMA | SHEETS | {"pikepdf", "pypdf"},
    ("letters", "SAMPLE", "owners"): {*WINDOWS, *LAYOUT, *SCHEMA, "pypdf", "pikepdf", "xlsxwriter"},
    ("progress",): WINDOWS | SCHEMA | PDF | SHEETS | PICTURES,
}
"""With what each does without."""

HAVE_RUN = """
import json, sys
waits = lambda module: getattr(getattr(module, "__dict__", {}).get("__getattr__"), "__module__", "") == "models.later"
run = [name for name, module in sys.modules.items() if not waits(module)]
"""
RUN = f"""
import sys
from desktop.command_line.main import main
status = main(sys.argv[1:])
{HAVE_RUN}
print(json.dumps([status, sorted({{*run, *(name.split(".")[0] for name in run)}})]))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command loads, and their packages."""
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "HOME": str(folder)}
    command = [sys.executable, "-c", RUN, "--library", str(folder / "library.clearway"), *arguments]
    typed = "kiln ferry harbour salt\n"
    done = subprocess.run(
        command, env=around, capture_output=True, text=True, input=typed, timeout=100, check=True, cwd=folder
    )
    status, found = json.loads(done.stdout.splitlines()[-1])
    assert status == 0, done.stderr
    return set(found)


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A library with the sample, to be copied; and the sample's id."""
    path = tmp_path_factory.mktemp("sampled") / "library.clearway"
    with open_library(path) as library:
        return path, LibraryActs(library).add_sample()


@pytest.mark.parametrize(("arguments", "not_needed"), COMMANDS.items())
def test_a_command_loads_nothing_that_it_does_without(
    tmp_path: Path, sampled: tuple[Path, str], arguments: tuple[str, ...], not_needed: set[str]
) -> None:
    library, sample = sampled
    copy(library, tmp_path)
    if arguments[0] == "questionnaire":  # nobody is asked for a round that is closed
        loaded(tmp_path, "begin-round", sample)

    assert loaded(tmp_path, *(sample if part == "SAMPLE" else part for part in arguments)) & not_needed == set()


def modules_after(code: str, folder: Path) -> set[str]:
    """What has run once a Python has run this."""
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", f"{code}\n{HAVE_RUN}\nprint(*run)"]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=100, check=True, cwd=folder)
    return set(done.stdout.split())


def test_nothing_large_is_loaded_before_python_is_told_to_look_for_garbage_rarely(tmp_path: Path) -> None:
    bare = modules_after("", tmp_path)
    assert not {"argparse", "pathlib", "typing", "re"} & (modules_after(ENTRY, tmp_path) - bare)


ENTRY = "from desktop.command_line.main import main"
LATER = f"""{ENTRY}
import copy, inspect, ipaddress, tempfile, typing, urllib.parse
from copy import copy as copied
from tempfile import gettempdir
"""


def test_what_is_run_when_it_is_wanted_is_not_run_before_and_is_whole_then(tmp_path: Path) -> None:
    run = {"weakref", "dis", "random"}
    assert not run & modules_after(LATER, tmp_path)
    wanted = """
assert copied([1]) == [1] and copy.deepcopy([[1]]) == [[1]] and copy.copy is not copied
assert inspect.isfunction(inspect.isfunction) and str(ipaddress.ip_address("::1")) == "::1"
assert gettempdir() == tempfile.gettempdir() and tempfile.TemporaryDirectory.__module__ == "tempfile"
assert not hasattr(copy, "nothing") and not hasattr(tempfile, "__getattr__")
exec("from typing import *")
assert Sequence is typing.Sequence
assert urllib.parse.quote("Ærø") == "%C3%86r%C3%B8" and typing.Pattern[str].__origin__
"""
    assert run <= modules_after(LATER + wanted, tmp_path)


def test_what_a_module_makes_when_it_is_asked_for_is_made_where_the_module_itself_waited(tmp_path: Path) -> None:
    (tmp_path / "asked.py").write_text("at_once = 1\ndef __getattr__(name): return f'{name} made'")
    code = """
from models.later import run_when_wanted
run_when_wanted("asked")
import asked
assert (asked.first, asked.at_once, asked.second) == ("first made", 1, "second made")
"""
    assert "asked" in modules_after(code, tmp_path)


def test_a_message_with_a_file_of_any_name_is_written_where_little_was_loaded_before(tmp_path: Path) -> None:
    code = f"""{ENTRY}
from reports.exports.mail import Message, draft
assert b"filename*=utf-8''%C3%86r%C3%B8.pdf" in draft(Message("To you", "Here it is."), (), "Ærø.pdf", b"%PDF")
"""
    assert "urllib.parse" in modules_after(code, tmp_path)


def test_threads_that_want_the_same_at_once_all_get_it_whole(tmp_path: Path) -> None:
    code = f"""{ENTRY}
import sys, inspect
from threading import Barrier, Thread
sys.setswitchinterval(1e-6)
together, found = Barrier(8), []
def want():
    together.wait()
    found.append(inspect.signature and inspect.unwrap and inspect.BoundArguments)
threads = [Thread(target=want) for _ in range(8)]
[one.start() for one in threads]
[one.join() for one in threads]
assert found == [inspect.BoundArguments] * 8
"""
    assert "dis" in modules_after(code, tmp_path)


WINDOW = """
import json, linecache, sys, types
def run(*given):
    import desktop.application
    from PySide6.QtCore import QSize
    sources = [name for name in linecache.cache if "desktop" in name]
    signatures = [name for name, module in sys.modules.items() if ".signature." in name and "typing" in vars(module)]
    try:
        QSize("wide", "high")
    except TypeError as error:
        print(json.dumps([sources, signatures, str(error)]))
    return 0
sys.modules["desktop.starting"] = types.SimpleNamespace(run=run, speak_as_the_system=lambda: None)
from desktop.command_line.main import main
sys.exit(main(["--language", "en", "--library", sys.argv[1]]))
"""


def test_a_window_reads_no_source_of_what_it_loads_and_a_wrong_call_is_told_all_the_same(tmp_path: Path) -> None:
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, str(tmp_path / "library.clearway")]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=100, check=True, cwd=tmp_path)
    kept, signatures, told = json.loads(done.stdout)
    assert (kept, signatures) == ([], [])
    with pytest.raises(TypeError) as wrong:
        QSize("wide", "high")  # type: ignore[call-overload]  # as PySide6 tells it by itself
    assert told == str(wrong.value)


AFTER_THE_FIRST_FRAME = {
    *("models.storage", "sqlcipher3", "socket", "subprocess", "models.hub.memory", "desktop.own_hub"),
    *("desktop.console.library.engagements_side", "desktop.console.locking.lock_page", "desktop.console.keys_overlay"),
    *("desktop.console.settings.news", "desktop.console.kept_bar", "desktop.console.library.copies_bar"),
}

FIRST_LIST = """
import json, linecache, sys
from desktop.system.qt_loading import load_qt
load_qt()
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication
from desktop.application import Clearway, prepare_qt
application = QApplication([])
prepare_qt(application)
clearway = Clearway(Path(sys.argv[1]), QSettings(sys.argv[1] + ".ini", QSettings.Format.IniFormat))
shown = []
def listed():
    shown.append([len(clearway.browsing.entries), sorted(sys.modules), bool(clearway.browsing.steps.undo)])
clearway.browsing.listed.connect(listed)
class Frame(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            shown.append(sorted(sys.modules))
            watched.removeEventFilter(self)
        return False
frame = Frame()
clearway.window.installEventFilter(frame)
clearway.start()
while len(shown) < 3:
    application.processEvents()
clearway.stop()
sources = [name for name in linecache.cache if "desktop" in name]
import PySide6.QtWidgets
print(json.dumps([*shown, "QMdiArea" in vars(PySide6.QtWidgets), sources]))
"""


def test_the_window_shows_itself_then_the_list_then_what_can_be_undone_and_loads_each_when_it_is_due(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.clearway"
    with open_library(path) as library:
        LibraryActs(library).add_sample()
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", FIRST_LIST, str(path)]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=100, check=True, cwd=tmp_path)
    first, (count, modules, _), (_, _, can_undo), declared, sources = json.loads(done.stdout.splitlines()[-1])
    assert AFTER_THE_FIRST_FRAME & set(first) == set()
    assert count == 1
    assert (ENGAGEMENT | SCHEMA | PDF) & set(modules) == set()
    assert can_undo
    assert not declared  # all kinds of widgets, to tell what one of them is
    assert sources == []  # no source was read, and kept, on the way


@pytest.mark.parametrize(
    "line", ["--help", "nonsense", "--library list nonsense", "-h list", "--language", "--nonsense list"]
)
def test_help_and_what_is_misused_tell_every_command(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One command alone is prepared only where it is sure to be the one."""
    with pytest.raises(SystemExit):
        main(line.split())
    said = "".join(capsys.readouterr())
    assert "usage: clearway" in said
    if "nonsense" in line.split()[-1:] or "-h" in line:
        assert all(name in said for name in ("list", "report", "begin-round", "lock", "settings", "keys"))
