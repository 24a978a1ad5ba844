"""The figures as Prometheus reads them; its library is loaded once somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from bot.metrics import Metrics

CONTENT_TYPE = CONTENT_TYPE_LATEST


@dataclass(frozen=True, slots=True)
class _Shown(Collector):
    metrics: Metrics

    def collect(self) -> Iterator[CounterMetricFamily | GaugeMetricFamily]:
        for name, metric in self.metrics.all.items():
            family = CounterMetricFamily if metric.counts else GaugeMetricFamily
            shown = family(name, metric.meaning, labels=("network", *metric.labels))
            for of, number in metric.numbers.items():
                shown.add_metric((self.metrics.network, *of), number)
            yield shown


def written(metrics: Metrics) -> bytes:
    """Return all figures in the format of Prometheus."""
    return generate_latest(_Shown(metrics))
