"""What a program that watches the server can ask for: `/metrics`, in the form of Prometheus; nothing of a visitor.

How many visits there are is told by Streamlit itself (`/_stcore/metrics`), in the same form. Neither is for visitors:
nginx keeps both inside.
"""

from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators.release_store import ReleaseError
from ui.cached_release import known_release
from ui.page_list import PAGES

METRICS_ADDRESS = "metrics"
FIRST_PAGE = "/"

_REGISTRY = CollectorRegistry()
_FAILED_PAGES = Counter(
    "dashboard_failed_pages", "Pages that could not be shown, each told to its visitor.", ["page"], registry=_REGISTRY
)


class _ReleaseCollector(Collector):
    """Tells of the release in use, as the last look at its place found it."""

    def collect(self) -> Iterable[Metric]:
        """Return what is known of the release; when it was made is left out where there is none."""
        try:
            held = known_release()
        except ReleaseError:
            held = None
        yield GaugeMetricFamily(
            "dashboard_release_in_use", "1 where there is a release to show, else 0.", 0 if held is None else 1
        )
        yield GaugeMetricFamily(
            "dashboard_release_place_answered",
            "1 where the last look at the place of the release found it answering and whole, else 0.",
            1 if held is not None and held.is_answered and held.release.damaged is None else 0,
        )
        if held is not None:
            yield GaugeMetricFamily(
                "dashboard_release_made_timestamp_seconds",
                "When the release in use was made, in seconds since 1970; its age is time() less this.",
                held.release.made_at.timestamp(),
            )


_REGISTRY.register(_ReleaseCollector())
for _entry in PAGES:
    # Every page counts from 0, so that the first failure is a rise and no new series.
    _FAILED_PAGES.labels(_entry.url_path or FIRST_PAGE)


def count_failed_page(page: str) -> None:
    """Count one page that failed; `page` is its place in the address, "" for the first one."""
    _FAILED_PAGES.labels(page or FIRST_PAGE).inc()


def metrics_route() -> Route:
    """Return what answers a program that watches the server."""
    return Route(f"/{METRICS_ADDRESS}", _metrics, methods=["GET", "HEAD"])


async def _metrics(request: Request) -> Response:
    encode, media_type = choose_encoder(request.headers.get("accept", ""))
    return Response(encode(_REGISTRY), headers={"Content-Type": media_type, "Cache-Control": "no-store"})
