"""What a forge and a catalogue of public software read of the project."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
#: What version 0.5 of the standard publiccode.yml demands, and of what kind it is.
DEMANDED: dict[str, type] = {
    "publiccodeYmlVersion": str,
    "name": str,
    "url": str,
    "platforms": list,
    "developmentStatus": str,
    "softwareType": str,
    "description": dict,
    "legal.license": str,
    "maintenance.type": str,
    "localisation.localisationReady": bool,
    "localisation.availableLanguages": list,
}
DEMANDED_OF_A_LANGUAGE: dict[str, type] = {
    "shortDescription": str,
    "longDescription": str,
    "features": list,
}
#: Whoever maintains it is named; without that it must be said that nobody does.
NAMED = {"internal": "contacts", "community": "contacts", "contract": "contractors"}
STATES = {"concept", "development", "beta", "stable", "obsolete"}
SHORT, LONG = 150, (150, 10_000)


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def at(path: str, tree: Any) -> Any:
    for key in path.split("."):
        tree = tree[key]
    return tree


def test_the_catalogue_finds_what_its_standard_demands() -> None:
    public = read("publiccode.yml")
    kept = public["maintenance"]

    assert {path: type(at(path, public)) for path in DEMANDED} == DEMANDED
    assert public["developmentStatus"] in STATES
    assert re.fullmatch(r"https://\S+", public["url"])
    assert kept["type"] in {*NAMED, "none"}
    assert kept["type"] == "none" or kept[NAMED[kept["type"]]]
    for language, told in public["description"].items():
        found = {key: type(told[key]) for key in DEMANDED_OF_A_LANGUAGE}
        assert found == DEMANDED_OF_A_LANGUAGE, language
        assert len(told["shortDescription"]) <= SHORT, language
        assert LONG[0] <= len(told["longDescription"]) <= LONG[1], language


def test_the_catalogue_says_what_the_project_says() -> None:
    public = read("publiccode.yml")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    languages = sorted(path.name for path in (ROOT / "texts").iterdir() if list(path.glob("*.ftl")))
    needs = {one["name"]: one.get("versionMin") for one in public["dependsOn"]["open"]}

    assert public["softwareVersion"] == project["version"]
    assert public["legal"]["license"] == project["license"]
    assert public["localisation"]["availableLanguages"] == languages
    assert sorted(public["description"]) == languages
    assert project["requires-python"] == f">={needs['Python']}"


def test_the_forge_calls_only_targets_that_exist() -> None:
    made = re.findall(
        r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    jobs = {name: job for name, job in read(".gitlab-ci.yml").items() if "script" in job}
    called = [line for job in jobs.values() for line in job["script"]]

    assert {"check", "test", "test-deploy"} <= set(jobs)
    assert [line for line in called if line.removeprefix("make ") not in made] == []
    assert {job["stage"] for job in jobs.values()} <= set(read(".gitlab-ci.yml")["stages"])


def test_how_to_report_is_said_for_both_who_read_it() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

    assert "**Eine Lücke melden.**" in text
    assert "**In English.**" in text
    for link, anchor in re.findall(r"\]\((docs/[^)#]+)#([^)]+)\)", text):
        heads = re.findall(r"^#+ (.+)$", (ROOT / link).read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in heads}
