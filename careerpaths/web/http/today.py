"""The current date: a visitor's by the browser's clock, else in the organisation's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from starlette.requests import Request

from careerpaths.settings import timezone

MOST_AHEAD = timedelta(days=2)  # no clock on earth that is right is further from UTC's day


def today() -> date:
    """Return the day in the organisation's time zone (`KARRIARKARTAN_TIMEZONE`)."""
    return datetime.now(timezone()).date()


def day_of(request: Request) -> date:
    """Return the browser's date (`?day=2026-11-27`) if it is at most two days from UTC's, else `today()`."""
    try:
        day = date.fromisoformat(request.query_params.get("day", ""))
    except ValueError:
        return today()
    return day if abs(day - datetime.now(UTC).date()) <= MOST_AHEAD else today()
