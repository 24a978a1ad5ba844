"""One figure of the table: its runs, what they are measured against, and whether the aim holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be: at least or at most a number."""

    word: Literal["at least", "at most"]
    number: float

    def holds(self, value: float) -> bool:
        """Whether a value reaches the aim."""
        return value >= self.number if self.word == "at least" else value <= self.number

    def __str__(self) -> str:
        return f"{self.word} {self.number:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; `runs` are of the worst case if several were measured (`parts` has their medians).

    Without an aim it is only noted. Without runs it is pending, and `note` says why.
    """

    name: str
    unit: str
    aim: Aim | None
    runs: Sequence[float] = ()
    control: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    wrong: str = ""
    note: str = ""

    @property
    def value(self) -> float | None:
        """The median of all runs."""
        return median(self.runs) if self.runs else None

    @property
    def spread(self) -> tuple[float, float] | None:
        """The lowest and the highest run."""
        return (min(self.runs), max(self.runs)) if self.runs else None

    @property
    def holds(self) -> bool:
        """Whether the aim is reached and nothing was wrong."""
        if self.value is None or self.wrong:
            return False
        return self.aim is None or self.aim.holds(self.value)

    def to_json(self) -> dict[str, Any]:
        """Return the figure as `bench.json` has it."""
        return {
            "value": _short(self.value),
            "unit": self.unit,
            "aim": str(self.aim or "none"),
            "holds": self.holds,
            "control": _short(self.control),
            "spread": _short(self.spread),
            "runs": len(self.runs),
            "parts": _short(self.parts),
            "note": self.wrong or self.note,
        }


def _short(value: Any) -> Any:
    """Return numbers with four significant digits: more would claim too much."""
    if isinstance(value, dict):
        return {name: _short(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_short(each) for each in value]
    return float(f"{value:.4g}") if isinstance(value, float) else value


def worst(aim: Aim, cases: dict[str, list[float]]) -> list[float]:
    """Return the runs of the case that is furthest from the aim."""
    choose = min if aim.word == "at least" else max
    return choose(cases.values(), key=median)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
