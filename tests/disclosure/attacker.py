"""A second attacker, written to be obviously right: it lists every world that agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from domain.disclosure.cells import Publication, Relation, World
from domain.disclosure.protect import Decision
from domain.disclosure.reading import said


def printed(world: World, decision: Decision) -> dict[str, tuple[int, int]]:
    """Return what a reader sees: an interval for each cell that is printed and open."""
    seen = {}
    for name, cell in world.cells.items():
        if cell.printed and name not in decision.hidden:
            learned = said(cell, decision.mode)
            assert learned.high is not None
            seen[name] = (learned.low, learned.high)
    return seen


def publication(world: World, decision: Decision) -> Publication:
    """Return what has been published of a world."""
    shown = {
        n: said(c, decision.mode)
        for n, c in world.cells.items()
        if c.printed and n not in decision.hidden
    }
    return Publication({n: c.value for n, c in world.cells.items()}, shown, world.relations)


def possible(
    names: Sequence[str],
    seen: Sequence[Mapping[str, tuple[int, int]]],
    relations: Iterable[Relation],
    not_zero: Iterable[str] = (),
    largest: int = 9,
) -> dict[str, set[int]]:
    """Return every value each cell can have; hidden cells in `not_zero` are no zeros.

    Nothing above `largest` is tried. Only cells that are the whole of a relation are
    computed; all others are tried out.
    """
    relations = list(relations)
    wholes = {r.terms[-1][1]: r for r in relations if r.terms[-1][0] == -1 and r.low == r.high == 0}
    free = [n for n in names if n not in wholes]
    options = []
    for name in free:
        low, high = _bounds(name, [*seen, *_alone(relations)])
        options.append(range(max(low, int(name in set(not_zero))), min(high, largest) + 1))
    found: dict[str, set[int]] = {name: set() for name in names}
    for values in product(*options):
        world = dict(zip(free, values, strict=True))
        for name in [n for n in names if n in wholes]:
            world[name] = sum(w * world[part] for w, part in wholes[name].terms[:-1])
        if _agrees(world, seen, relations):
            for name, value in world.items():
                found[name].add(value)
    return found


def _bounds(name: str, seen: Sequence[Mapping[str, tuple[int, int]]]) -> tuple[int, int]:
    bounds = [s[name] for s in seen if name in s]
    return max((b[0] for b in bounds), default=0), min((b[1] for b in bounds), default=10**6)


def _alone(relations: Iterable[Relation]) -> Iterator[dict[str, tuple[int, int]]]:
    """Yield what is known of a number by itself."""
    for relation in relations:
        if len(relation.terms) == 1 and relation.terms[0][0] == 1:
            yield {relation.terms[0][1]: (relation.low, relation.high)}


def _agrees(
    world: Mapping[str, int],
    seen: Sequence[Mapping[str, tuple[int, int]]],
    relations: Iterable[Relation],
) -> bool:
    for each in seen:
        if any(not low <= world[name] <= high for name, (low, high) in each.items()):
            return False
    return all(r.low <= sum(w * world[n] for w, n in r.terms) <= r.high for r in relations)
