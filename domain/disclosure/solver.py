"""What is asked of an integer program: whether there is another world, in whole numbers.

A world is told by its differences from the true one. Nothing is believed of what is found but
whole worlds, which `domain.disclosure.watch` checks again; what is not found counts as impossible,
and so does what was too hard to find: then a number counts as found out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from domain.disclosure.cells import Relation

#: So far below and above the truth a number may lie; what is not there lies nowhere else.
Rooms = Mapping[str, tuple[int, int]]
Differences = Mapping[str, int]


class Program(Protocol):
    """Numbers whose weighted sums of differences lie between two ends."""

    def world(
        self, rooms: Rooms, fixed: Collection[str], names: Sequence[str], step: int
    ) -> Differences | None:
        """Return a world in which the sum of some numbers lies `step` or more from the truth.

        It is below the truth where the step is. The numbers of `fixed` are the true ones.
        """


class Solver(Protocol):
    """Makes programs."""

    def program(self, dear: Mapping[str, int], lines: Sequence[Relation]) -> Program:
        """Return the program of these numbers; those less `dear` are rather moved."""
