"""A process that makes reports goes to the next test only if it is well and at nothing."""

from __future__ import annotations

import os
import time
from concurrent.futures import BrokenExecutor

import pytest

from tests.fixtures.kept import KeptProcess

pytestmark = pytest.mark.long  # begins processes


def used() -> tuple[KeptProcess, int]:
    """Return a process that has answered, and its number."""
    process = KeptProcess()
    return process, process.pool.submit(os.getpid).result()


def test_who_is_well_goes_on() -> None:
    first, number = used()
    first.end()
    second, again = used()
    second.end()

    assert again == number


def test_who_is_still_at_work_is_ended() -> None:
    first, number = used()
    first.pool.submit(time.sleep, 60)
    first.end()
    second, another = used()
    second.end()

    assert another != number


def test_who_died_is_not_given_on() -> None:
    first, number = used()
    with pytest.raises(BrokenExecutor):
        first.pool.submit(os._exit, 1).result()
    first.end()
    second, another = used()
    second.end()

    assert another != number
