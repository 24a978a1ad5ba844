"""Measures beside controls: `python -m tests.bench [--quick] [NAME...]`."""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.bench import table
from tests.bench.bench import Bench
from tests.bench.figure import Figure
from tests.bench.measures import NAMES


def main() -> None:
    given = _arguments()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench", ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder), quick=given.quick)
        figures = [_measured(name, bench) for name in given.names or NAMES]
    print()
    print(table.text(figures, quick=given.quick))
    print(f"\n{(time.monotonic() - begun) / 60:.1f} minutes")
    Path("bench.json").write_text(table.as_json(figures), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="small and once: shows that it works")
    given = parser.parse_args()
    if unknown := set(given.names) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return given


def _measured(name: str, bench: Bench) -> Figure:
    """Measure one figure; what breaks is shown as a miss, and the others go on."""
    module = importlib.import_module(f"tests.bench.measures.{name}")
    begun = time.monotonic()
    print(f"{name} …", file=sys.stderr, flush=True)  # an announcement alone plays for minutes
    try:
        figure: Figure = module.measure(bench)
    except Exception as error:
        traceback.print_exc()
        figure = Figure(name, module.UNIT, module.AIM, wrong=f"broke: {error!r}"[:200])
    print(f"{table.line(figure)}   ({time.monotonic() - begun:.0f} s)", file=sys.stderr, flush=True)
    return figure


if __name__ == "__main__":
    main()
