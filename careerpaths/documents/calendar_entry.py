"""The follow-up as a calendar entry: a day and what it is for, nobody's name and nobody invited."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

from careerpaths.locale import Phrases

REMINDER = timedelta(days=14)
FIRST = datetime(2026, 1, 1, tzinfo=UTC)  # the seconds since then are an entry's SEQUENCE: later files always count on


def follow_up_entry(day: date, phrases: Phrases, uid: str, now: datetime) -> bytes:
    """Return an all-day private entry with a reminder two weeks ahead; `uid` is random, `now` is in UTC.

    An entry taken again has the same `uid` and a higher SEQUENCE, also when it was taken from another file of the plan:
    a calendar then moves what it has.
    """
    title = phrases.say("Follow-up of the development plan")
    event = Event()
    event.add("uid", uid)
    event.add("sequence", max(0, int((now - FIRST).total_seconds())))
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", phrases.say("Take the saved plan with you and begin with looking back."))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_reminder(title))
    return _calendar(event, phrases.language)


def _reminder(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", vDuration(-REMINDER))
    return alarm


def _calendar(event: Event, language: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Karriarkartan//Samtal//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
