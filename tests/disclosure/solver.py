"""A third attacker: HiGHS over everything printed, in whole numbers; it shares nothing with ours.

The solver computes with fractions, and we believe it nothing: every world it finds is rounded and
checked again in whole numbers. So a spread may turn out too small, but never too large.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor

from highspy import Highs, HighsLp, HighsModelStatus, HighsVarType, MatrixFormat, ObjSense

Line = tuple[dict[str, int], float, float]
Bounds = dict[str, tuple[float, float]]

#: Nothing further from 0 is tried; smaller only means that fewer worlds count as possible.
LARGEST = 10**6
_EPS = 1e-6
_OPTIONS = {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.0}


class Solver:
    """Numbers that hang together: all within their bounds, each line's sum between two ends.

    No world at all is an AssertionError, as soon as one is asked for.
    """

    def __init__(self, bounds: Bounds, lines: Sequence[Line]) -> None:
        self._names, self._lines = list(bounds), lines
        self._bounds = {n: (max(a, -LARGEST), min(b, LARGEST)) for n, (a, b) in bounds.items()}
        model = _model(self._bounds, lines)
        self._fractions = _solver(model)
        model.integrality_ = [HighsVarType.kInteger] * len(self._names)
        self._whole = _solver(model)
        self._least: dict[str, int] = {}
        self._most: dict[str, int] = {}

    def between(self, name: str) -> tuple[int, int]:
        """Return the least and the largest value of a number in all whole worlds."""
        self._look(name, ObjSense.kMinimize)
        self._look(name, ObjSense.kMaximize)
        return self._least[name], self._most[name]

    def _look(self, name: str, sense: ObjSense) -> None:
        """Find a world at one end; fractions say how far it may lie, and often find it."""
        end = self._optimum(self._fractions, name, sense)
        if not self._reaches(name, sense, end):
            end = self._optimum(self._whole, name, sense)
            assert self._reaches(name, sense, end), f"no whole world with {name} at {end}"

    def _reaches(self, name: str, sense: ObjSense, end: float) -> bool:
        if sense == ObjSense.kMinimize:
            return self._least.get(name, LARGEST + 1) <= ceil(end - _EPS)
        return self._most.get(name, -LARGEST - 1) >= floor(end + _EPS)

    def _optimum(self, solver: Highs, name: str, sense: ObjSense) -> float:
        at = self._names.index(name)
        solver.changeColCost(at, 1.0)
        solver.changeObjectiveSense(sense)
        solver.run()
        status, values = solver.getModelStatus(), solver.getSolution().col_value
        solver.changeColCost(at, 0.0)
        assert status != HighsModelStatus.kInfeasible, "nothing agrees with what is printed"
        assert status == HighsModelStatus.kOptimal, solver.modelStatusToString(status)
        self._note(dict(zip(self._names, map(round, values), strict=True)))
        return values[at]

    def _note(self, world: Mapping[str, int]) -> None:
        """Remember how far a world goes, if it really is one."""
        if agrees(world, self._bounds, self._lines):
            for name, value in world.items():
                self._least[name] = min(value, self._least.get(name, value))
                self._most[name] = max(value, self._most.get(name, value))


def agrees(world: Mapping[str, int], bounds: Bounds, lines: Iterable[Line]) -> bool:
    """Return whether a world satisfies every bound and every line, to the unit."""
    return all(low <= world[n] <= high for n, (low, high) in bounds.items()) and all(
        low <= sum(w * world[n] for n, w in weights.items()) <= high for weights, low, high in lines
    )


def _model(bounds: Bounds, lines: Sequence[Line]) -> HighsLp:
    place = {name: at for at, name in enumerate(bounds)}
    model = HighsLp()
    model.num_col_, model.num_row_ = len(bounds), len(lines)
    model.col_cost_ = [0.0] * len(bounds)
    model.col_lower_, model.col_upper_ = [[b[end] for b in bounds.values()] for end in (0, 1)]
    model.row_lower_ = [low for _, low, _ in lines]
    model.row_upper_ = [high for _, _, high in lines]
    model.a_matrix_.format_ = MatrixFormat.kRowwise
    starts, index, values = [0], [], []
    for weights, _, _ in lines:
        index += [place[name] for name in weights]
        values += [float(weight) for weight in weights.values()]
        starts.append(len(index))
    model.a_matrix_.start_, model.a_matrix_.index_ = starts, index
    model.a_matrix_.value_ = values
    return model


def _solver(model: HighsLp) -> Highs:
    solver = Highs()  # type: ignore[no-untyped-call]  # its only method without types
    for name, value in _OPTIONS.items():
        solver.setOptionValue(name, value)
    solver.passModel(model)
    return solver


def spread(bounds: Bounds, lines: Iterable[Line], names: Iterable[str]) -> Mapping[str, int]:
    """Return by how much each of these numbers varies between whole worlds."""
    fixed = {name: low for name, (low, high) in bounds.items() if low == high}
    rest = []
    for weights, low, high in lines:
        known = sum(w * fixed[n] for n, w in weights.items() if n in fixed)
        open_ = {n: w for n, w in weights.items() if n not in fixed and w}
        assert open_ or low <= known <= high
        if open_:
            rest.append((open_, low - known, high - known))
    found = {name: 0 for name in names if name in fixed}
    for part in _parts({n for n in bounds if n not in fixed}, rest):
        wanted = [name for name in names if name in part]
        if wanted:
            mine = [line for line in rest if part & line[0].keys()]
            solver = Solver({n: bounds[n] for n in sorted(part)}, mine)
            for name in wanted:
                least, most = solver.between(name)
                found[name] = most - least
    return found


def _parts(names: set[str], lines: Sequence[Line]) -> list[set[str]]:
    """Return the numbers that hang together."""
    group = {name: {name} for name in names}
    for weights, _, _ in lines:
        whole = set().union(*(group[n] for n in weights))
        for name in whole:
            group[name] = whole
    return list({id(part): part for part in group.values()}.values())
