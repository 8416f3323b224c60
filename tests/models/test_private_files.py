"""What is ours is private whatever the umask; what is exported follows it; names that some system cannot hold."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.values.files import private_file, private_folder, safe_name, write_whole
from models.values.places import data_place
from models.values.refusal import Refusal

if os.name != "nt":
    import pwd

unix = pytest.mark.skipif(os.name == "nt", reason="modes are a matter of Unix")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@unix
@pytest.mark.parametrize(("mask", "wanted"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664), (0o000, 0o666)])
def test_what_is_exported_follows_the_umask(tmp_path: Path, mask: int, wanted: int) -> None:
    with umask(mask):
        write_whole(tmp_path / "plan.pdf", b"new")

    assert mode(tmp_path / "plan.pdf") == wanted


@unix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_what_is_ours_is_private_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        private_folder(tmp_path / "a" / "b")
        private_file(tmp_path / "a" / "b" / "file")
        write_whole(tmp_path / "a" / "kept.json", b"{}", private=True)

    assert [mode(tmp_path / p) for p in ("a", "a/b", "a/b/file", "a/kept.json")] == [0o700, 0o700, 0o600, 0o600]


@unix
def test_a_file_that_others_may_read_is_narrowed_and_a_folder_of_others_is_not(tmp_path: Path) -> None:
    shared, file = tmp_path / "shared", tmp_path / "shared" / "file"
    shared.mkdir()
    shared.chmod(0o755)
    file.write_bytes(b"text")
    file.chmod(0o664)

    private_folder(shared)
    private_file(file)

    assert (mode(shared), mode(file), file.read_bytes()) == (0o755, 0o600, b"text")


@unix
def test_the_list_on_the_command_line_leaves_a_private_library_in_a_private_folder(tmp_path: Path) -> None:
    program = "import os, sys; os.umask(0); from desktop.command_line.main import main; sys.exit(main(['list']))"
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}

    subprocess.run([sys.executable, "-c", program], env=environment, check=True, timeout=120)

    found = sorted(p.relative_to(tmp_path / "data") for p in (tmp_path / "data").rglob("*"))
    assert [str(p) for p in found] == ["Clearway", "Clearway/library.clearway"]
    assert [mode(tmp_path / "data" / p) for p in found] == [0o700, 0o600]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("con", "con_"),
        ("con.txt", "con_.txt"),
        ("CON .tar.gz", "CON_ .tar.gz"),
        ("COM¹", "COM¹_"),
        ("lpt³.pdf", "lpt³_.pdf"),
        ("com0", "com0_"),
        ("CONOUT$", "CONOUT$_"),
        ("nul.", "nul_"),
        ("plan. ", "plan"),
        (" .plan", "plan"),
        ("console", "console"),
        ("com12", "com12"),
        ("...", ""),
    ],
)
def test_a_name_that_windows_keeps_for_a_device_or_cannot_hold_is_changed(text: str, name: str) -> None:
    assert safe_name(text) == name


@unix
@pytest.mark.parametrize("variables", [{"HOME": ""}, {"HOME": "here"}, {"XDG_DATA_HOME": "here"}])
def test_a_home_that_is_no_whole_path_is_not_taken(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    home = tmp_path if "XDG_DATA_HOME" in variables else Path(pwd.getpwuid(os.getuid()).pw_dir)

    assert data_place().is_relative_to(home), "the platform's own fallback"
    assert data_place().name == "Clearway"


@unix
def test_where_nobody_knows_a_home_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.setenv("HOME", "here")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)

    with pytest.raises(Refusal, match="Set HOME to your own folder"):
        data_place()
