"""Cards, list, welcome, foot and the page about the model: whole, in order, honest about sources, and never script."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from careerpaths.analysis.overview import overview
from careerpaths.html import templating
from careerpaths.html.cards import glossary, legend, list_html, welcome
from careerpaths.html.pages.about import PARTS as ABOUT
from careerpaths.html.pages.about import about_html, foot
from careerpaths.html.pages.overview import overview_html
from careerpaths.html.pages.overview_pictures import overview_pictures
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.words import MOST_SHORT, shortened
from careerpaths.locale import phrases_for
from careerpaths.model.model import Line, Model, RequirementKind, Role, Step, Text
from careerpaths.model.problems import Problem
from careerpaths.model.walk import lines_of
from tests.support.cards import EVIL, HARMLESS, drawn, filled_model, for_script, listed
from tests.support.html_tree import Element, read
from tests.support.models import shipped, small

LANGUAGES = ("sv", "en")

ROLE_ORDER = (
    "What you do",
    "What is required",
    "What the employer must provide",
    "Support",
    "What you get",
    "Typical time",
    "How it hangs together",
    "Next steps",
    "Ways here",
    "Good to know",
    "Whom to ask",
)
STEP_ORDER = (
    "How it happens",
    "How it is decided",
    "Whom to talk to",
    "What it requires",
    "What the employer must provide",
    "What prepares you",
    "Support",
    "What changes",
    "Typical time",
    "The way back",
    "Questions for the talk",
)

Part = Callable[[Model, str], str]
PARTS: dict[str, Part] = {
    "list and cards": lambda model, language: list_html(model, phrases_for(language)),
    "welcome": lambda model, language: welcome(model, phrases_for(language)),
    "glossary": lambda model, language: glossary(model, phrases_for(language)),
    "legend": lambda model, language: legend(model, phrases_for(language)),
    "about": lambda model, language: "".join(
        about_html(RenderContext(model, phrases_for(language)), part) for part in ABOUT
    ),
    "foot": lambda model, language: foot(model, phrases_for(language)),
}


@cache
def words_of(language: str) -> Element:
    """Return the shipped model's glossary as the cards look it up."""
    return read(glossary(shipped(language), phrases_for(language)))


@cache
def articles(language: str) -> dict[str, Element]:
    """Return every card by the id of its role or step; there is one for each."""
    found = listed(language).find("article")
    by_id = {one.attributes.get("data-role") or one.attributes["data-step"]: one for one in found}
    assert len(by_id) == len(found)
    return by_id


def article(role_or_step: Role | Step, language: str = "sv") -> Element:
    """Return the card of a role or step."""
    return articles(language)[role_or_step.id]


def lines(record: Role | Step) -> list[Line]:
    """Return every line of a role or step."""
    return [line for _, line in lines_of(record)]


def headings(card: Element, known: tuple[str, ...]) -> list[str]:
    """Return the headings of a Swedish card after its name, in the English of the code where they are known."""
    english = {phrases_for("sv").say(one): one for one in known}
    return [english.get(one.text, one.text) for one in card.find("h4")]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_the_model_never_becomes_markup(part: str, language: str) -> None:
    """With every text of the model evil, the page has the very elements it has with harmless ones."""
    evil = read(PARTS[part](filled_model(EVIL, EVIL), language))
    harmless = read(PARTS[part](filled_model(HARMLESS, HARMLESS), language))
    assert evil.shape == harmless.shape
    assert evil.find("script", "img", "iframe", "object", "style", "form") == []
    for one in evil.inside():
        assert [name for name in one.attributes if name.startswith("on") or name == "style"] == []
        assert not re.match(r"\s*(javascript|data|vbscript):", one.attributes.get("href", ""), re.I)
        assert [text for text in one.attributes.values() if "alert" in text] == []
    if any(HARMLESS in text for text, _ in harmless.texts()):
        assert " ".join(EVIL.split()) in evil.text


def test_vacancies_are_linked_when_the_file_names_them() -> None:
    """Every role's card leads to them, in a tab of its own and saying so; an empty address is no link."""
    model, where = small(), "https://jobb.example.se/"
    naming = replace(model, about=replace(model.about, vacancies=where))
    links = read(list_html(naming, phrases_for("sv"))).find("a", href=where)
    assert {link.text for link in links} == {"Lediga tjänster (öppnas i en ny flik)"}
    assert len(links) == len(model.roles)
    assert not shipped().about.vacancies
    assert [one for one in listed("sv").find("a") if one.attributes.get("target") == "_blank"] == []


def test_problems_of_a_broken_edit_are_escaped() -> None:
    """A fault quotes what the editor wrote, and what the editor wrote may be anything."""
    page = read(
        about_html(
            RenderContext(shipped("sv"), phrases_for("sv")), problems=(Problem("/srv/hemligt/<b>.yaml", 7, EVIL),)
        )
    )
    assert page.find("script", "img") == []
    (problem,) = page.find(kind="problem")
    assert problem.text.split(" ", 1) == ["<b>.yaml:7", " ".join(EVIL.split())], "where a file lies is not told"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_script_is_given_is_json_with_the_texts_as_they_are(language: str) -> None:
    """Names that the script puts in as text are not escaped twice."""
    given = for_script(language)
    assert [role["name"] for role in given["roles"]] == [str(role.name) for role in shipped(language).roles]
    assert given["list"] == drawn(language)


def test_sections_of_a_role_stand_in_the_order_of_the_design() -> None:
    """What you do, what it takes, what it gives, how it hangs together, where it leads, whom to ask."""
    for role in shipped().roles:
        found = headings(article(role), ROLE_ORDER)
        assert found == [one for one in ROLE_ORDER if one in found], role.id
        assert "How it hangs together" in found or role.kind == "phase", role.id


def test_role_card_begins_with_name_kind_place_and_purpose() -> None:
    """Name, then kind, stage and track, then the purpose in a sentence, then what it is also called."""
    for role in shipped().roles:
        text = article(role).text
        places = [text.index(one) for one in (role.name, role.stage.name, role.tracks[0].name, role.purpose.text)]
        assert places == sorted(places), role.id
        for alias in role.aliases:
            assert alias in article(role).find(kind="aliases")[0].text


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Tjänsten tillsätts efter ansökan.", "Tjänsten tillsätts efter ansökan"),
        ("Du söker ingen ny tjänst. Ni bedömer det tillsammans.", "Du söker ingen ny tjänst"),
        ("Enhetschefen ger uppdraget, gärna efter att ha hört gruppen, för en tid.", "Enhetschefen ger uppdraget…"),
        (
            "Områdeschefen håller i rekryteringen med stöd av HR och jämför dem.",
            "Områdeschefen håller i rekryteringen med stöd av HR…",
        ),
        ("Överenskommelsen gäller t.ex. ett år. Sedan ses den över.", "Överenskommelsen gäller t.ex. ett år"),
        ("x" * 80, "x" * 59 + "…"),
    ],
)
def test_text_is_shortened_to_whole_words(text: str, short: str) -> None:
    """The first sentence; a long one ends after a clause or a word, never within one, and says that it goes on."""
    assert shortened(Text(text, "en")) == short
    assert shortened(Text(text, "en")).lang == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_step_of_the_script_says_its_time_and_shortly_how_it_is_decided(language: str) -> None:
    """Each in the words of the language, the beginning of what the model says, and nothing where it says nothing."""
    steps = {one["id"]: one for one in for_script(language)["steps"]}
    for step in shipped(language).steps:
        given = steps[step.id]
        assert bool(given["time"]) == bool(step.time)
        assert bool(given["decided"]) == bool(step.decided)
        if step.decided:
            assert step.decided.text.startswith(given["decided"].rstrip("…"))
            assert len(given["decided"]) <= MOST_SHORT
    assert steps["mentor.specialist"]["time"] == {"sv": "1–3 år", "en": "1–3 years"}[language]


def test_sections_of_a_step_stand_in_order() -> None:
    """How it happens, who decides, whom to talk to, what it takes, what helps, what changes, the way back."""
    for step in shipped().steps:
        found = headings(article(step), STEP_ORDER)
        assert found[0] == STEP_ORDER[0], step.id
        assert found == [one for one in STEP_ORDER if one in found], step.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_card_holds_every_line_of_its_role_or_step(language: str) -> None:
    """Nothing that the model says of a role or a step is left out of its card."""
    for record in (*shipped(language).roles, *shipped(language).steps):
        text = article(record, language).text
        missing = [line.text for line in lines(record) if " ".join(line.text.split()) not in text]
        assert missing == [], record.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_without_a_source_carries_the_mark_example(language: str) -> None:
    """As many marks in a card as it has lines that nobody stands behind, each beside its line."""
    word = {"sv": "Exempel", "en": "Example"}[language]
    for record in (*shipped(language).roles, *shipped(language).steps):
        marks = article(record, language).find(kind="basis example")
        assert {mark.text for mark in marks} <= {word}
        assert len(marks) == sum(line.is_example for line in lines(record)), record.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_with_a_source_names_it_with_its_date(language: str) -> None:
    """Each line's articles and statutes stand beside it, and open to our paraphrase and its id."""
    card = article(shipped(language).role("mentor"), language)  # type: ignore[arg-type]
    assert {"sv": "artikel 20 januari 2016", "en": "article of 20 January 2016"}[language] in card.text
    for record in (*shipped(language).roles, *shipped(language).steps):
        badges = article(record, language).find("details", kind="basis")
        named = [*lines(record), record]  # the lines, and the role or step itself at the end of its card
        wanted = sum(len({(one.kind, one.title) for one in line.sources}) for line in named)
        assert len(badges) == wanted, record.id
        for line in lines(record):
            for source in line.sources:
                assert any(source.id in badge.text and " ".join(source.text.split()) in badge.text for badge in badges)


def test_card_says_which_sources_name_the_role() -> None:
    """Owner, review and sources end the card: every source of the role can be found in it."""
    for role in shipped().roles:
        text = article(role).text
        assert [source.id for source in role.sources if source.id not in text] == [], role.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_amount_always_carries_its_year_and_a_caution(language: str) -> None:
    """In cards and on the overview: value, period, year, condition, «kontrollera gällande belopp»."""
    caution = {"sv": "kontrollera gällande belopp", "en": "check the current amount"}[language]
    model = shipped(language)
    money = listed(language).find(kind="money")
    wanted = [line.amount for record in (*model.roles, *model.steps) for line in lines(record) if line.amount]
    assert len(money) == len(wanted) > 0
    for shown in money:
        assert re.search(r"\b(19|20)\d\d\b", shown.text)
        assert caution in shown.text
    setting, seen = RenderContext(model, phrases_for(language)), overview(model, date(2026, 11, 27))
    page = read(overview_html(setting, seen, overview_pictures(model, setting.phrases, seen))).text.lower()
    assert page.count(caution) >= sum(len(measure.amounts) for measure in model.measures) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_amount_says_what_its_source_says(language: str) -> None:
    """Number, unit and year of an amount stand together; one without a number says so; none is a sum."""
    phrases = phrases_for(language)
    shown = {one.text for one in listed(language).find(kind="money")}
    amounts = [
        line.amount
        for record in (*shipped(language).roles, *shipped(language).steps)
        for line in lines(record)
        if line.amount
    ]
    for amount in amounts:
        number = (
            phrases.say("Amount not stated")
            if amount.value is None
            else " ".join(f"{phrases.number(amount.value)} {amount.unit}".split())
        )
        assert any(number in text and str(amount.year) in text for text in shown)
    known = {" ".join(phrases.number(amount.value).split()) for amount in amounts if amount.value is not None}
    for text in shown:
        found = re.search(r"^([\d\s.,]+) kr", text)
        assert not found or " ".join(found[1].split()) in known


@pytest.mark.parametrize("part", PARTS)
def test_swedish_text_in_an_english_page_is_marked(part: str) -> None:
    """What lacks a translation is shown in Swedish and marked `lang="sv"`, and only that is."""
    page = read(PARTS[part](filled_model(HARMLESS, "7"), "en"))
    for text, language in page.texts():
        if HARMLESS in text:
            assert language == "sv"
        elif re.search(r"[A-Za-z]{3,}", text):
            assert language == "", text


@pytest.mark.parametrize("part", PARTS)
def test_swedish_page_needs_no_marks(part: str) -> None:
    """In its own language nothing is marked as foreign."""
    assert {language for _, language in read(PARTS[part](shipped("sv"), "sv")).texts()} == {""}


def test_typical_time_is_never_a_demand() -> None:
    """Wherever a time is shown as typical, the card says that it is neither demand nor promise."""
    for record in (*shipped("sv").roles, *shipped("sv").steps):
        if record.time is not None:
            assert "varken krav eller löfte" in article(record).text.lower(), record.id


def test_requirement_merit_and_what_the_employer_decides_stand_apart() -> None:
    """What the employer must arrange never stands among what is required of you, and a merit never as a demand."""
    mixed = []
    for record in (*shipped("sv").roles, *shipped("sv").steps):
        for group in article(record).find("ul"):
            said = {one.text for one in group.find("li")}
            kinds = {
                "employer" if need.kind is RequirementKind.EMPLOYER else "person"
                for need in record.requires
                if any(text.startswith(" ".join(need.text.split())) for text in said)
            }
            if len(kinds) > 1:
                mixed.append(record.id)
        for merit in record.merits:
            demands = [one for one in record.requires if one.id == merit.id]
            assert demands == [], record.id
    assert mixed == []


def test_card_says_nothing_where_the_model_says_nothing() -> None:
    """A role without owner, aliases or time has no half sentences about them."""
    for one in read(list_html(small(), phrases_for("sv"))).find("p", "li", "h3", "h4"):
        assert not re.search(r"\s[.,]|None|\(\)", one.text), one.text
        assert one.text or "actions" in one.classes


def test_ids_in_the_list_are_unique_and_links_lead_to_them() -> None:
    """Every link inside the list leads to an article of the list, or to a word of the glossary."""
    ids = [one.attributes["id"] for one in listed("sv").inside() if "id" in one.attributes]
    ids += [one.attributes["id"] for one in words_of("sv").find("dt")]
    assert len(ids) == len(set(ids))
    for link in listed("sv").find("a"):
        address = link.attributes["href"]
        assert not address.startswith("#") or address[1:] in ids


def test_headings_of_the_list_never_skip_a_level() -> None:
    """Stage, role, section: h2, h3, h4."""
    levels = [int(one.tag[1]) for one in listed("sv").inside() if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_person_is_named_and_nothing_asks_for_one() -> None:
    """No card has a field to write a name in."""
    for language in LANGUAGES:
        assert listed(language).find("input", "textarea", "form") == []


def test_what_templates_look_up_is_made_once_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Index of steps, plan and glossary: eight milliseconds that no rendering pays for again."""
    made = []

    def counted(name: str) -> Callable[[Model], object]:
        make = getattr(templating, name)
        return lambda model: made.append(name) or make(model)

    names = ("StepGraph", "_together", "_glossary")
    for name in names:
        monkeypatch.setattr(templating, name, counted(name))
    model = replace(small())  # nothing is kept of it yet
    for part in (*PARTS.values(), *PARTS.values()):
        part(model, "sv")
    assert sorted(made) == sorted(names)
