"""Counts what was tried, for the table that the long tests print."""

from __future__ import annotations

from collections.abc import Mapping
from time import process_time


class Tried:
    """Worlds, what was handed out of them, and how well the best known small number was kept."""

    def __init__(self) -> None:
        self.worlds = self.versions = self.refused = self.hidden = 0
        self.known_better = 0
        self._narrowest: dict[str, float] = {}
        self._begun = process_time()

    def version(self, hidden: int) -> None:
        """Count a version that was handed out with so many hidden cells."""
        self.versions += 1
        self.hidden += hidden

    def spread(self, mode: str, found: Mapping[str, float], known_better: int = 0) -> None:
        """Take in how far small numbers spread; some were known better before."""
        self.known_better += known_better
        for width in found.values():
            self._narrowest[mode] = min(width, self._narrowest.get(mode, width))

    def __str__(self) -> str:
        """Return the row of the table."""
        seconds = process_time() - self._begun
        spread = ", ".join(f"{mode} {n:.0f}" for mode, n in sorted(self._narrowest.items()))
        return (
            f"{self.worlds} worlds, {self.versions} versions, {self.refused} refused, "
            f"{self.hidden} hidden cells, narrowest: {spread or 'none'}, "
            f"{self.known_better} known better before, {seconds:.0f} s of one core"
        )
