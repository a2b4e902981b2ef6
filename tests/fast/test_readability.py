"""How hard the cards are to read: LIX as it is defined, and the check's warning about a card that is too hard."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from careerpaths.checks.readability import MOST_LIX, lix
from careerpaths.checks.warnings import cards_of
from careerpaths.cli import main
from careerpaths.locale import phrases_for
from tests.support.models import copy_small, shipped

HARD = (
    "Verksamhetsutvecklingsprocesserna förutsätter kompetensförsörjningsstrategier, ansvarsfördelningsbeslut, "
    "delegationsordningar, uppföljningsansvariga samordningsfunktioner och förvaltningsövergripande prioriteringar."
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Solen skiner. Barnen leker utomhus i trädgården.",), 7 / 2 + 100 * 2 / 7),
        (("Solen skiner", "Barnen leker utomhus i trädgården"), 7 / 2 + 100 * 2 / 7),
        (("Du får t.ex. ett råd enligt 10 kap. 2 § lagen.",), 10 / 1),
        (("Är det så? Ja! Det är så.",), 7 / 3),
        (("Sexton", "Sjutton"), 2 / 2 + 100 * 1 / 2),
        (("Ny på IFO-enheten.",), 3 / 1 + 100 * 1 / 3),
        (("–", ""), 0),
        ((), 0),
    ],
)
def test_lix_is_words_a_sentence_and_per_cent_of_long_words(lines: tuple[str, ...], expected: float) -> None:
    """A long word has more than six letters; a line of a list is a sentence; an abbreviation ends none."""
    assert lix(lines) == pytest.approx(expected)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory that holds the small model."""
    copy_small(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hard_cards(language: str, about: str = "") -> list[str]:
    """Return the check's warnings about hard cards, or only those about one role or step."""
    result = CliRunner().invoke(main, ["check", "roles.yaml", "--lang", language])
    assert result.exit_code == 0
    return [line for line in result.stderr.splitlines() if "LIX" in line and f"'{about}" in line]


def harden(file: Path, role_id: str) -> int:
    """Give a role a purpose in the language of authorities; return the line on which the role begins."""
    lines = file.read_text(encoding="utf-8").splitlines()
    first = lines.index(f"  {role_id}:", lines.index("roles:"))
    place = next(number for number in range(first, len(lines)) if lines[number].startswith("    purpose:"))
    after = next(number for number in range(place + 1, len(lines)) if not lines[number].startswith("      "))
    lines[place:after] = [f"    purpose: {HARD}"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return first + 1


def test_easy_card_is_not_mentioned(folder: Path) -> None:
    """A card below the limit gets no word."""
    assert hard_cards("sv", "vfu-student") == []


def test_hard_card_is_a_warning_on_its_role(folder: Path) -> None:
    """One line FILE:LINE: with the figure, in either language; the check still ends well."""
    line = harden(folder / "roles.yaml", "vfu-student")
    (swedish,), (english,) = hard_cards("sv", "vfu-student"), hard_cards("en", "vfu-student")
    assert swedish.startswith(f"roles.yaml:{line}: varning: roll 'vfu-student': kortet har LIX ")
    assert english.startswith(f"roles.yaml:{line}: warning: role 'vfu-student': the card has LIX ")
    assert f", över {MOST_LIX}; " in swedish


def test_english_is_not_measured(folder: Path) -> None:
    """LIX says nothing of English: a model that is written in English has no such warning."""
    (folder / "roles.en.yaml").unlink()
    harden(folder / "roles.yaml", "vfu-student")
    text = (folder / "roles.yaml").read_text(encoding="utf-8")
    assert "language: sv" in text
    (folder / "roles.yaml").write_text(text.replace("language: sv", "language: en", 1), encoding="utf-8")
    assert hard_cards("sv") == []


def test_shipped_cards_are_plain() -> None:
    """No card of the shipped model is over the limit."""
    model = shipped()
    found = {label: lix(line.text for line in lines) for label, _, lines in cards_of(model, phrases_for("en"))}
    assert {label: value for label, value in found.items() if value > MOST_LIX} == {}
    print(f"hardest card: LIX {max(found.values()):.1f}; on average {sum(found.values()) / len(found):.1f}")
