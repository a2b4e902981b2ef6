"""Makes sure that the browser tests have a Chromium: `python tests/support/chromium.py`.

Debian's headless shell when we are root, since it draws no window around the page and needs half the time; else the
system's own Chromium if there is one, else Debian's package, else Playwright's download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",  # tests run as root in CI's container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What Chromium is started with: nothing of its own on the network, nothing drawn by a graphics card."""


def find() -> str | None:
    """Return the path of a Chromium on this machine: the system's first, then Playwright's; None without one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        path = play.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install the first that can be had: Debian's packages when root, else Playwright's download."""
    if (
        shutil.which(SHELL) is None
        and not any(_from_debian(package) for package in (SHELL, "chromium"))
        and find() is None
    ):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _from_debian(package: str) -> bool:
    """Return whether Debian's package could be installed; nothing is tried unless we are root on such a system."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", package]):
        done = subprocess.run(command, check=False, env=quiet, capture_output=True)
    return done.returncode == 0


if __name__ == "__main__":
    install()
    found = find()
    sys.stdout.write(f"Chromium: {found}\n" if found else "No Chromium could be installed; see README.md.\n")
    sys.exit(0 if found else 1)
