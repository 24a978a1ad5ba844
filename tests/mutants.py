"""Break a rule on purpose, one small change at a time: do the domain's own tests notice?

`make mutants F=domain/seats_quota.py` works in a copy of the checkout with `mutmut`. It prints each
change that no test noticed, and how many were noticed of those tried. What may survive, and why,
stands in `tests/domain/README.md`.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.sources import parsed, walk

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "deploy", "handlers", "scheduler", "storage", "talk", "texts")
MUTMUT = Path(sys.executable).parent / "mutmut"
#: Rules whose tests stand in a folder of their own, too, and the modules by which they are used.
OWN_TESTS = {
    "report": ("tests/report", {"domain.report.build", "tests.domain.full_year"}),
    "disclosure": ("tests/disclosure", {"domain.disclosure.protect"}),
}
#: Of these folders all tests run that use a file: they try small tables.
TABLES = {"tests/disclosure"}
#: Tests of what forms look like take long, and say little of the figures in them.
FORMS = "texts.documents.report_files"
CAUGHT = {"killed", "timeout", "suspicious", "segfault", "caught by type check"}
NOT_TRIED = {"not checked", "check was interrupted by user", "skipped"}
#: No database, no process, no browser; tables first, then few cases, and no search for the
#: smallest one that fails.
ARGUMENTS = (
    *("-m", "not process and not browser and not soak and not postgres"),
    *("--hypothesis-profile=mutants", "-o", "addopts=--import-mode=importlib"),
    *("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:playwright"),
    *("-p", "tests.fixtures.quickly"),
)
#: The changes of a function are numbered: a sample takes those whose number ends so.
DIGITS = "2749618350"
#: The share that must be caught.
ENOUGH = 0.9


def asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was asked for; ends with a sentence if it is no file of the domain."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="F", help="a file of domain/, or more of them")
    parser.add_argument("--minutes", type=float, default=10, help="stop after so many minutes (10)")
    parser.add_argument("--children", type=int, default=2, help="changes tried at once (2)")
    parser.add_argument("--tenths", type=int, default=10, help="try so many of ten changes (10)")
    wanted = parser.parse_args(arguments)
    for file in wanted.files:
        path = (ROOT / file).resolve()
        if not (path.is_relative_to(ROOT / "domain") and path.suffix == ".py" and path.is_file()):
            parser.error(f"{file} is no file of domain/; say for example F=domain/seats_quota.py")
    return wanted


def imported(test: Path) -> set[str]:
    """Return the modules that a file of tests imports, and whatever it takes from them."""
    names: set[str] = set()
    for node in walk(parsed(test)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        elif isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
    return names


def proofs_of(files: Sequence[str]) -> list[str]:
    """Return the tests of the domain that use one of these files, all if none does.

    Tests of the report are slow: they run for a file that no other test uses.
    """
    found, folders = set[str](), {"tests/domain"}
    for file in files:
        module = file.removesuffix(".py").replace("/", ".")
        folder, used_by = OWN_TESTS.get(Path(file).parent.name, ("tests/domain", set[str]()))
        folders.add(folder)
        found |= (
            using("tests/domain", {module})
            or using("tests/domain", used_by)
            or using(folder, {module, *used_by})
        )
        if folder in TABLES:
            found |= using(folder, {module, *used_by})
    return sorted(found or folders)


def using(folder: str, modules: set[str]) -> set[str]:
    """Return the files of tests in a folder that use one of these modules, forms left out."""
    names = {test: imported(test) for test in (ROOT / folder).glob("test_*.py")}
    return {
        str(test.relative_to(ROOT))
        for test, there in names.items()
        if modules & there and FORMS not in there
    }


@contextlib.contextmanager
def copied(files: Sequence[str]) -> Iterator[Path]:
    """Lend a copy of the checkout that says to mutmut what to change and what to run."""
    options = {
        "source_paths": ["domain"],
        "only_mutate": files,
        "also_copy": ROOMS,
        "pytest_add_cli_args": ARGUMENTS,
        "pytest_add_cli_args_test_selection": proofs_of(files),
        "use_git_change_detection": ["false"],
        "track_dependencies": ["false"],
        "timeout_multiplier": ["3"],
        "timeout_constant": ["30"],  # a busy machine is no endless change
    }
    lines = [f"{name}=\n    " + "\n    ".join(values) for name, values in options.items()]
    with tempfile.TemporaryDirectory(prefix="netzbote-mutants-") as name:
        folder = Path(name)
        leave_out = shutil.ignore_patterns("__pycache__", "bench", "release_*")
        for room in ("domain", "tests", *ROOMS):
            shutil.copytree(ROOT / room, folder / room, ignore=leave_out)
        shutil.copy(ROOT / "pyproject.toml", folder)
        shutil.copytree(ROOT / "requirements", folder / "requirements")
        (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n")
        yield folder


def run(folder: Path, wanted: argparse.Namespace) -> None:
    """Try the changes until all are done or the time is over."""
    log = folder / "mutmut.log"
    some = f"*__mutmut_*[{DIGITS[: wanted.tenths]}]"
    command = [str(MUTMUT), "run", "--max-children", str(wanted.children)]
    if wanted.tenths < len(DIGITS):
        command.append(some)
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=folder, stdout=file, stderr=file)
        try:
            process.wait(wanted.minutes * 60)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
            process.wait()
            return
    if process.returncode:
        sys.exit(f"{log.read_text()[-3000:]}\nNothing was tried: see above.")


def outcomes(folder: Path) -> dict[str, str]:
    """Return what became of each change, by its name."""
    command = [str(MUTMUT), "results", "--all", "true"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    lines = (line.rpartition(": ") for line in done.stdout.splitlines())
    return {name.strip(): how for name, _, how in lines}


def file_of(name: str) -> str:
    """Return the file a change was made in."""
    return name.rpartition(".")[0].replace(".", "/") + ".py"


def report(file: str, found: dict[str, str]) -> bool:
    """Print the row of a file; return whether enough changes were noticed."""
    counts = Counter(found.values())
    caught = sum(n for how, n in counts.items() if how in CAUGHT)
    open_ = sum(n for how, n in counts.items() if how in NOT_TRIED)
    tried = len(found) - open_
    share = caught / tried if tried else 1.0
    rest = f", {open_} not tried" if open_ else ""
    print(f"{file}: {caught} of {tried} caught, {share:.0%}{rest}")
    return share >= ENOUGH


def show(folder: Path, found: dict[str, str]) -> None:
    """Print each change that no test noticed."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant  # only `make mutants` brings it

    with contextlib.chdir(folder):
        for name, how in found.items():
            if how not in CAUGHT | NOT_TRIED:
                print(f"# {name}: {how}")
                print(get_diff_for_mutant(name, path=file_of(name)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the changes of the given files; return 0 if nine of ten are caught in each."""
    wanted = asked(arguments)
    files = [str((ROOT / file).resolve().relative_to(ROOT)) for file in wanted.files]
    with copied(files) as folder:
        run(folder, wanted)
        found = outcomes(folder)
        show(folder, found)
    rows = {file: {n: how for n, how in found.items() if file_of(n) == file} for file in files}
    enough = [report(file, of) for file, of in rows.items()]
    return 0 if all(enough) else 1


if __name__ == "__main__":
    sys.exit(main())
