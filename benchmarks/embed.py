"""The single-file edition under load: requests a second and p99 at 200 connections, beside nginx serving the same file.

    python benchmarks/embed.py --seconds 10        (needs nginx and wrk: apt-get install nginx-light wrk)

Three rows, one after the other: the product's one process, nginx with the same bytes as a file, and nginx before the
product as in deploy/nginx.conf (its cache answers).
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/embed.py`

from benchmarks.proxied import free_port, nginx, proxy, wait_until_answers
from benchmarks.sessions import served

CONNECTIONS = 200
FILE = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log warn;
events {{ worker_connections 2048; }}
http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; root {folder}; default_type text/html; gzip_static off;
  location = /embed {{ try_files /embed.gz =404; add_header Content-Encoding gzip; add_header Cache-Control no-cache; }}
  location = /ready {{ return 200; }} }} }}
"""


@contextmanager
def filed(body: bytes) -> Iterator[int]:
    """Run nginx with these bytes as a file; give its port."""
    with tempfile.TemporaryDirectory() as home:
        folder, port = Path(home), free_port()
        folder.chmod(0o755)
        (folder / "embed.gz").write_bytes(body)
        (folder / "nginx.conf").write_text(FILE.format(folder=folder, port=port))
        process = subprocess.Popen([str(nginx()), "-c", str(folder / "nginx.conf"), "-p", home])
        try:
            wait_until_answers(port, "/ready")
            yield port
        finally:
            process.terminate()
            process.wait(10)


def load(name: str, address: str, seconds: int) -> None:
    """Ask for a page over many connections for a while, and print what wrk saw."""
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "--latency",
        "-H",
        "Accept-Encoding: gzip",
        "-H",
        "Accept: text/html",
        address,
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {
        key: re.search(pattern, told)
        for key, pattern in {
            "rate": r"Requests/sec:\s+(\S+)",
            "p50": r"50%\s+(\S+)",
            "p99": r"99%\s+(\S+)",
            "errors": r"(Socket errors.*|Non-2xx.*)",
        }.items()
    }
    said = {key: one[1] if one else "none" for key, one in found.items()}
    print(
        f"{name:26} {said['rate']:>10} requests/s, p50 {said['p50']}, p99 {said['p99']}, errors: {said['errors']}",
        flush=True,
    )


def main() -> int:
    """Measure all three."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=int, default=10)
    seconds = options.parse_args().seconds
    if not (nginx() and shutil.which("wrk")):
        print("nginx and wrk are needed: apt-get install nginx-light wrk")
        return 1
    with served("app.py") as (port, _), tempfile.TemporaryDirectory() as home:
        own = f"http://127.0.0.1:{port}/embed"
        with urlopen(Request(own, headers={"Accept-Encoding": "gzip", "Accept": "text/html"}), timeout=30) as answer:
            body = answer.read()
        print(
            f"/embed: {len(body)} bytes compressed, {len(gzip.decompress(body))} whole; {CONNECTIONS} connections, {seconds} s each"
        )
        load("product, one process", own, seconds)
        with filed(body) as file_port:
            load("nginx, the same file", f"http://127.0.0.1:{file_port}/embed", seconds)
        with proxy(Path(home), [port], free_port()) as site:
            load("nginx before the product", f"{site}/embed", seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
