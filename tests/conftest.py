"""What holds for all tests: the order they run in."""

import pytest

_BROWSER_FOLDER = "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in tests/browser as `browser` and put it last: what is quick to fail comes first."""
    for item in items:
        if item.path.parent.name == _BROWSER_FOLDER:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
