"""What every test stands on: the real method, the real sample, a window at rest, and no unexpected word in any log."""

from __future__ import annotations

import gc
import logging
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings as of_hypothesis
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop import built_in, library_acts
from desktop.program import Program
from models.engagement.engagement import Engagement
from models.exchange import read_engagement
from models.exchange.reading import Surroundings
from models.method.check import read_method
from models.method.method import Method
from models.pictures.logo import take_logo
from resources import resource_text

of_hypothesis.register_profile("clearway", deadline=None)  # no test is a measurement
of_hypothesis.load_profile("clearway")
CASES = Path(__file__).parent / "cases"
LONG_FILES = ("test_whole_workshop.py", "test_six_months.py", "test_two_facilitators.py", "test_catalogues.py")
"""Of few tests, or the last of all: `run.py test` hands files out in their order."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` takes every moment where a test otherwise takes some of them; `.ci/run` does."""
    parser.addoption("--long", action="store_true", help="every moment of a proof, not some of them")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A worker that begins a long file when the other has nothing left works alone to its end."""
    for item in items:
        if item.get_closest_marker("long") and not item.config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason="one more of its kind, for a long proof"))
    items.sort(key=lambda item: item.path.name not in LONG_FILES)


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end, and the garbage collector would look through all of them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether there is time for every moment of a proof."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(scope="session", autouse=True)
def _signals_as_from_a_terminal() -> None:
    """Whoever starts the tests in the background has these passed over, and our children would keep that."""
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        known = getattr(signal, name, None)
        if known is not None and signal.getsignal(known) is signal.SIG_IGN:
            signal.signal(known, usual)


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Any warning or error in a log fails the test, unless it is marked `expects_log`."""
    yield
    lines = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    if lines and not request.node.get_closest_marker("expects_log"):
        pytest.fail(f"unexpected in the log: {lines}")


@pytest.fixture(scope="session", autouse=True)
def _a_pack_is_read_once() -> Iterator[None]:
    """Nearly every test opens a library, which reads the pack that ships, 20 ms."""
    with pytest.MonkeyPatch.context() as patch:
        kept = lru_cache(maxsize=32)(read_method)
        for where in (built_in, library_acts):
            patch.setattr(where, "read_method", kept)
        yield


@pytest.fixture(scope="session")
def method() -> Method:
    return read_method(resource_text("method/clearway.toml"), "clearway.toml")


@pytest.fixture(scope="session")
def read(method: Method) -> Callable[[str], Engagement]:
    """Reads an engagement's JSON as the command line does."""

    def no_svg(data: bytes) -> bytes:
        raise AssertionError("no test case has an SVG logo")

    around = Surroundings(
        method=lambda key: method if key == method.key else None,
        current_method=method.key,
        logo=lambda data, name: take_logo(data, name, no_svg),
        now=datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
    )
    return lambda text: read_engagement(text, around)


@pytest.fixture(scope="session")
def sample(read: Callable[[str], Engagement]) -> Engagement:
    return read(resource_text("sample/engagement.json"))


@pytest.fixture(scope="session")
def thailand(read: Callable[[str], Engagement]) -> Engagement:
    return read((CASES / "thailand-screening.json").read_text(encoding="utf-8"))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings of the test's own, in the light theme."""
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made.setValue("theme", "light")
    return made


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """What pytest-qt makes of the tests' process: the application as it is."""
    return Program


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """The application with its fonts, style and language, set up once."""
    from desktop.application import prepare_qt

    prepare_qt(qapp)
    return qapp
