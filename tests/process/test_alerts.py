"""The rules of the alarm: each outage fires what it should, and they speak of figures we show."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime

import pytest

from bot.metrics import Metrics
from bot.metrics_text import written
from domain.delivery import Kind, Refused, Scope, State
from tests.process.support import ROOT
from tests.programs import needed

MONITORING = ROOT / "deploy" / "monitoring"


@pytest.mark.process
@pytest.mark.needs("promtool")
def test_each_outage_fires_its_rule_and_no_other() -> None:
    done = subprocess.run(
        [needed("promtool"), "test", "rules", "alerts_test.yml"],
        cwd=MONITORING, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr


def _named(file: str) -> set[str]:
    text = (MONITORING / file).read_text(encoding="utf-8")
    return set(re.findall(r"\bnetzbote_[a-z_]+", text))


def test_the_rules_speak_of_figures_that_are_shown() -> None:
    shown = set(Metrics("x").all)
    shown |= {f"{name}_total" for name in shown}

    assert _named("alerts.yml") - shown == set()


def test_each_rule_is_tried() -> None:
    rules = set(re.findall(r"alert: (\w+)", (MONITORING / "alerts.yml").read_text()))
    tried = set(re.findall(r'alertname="(\w+)"', (MONITORING / "alerts_test.yml").read_text()))

    assert rules == tried


def test_what_cannot_be_read_is_not_repeated() -> None:
    metrics = Metrics("x")
    metrics.show_outbox({}, 3, 70.0)
    metrics.show_inbox(2, 5.0)
    metrics.show_stale()
    text = written(metrics).decode()

    assert 'netzbote_stale{network="x"} 1.0' in text
    assert 'netzbote_unknown{network="x"} NaN' in text
    assert 'netzbote_outbox_lag_seconds{network="x"} NaN' in text
    metrics.show_outbox({}, 3, 70.0)
    assert 'netzbote_stale{network="x"} 0.0' in written(metrics).decode()


def test_each_figure_says_whose_it_is() -> None:
    metrics = Metrics("kreis-x")
    metrics.expect(["retention"])
    metrics.observe(Refused("x", Scope.CHAT))
    metrics.show_outbox({(Kind.REMINDER, State.UNKNOWN): 2}, 3, 70.0)
    metrics.show_set_aside({"delivery": 1})
    metrics.show_ready("database", well=True)
    metrics.show_info("1")
    metrics.show_webhook(datetime(2027, 1, 1, tzinfo=UTC), "timed out", 4)
    lines = [x for x in written(metrics).decode().splitlines() if not x.startswith("#")]
    shown = {line.partition("{")[0].removesuffix("_total") for line in lines}

    assert set(metrics.all) <= shown
    assert [line for line in lines if 'network="kreis-x"' not in line] == []
