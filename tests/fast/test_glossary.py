"""Words of the glossary on the cards: found in their forms, explained once a card, and never changing a text."""

from __future__ import annotations

from datetime import date

import pytest

from careerpaths.analysis.overview import overview
from careerpaths.html.cards import glossary
from careerpaths.html.glossary import Explainer, Glossary
from careerpaths.html.pages.about import about_html
from careerpaths.html.pages.comparison import comparison_html
from careerpaths.html.pages.overview import overview_html
from careerpaths.html.pages.overview_pictures import overview_pictures
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.locale import phrases_for
from careerpaths.model.model import Text, Word
from careerpaths.web import assets
from careerpaths.web.stores import store
from tests.support.cards import for_script, listed
from tests.support.html_tree import Element, read
from tests.support.models import shipped

LANGUAGES = ("sv", "en")
SWEDISH = (
    "Mentor",
    "VFU",
    "KAL-plan",
    "SoL",
    "Ekonomiskt bistånd",
    "Källa",
    "Skede",
    "Uppdrag, särskilt",
    "Krav",
    "I sidled",
)
ENGLISH = ("Mentee (adept)", "VFU (placement)", "KAL plan", "Career path (karriärväg)")


def explainer(language: str = "sv") -> Explainer:
    """Return an explainer of a few words."""
    entries = SWEDISH if language == "sv" else ENGLISH
    return Explainer(Glossary([Word(entry, Text(entry, language), Text("…", language), None) for entry in entries]))


def found(text: str, language: str = "sv") -> list[tuple[str, str]]:
    """Return the places to explain in a text, each with its entry."""
    pieces = explainer(language).pieces(Text(text, language))
    assert "".join(piece.text for piece in pieces) == text
    return [(piece.text, piece.word.word) for piece in pieces if piece.word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du blir mentor.", [("mentor", "Mentor")]),
        ("Mentorernas ansvar", [("Mentorernas", "Mentor")]),
        ("Mentorskap och mentorstid", []),
        ("Efter VFU, och under VFU-perioden", [("VFU", "VFU")]),
        ("Under VFU-perioden: vfu är inte VFU", [("VFU-perioden", "VFU")]),
        ("enligt SoL, men inte sol", [("SoL", "SoL")]),
        ("i sol och vår", []),
        ("KAL-planen", [("KAL-planen", "KAL-plan")]),
        ("Stöd: ekonomiskt bistånd, och mer ekonomiskt stöd", [("ekonomiskt bistånd", "Ekonomiskt bistånd")]),
        ("källorna", [("källorna", "Källa")]),
        ("skedet", [("skedet", "Skede")]),
        ("uppdragen vid sidan", [("uppdragen", "Uppdrag, särskilt")]),
        ("kräver", []),
        ("ett steg i sidled", [("i sidled", "I sidled")]),
        ("", []),
    ],
)
def test_word_is_found_whole_in_its_simple_forms(text: str, expected: list[tuple[str, str]]) -> None:
    """Swedish endings, the head of a compound with an abbreviation, several words; and no part of another word."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mentees and a mentee", [("Mentees", "Mentee (adept)")]),
        ("the VFU period", [("VFU", "VFU (placement)")]),
        ("The KAL plan’s two career paths", [("KAL plan", "KAL plan"), ("career paths", "Career path (karriärväg)")]),
        ("menteeship, VFUs", [("VFUs", "VFU (placement)")]),
    ],
)
def test_english_word_is_found_with_its_plural(text: str, expected: list[tuple[str, str]]) -> None:
    """What stands in brackets after an entry is no part of it."""
    assert found(text, "en") == expected


def test_word_of_another_language_is_not_found() -> None:
    """A Swedish text in the English model is not searched for English words, nor the other way round."""
    assert [piece.word for piece in explainer("en").pieces(Text("VFU", "sv"))] == [None]


def test_word_is_explained_once_a_card_and_not_where_it_is_the_subject() -> None:
    """The next card begins anew; a card called Mentor explains «mentor» by itself."""
    words = explainer()
    marked = lambda text: [piece.text for piece in words.in_card(Text(text)) if piece.word]  # noqa: E731
    assert marked("mentor") == []  # no card has begun
    words.begin(Text("Erfaren"))
    assert (marked("En mentor"), marked("mentorn, med krav")) == (["mentor"], ["krav"])
    words.begin(Text("Erfaren"))
    assert marked("mentorn") == ["mentorn"]
    words.begin(Text("Mentor"))
    assert marked("mentorn, med krav") == ["krav"]


def word_links(root: Element) -> list[Element]:
    """Return the marked words in a part of the list."""
    return [link for link in root.find("a") if "_word." in link.attributes.get("href", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_mark_each_word_once_and_only_in_running_text(language: str) -> None:
    """No word is marked twice on a card, in its name, in a heading, or within a link or a button."""
    for article in listed(language).find("article"):
        marked = [link.attributes["href"] for link in word_links(article)]
        assert len(marked) == len(set(marked))
        for place in article.find("h3", "h4", "summary"):
            assert word_links(place) == []
        for link in article.find("a", "button"):
            assert link.find("a", "button") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_marked_word_has_its_explanation_once(language: str) -> None:
    """The explanations come once, beside the cards, in the words of the model."""
    terms = {
        one.attributes["id"]: one.text for one in read(glossary(shipped(language), phrases_for(language))).find("dt")
    }
    assert [*terms.values()] == [word.word for word in shipped(language).glossary]
    marked = {link.attributes["href"][1:] for link in word_links(listed(language))}
    assert len(marked) > 40
    assert marked <= {*terms}
    given = for_script(language)
    for word in shipped(language).glossary:
        assert given["glossary"].count(f'_word.{word.id}"') == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_kind_of_a_role_and_of_a_step_is_explained(language: str) -> None:
    """«Befattning» under a role's name and «I sidled» above its steps are words of the glossary."""
    (role,) = listed(language).find("article", data_role="soc-barn-unga")
    assert word_links(role.find("p", kind="facts")[0])
    (step,) = listed(language).find("article", data_step="soc-barn-unga.soc-vuxen")
    assert any(link.attributes["href"] == "#_word.i-sidled" for link in word_links(step.find("p", kind="facts")[0]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_are_listed_on_the_page_about_the_model(language: str) -> None:
    """What is explained on a card can be read at rest on /om."""
    page = read(about_html(RenderContext(shipped(language), phrases_for(language)), "glossary"))
    terms = [one.text for one in page.find("dt")]
    assert {word.word for word in shipped(language).glossary} <= {*terms}
    assert page.find("button", kind="word") == []


def test_documents_carry_the_meaning_after_the_word() -> None:
    """On Jämför and Överblick a kind and a heading are explained by a closed text right after the button."""
    model, phrases = shipped("sv"), phrases_for("sv")
    setting, seen = RenderContext(model, phrases, ""), overview(model, date(2026, 11, 21))
    pages = (
        comparison_html(setting, model.roles[0], model.roles[3]),
        overview_html(setting, seen, overview_pictures(model, phrases, seen)),
    )
    meanings = {" ".join(f"{word.word}: {word.meaning}".split()) for word in model.glossary}
    for page in map(read, pages):
        buttons = page.find("button", kind="word")
        assert buttons
        assert {button.attributes["aria-expanded"] for button in buttons} == {"false"}
        tips = page.find("span", kind="tip")
        assert len(tips) == len(buttons)
        assert all("hidden" in tip.attributes for tip in tips)
        assert {tip.text for tip in tips} <= meanings


def test_prepared_model_stays_small() -> None:
    """The words cost a few kilobytes, not a copy of the glossary on every card."""
    found = assets.asset("model.sv.json", store().snapshot())
    assert found
    assert len(found.brotli_body) < 80_000
    print(f"model.sv.json: {len(found.brotli_body):,} bytes packed")
