"""What all parts of a played year share: the network, its people, chance, the list of events."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from bot.demo.year_programme import Size
from domain.network import Network
from domain.person import Person


class YearScene:
    """A year under way; `truth` lists what happened in all years, this one's events last."""

    def __init__(
        self, network: Network, size: Size, year: int, chance: Random, truth: list[dict[str, Any]]
    ) -> None:
        self.network, self.size, self.year, self.chance = network, size, year, chance
        self.people: list[Person] = []
        self._truth, self._first = truth, len(truth)

    def tell(self, what: str, **facts: Any) -> None:
        """Write down what happened."""
        self._truth.append({"year": self.year, "what": what, **facts})

    def told(self) -> Sequence[dict[str, Any]]:
        """Return what happened this year so far."""
        return self._truth[self._first :]

    def before(self) -> Sequence[dict[str, Any]]:
        """Return what happened in the years before."""
        return self._truth[: self._first]
