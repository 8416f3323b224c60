"""What a desktop reads of Clearway: its entry, its kind of file, its icon in each size, in every language."""

from __future__ import annotations

import ctypes
import re
import shutil
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from resources.version import VERSION
from resources.words import PSEUDO, languages
from tests.freezing import empty_icu_data
from tests.icons import FOR_WINDOWS, ICONS, SIZES, drawn
from tests.packing import RECIPE, share

SPOKEN = [language for language in languages() if language not in ("en", PSEUDO)]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    share(folder)
    return folder


def test_entry_and_software_list_say_the_same_in_every_language(shared: Path) -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(shared / "applications/clearway.desktop", "utf-8")
    said = entry["Desktop Entry"]
    told = ElementTree.parse(shared / "metainfo/clearway.metainfo.xml")
    summaries = {one.get(LANGUAGE, "en"): one.text for one in told.findall("summary")}

    assert summaries == {"en": said["Comment"], **{code: said[f"Comment[{code}]"] for code in SPOKEN}}
    assert [release.get("version") for release in told.iter("release")] == [VERSION]
    assert {one.text for one in told.iter("mediatype")} == {said["MimeType"].rstrip(";")}


def test_its_kind_of_file_is_named_in_every_language(shared: Path) -> None:
    (kind,) = ElementTree.parse(shared / "mime/packages/clearway.xml").getroot()
    named = [one.get(LANGUAGE, "en") for one in kind if one.tag.endswith("comment")]
    assert (kind.get("type"), named) == ("application/x-clearway", ["en", *SPOKEN])


def test_the_icon_is_there_in_each_size_and_as_it_is_drawn(shared: Path) -> None:
    for size in SIZES:
        with Image.open(shared / f"icons/hicolor/{size}x{size}/apps/clearway.png") as found:
            apart = [abs(a - b) for a, b in zip(found.convert("RGBA").tobytes(), drawn(size).tobytes(), strict=True)]
        assert sum(apart) < len(apart), "python -m tests.icons"
    with Image.open(ICONS / "clearway.ico") as of_windows, Image.open(ICONS / "clearway.icns") as of_macos:
        assert of_windows.info["sizes"] == {(size, size) for size in FOR_WINDOWS}
        assert of_macos.size == (1024, 1024)


def test_the_installer_for_windows_names_what_is_made_for_it_and_speaks_every_language() -> None:
    installer, recipe = ((RECIPE / name).read_text("utf-8") for name in ("clearway.iss", "clearway.spec"))
    made = re.findall(r'program\("([\w-]+)", console', recipe)
    started = re.findall(r"\{app\}\\([\w-]+)\.exe", installer)
    taken = re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", installer, re.MULTILINE)

    assert set(started) <= set(made) != set()
    assert [(RECIPE / path.replace("\\", "/")).is_file() for path in taken] == [True, True]
    assert re.findall(r'^Name: "(\w+)"; MessagesFile', installer, re.MULTILINE) == ["en", *SPOKEN]


@pytest.mark.skipif(shutil.which("ld") is None, reason="the tools that link programs are not here")
def test_the_data_that_icu_does_without_are_its_own_empty_ones(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    empty_icu_data(library)
    data = (ctypes.c_ubyte * 40).in_dll(ctypes.CDLL(str(library)), "icudt73_dat")
    assert library.stat().st_size < 20_000
    assert bytes(data)[:16] == b"\x20\x00\xda\x27\x14\x00\x00\x00\x00\x00\x02\x00ToCP"
    assert int.from_bytes(bytes(data)[32:36], "little") == 0
