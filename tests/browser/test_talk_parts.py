"""The planning talk in five parts: one is shown at a time, the plan grows beside it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.talk_page import deed, focused, kept, open_talk, ready


def shown(page: Page) -> list[str]:
    """Return the names of the parts that can be seen."""
    return page.locator(".screen > h2:visible").all_inner_texts()


def step(page: Page, name: str) -> None:
    """Press a part in the list of parts."""
    page.locator(".steps").get_by_role("link", name=name).click()


def test_parts_stand_in_the_address_and_the_plan_grows_beside_them(page: Page) -> None:
    """Every part is one press away, Back leads to the last one, and what is filled in leads to its part."""
    open_talk(page, "?role=erfaren", shown="2")
    assert shown(page) == ["Framåt"]
    page.get_by_label("Stanna och fördjupas").check()
    lines = page.locator("[data-so-far] a")
    expect(lines).to_have_text(
        ["Roll i dag Erfaren socialsekreterare eller handläggare", "Riktning Stanna och fördjupas"]
    )
    step(page, "Vi kommer överens")
    assert shown(page) == ["Vi kommer överens"]
    assert focused(page, "[data-screen='4'] > h2")
    expect(page.locator(".steps [aria-current=step]")).to_have_text("Vi kommer överens")
    page.locator("[data-offered] button").first.click()
    deed(page, "months").first.click()
    expect(lines).to_have_count(4)
    expect(lines.last).to_contain_text("Uppföljning")
    lines.first.click()
    assert shown(page) == ["I dag"]
    page.go_back()
    expect(page.locator("#talk-follow_up")).to_be_visible()
    page.reload()
    ready(page)
    assert shown(page) == ["Vi kommer överens"]
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="I dag", exact=True)).to_be_visible()


def test_fault_in_another_part_opens_it(page: Page) -> None:
    """No file is made, and what must be mended is seen and has focus; so has the day that a calendar lacks."""
    open_talk(page, shown="1")
    page.locator("#talk-since").fill("å" * 301)
    step(page, "Ta med")
    page.locator("[data-file=json]").click()
    assert (shown(page), focused(page, "#talk-since")) == (["I dag"], True)
    expect(page.get_by_text("högst 300 tecken")).to_be_visible()
    page.locator("#talk-since").fill("våren 2021")
    page.go_back()
    page.locator("[data-file=ics]").click()
    assert (shown(page), focused(page, "#talk-follow_up")) == (["Vi kommer överens"], True)
    expect(page.locator("[data-said=follow_up]")).to_contain_text("Skriv först dagen för uppföljningen")
    assert kept(page)["since"] == "våren 2021"
