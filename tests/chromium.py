"""Makes sure that the browser tests have a Chromium: `python tests/chromium.py`.

The system's own if there is one, else Debian's package when we are root, else Playwright's download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"])


def find() -> str | None:
    """Return the path of a Chromium on this machine: the system's first, then Playwright's; None without one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        path = play.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install a Chromium by Debian's package when root, else by Playwright's download."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if shutil.which("apt-get") and os.geteuid() == 0:
        for command in DEBIAN:
            subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if find() is None:
        install()
    found = find()
    sys.stdout.write(f"Chromium: {found}\n" if found else "No Chromium could be installed; see README.md.\n")
    sys.exit(0 if found else 1)
