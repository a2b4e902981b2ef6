"""Days as people write them, and as the page writes them itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.support.scripts import SITE
from tests.support.talk_page import download, focused, kept, open_talk

SOON = date(date.today().year + 1, 5, 21)
"""A day ahead that a talk can mean: a calendar's entry is for at most ten years."""

MONTHS = """async ([site, regions]) => {
  const { readDay } = await import(`${site}browser/scripts/base/days.js`);
  const found = [];
  for (const region of regions) for (let month = 0; month < 12; month += 1) for (const dateStyle of ["full", "long", "medium", "short"]) {
    const day = new Date(Date.UTC(2027, month, 3 + month));
    const written = new Intl.DateTimeFormat(region, { dateStyle, timeZone: "UTC" }).format(day);
    if (readDay(written, region).day !== day.toISOString().slice(0, 10)) found.push(written);
  }
  return found;
}"""


def test_every_day_that_the_page_writes_is_taken(scripts: Page) -> None:
    """Whatever is copied from the page or its files can be typed, in each month; a short English day lacks its century."""
    found = scripts.evaluate(MONTHS, [SITE, ["sv-SE", "en-GB"]])
    assert [one for one in found if "/2027" not in one] == []


def follow_up(page: Page, day: str) -> None:
    """Type the day of the follow-up and leave the field."""
    page.locator("#talk-follow_up").fill(day)
    page.locator("#talk-follow_up").blur()


def entry(page: Page) -> Any:
    """Take the calendar's file, and return its entry."""
    (event,) = Calendar.from_ical(download(page, page, "ics").path().read_bytes()).walk("VEVENT")
    return event


def test_follow_up_that_has_been_is_in_no_calendar_and_one_that_comes_is_moved(page: Page) -> None:
    """What has been is said beside the field; the calendar's file is not made, the plan's own is.

    The calendar moves its entry instead of getting a second: one UID in the plan, also after a reload; SEQUENCE counts up.
    """
    open_talk(page)
    for day in ("2020-01-01", "1900-01-01"):
        follow_up(page, day)
        expect(page.locator("[data-said=follow_up]")).to_contain_text("Den dagen har varit, eller är före samtalet.")
        page.locator("[data-file=ics]").click()
        expect(page.locator("[data-away=take]")).to_contain_text("Kalendern tar bara en dag som kommer.")
        assert focused(page, "#talk-follow_up")
    assert download(page, page, "json").suggested_filename.endswith(".json")
    follow_up(page, f"21 maj {SOON.year}")
    expect(page.locator("[data-said=follow_up]")).to_contain_text(f"dag 21 maj {SOON.year}")
    first = entry(page)
    assert first.decoded("dtstart") == SOON
    page.wait_for_timeout(1100)
    page.reload()
    page.locator(".talk:not([aria-busy])").wait_for()
    follow_up(page, (SOON + timedelta(days=14)).isoformat())
    second = entry(page)
    assert first["uid"] == second["uid"] == kept(page)["follow_up_uid"]
    assert second["sequence"] > first["sequence"]
    assert second.decoded("dtstart") - first.decoded("dtstart") == timedelta(days=14)


def test_role_that_is_todays_or_thought_about_already_is_said(page: Page) -> None:
    """The second of two equal goals, and a goal that becomes the role of today, go with a sentence."""
    open_talk(page)
    page.locator("#talk-role").select_option("erfaren")
    page.locator(".direction input[value=roles]").check()
    page.locator("#talk-goal-0").select_option("mentor")
    page.locator("#talk-goal-1").select_option("mentor")
    expect(page.locator("[data-told=goals]")).to_have_text("Mentor finns redan bland tankarna framåt.")
    assert len(kept(page)["goals"]) == 1
    page.locator("#talk-role").select_option("mentor")
    expect(page.locator("[data-told=goals]")).to_contain_text("Mentor är rollen i dag")
    assert kept(page)["goals"] == []
