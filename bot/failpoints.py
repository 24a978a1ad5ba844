"""Places where a test can let the process die at once, as by kill -9; never in operation."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from scheduler.tools import no_failpoint

#: How a process ends that was killed by signal 9.
KILLED = 137


def failpoint(environment: Mapping[str, str]) -> Callable[[str], None]:
    """Return what to call at each named place.

    `NETZBOTE_FAILPOINT=name` dies at the first pass there, `name:3` at the third; both only
    with `NETZBOTE_TEST_HOOKS=1`.
    """
    chosen = environment.get("NETZBOTE_FAILPOINT", "")
    if not chosen or environment.get("NETZBOTE_TEST_HOOKS") != "1":
        return no_failpoint
    name, _, number = chosen.partition(":")
    left = int(number or 1)

    def pass_by(place: str) -> None:
        nonlocal left
        if place == name:
            left -= 1
            if left == 0:
                os._exit(KILLED)

    return pass_by
