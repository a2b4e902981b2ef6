"""The files for running it in earnest: nginx takes the one, the others can be parsed, and no name in them is made up."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from serving import ROOT

sys.path.append(str(ROOT))
from benchmarks.proxied import MAIN, nginx, settings_for

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


def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    """With our own ports and a certificate in it, nginx itself says that it is right."""
    if nginx() is None or shutil.which("openssl") is None:
        pytest.skip(
            "nginx or openssl is not installed (apt-get install nginx-light openssl): only the parts are looked at"
        )
    tmp_path.chmod(0o755)
    main = settings_for(tmp_path, [18501, 18502], 18443)
    done = subprocess.run(
        [str(nginx()), "-t", "-c", str(main), "-p", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert MAIN


def test_nginx_configuration_is_whole() -> None:
    """Brackets close, Host is passed on wherever a location sets headers of its own, and inner addresses are closed."""
    text = re.sub(r"#.*", "", text_of("nginx.conf"))
    assert text.count("{") == text.count("}")
    for location in re.findall(r"location [^{]*\{([^}]*)\}", text):
        if "proxy_set_header" in location:
            assert "proxy_set_header Host $http_host;" in location
    for inner in ("metrics", "agent", "script-health-check"):
        assert inner in text
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
