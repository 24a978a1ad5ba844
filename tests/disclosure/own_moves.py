"""Ways to change several hidden numbers together so that every printed sum stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm

from domain.disclosure.cells import Relation

Move = dict[str, int]
_Row = dict[str, Fraction]

#: The name under which the room of a rounded sum goes along, by the relation's place.
SLACK = "slack:{}"


def moves(names: Sequence[str], relations: Sequence[Relation]) -> list[Move]:
    """Return the basic moves: every change that keeps all sums is made of these.

    A number that is in none of them is known to whoever can do sums.
    """
    rows = _reduced(_rows(relations))
    slacks = [SLACK.format(i) for i, r in enumerate(relations) if r.low != r.high]
    free = [name for name in [*names, *slacks] if name not in rows]
    return [_move(name, rows) for name in free]


def _rows(relations: Sequence[Relation]) -> Iterator[_Row]:
    for index, relation in enumerate(relations):
        row: _Row = {}
        for weight, name in relation.terms:
            row[name] = row.get(name, Fraction()) + weight
        if relation.low != relation.high:
            row[SLACK.format(index)] = Fraction(-1)
        yield {name: weight for name, weight in row.items() if weight}


def _reduced(rows: Iterator[_Row]) -> dict[str, _Row]:
    """Return the rows solved for one number each, by Gauss and Jordan."""
    solved: dict[str, _Row] = {}
    for row in rows:
        for name in [each for each in row if each in solved]:
            _subtract(row, solved[name], row[name])
        if not row:
            continue
        pivot = max(row, key=lambda name: (not name.startswith("slack:"), name))
        by = row[pivot]
        fresh = {name: weight / by for name, weight in row.items()}
        for other in solved.values():
            if pivot in other:
                _subtract(other, fresh, other[pivot])
        solved[pivot] = fresh
    return solved


def _subtract(row: _Row, other: Mapping[str, Fraction], times: Fraction) -> None:
    for name, weight in other.items():
        left = row.get(name, Fraction()) - times * weight
        if left:
            row[name] = left
        else:
            row.pop(name, None)


def _move(free: str, rows: Mapping[str, _Row]) -> Move:
    parts = {free: Fraction(1)}
    parts.update({pivot: -row[free] for pivot, row in rows.items() if free in row})
    scale = lcm(*(part.denominator for part in parts.values()))
    return {name: int(part * scale) for name, part in parts.items()}


def combined(one: Move, other: Move, name: str) -> Iterator[Move]:
    """Yield what two moves make together, where `name` moves."""
    for sign in (1, -1):
        both = dict(one)
        for each, step in other.items():
            both[each] = both.get(each, 0) + sign * step
        both = {each: step for each, step in both.items() if step}
        if name in both:
            yield both
