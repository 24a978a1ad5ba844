"""What the program is made of: its licences, its known weak points, and the list of its parts.

`make audit` and `make sbom` ask kept tools in an environment of their own (`requirements/audit.in`)
about the packages that are pinned in `requirements/run.txt`, and about no others.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PINS = ROOT / "requirements" / "run.txt"
PARTS = ROOT / "dist" / "netzbote.cdx.json"
#: What a licence may be called that lets an office use, change and pass on the program, which is
#: itself under EUPL-1.2. LGPL and MPL ask for the source of the library alone.
FREE = {
    *("0BSD", "Apache 2.0", "Apache Software License", "Apache-2.0", "BSD License"),
    *("BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC License (ISCL)", "LGPL-3.0-only", "MIT"),
    *("MIT License", "MIT-0", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0"),
    *("Python Software Foundation License", "Zlib"),
}
_JOINED = re.compile(r"\s+(?:AND|OR)\s+|;\s*")


def pinned(lines: Iterable[str]) -> list[str]:
    """Return the names of the packages that a list of pins has, in its order."""
    found = (re.match(r"([a-zA-Z0-9._-]+)==", line) for line in lines)
    return [match[1] for match in found if match]


def unfree(licences: Iterable[Mapping[str, str]]) -> list[str]:
    """Return a line for each package with a licence that is not among the free ones."""
    return [
        f"{each['Name']}: {each['License']}"
        for each in licences
        if not set(_JOINED.split(each["License"])) <= FREE
    ]


def weak(packages: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a line for each known weak point: its number, and the version that mends it."""
    return [
        f"{each['name']} {each['version']}: {known['id']}"
        f" (mended in {', '.join(known['fix_versions']) or 'no version yet'})"
        for each in packages
        for known in each.get("vulns", ())
    ]


def unasked(packages: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the packages about which the database said nothing at all."""
    return [each["name"] for each in packages if "skip_reason" in each]


def _tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call a tool that stands beside this Python."""
    program = Path(sys.executable).parent / name
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def licences(python: str) -> int:
    """Tell what is not free among what is installed for that Python; return the exit code."""
    names = pinned(PINS.read_text().splitlines())
    said = _tool(
        *("pip-licenses", "--python", python, "--from=mixed", "--format=json", "--packages"), *names
    )
    found = json.loads(said.stdout)
    other = unfree(found)
    print("\n".join([f"Licences: {len(found)} packages, {len(other)} to be looked at", *other]))
    return int(bool(other) or not found)


def weaknesses() -> int:
    """Tell what is known against a pinned version; return the exit code, 0 if nobody answers."""
    said = _tool(
        *("pip-audit", "--requirement", str(PINS), "--require-hashes", "--disable-pip"),
        *("--progress-spinner=off", "--format=json"),
    )
    try:
        packages = json.loads(said.stdout)["dependencies"]
    except (ValueError, KeyError):
        reason = (said.stderr.strip().splitlines() or ["no answer"])[-1][:200]
        print(f"Known weak points: NOT CHECKED, their database cannot be reached ({reason})")
        return 0
    known, silent = weak(packages), unasked(packages)
    if len(silent) == len(packages):
        print("Known weak points: NOT CHECKED, their database knows none of the packages")
        return 0
    asked = f"{len(packages) - len(silent)} of {len(packages)} packages asked"
    print("\n".join([f"Known weak points: {len(known)}; {asked}", *known]))
    print("".join(f"Not checked: {name}\n" for name in silent), end="")
    return int(bool(known))


def parts(python: str) -> int:
    """Write the list of parts (CycloneDX 1.6) of an environment; return the exit code."""
    PARTS.parent.mkdir(exist_ok=True)
    said = _tool(
        *("cyclonedx-py", "environment", python, "--pyproject", str(ROOT / "pyproject.toml")),
        *("--spec-version=1.6", "--output-reproducible", "--output-file", str(PARTS)),
    )
    if said.returncode:
        print(said.stderr.strip(), file=sys.stderr)
        return said.returncode
    listed = json.loads(PARTS.read_text())["components"]
    print(f"{PARTS.relative_to(ROOT)}: {len(listed)} parts with version and licence")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; return 0 unless something is to be looked at."""
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("what", choices=("audit", "sbom"))
    parser.add_argument("python", help="the Python whose packages are meant")
    asked = parser.parse_args(arguments)
    os.chdir(ROOT)
    if asked.what == "sbom":
        return parts(asked.python)
    return max([licences(asked.python), weaknesses()])


if __name__ == "__main__":
    sys.exit(main())
