"""Integer programs by HiGHS, for the process in which reports are made; it brings numpy along.

One thread, a fixed seed, and limits counted in nodes: the same question has the same answer
everywhere. A world is looked for near the true one. Fractions are only a short cut: what they rule
out no whole numbers allow, and what they find in whole numbers is a world; all else is searched.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, HighsVarType, MatrixFormat

from domain.disclosure.cells import Relation
from domain.disclosure.solver import Differences, Rooms

#: Nothing further from the truth is tried; smaller only means that fewer worlds count as possible.
LARGEST = 10**6
#: How many nodes of one search are looked at; who needs more finds nothing.
NODES = 5_000
#: So far from the truth more than the step itself each number is tried at first: of a number with
#: much room HiGHS keeps a thousand bounds, which took most of the time of small years.
CLOSE = 100
_NEAR = 1e-5
#: So often fractions are asked, each time without the numbers that were broken before.
TRIES = 6
_OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "parallel": "off",
    "mip_max_nodes": NODES,
    "mip_max_improving_sols": 1,
    "mip_feasibility_tolerance": 1e-7,
    "mip_heuristic_run_feasibility_jump": False,  # more than half of a small question
}


class HighsSolver:
    """Makes programs; `limited` counts the questions that were too hard."""

    def __init__(self) -> None:
        self.limited = 0

    def program(self, dear: Mapping[str, int], lines: Sequence[Relation]) -> HighsProgram:
        """Return the program of these numbers."""
        return HighsProgram(self, dear, lines)


class HighsProgram:
    """A number has two columns: how far above the truth it is, and how far below."""

    def __init__(
        self, solver: HighsSolver, dear: Mapping[str, int], lines: Sequence[Relation]
    ) -> None:
        self._solver = solver
        self._names = list(dear)
        self._at = {name: place for place, name in enumerate(self._names)}
        self._columns = np.arange(2 * len(dear), dtype=np.int32)
        model = _model(dear, self._at, lines)
        self._lines = len(lines)
        self._fractions = _highs(model)
        model.integrality_ = [HighsVarType.kInteger] * (2 * len(dear))
        self._whole = _highs(model)
        self._rooms: Rooms | None = None
        self._low = self._high = np.zeros(0)
        #: The bounds each of the two has at the moment; setting them takes as long as an answer.
        self._bounds: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def world(
        self, rooms: Rooms, fixed: Collection[str], names: Sequence[str], step: int
    ) -> Differences | None:
        """Return a world as `domain.disclosure.solver` asks for it."""
        if self._rooms is not rooms:
            self._take(rooms)
        low, high = self._low, self._high
        if fixed:
            places = [self._at[name] for name in fixed]
            high = high.copy()
            high[places] = 0
            high[[place + len(self._names) for place in places]] = 0
        some = high
        for _ in range(TRIES):
            status, values = self._run(self._fractions, low, some, names, step)
            if status == HighsModelStatus.kInfeasible and some is high:
                return None
            if values is None:
                break
            broken = np.abs(values - np.rint(values)) > _NEAR
            if not broken.any():
                return self._differences(values)
            some = np.where(broken, 0.0, some)
        return self._search(low, high, names, step)

    def _search(
        self, low: np.ndarray, high: np.ndarray, names: Sequence[str], step: int
    ) -> Differences | None:
        for top in (np.minimum(high, abs(step) + CLOSE), high):
            status, values = self._run(self._whole, low, top, names, step)
            if values is not None:
                return self._differences(values)
            if status == HighsModelStatus.kInfeasible and top is high:
                return None
        self._solver.limited += 1
        return None

    def _take(self, rooms: Rooms) -> None:
        n = len(self._names)
        self._low, self._high = np.zeros(2 * n), np.zeros(2 * n)
        for name, (low, high) in rooms.items():
            place = self._at[name]
            self._high[place] = min(high, LARGEST)
            self._high[place + n] = min(-low, LARGEST)
        self._rooms = rooms

    def _run(
        self, highs: Highs, low: np.ndarray, high: np.ndarray, names: Sequence[str], step: int
    ) -> tuple[HighsModelStatus, np.ndarray | None]:
        n = len(self._names)
        known = self._bounds.get(id(highs))
        if known is None or known[0] is not low or known[1] is not high:
            highs.changeColsBounds(2 * n, self._columns, low, high)
            self._bounds[id(highs)] = low, high
        places = [self._at[name] for name in names]
        index = np.array([*places, *(place + n for place in places)], dtype=np.int32)
        up = 1.0 if step > 0 else -1.0
        weights = np.array([up] * len(places) + [-up] * len(places))
        highs.addRow(float(abs(step)), np.inf, len(index), index, weights)
        highs.run()
        status = highs.getModelStatus()
        values = highs.getSolution().col_value if _found(highs, status) else None
        highs.deleteRows(1, np.array([self._lines], dtype=np.int32))
        return status, None if values is None else np.asarray(values)

    def _differences(self, values: np.ndarray) -> Differences:
        """Return the differences of a solution; whether they are a world is not looked at here."""
        n, whole = len(self._names), np.rint(values)
        moved = whole[:n] - whole[n:]
        return {self._names[place]: int(moved[place]) for place in np.nonzero(moved)[0]}


def _found(highs: Highs, status: HighsModelStatus) -> bool:
    ended = {HighsModelStatus.kOptimal, HighsModelStatus.kSolutionLimit}
    return status in ended and highs.getInfo().primal_solution_status == 2


def _model(dear: Mapping[str, int], at: Mapping[str, int], lines: Sequence[Relation]) -> HighsLp:
    n = len(dear)
    model = HighsLp()
    model.num_col_, model.num_row_ = 2 * n, len(lines)
    model.col_cost_ = np.array([*dear.values(), *dear.values()], dtype=float)
    model.col_lower_ = model.col_upper_ = np.zeros(2 * n)
    model.row_lower_ = np.array([line.low for line in lines], dtype=float)
    model.row_upper_ = np.array([line.high for line in lines], dtype=float)
    starts, index, values = [0], [], []
    for line in lines:
        for weight, name in line.terms:
            index += [at[name], at[name] + n]
            values += [float(weight), -float(weight)]
        starts.append(len(index))
    matrix = model.a_matrix_
    matrix.format_ = MatrixFormat.kRowwise
    matrix.start_, matrix.index_ = np.array(starts), np.array(index, dtype=np.int32)
    matrix.value_ = np.array(values)
    return model


def _highs(model: HighsLp) -> Highs:
    highs = Highs()  # type: ignore[no-untyped-call]  # its only method without types
    for name, value in _OPTIONS.items():
        highs.setOptionValue(name, value)
    highs.passModel(model)
    return highs
