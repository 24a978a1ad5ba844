"""The dashboard: as Grafana wants it, and each of its questions is answered by our own figures.

No Grafana is at hand in tests. What stands here is what can be known without one.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.metrics import Metrics
from bot.metrics_text import written
from domain.delivery import Kind, Refused, Scope, Sent, State
from tests.process.support import ROOT
from tests.programs import needed

DASHBOARD: dict[str, Any] = json.loads(
    (ROOT / "deploy" / "grafana" / "netzbote.json").read_text(encoding="utf-8")
)
PANELS: list[dict[str, Any]] = DASHBOARD["panels"]
#: What Grafana puts for its variables: all networks, and five minutes.
VARIABLES = {"$network": ".*", "$__rate_interval": "5m"}
#: Each panel has these, or Grafana shows an error or nothing.
NEEDED = {"id", "type", "title", "datasource", "gridPos", "targets", "fieldConfig", "options"}


def metrics() -> Metrics:
    """Return all our figures, each with something to show."""
    made = Metrics("kreis-x")
    made.expect(["retention"])
    made.missed("retention")
    made.observe(Sent("1"))
    made.observe(Refused("x", Scope.CHAT))
    made.show_outbox({(Kind.REMINDER, State.UNKNOWN): 2}, 3, 70.0)
    made.show_inbox(1, 2.0)
    made.show_set_aside({"delivery": 1})
    made.show_ready("database", well=True)
    made.show_info("1")
    made.show_webhook(datetime(2027, 1, 1, tzinfo=UTC), "timed out", 4)
    return made


def queries() -> list[str]:
    found = [target["expr"] for panel in PANELS for target in panel["targets"]]
    for name, value in VARIABLES.items():
        found = [query.replace(name, value) for query in found]
    return found


def test_each_panel_has_what_grafana_needs() -> None:
    for panel in PANELS:
        assert panel.keys() >= NEEDED, panel["title"]
        assert panel["type"] in {"stat", "timeseries", "table"}
        references = [target["refId"] for target in panel["targets"]]
        assert len(set(references)) == len(references) >= 1
    assert len({panel["id"] for panel in PANELS}) == len(PANELS)
    assert DASHBOARD["id"] is None  # Grafana gives it one, or refuses
    assert DASHBOARD["uid"] == "netzbote"
    assert DASHBOARD["schemaVersion"] >= 36
    assert {"from", "to"} <= DASHBOARD["time"].keys()


def test_panels_lie_beside_each_other() -> None:
    taken: Counter[tuple[int, int]] = Counter()
    for panel in PANELS:
        at = panel["gridPos"]
        assert at["x"] + at["w"] <= 24
        taken.update(
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        )

    assert set(taken.values()) == {1}


def test_each_variable_is_declared_and_used() -> None:
    declared = {each["name"] for each in DASHBOARD["templating"]["list"]}
    panels = json.dumps(PANELS)
    used = set(re.findall(r"\$\{?(\w+)", panels)) - {"__rate_interval"}

    assert used == declared == {"datasource", "network"}


def test_the_figures_that_are_asked_for_are_those_that_are_shown() -> None:
    asked = set(re.findall(r"\bnetzbote_[a-z_]+", " ".join(queries())))
    shown = set(metrics().all)

    assert {name.removesuffix("_total") for name in asked} == shown


def test_each_legend_names_what_its_query_keeps() -> None:
    lines = written(metrics()).decode()
    for panel in PANELS:
        for target in panel["targets"]:
            grouped = re.findall(r"by \(([^)]*)\)", target["expr"])
            kept = set(grouped[0].split(", ")) if grouped else set(re.findall(r'(\w+)="', lines))
            assert set(re.findall(r"{{(\w+)}}", target["legendFormat"])) <= kept


@pytest.mark.process
@pytest.mark.needs("promtool")
def test_each_query_is_answered_by_our_figures(tmp_path: Path) -> None:
    lines = [x for x in written(metrics()).decode().splitlines() if x.startswith("netzbote_")]
    series = [
        {"series": line.rpartition(" ")[0], "values": f"{line.rpartition(' ')[2]}+1x30"}
        for line in lines
    ]
    asked = [
        {
            "expr": f"count({query}) > bool 0",
            "eval_time": "20m",
            "exp_samples": [{"labels": "{}", "value": 1}],
        }
        for query in queries()
    ]
    test = {"interval": "1m", "input_series": series, "promql_expr_test": asked}
    (tmp_path / "tests.yml").write_text(json.dumps({"tests": [test]}), encoding="utf-8")
    done = subprocess.run(
        [needed("promtool"), "test", "rules", "tests.yml"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert len(asked) > 15
    assert done.returncode == 0, done.stdout + done.stderr
