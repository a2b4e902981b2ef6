"""Servers and packages for a measurement: each app on a free port of 127.0.0.1, all under the product's settings."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # s until a server must answer


class NotShownError(Exception):
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
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(packages)))}
    log = packages / f"{script.stem}.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(PATIENCE * 10):
        try:
            with urlopen(f"{address}_stcore/health", timeout=1) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
        if server.poll() is not None:
            break
    raise NotShownError(f"{address} did not start: {log.read_text(errors='replace')[-300:]}")
