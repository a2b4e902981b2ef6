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
from careerpaths.html.card_facts import mark
from careerpaths.html.cards import glossary, legend, list_html, welcome
from careerpaths.html.pages.about import PARTS as ABOUT
from careerpaths.html.pages.about import about_html, foot
from careerpaths.html.pages.overview import overview_html
from careerpaths.html.pages.overview_pictures import overview_pictures
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.words import MOST_SHORT, Badge, shortened
from careerpaths.locale import phrases_for
from careerpaths.model.model import Line, Model, Origin, RequirementKind, Role, Source, SourceKind, Step, Text
from careerpaths.model.problems import Problem
from careerpaths.model.walk import lines_of
from tests.support.cards import EVIL, HARMLESS, drawn, filled_model, for_script, listed
from tests.support.html_tree import Element, read
from tests.support.models import shipped, small

LANGUAGES = ("sv", "en")

ROLE_ORDER = (
    "Next steps",
    "What you do",
    "What is required",
    "What the employer must provide",
    "Support",
    "What you get",
    "Typical time",
    "How it hangs together",
    "Ways here",
    "Good to know",
    "Whom to ask",
    "About the description",
)
STEP_ORDER = (
    "How it happens",
    "How it is decided",
    "Typical time",
    "What it requires",
    "The way back",
    "Whom to talk to",
    "What prepares you",
    "Support",
    "What changes",
    "Questions for the talk",
    "About the description",
)
FIRST_ORDER = ("purpose", "strip", "next", "actions", "rests")
FIRST = frozenset(FIRST_ORDER)
ROLE_FOLDED = len(ROLE_ORDER) - 1
STEP_FOLDED = 6
"""How many of the headings, at the end, are folded."""

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
    return [english.get(one.text, one.text) for one in card.find("h4" if "role" in card.classes else "h5")]


def folded(card: Element) -> list[str]:
    """Return the headings that a card folds."""
    return [part.find("summary")[0].find("h4", "h5")[0].text for part in card.find("details", kind="fold")]


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
    """Where it leads; then, folded, what you do, what it takes and gives, how it hangs together, whom to ask."""
    for role in shipped().roles:
        found = headings(article(role), ROLE_ORDER)
        assert found == [one for one in ROLE_ORDER if one in found], role.id
        assert "How it hangs together" in found or role.kind == "phase", role.id
        shown = {phrases_for("sv").say(one) for one in ROLE_ORDER[-ROLE_FOLDED:] if one in found}
        assert set(folded(article(role))) == shown


def test_role_card_answers_the_first_questions_in_order() -> None:
    """Name, kind, stage, track, purpose; the facts, the next steps, the actions, and above all lines what they rest on."""
    for role in shipped().roles:
        card = article(role)
        text = card.text
        places = [text.index(one) for one in (role.name, role.stage.short, role.tracks[0].name, role.purpose.text)]
        assert places == sorted(places), role.id
        order = [one for one in card.inside() if one.classes & FIRST or "data-fold" in one.attributes]
        kinds = [next(iter(one.classes & FIRST), "part") for one in order]
        assert kinds == sorted(kinds, key=(*FIRST_ORDER, "part").index), role.id
        for alias in role.aliases:
            assert alias in card.find(kind="aliases")[0].text


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
def test_card_says_with_its_own_numbers_how_much_rests_on_a_source(language: str) -> None:
    """Once, above its lines: of how many, how many; and as many lines as it says are of each sort in its markup."""
    for record in (*shipped(language).roles, *shipped(language).steps):
        card, own = article(record, language), lines(record)
        (sentence,) = card.find(kind="rests")
        examples = sum(line.is_example for line in own)
        wanted = {str(len(own)), str(len(own) - examples)} if examples < len(own) else {str(len(own))}
        assert set(re.findall(r"\d+", sentence.text)) == wanted, record.id
        told = [one for one in card.inside() if one.tag in {"li", "div"} and one.classes & {"example", "sourced"}]
        assert len(told) == len(own)
        assert sum("example" in one.classes for one in told) == examples
        assert all(one.find("details", kind="basis") == [] for one in told if "example" in one.classes)
        assert card.find(kind="basis example") == []


def test_part_says_which_sort_of_line_it_lacks() -> None:
    """The filter of the card hides a heading by its class, which says what does not stand under it."""
    for record in (*shipped().roles, *shipped().steps):
        for part in article(record).find("details", kind="fold"):
            told = [one for one in part.inside() if one.classes & {"example", "sourced"}]
            if told:
                found = {sort for sort in ("example", "sourced") if any(sort in one.classes for one in told)}
                lacked = {name.removeprefix("no-") for name in part.classes if name.startswith("no-")}
                assert lacked == {"example", "sourced"} - found, (record.id, part.attributes["data-fold"])


@pytest.mark.parametrize(
    ("sourced", "verified", "examples", "said"),
    [
        (1, 0, 1, "1 of 2 lines have a source, marked with its year, paragraph or name. The rest are examples"),
        (2, 0, 0, "2 of 2 lines have a source, marked with its year, paragraph or name."),
        (0, 0, 2, "All 2 lines of this card are examples for the organisation to verify."),
        (
            0,
            1,
            1,
            "0 of 2 lines have a source, marked with its year, paragraph or name. 1 is verified by the organisation.",
        ),
    ],
)
def test_sentence_counts_what_is_sourced_verified_and_an_example(
    sourced: int, verified: int, examples: int, said: str
) -> None:
    """A verified line is no example; a verified line with a source is counted once, as sourced."""
    model = small("en")
    source = Source("s", SourceKind.ARTICLE, Text("An article", "en"), Text("It says so.", "en"), date(2016, 1, 20))
    made = (
        *(Line(f"a{n}", Text("One.", "en"), (source,), date(2026, 1, 1)) for n in range(sourced)),
        *(Line(f"b{n}", Text("One.", "en"), (), date(2026, 1, 1)) for n in range(verified)),
        *(Line(f"c{n}", Text("One.", "en")) for n in range(examples)),
    )
    first, *rest = made
    bare = replace(
        Role(
            "a",
            Text("A", "en"),
            Text("A", "en"),
            model.roles[0].kind,
            model.stages[0],
            model.roles[0].tracks,
            Origin.PARTLY,
            first,
        ),
        support=tuple(rest),
    )
    page = read(list_html(replace(model, roles=(bare,), steps=()), phrases_for("en")))
    assert f"Partly in the sources. {said}" in page.find(kind="rests")[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_with_a_source_is_marked_with_year_paragraph_or_name(language: str) -> None:
    """One small mark an article or statute, which opens to its title, our paraphrase and its id."""
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


@pytest.mark.parametrize(
    ("kind", "title", "day", "marked"),
    [
        (SourceKind.ARTICLE, "artikel 20 januari 2016", date(2016, 1, 20), "2016"),
        (SourceKind.PUBLIC, "Framtidens Karriär – Socionom", date(2017, 2, 1), "2017"),
        (SourceKind.PUBLIC, "Göteborgs universitet", None, "Göteborgs universitet"),
        (
            SourceKind.PUBLIC,
            "Umeå universitet, Högskolan i Gävle och Stockholms universitet",
            None,
            "Umeå universitet, Högskolan…",
        ),
        (SourceKind.LAW, "SoL (2025:400) 11 kap. 3 §", date(2026, 4, 27), "11 kap. 3 §"),
        (
            SourceKind.LAW,
            "Social Services Act (2025:400), chapter 25, section 1",
            date(2026, 4, 27),
            "chapter 25, section 1",
        ),
        (SourceKind.LAW, "AFS 2023:2 (tidigare AFS 2015:4)", None, "AFS 2023:2 (tidigare AFS…"),
    ],
)
def test_mark_is_a_year_a_paragraph_or_a_name(kind: SourceKind, title: str, day: date | None, marked: str) -> None:
    """The year of what was published, the paragraph of a law, else whose it is."""
    source = Source("s", kind, Text(title), Text("Det står där."), day)
    assert mark(Badge(kind, source.title, (source,))) == marked


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
