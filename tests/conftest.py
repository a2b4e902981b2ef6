"""What the tests share: one running server, one browser, and pages that notice every fault.

The tests in browser/ run last: what can fail in seconds should.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.support.server import Server, serving

HERE = Path(__file__).parent
pytest_plugins = ["pytester"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the quick tests first: those of a part alone, then those that ask a server, then the browser's."""
    items.sort(key=lambda item: ("fast", "slow", "browser").index(item.path.relative_to(HERE).parts[0]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test that is skipped without a reason fail: the list at the end (`-ra`) could not say why."""
    report = yield
    told = report.longrepr[-1] if isinstance(report.longrepr, tuple) else None
    if report.skipped and told in ("", "Skipped", "Skipped: ", "Skipped: unconditional skip"):
        report.outcome, report.longrepr = "failed", f"{report.nodeid} is skipped without a reason"
    return report


@pytest.fixture(scope="session", autouse=True)
def _nobodys_settings() -> Iterator[None]:
    """Keep the settings of whoever runs the tests out of them."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("KARRIARKARTAN_")}
    yield
    os.environ.update(kept)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the product with its own model, once for all tests; nothing may have failed in it at the end."""
    with serving(tmp_path_factory.mktemp("server") / "log.txt") as running:
        running.until("/embed", lambda answer: answer.status == 200)
        yield running
    log = running.log.read_text(encoding="utf-8")
    assert "Traceback" not in log, log
    assert [line for line in log.splitlines() if '"fault": ' in line] == []
