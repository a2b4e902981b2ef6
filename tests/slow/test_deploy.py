"""The files for running it in earnest: nginx takes the one, the others can be parsed, and no name in them is made up."""

from __future__ import annotations

import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from dataclasses import dataclass
from http.client import HTTPResponse, HTTPSConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from streamlit.web.server.starlette.starlette_server_config import ANYIO_STATIC_FILE_THREAD_TOKENS

from tests.support.models import SMALL
from tests.support.server import ROOT

sys.path.append(str(ROOT))
from benchmarks.proxied import Replica, free_port, nginx, proxy, replicas, settings_for, wait_until_answers

DEPLOY = ROOT / "deploy"
FILES = ("nginx.conf", "karriarkartan@.service", "kubernetes.yaml", "README.md")
STREAMLITS_OWN = {"STREAMLIT_SERVER_COOKIE_SECRET"}


def text_of(name: str) -> str:
    """Return one of the files."""
    return (DEPLOY / name).read_text(encoding="utf-8")


def manifests() -> dict[str, dict[str, Any]]:
    """Return Kubernetes' manifests by kind."""
    return {one["kind"]: one for one in yaml.safe_load_all(text_of("kubernetes.yaml"))}


def container() -> dict[str, Any]:
    """Return the one container of the deployment."""
    found: dict[str, Any] = manifests()["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    return found


needs_nginx = pytest.mark.skipif(
    nginx() is None or shutil.which("openssl") is None,
    reason="nginx or openssl is not installed (apt-get install nginx-light openssl): only the parts are looked at",
)


@needs_nginx
def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    """With our own ports and a certificate in it, nginx itself says that it is right, its cache where it is shipped."""
    tmp_path.chmod(0o755)
    main = settings_for(tmp_path, [18501, 18502], 18443)
    ours = tmp_path / "karriarkartan.conf"
    (shipped,) = re.findall(r"^proxy_cache_path (\S+)", text_of("nginx.conf"), flags=re.M)
    assert Path(shipped).parent.is_dir()
    if os.geteuid() == 0:  # nobody else may make the folder
        ours.write_text(ours.read_text(encoding="utf-8").replace(str(tmp_path / "cache"), shipped), encoding="utf-8")
    done = subprocess.run(
        [str(nginx()), "-t", "-c", str(main), "-p", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@dataclass(frozen=True)
class Site:
    """Two replicas behind nginx, as a visitor sees them."""

    port: int
    replicas: list[Replica]

    def ask(self, path: str, share: int = 0, **headers: str) -> HTTPResponse:
        """Return an answer within ten seconds; `share` of 256 says which replica is asked first."""
        unchecked = ssl.create_default_context()
        unchecked.check_hostname, unchecked.verify_mode = False, ssl.CERT_NONE
        connection = HTTPSConnection("localhost", self.port, timeout=10, context=unchecked)
        told = {"Accept": "text/html", "Cookie": f"karriarkartan_share={share:02x}", **headers}
        try:
            connection.request("GET", path, headers=told)
            answer = connection.getresponse()
            answer.read()
            return answer
        finally:
            connection.close()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Run the product twice behind a real nginx, in a folder that nginx's nobody can enter."""
    with TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        with replicas(2, SMALL, folder) as made, proxy(folder, [one.port for one in made], port):
            for one in made:
                wait_until_answers(one.port, "/embed")  # written some seconds after the start
            yield Site(port, made)


@needs_nginx
def test_replica_that_hangs_is_passed_over(site: Site) -> None:
    """Its visitors are answered by another one within ten seconds, whatever they ask for."""
    assert site.replicas[0].process
    site.replicas[0].process.send_signal(signal.SIGSTOP)
    try:
        for path in ("/", "/om/tillganglighet", "/plan/offers?role=mentor"):
            assert {site.ask(path, share).status for share in range(0, 256, 64)} == {200}, path
    finally:
        site.replicas[0].process.send_signal(signal.SIGCONT)


@needs_nginx
def test_proxy_passes_on_what_the_product_needs_and_nothing_else(site: Site) -> None:
    """What the app closes is closed before it too; an unknown address is the app's to answer."""
    for path in ("/_stcore/upload_file/a/b", "/_stcore/metrics", "/_stcore/agent/mcp", "/media/x", "/auth/login"):
        assert site.ask(path).status == 404, path
    for path in ("/_stcore/health", "/_stcore/host-config", "/manifest.json", "/samtal", "/embed", "/healthz"):
        assert site.ask(path).status == 200, path
    assert site.ask("/finns-inte").getheader("Content-Language") == "sv"


@needs_nginx
@pytest.mark.parametrize("path", ["/", "/om", "/embed", "/om/tillganglighet", "/web/x/explorer.js", "/model.json"])
def test_proxy_says_once_what_an_answer_depends_on(site: Site, path: str) -> None:
    """`Vary` is not doubled by the proxy, and no server program is named but the proxy without its version."""
    for accepted in ("gzip", "br", "identity"):
        answer = site.ask(path, **{"Accept-Encoding": accepted})
        assert answer.headers.get_all("Vary", ["Accept-Encoding"]) == ["Accept-Encoding"]
        assert answer.headers.get_all("Server") == ["nginx"]


def test_nginx_configuration_is_whole() -> None:
    """Brackets close, and Host is passed on wherever a location sets headers of its own."""
    text = re.sub(r"#.*", "", text_of("nginx.conf"))
    assert text.count("{") == text.count("}")
    for location in re.findall(r"location [^{]*\{([^}]*)\}", text):
        if "proxy_set_header" in location:
            assert "proxy_set_header Host $http_host;" in location
    assert "access_log off;" in text


@pytest.mark.parametrize("name", FILES)
def test_every_setting_that_is_named_exists(name: str) -> None:
    """A variable in these files is one that the code reads."""
    code = "".join(path.read_text(encoding="utf-8") for path in [*(ROOT / "careerpaths").rglob("*.py")])
    for variable in set(re.findall(r"\bKARRIARKARTAN_[A-Z_]+\b", text_of(name))):
        assert f'"{variable}"' in code, variable
    assert set(re.findall(r"\bSTREAMLIT_[A-Z_]+\b", text_of(name))) <= STREAMLITS_OWN


def test_readme_names_every_setting_of_the_code() -> None:
    """And the other way round: what the code reads is explained."""
    code = "".join(path.read_text(encoding="utf-8") for path in [*(ROOT / "careerpaths").rglob("*.py")])
    assert set(re.findall(r'"(KARRIARKARTAN_[A-Z_]+)"', code)) <= set(
        re.findall(r"KARRIARKARTAN_[A-Z_]+", text_of("README.md"))
    )


def test_service_is_hardened() -> None:
    """The unit reads as a unit, starts the product, and gives it no rights."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(text_of("karriarkartan@.service"))
    service = unit["Service"]
    assert "run app.py --server.port %i" in service["ExecStart"]
    for name in ("DynamicUser", "NoNewPrivileges", "PrivateTmp", "ProtectHome"):
        assert service[name] == "yes"
    assert (service["ProtectSystem"], service["IPAddressDeny"], service["CapabilityBoundingSet"]) == (
        "strict",
        "any",
        "",
    )


def test_service_has_room_for_the_visitors_that_are_promised() -> None:
    """A thread for each of 200 who click at once, beside those for files, and a descriptor for each open tab."""
    unit = dict(re.findall(r"^(TasksMax|LimitNOFILE)=(\d+)$", text_of("karriarkartan@.service"), flags=re.M))
    assert int(unit["TasksMax"]) >= 200 + ANYIO_STATIC_FILE_THREAD_TOKENS + 100
    assert int(unit["LimitNOFILE"]) >= 1024


def test_secret_is_written_for_root_alone() -> None:
    """The file of settings has its rights before the secret stands in it."""
    text = text_of("README.md")
    assert (
        0
        < text.index("install -m 600 /dev/null /etc/karriarkartan/settings")
        < text.index("> /etc/karriarkartan/settings")
    )


def test_folder_of_the_frameworks_own_is_refused_in_one_line() -> None:
    """Our addresses would not follow `baseUrlPath`: the start says so and ends, and nothing is served half."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.baseUrlPath", "karriar"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "server.baseUrlPath cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_container_may_do_nothing_but_serve() -> None:
    """Read-only, not root, no rights, bounded, asked how it is under a name that it answers to."""
    rights, one = container()["securityContext"], container()
    assert rights == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert manifests()["Deployment"]["spec"]["template"]["spec"]["securityContext"]["runAsNonRoot"] is True
    assert set(one["resources"]["limits"]) == {"cpu", "memory"}
    for probe, path in (("startupProbe", "/readyz"), ("readinessProbe", "/readyz"), ("livenessProbe", "/healthz")):
        assert one[probe]["httpGet"]["path"] == path
        assert one[probe]["httpGet"]["httpHeaders"] == [{"name": "Host", "value": "localhost"}]


def test_visitors_stay_on_one_replica() -> None:
    """The Ingress sets a cookie for it, which also works in a frame on another site."""
    notes = manifests()["Ingress"]["metadata"]["annotations"]
    assert notes["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    assert notes["nginx.ingress.kubernetes.io/session-cookie-samesite"] == "None"
    assert manifests()["Deployment"]["spec"]["replicas"] >= 2
