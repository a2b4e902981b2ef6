"""Which day it is: for a visitor by the browser's own clock, else in the organisation's time zone."""

from __future__ import annotations

import logging
import os
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from starlette.requests import Request

LOG = logging.getLogger(__name__)
ZONE_VARIABLE = "KARRIARKARTAN_TIMEZONE"
ZONE = "Europe/Stockholm"
AHEAD = timedelta(days=2)  # no clock on earth that is right is further from UTC's day


def today() -> date:
    """Return the day in the organisation's time zone (`KARRIARKARTAN_TIMEZONE`)."""
    return datetime.now(zone()).date()


def day_of(request: Request) -> date:
    """Return the day that the browser says it is (`?day=2026-11-27`); our own where it says none that can be."""
    try:
        day = date.fromisoformat(request.query_params.get("day", ""))
    except ValueError:
        return today()
    return day if abs(day - datetime.now(UTC).date()) <= AHEAD else today()


@cache
def zone() -> tzinfo:
    """Return the organisation's time zone; UTC where the setting names none that this machine knows."""
    try:
        return ZoneInfo(os.environ.get(ZONE_VARIABLE) or ZONE)
    except (ValueError, OSError, LookupError):  # ZoneInfoNotFoundError is a KeyError
        LOG.error("%s is no time zone such as %s. Days are those of UTC.", ZONE_VARIABLE, ZONE)
        return UTC
