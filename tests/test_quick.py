"""A rule of the domain is tried in a moment: nothing else is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

ROOT = Path(__file__).parent.parent
#: What makes a start slow, and what no rule needs.
HEAVY = (
    "sqlalchemy",
    "psycopg",
    "alembic",
    "telegram",
    "aiohttp",
    "pydantic",
    "handlers",
    "storage.database",
    "bot.network_file",
)
_RUN = """
import sys, pytest
code = pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[2:]])
print("loaded:", *(name for name in sys.argv[1].split(",") if name in sys.modules))
sys.exit(code)
"""


def loaded_by(*tests: str) -> str:
    """Run tests in a fresh process and return which of the heavy modules they loaded."""
    command = [sys.executable, "-c", _RUN, ",".join(HEAVY), *tests]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.rpartition("loaded:")[2].strip()


def test_tests_of_the_domain_load_nothing_but_the_domain() -> None:
    assert loaded_by("tests/domain/test_quiet.py", "tests/domain/test_reminder.py") == ""


def test_tests_of_the_stand_in_load_nothing_of_the_house() -> None:
    loaded = loaded_by("tests/standin/test_limits.py")

    assert set(loaded.split()) <= {"telegram", "aiohttp"}  # what its network is made of


@pytest.mark.wide
def test_no_file_of_the_domain_imports_more() -> None:
    """Some read the network of a shipped file later, where their fixture needs it."""
    assert loaded_by("--collect-only", "tests/domain") == ""


def test_others_find_their_databases() -> None:
    """The control: what is looked for above is found where it is needed."""
    assert "sqlalchemy" in loaded_by("tests/storage/test_turns.py", "-m", "not postgres")
