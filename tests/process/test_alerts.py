"""The rules of the alarm: each outage fires what it should, and they speak of figures we show."""

from __future__ import annotations

import re
import subprocess

import pytest

from bot.metrics import Metrics
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
    shown = {each.name for each in Metrics().registry.collect()}
    shown |= {f"{name}_total" for name in shown}

    assert _named("alerts.yml") - shown == set()


def test_each_rule_is_tried() -> None:
    rules = set(re.findall(r"alert: (\w+)", (MONITORING / "alerts.yml").read_text()))
    tried = set(re.findall(r'alertname="(\w+)"', (MONITORING / "alerts_test.yml").read_text()))

    assert rules == tried


def test_what_cannot_be_read_is_not_repeated() -> None:
    metrics = Metrics()
    metrics.show_outbox({}, 3, 70.0)
    metrics.show_inbox(2, 5.0)
    metrics.show_stale()
    text = metrics.text().decode()

    assert "netzbote_stale 1.0" in text
    assert "netzbote_unknown NaN" in text
    assert "netzbote_outbox_lag_seconds NaN" in text
    metrics.show_outbox({}, 3, 70.0)
    assert "netzbote_stale 0.0" in metrics.text().decode()
