"""Locking on the command line: from a descriptor or at a terminal, never an argument."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pyrage
import pytest
from pypdf import PdfReader

from desktop.command_line import passphrases
from desktop.command_line.main import main
from desktop.command_line.usage import parser
from desktop.own_library import open_library
from desktop.system.rescued import FOLDER, SEEN_TO
from models.storage import PassphraseNeededError

PASSPHRASE = "kiln ferry “harbour” salt"


def descriptor(*lines: str | bytes) -> int:
    """One that gives these lines."""
    reading, writing = os.pipe()
    os.write(writing, b"\n".join(line.encode() if isinstance(line, str) else line for line in lines) + b"\n")
    os.close(writing)
    return reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.clearway"
    assert main(["--library", str(path), "sample"]) == 0
    return path


@pytest.fixture
def locked(path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(path, ["lock", "--new-passphrase-fd"], PASSPHRASE) == 0
    capsys.readouterr()
    return path


def run(path: Path, arguments: Sequence[str], *lines: str | bytes) -> int:
    """The last argument takes a descriptor with these lines."""
    return main(["--library", str(path), *arguments, str(descriptor(*lines))])


def test_a_library_is_locked_changed_and_unlocked(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, ["lock", "--new-passphrase-fd"], "12345678") == 0
    said = capsys.readouterr().out
    assert "first that anybody tries" in said
    assert "--recovery-sheet" in said
    both = str(descriptor("12345678", PASSPHRASE))
    assert main(["--library", str(path), "lock", "--passphrase-fd", both, "--new-passphrase-fd", both]) == 0
    assert "century" in capsys.readouterr().out
    assert run(path, ["unlock", "--passphrase-fd"], PASSPHRASE) == 0
    with open_library(path) as library:
        assert library.count() == 1


def test_a_copy_without_a_passphrase_in_the_place_of_a_locked_library_is_said_to_be_open(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, sealed = str(tmp_path / "plain.clearway"), str(tmp_path / "sealed.clearway")
    assert main(["--library", str(path), "backup", plain]) == 0
    assert run(path, ["lock", "--new-passphrase-fd"], PASSPHRASE) == 0
    assert run(path, ["backup", sealed, "--passphrase-fd"], PASSPHRASE) == 0
    capsys.readouterr()

    assert run(path, ["restore", sealed, "--passphrase-fd"], PASSPHRASE) == 0
    assert "not locked" not in capsys.readouterr().out

    assert main(["--library", str(path), "restore", plain]) == 0
    assert "The library is not locked any more: whoever has the file can read it." in capsys.readouterr().out


@pytest.mark.parametrize("before", [True, False])
def test_every_command_takes_the_passphrase_from_a_descriptor(
    before: bool, locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["list"], ["check"], ["sample"]):
        fd = ["--passphrase-fd", str(descriptor(PASSPHRASE + "\r", "not read"))]
        assert main(["--library", str(locked), *(fd + command if before else command + fd)]) == 0
    assert capsys.readouterr().err == ""


def test_without_it_or_with_a_wrong_one_a_command_is_refused(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(locked), "list"]) == 1
    assert "type its passphrase" in capsys.readouterr().err
    assert run(locked, ["list", "--passphrase-fd"], "wrong") == 1
    assert "does not open" in capsys.readouterr().err
    assert run(locked, ["list", "--passphrase-fd"], "") == 1
    assert run(locked, ["list", "--passphrase-fd"], b"\xff\xfe") == 1
    assert "UTF-8" in capsys.readouterr().err
    assert main(["--library", str(locked), "list", "--passphrase-fd", "999"]) == 1
    assert "descriptor 999" in capsys.readouterr().err
    assert main(["--library", str(locked), "list", "--passphrase-fd", "9" * 30]) == 1
    with pytest.raises(SystemExit, match="2"):
        main(["--library", str(locked), "list", "--passphrase-fd", PASSPHRASE])


def test_what_cannot_be_locked_or_unlocked_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(path), "unlock"]) == 1
    assert "not locked" in capsys.readouterr().err
    assert run(path, ["lock", "--new-passphrase-fd"], "") == 1
    assert "empty passphrase" in capsys.readouterr().err
    assert run(path, ["lock", "--recovery-key", "age1nonsense", "--new-passphrase-fd"], PASSPHRASE) == 1
    assert "age1nonsense" in capsys.readouterr().err
    assert main(["--library", str(path), "unlock", "--recovery-key-fd", str(descriptor("AGE-SECRET-KEY-1"))]) == 1
    assert "library.clearway.age" in capsys.readouterr().err
    open_library(path).close()


def test_a_recovery_sheet_brings_a_forgotten_passphrase_back(path: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run(path, ["lock", "--recovery-sheet", str(sheet), "--new-passphrase-fd"], PASSPHRASE) == 0
    assert sheet.stat().st_mode & 0o077 == 0
    assert len(PdfReader(sheet).pages) == 1
    text = PdfReader(sheet).pages[0].extract_text()
    key = "".join(text[text.index("AGE-SECRET-KEY-1") :].splitlines()[:3])
    identity = pyrage.x25519.Identity.from_str(key.replace(" ", ""))
    assert pyrage.decrypt(Path(f"{path}.age").read_bytes(), [identity]).decode() == PASSPHRASE
    for typed in (key, key.lower(), f"  {key}  "):
        assert run(path, ["list", "--recovery-key-fd"], typed) == 0
    other = pyrage.x25519.Identity.generate()
    assert run(path, ["list", "--recovery-key-fd"], str(other)) == 1
    assert run(path, ["lock", "--recovery-sheet", str(sheet), "--new-passphrase-fd"], "another") == 1
    assert run(path, ["unlock", "--recovery-key-fd"], key) == 0
    assert not Path(f"{path}.age").exists()


def test_a_practice_brings_it_back_with_its_own_key(path: Path) -> None:
    practice, partner = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    keys = [part for one in (practice, partner) for part in ("--recovery-key", str(one.to_public()))]
    assert run(path, ["lock", *keys, "--new-passphrase-fd"], PASSPHRASE) == 0
    for one in (practice, partner):
        assert run(path, ["list", "--recovery-key-fd"], str(one)) == 0
    recovery, new = descriptor(str(practice)), descriptor("another one")
    arguments = ["lock", "--recovery-key-fd", str(recovery), "--new-passphrase-fd", str(new)]
    assert main(["--library", str(path), *arguments]) == 0
    assert run(path, ["list", "--passphrase-fd"], "another one") == 0
    assert run(path, ["list", "--recovery-key-fd"], str(practice)) == 1, "it is for the passphrase before"


def test_a_sheet_of_a_lock_that_failed_is_not_left(locked: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    fd = str(descriptor("wrong", "another"))
    arguments = ["lock", "--recovery-sheet", str(sheet), "--passphrase-fd", fd, "--new-passphrase-fd", fd]
    assert main(["--library", str(locked), *arguments]) == 1
    assert not sheet.exists()


def test_backups_of_a_locked_library_are_listed_and_restored_with_its_passphrase(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = locked.with_name("backups") / "library-20260102T030405Z.clearway"
    copy.parent.mkdir()
    fd = str(descriptor(PASSPHRASE))
    assert main(["--library", str(locked), "backup", str(copy), "--passphrase-fd", fd]) == 0
    assert main(["--library", str(locked), "backups"]) == 1
    assert "\tlocked\t" in capsys.readouterr().out
    assert run(locked, ["backups", "--passphrase-fd"], PASSPHRASE) == 0
    assert "\tsound\t" in capsys.readouterr().out
    assert main(["--library", str(locked), "restore", str(copy)]) == 1
    assert "type its passphrase" in capsys.readouterr().err
    assert run(locked, ["restore", str(copy), "--passphrase-fd"], PASSPHRASE) == 0
    assert run(locked, ["list", "--passphrase-fd"], PASSPHRASE) == 0
    capsys.readouterr()
    assert run(locked, ["unlock", "--passphrase-fd"], PASSPHRASE) == 0
    assert main(["--library", str(locked), "backups"]) == 0
    assert "locked\t" not in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="a console of its own would be needed")
def test_a_terminal_is_asked_and_shows_nothing_of_it(path: Path) -> None:
    leader, follower = os.openpty()
    program = [sys.executable, "-m", "desktop.command_line", "--library", str(path)]
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}

    def typed(command: Sequence[str], *answers: str) -> tuple[int, str]:
        with subprocess.Popen(
            [*program, *command], env=around, stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as running:  # fmt: skip
            assert running.stdout is not None
            said = b""
            for answer in answers:
                while not said.endswith(b": "):  # what is typed before the question counts for nothing
                    said += running.stdout.read(1)
                said += b"\n"
                os.write(leader, f"{answer}\n".encode())
            said += running.stdout.read()
        return running.returncode, said.decode()

    status, said = typed(["lock"], "one thing", "another")
    assert (status, "not the same" in said) == (1, True)
    status, said = typed(["lock"], "kiln ferry", "kiln ferry")
    assert (status, "kiln ferry" in said) == (0, False)
    status, said = typed(["list"], "kiln ferry")
    assert (status, "Leak Watch" in said) == (0, True)
    os.close(leader)
    os.close(follower)
    with pytest.raises(PassphraseNeededError):
        open_library(path)


def test_nothing_takes_a_passphrase_as_an_argument() -> None:
    assert "PASSPHRASE" not in parser(lambda _: 0).format_help()
    assert not hasattr(passphrases, "environ")


def test_what_could_not_be_saved_earlier_and_lies_there_in_plain_text_is_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aside = path.parent / FOLDER / SEEN_TO
    aside.mkdir(parents=True)
    assert run(path, ["lock", "--new-passphrase-fd"], PASSPHRASE) == 0
    assert "plain text" not in capsys.readouterr().out
    (aside / "1.json").write_text("{}", "ascii")
    both = str(descriptor(PASSPHRASE, "other words here now"))
    assert main(["--library", str(path), "lock", "--passphrase-fd", both, "--new-passphrase-fd", both]) == 0
    assert f"lies in {path.parent / FOLDER} as plain text" in capsys.readouterr().out
