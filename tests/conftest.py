"""What all tests share: a network, a moment, and where the databases come from."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from domain.network import Network
from tests.tried import Tried

NETWORK = "rhein-kreis-neuss"
#: A Tuesday morning far from any change of the clock.
NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
SHARED = "TEST_SHARED_FOLDER"
#: A busy machine is no failure: no test asserts a time, and worlds may be slow to draw. A change
#: is judged by the same cases each time; `make soak` draws new ones, and more of them.
CALM = settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.register_profile("calm", CALM)
settings.register_profile("wide", CALM, derandomize=False, max_examples=1000)
#: For `make check`: the first of the cases that `make test` tries.
settings.register_profile("few", CALM, max_examples=15)
#: For `make mutants`: it asks a thousand times whether anything fails, not what fails most simply.
settings.register_profile(
    "mutants", CALM, max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
settings.load_profile("calm")
#: Folders whose tests need neither database nor chat, so that one of them is done in a moment.
QUICK = {"domain", "standin"}
#: What the others have: databases, and processes that make reports.
PLUGINS = ("tests.fixtures.databases", "tests.fixtures.kept")
#: Fixtures that play the year of a whole network.
WHOLE_YEARS = {"story", "story_year"}
#: Folders whose matter is what the databases do.
DIFFERENT = {"storage", "scheduler"}
#: Folders whose matter is what people read and press.
STORIES = {"chat"}

#: Of each file of stories the first one on PostgreSQL.
_first: dict[Path, pytest.Item] = {}
#: What a run with `--both` asked of one of the databases only, and the test that did.
_missing: list[tuple[str, str]] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--both",
        action="store_true",
        help="fail if storage was asked something on SQLite and nowhere on PostgreSQL",
    )


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Load what costs time where the first module comes that may need it."""
    if isinstance(collector, pytest.Module) and collector.path.parent.name not in QUICK:
        for name in PLUGINS:
            collector.config.pluginmanager.import_plugin(name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what waits for minutes; all else keeps its order."""
    items.sort(key=lambda item: item.get_closest_marker("slow_going") is None)


def pytest_collection() -> None:
    """Let no garbage be looked for while everything is loaded: it stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Tell the collector of garbage that what was loaded so far stays: it need not look again."""
    gc.freeze()
    gc.enable()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let `make check` try some folders on PostgreSQL, too, and leave whole years to the others.

    Of a file of stories `make test` plays on PostgreSQL the first one, and what differs; what
    tries all there is (`wide`) it tries on SQLite.
    """
    if item.path.parent.name in DIFFERENT:
        item.add_marker("differs")
    if item.path.parent.name in STORIES and item.get_closest_marker("postgres"):
        wide = item.get_closest_marker("wide") is not None
        first = not wide and _first.setdefault(item.path, item) is item
        if not first and item.get_closest_marker("differs") is None:
            item.add_marker("retold")
    if WHOLE_YEARS & set(getattr(item, "fixturenames", ())):
        item.add_marker("wide")


@pytest.fixture(scope="session")
def network() -> Network:
    from bot.network_file import load  # not above: a rule of the domain is tried without it

    return load(NETWORK)


@pytest.fixture
def now() -> datetime:
    return NOW


def pytest_configure(config: pytest.Config) -> None:
    """Give all workers of a run one folder for what they share, PostgreSQL above all.

    It is none of pytest's own: those are closed to others at each start of pytest, and the
    server runs as another user. It goes at the very end: a server that this process started
    stops before, and locks a file there for it.
    """
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = tempfile.mkdtemp(prefix="netzbote-tests-")
        atexit.register(shutil.rmtree, os.environ[SHARED], ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out, or in CI fail, what needs a program that is not here."""
    for mark in item.iter_markers("needs"):
        from tests.programs import needed

        for program in mark.args:
            needed(program)


@pytest.hookimpl(trylast=True)  # the workers have left what they asked by then
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a run fail that tried a method of storage on one of the databases only."""
    if session.config.getoption("--both") and not hasattr(session.config, "workerinput"):
        from tests.fixtures.asked import only_on_sqlite

        _missing.extend(only_on_sqlite(Path(os.environ[SHARED])))
        if _missing:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    _tell_left_out(terminalreporter)
    if _missing:
        terminalreporter.section("Asked on SQLite only: mark such a story as `differs`", sep="=")
        terminalreporter.write("".join(f"{asked}: {test}\n" for asked, test in _missing))


def _tell_left_out(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end, in one list, what tests went without."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    from tests.programs import left_out

    lines = left_out(str(report.longrepr[2]) for report in skipped)
    if lines:
        terminalreporter.section("Not here, so that tests were left out", sep="=")
        terminalreporter.write("\n".join([*lines, ""]))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a file system of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("not here: the right to make a small file system (root)")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Write a file until the disk is full, and return it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Iterator[Tried]:
    """Return what counts all cases of a test; where there are many, it is printed."""
    count = Tried()
    yield count
    if settings.default is not None and settings.default.max_examples >= 1000:
        capture = request.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            print(f"\n{request.node.name}: {count}", flush=True)
