"""Starts the product as a user would, `streamlit run app.py`, and ends it again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180  # seconds until a server that does not answer counts as broken; a cold machine needs about 10


@dataclass(frozen=True)
class Answer:
    """What came back over HTTP: status, headers by lower-case name, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Return the body as UTF-8 text."""
        return self.body.decode()


@dataclass(frozen=True)
class Server:
    """A running server of our own; `log` is the file that it writes to."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def host(self) -> str:
        """Return host and port, as they stand in an address."""
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """Return the site's root without a slash at the end."""
        return f"http://{self.host}"

    def ask(self, path: str, method: str = "GET", timeout: float = 60, **headers: str) -> Answer:
        """Return the answer to one request; a header's name is written with underscores."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            return _answer(connection.getresponse())
        finally:
            connection.close()

    def page(self, path: str) -> Answer:
        """Return the answer that a browser gets when it opens a page, not packed."""
        return self.ask(path, accept="text/html,application/xhtml+xml")

    def until(self, path: str, seen: Callable[[Answer], bool]) -> Answer:
        """Return the answer to one request as soon as it is so; what the server prepares beside itself takes a while."""
        ends = time.monotonic() + PATIENCE
        while not seen(answer := self.ask(path)):
            assert time.monotonic() < ends, f"{path} stays {answer.status}: {answer.body[:200]!r}"
            time.sleep(0.1)
        return answer

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stop the server's clock for a while, as a lost connection does; it goes on afterwards."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


def _answer(response: HTTPResponse) -> Answer:
    return Answer(response.status, {name.lower(): text for name, text in response.getheaders()}, response.read())


@contextmanager
def serving(
    log: Path,
    model: Path | None = None,
    command: Sequence[str] = (sys.executable, "-m", "streamlit", "run", "app.py"),
    folder: Path = ROOT,
    **settings: str,
) -> Iterator[Server]:
    """Run the server on a free port until the block ends; `model` is shown instead of data/roles.yaml.

    An installed program is another `command`, started in another `folder`.
    """
    environment = {name: text for name, text in os.environ.items() if not name.startswith("KARRIARKARTAN_")} | settings
    if model is not None:
        environment["KARRIARKARTAN_MODEL"] = str(model)
    port = _free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        server = Server(process, port, log)
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(server: Server) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and server.process.poll() is None:
        try:
            if server.ask("/_stcore/health", timeout=2).status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(
        f"The server did not start. The end of its log:\n{server.log.read_text(encoding='utf-8')[-2000:]}"
    )


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
