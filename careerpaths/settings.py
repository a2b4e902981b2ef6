"""Every setting that comes from the environment, read and checked here; the table of them is in deploy/README.md."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

MODEL = "KARRIARKARTAN_MODEL"
LOCALES = "KARRIARKARTAN_LOCALES"
FRAME_ANCESTORS = "KARRIARKARTAN_FRAME_ANCESTORS"
HOSTS = "KARRIARKARTAN_HOSTS"
TIMEZONE = "KARRIARKARTAN_TIMEZONE"

LOG = logging.getLogger(__name__)
HOME = Path(__file__).parent
PACKAGED = HOME / "packaged"
ROOT = PACKAGED if PACKAGED.is_dir() else HOME.parent
"""The folder with app.py, data/ and .streamlit/: a checkout has them at its top, the wheel inside the package."""

MODEL_FILE = Path("data", "roles.yaml")
ORIGIN = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?")
HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+")


class SettingsError(ValueError):
    """Raised for an invalid setting; the message names it and says what it must be."""


def model_file() -> Path:
    """Return the model's file: what the setting names, else data/roles.yaml in the working folder, else the example."""
    named = os.environ.get(MODEL)
    if named:
        if Path(named).is_dir():
            raise SettingsError(f"{MODEL}: a folder, but it must be a file such as /etc/karriarkartan/roles.yaml.")
        return Path(named)
    own = Path.cwd() / MODEL_FILE
    return own if own.exists() else ROOT / MODEL_FILE


def is_example_model() -> bool:
    """Return whether the model is the example inside the installed package, because nobody has put in another."""
    return model_file().is_relative_to(PACKAGED)


def locales() -> Path | None:
    """Return the folder with catalogues of further languages, if there is one."""
    named = os.environ.get(LOCALES)
    if not named:
        return None
    if not Path(named).is_dir():
        raise SettingsError(f"{LOCALES}: no folder, but it must be one with catalogues such as fi.po.")
    return Path(named)


def frame_ancestors() -> tuple[str, ...]:
    """Return the origins of other sites that may frame the map."""
    return _each(FRAME_ANCESTORS, ORIGIN, "an origin such as https://intranat.example.se")


def hosts() -> frozenset[str]:
    """Return the names that the server answers under besides those of its own machine, in lower case."""
    return frozenset(name.lower() for name in _each(HOSTS, HOST, "a name such as karriar.example.se, without https://"))


def timezone() -> ZoneInfo:
    """Return the organisation's time zone, which says what day it is; Sweden's where nothing is set."""
    try:
        return ZoneInfo(os.environ.get(TIMEZONE) or "Europe/Stockholm")
    except (ValueError, OSError, LookupError) as fault:  # ZoneInfoNotFoundError is a KeyError
        raise SettingsError(f"{TIMEZONE}: no time zone that this machine knows; such as Europe/Stockholm.") from fault


def check() -> None:
    """Exit with one line for every invalid setting; called first at start."""
    faults = [fault for read in (model_file, locales, frame_ancestors, hosts, timezone) if (fault := _error_in(read))]
    if faults:
        sys.exit("\n".join(faults))


def warn_of_example_model() -> None:
    """Log a warning when the packaged example will be shown."""
    if is_example_model():
        LOG.warning("The example model is shown: there is no %s here, and %s is not set.", MODEL_FILE, MODEL)


def _error_in(read: Callable[[], object]) -> str:
    try:
        read()
    except SettingsError as fault:
        return str(fault)
    return ""


def _each(variable: str, form: re.Pattern[str], what: str) -> tuple[str, ...]:
    """Return the space-separated values of a setting; an invalid one is named by its position, never quoted."""
    values = tuple(os.environ.get(variable, "").split())
    for number, value in enumerate(values, 1):
        if not form.fullmatch(value):
            raise SettingsError(f"{variable}: value {number} must be {what}.")
    return values
