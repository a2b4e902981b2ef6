"""What a tab remembers is read as strictly as a file; what cannot be read or kept is said, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from careerpaths.documents.errors import PlanError
from careerpaths.documents.strict_json import plain
from careerpaths.talk.plan_file import SCHEMA, read_plan
from tests.support.models import small
from tests.support.sample_plans import talk
from tests.support.scripts import SITE
from tests.support.talk_page import SAVED, kept, open_talk, ready
from tests.support.visiting import Visit

CASES = json.loads((Path(__file__).parents[1] / "support" / "odd_memories.json").read_text(encoding="utf-8"))
"""A name of the plan, a value put there, and whether it can be read; the reader of files and the browser agree."""

ODD = [
    "null", "7", '"x"', "[]", "{", "", "{}", '{"plan":null}', '{"plan":[]}', '{"plan":"x"}',
    '{"plan":{"activities":[],"questions":null}}', '{"plan":{"activities":[],"follow_up":"x"}}',
    '{"plan":{"activities":[],"goals":null}}', '{"plan":{"activities":[null]}}', '{"plan":{"role":7}}',
    '{"plan":{"rows":7}}', '{"plan":{"rows":[{"id":"a"}]}}', '{"plan":{"rows":[],"removed":null}}', '{"plan":{},"beside":7}',
    '{"plan":{},"beside":{"typed":null}}', '{"plan":{},"beside":{"counts":null}}', '{"plan":{},"beside":{"words":{"a":7}}}',
    '{"version":99,"plan":{}}', '{"version":"2","plan":{}}',
]  # fmt: skip
FORMS = {"plan": "talk", "unit": "unit"}
FITS = """async ([site, plans]) => {
  const { fits } = await import(`${site}browser/scripts/base/shape.js`);
  const { TALK } = await import(`${site}talk/scripts/talk/kept.js`);
  return plans.map((plan) => fits(TALK.plan, plan));
}"""
MOUNTED = """async ([key, name, values]) => {
  const { mount } = await import(`/web/x/${name}.js`);
  const links = { map: "/?role={role}", routes: "/vagar?from={role}&to={other}", role: "/?role={role}", step: "/?step={step}" };
  const options = { form: `/web/x/${name}.sv.json`, plan: `${location.origin}/plan/`, styles: `/web/x/${name}.css`, links, go() {} };
  const found = [];
  for (const value of values) {
    sessionStorage.clear();
    sessionStorage.setItem(key, value);
    const host = document.body.appendChild(document.createElement("div"));
    const page = mount(host.attachShadow({ mode: "open" }), options);
    await page.ready;
    const root = host.shadowRoot.querySelector(".talk");
    found.push({ value, busy: root.ariaBusy, aside: sessionStorage.getItem(`${key}.aside`), told: root.querySelector("[data-aside] p")?.textContent ?? "" });
    page.unmount();
    host.remove();
  }
  return found;
}"""


def is_read(plan: dict[str, Any]) -> bool:
    """Return whether the reader of files takes the plan."""
    try:
        read_plan(json.dumps({"schema": SCHEMA, **plan}).encode(), small())
    except PlanError:
        return False
    return True


def test_memory_is_read_as_strictly_as_a_file(scripts: Page) -> None:
    """One value of a whole plan is exchanged: the browser takes what the reader of files takes, and no more."""
    whole = cast("dict[str, Any]", plain(talk()))
    plans = [whole, *({**whole, name: value} for name, value, _ in CASES)]
    expected = [True, *(reads for *_, reads in CASES)]
    assert [is_read(plan) for plan in plans] == expected
    assert scripts.evaluate(FITS, [SITE, plans]) == expected


@pytest.mark.parametrize(("key", "name"), FORMS.items())
def test_no_odd_memory_keeps_a_form_from_coming(plain_page: Page, key: str, name: str) -> None:
    """Whatever was remembered, the form can be used; what could not be read is kept aside, and that is said."""
    found = plain_page.evaluate(MOUNTED, [f"karriarkartan.{key}", name, ODD])
    assert [one for one in found if one["busy"]] == []
    for one in found:
        assert one["aside"] == (one["value"] or None), one
        assert not one["value"] or "undanlagt" in one["told"], one


def test_what_could_not_be_read_can_be_taken_out(visit: Visit) -> None:
    """It is a file in one press, and gone in another; the form is empty and can be written in."""
    page = visit()
    page.goto("/healthz")
    page.evaluate("() => sessionStorage.setItem('karriarkartan.plan', '{\"plan\": 7}')")
    open_talk(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Spara det undanlagda").click()
    assert coming.value.path().read_text(encoding="utf-8") == '{"plan": 7}'
    page.get_by_role("button", name="Släng det").click()
    expect(page.locator("[data-aside]")).to_have_count(0)
    page.locator("#talk-before").fill("Går att skriva")
    page.reload()
    ready(page)
    expect(page.locator("#talk-before")).to_have_value("Går att skriva")
    expect(page.locator("[data-aside]")).to_have_count(0)


def test_what_an_earlier_edition_remembered_is_read(visit: Visit) -> None:
    """A tab left open over a change of edition goes on: what has no number, and lacks a newer field, is read."""
    page = visit()
    page.goto("/healthz")
    old = {name: one for name, one in cast("dict[str, Any]", plain(talk())).items() if name != "follow_up_uid"}
    page.evaluate("(text) => sessionStorage.setItem('karriarkartan.plan', text)", json.dumps({"plan": old}))
    open_talk(page)
    expect(page.locator("#talk-before")).to_have_value("Tänkt på introduktionen.")
    assert len(kept(page)["follow_up_uid"]) == 32


def test_full_memory_is_said_and_the_newest_text_survives(visit: Visit) -> None:
    """Nothing is called saved that is not, and a change of page brings back the newest text, not the older one."""
    page = visit(own=True)
    open_talk(page)
    page.locator("#talk-before").fill("Det första")
    expect(page.locator("[data-saved]")).to_have_text(SAVED)
    page.evaluate(
        """() => {
          for (let size = 1 << 22; size > 0; size >>= 1)
            for (let n = 0; n < 3; n += 1) try { sessionStorage.setItem(`full ${size} ${n}`, "x".repeat(size)); } catch {}
        }"""
    )
    newest = "Det första och mycket mer. " * 20
    page.locator("#talk-before").fill(newest)
    expect(page.locator("[data-saved]")).to_contain_text("Webbläsaren låter inte sidan minnas något.")
    page.locator("header nav a", has_text="Om modellen").click()
    page.locator("#sources").wait_for()
    page.locator("header nav a", has_text="Samtal").click()
    ready(page)
    expect(page.locator("#talk-before")).to_have_value(newest)
    expect(page.locator("[data-saved]")).to_contain_text("Webbläsaren låter inte sidan minnas något.")


def closing_asks(page: Page) -> bool:
    """Return whether the browser would ask before the tab is closed."""
    return bool(page.evaluate("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"))


def test_browser_asks_when_something_was_typed_after_the_last_file(visit: Visit) -> None:
    """An empty form, and one whose text is in a file, are left without a question."""
    page = visit()
    open_talk(page)
    assert not closing_asks(page)
    page.locator("#talk-before").fill("Skrivet")
    assert closing_asks(page)
    with page.expect_download():
        page.locator("[data-file=json]").click()
    expect(page.locator("[data-told=take]")).to_contain_text("hämtade filer")
    assert not closing_asks(page)
    page.locator("#talk-during").fill("Mer")
    page.reload()
    ready(page)
    assert closing_asks(page)
