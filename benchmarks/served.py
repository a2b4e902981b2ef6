"""Servers and packages for a measurement: each app on a free port, all under the product's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.server import ROOT, serving

__all__ = ["ROOT", "NotShownError", "install", "served"]


class NotShownError(RuntimeError):
    """Something that cannot be measured here, and why."""


def install(requirements: tuple[str, ...], folder: Path) -> None:
    """Put packages into a folder of their own, so that neither our environment nor its Streamlit changes."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), *requirements]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or "no message").splitlines()[-1]
        raise NotShownError(f"pip could not install {' '.join(requirements)}: {last}")


@contextmanager
def served(script: Path, packages: Path) -> Iterator[str]:
    """Serve an app as long as the block runs; give its address. The settings are those of `.streamlit/`."""
    if script.suffix == ".html":
        yield script.as_uri()
        return
    command = (sys.executable, "-m", "streamlit", "run", str(script))
    paths = os.pathsep.join((str(ROOT), str(packages)))
    with serving(packages / f"{script.stem}.log", command=command, PYTHONPATH=paths) as server:
        yield f"{server.address}/"
