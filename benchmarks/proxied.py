"""Real replicas of the product, and a real nginx before them with deploy/nginx.conf, all on 127.0.0.1."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "deploy" / "nginx.conf"
NAME = "karriar.example.se"
PATIENCE = 60  # seconds until a server must answer
MAIN = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log warn;
events {{ worker_connections 2048; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  log_format replicas '$upstream_addr $status $uri';
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
  scgi_temp_path {folder}/s;
  include {folder}/karriarkartan.conf;
}}
"""


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Replica:
    """One process of the product on a port of its own, which it keeps when it is started again."""

    model: Path
    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """Return the file it writes to."""
        return self.folder / f"replica-{self.port}.log"

    def start(self) -> None:
        """Start it, and wait until it can show the model."""
        self.launch()
        wait_until_answers(self.port, "/readyz")

    def launch(self) -> None:
        """Start it, and wait for nothing."""
        own = {
            "KARRIARKARTAN_MODEL": str(self.model),
            "KARRIARKARTAN_HOSTS": NAME,
            "STREAMLIT_SERVER_COOKIE_SECRET": "0" * 32,
        }
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env={**os.environ, **own, **self.settings}, stdout=out, stderr=subprocess.STDOUT
            )

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it: kindly, or at once with SIGKILL."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(20)
            self.process = None


def wait_until_answers(port: int, path: str) -> None:
    """Wait until an address answers with 200."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    raise TimeoutError(f"Nothing answers on port {port}.")


@contextmanager
def replicas(
    count: int, model: Path, folder: Path, settings: Mapping[str, str] | None = None
) -> Iterator[list[Replica]]:
    """Run so many replicas until the block ends."""
    made = [Replica(model, folder, settings or {}) for _ in range(count)]
    try:
        for one in made:
            one.launch()
        for one in made:
            wait_until_answers(one.port, "/readyz")
        yield made
    finally:
        for one in made:
            one.end()


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate that signs itself; return it and its key."""
    made = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    command += ["-addext", f"subjectAltName=DNS:{NAME},DNS:localhost", "-out", str(made[0]), "-keyout", str(made[1])]
    subprocess.run(command, check=True, capture_output=True)
    return made


def settings_for(folder: Path, ports: Sequence[int], port: int) -> Path:
    """Write deploy/nginx.conf with our own ports, names and folders in it; return nginx's main file."""
    text = SETTINGS.read_text(encoding="utf-8")
    public, key = certificate(folder)
    options = re.findall(r"^    server 127.0.0.1:\d+([^;]*);", text, flags=re.M)[0]
    servers = "\n".join(f"    server 127.0.0.1:{one}{options};" for one in ports)
    text = re.sub(r"(?:^    server 127[^\n]*\n)+", f"{servers}\n", text, flags=re.M)
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, flags=re.S)
    text = text.replace("listen 443", f"listen 127.0.0.1:{port}").replace(
        f"server_name {NAME}", f"server_name {NAME} localhost"
    )
    text = re.sub(r"ssl_certificate_key +\S+;", f"ssl_certificate_key {key};", text)
    text = re.sub(r"ssl_certificate +\S+;", f"ssl_certificate {public};", text)
    text = text.replace("/var/cache/karriarkartan", str(folder / "cache"))
    text = text.replace("    access_log off;", f"    access_log {folder}/access.log replicas;")
    (folder / "karriarkartan.conf").write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(MAIN.format(folder=folder), encoding="utf-8")
    return main


def nginx() -> str | None:
    """Return where nginx is, if it is installed."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@contextmanager
def proxy(folder: Path, ports: Sequence[int], port: int) -> Iterator[str]:
    """Run nginx before the replicas until the block ends; give the site's address."""
    program = nginx()
    if program is None:
        raise FileNotFoundError("nginx is not installed: apt-get install nginx-light")
    folder.chmod(0o755)
    process = subprocess.Popen([program, "-c", str(settings_for(folder, ports, port)), "-p", str(folder)])
    try:
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"https://localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)
