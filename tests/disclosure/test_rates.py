"""A rate is shown on a base of ten or more only, whichever way small numbers are protected."""

from __future__ import annotations

import pytest

from domain.disclosure.cells import Cell, Mode, World
from domain.disclosure.values import Shown, Sign, share, things
from domain.disclosure.view import View
from domain.report.blocks import SMALLEST_BASE
from tests.report.making import view_of

K = 5


def view(part: int, whole: int, mode: Mode) -> View:
    cells = [Cell("part", part, "part"), Cell("whole", whole, "whole")]
    return view_of(World({cell.id: cell for cell in cells}), K, mode)


def rate_of(part: int, whole: int, mode: Mode) -> Shown:
    seen = view(part, whole, mode)
    return share(seen("part"), seen("whole"), SMALLEST_BASE)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("base", range(5, 10))
def test_no_rate_on_a_base_under_ten(mode: Mode, base: int) -> None:
    assert rate_of(5, base, mode).sign is Sign.TOO_FEW


def test_a_rate_does_not_tell_more_of_a_rounded_base_than_the_base() -> None:
    by_look: dict[Shown, set[Sign]] = {}
    for base in range(5, 30):
        shown = view(5, base, Mode.ROUND5)("whole")
        by_look.setdefault(shown, set()).add(rate_of(5, base, Mode.ROUND5).sign)

    assert all(len(signs) == 1 for signs in by_look.values())
    assert rate_of(5, 13, Mode.ROUND5).plain == 5 / 15


def test_a_base_that_is_not_rounded_may_be_ten() -> None:
    assert rate_of(5, 10, Mode.SUPPRESS).plain == 1 / 2
    assert share(view(5, 10, Mode.ROUND5)("part"), things(10), SMALLEST_BASE).plain == 1 / 2
