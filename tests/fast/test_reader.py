"""The reader: what a model's files must hold, and what it says when they do not."""

from __future__ import annotations

import tracemalloc
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from careerpaths.locale import phrases_for
from careerpaths.model.model import StepKind
from careerpaths.model.problems import ContentError, ProblemLog
from careerpaths.reading.model import read_model, try_read_model
from careerpaths.reading.yaml.file_text import read_lines
from careerpaths.reading.yaml.parse import compose
from tests.support.bad_models import BAD_MODELS, BAD_TRANSLATIONS, Bad
from tests.support.models import GOOD, GOOD_ENGLISH, SHIPPED, SMALL, small

NOT_MODELS = {
    "nothing": (b"", 1, "filen är tom eller innehåller bara kommentarer"),
    "remarks": (b"# bara\n# detta\n", 1, "filen är tom eller innehåller bara kommentarer"),
    "a list": (b"- a\n- b\n", 1, "filen ska bestå av nycklar med värden, till exempel «roles:»"),
    "prose": ("Hej på dig\n".encode(), 1, "filen ska bestå av nycklar med värden, till exempel «roles:»"),
    "Latin-1": (
        "# ett\nroles: på\n".encode("latin-1"),
        2,
        "filen är inte sparad som UTF-8 (byten 0xE5 på den här raden); spara den som UTF-8 i redigeraren",
    ),
    "UTF-16": (GOOD.encode("utf-16"), 1, "filen är sparad som UTF-16; spara den som UTF-8 i redigeraren"),
    "UTF-16 without a mark": (
        GOOD.encode("utf-16-le"),
        1,
        "filen är sparad som UTF-16; spara den som UTF-8 i redigeraren",
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 3, "filen innehåller NUL-tecken och är ingen textfil"),
    "too much": (b"#" * 2_000_001, 1, "filen är större än 2 MB och läses inte"),
    "too deep": (b"a: 1\nb: " + b"[" * 900_000, 2, "här är fler än 20 nivåer av indrag"),
    "too many values": (b"a: [" + b"1," * 900_000 + b"]", 1, "filen innehåller för många värden för att läsas"),
}


def problems_of(path: Path, language: str = "sv", messages: str = "sv") -> list[tuple[int, str]]:
    """Return the problems of a model as lines and messages."""
    return [(problem.line, problem.message) for problem in try_read_model(path, language, messages).problems]


@pytest.mark.parametrize("fault", BAD_MODELS, ids=lambda fault: fault.name)
def test_fault_is_the_only_problem_and_on_its_line(fault: Bad, tmp_path: Path) -> None:
    """Each fault gives exactly one problem, with its line and its likely fix."""
    file = tmp_path / "roles.yaml"
    assert fault.good in GOOD
    file.write_text(GOOD.replace(fault.good, fault.bad, 1), encoding="utf-8")
    assert problems_of(file) == [(fault.line, fault.message)]


@pytest.mark.parametrize("fault", BAD_TRANSLATIONS, ids=lambda fault: fault.name)
def test_fault_in_the_translation_is_found_there(fault: Bad, tmp_path: Path) -> None:
    """Each fault in a translation gives exactly one problem, in the translation's file."""
    file, english = tmp_path / "roles.yaml", tmp_path / "roles.en.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert fault.good in GOOD_ENGLISH
    english.write_text(GOOD_ENGLISH.replace(fault.good, fault.bad, 1), encoding="utf-8")
    assert problems_of(file, "en") == [(fault.line, fault.message)]
    assert {problem.file for problem in try_read_model(file, "en").problems} == {str(english)}


@pytest.mark.parametrize("name", NOT_MODELS)
def test_file_that_is_no_model_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    """What is not a model at all gives one problem, without reading on."""
    data, line, message = NOT_MODELS[name]
    file = tmp_path / "roles.yaml"
    file.write_bytes(data)
    assert (line, message) in problems_of(file)
    assert len(problems_of(file)) == 1


def test_alias_bomb_is_refused_within_little_memory(tmp_path: Path) -> None:
    """Aliases that would unfold to billions of values are named one by one and never followed."""
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    bomb += [f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]" for before, one in pairwise("abcdefghijkl")]
    file = tmp_path / "roles.yaml"
    file.write_text("\n".join(bomb), encoding="utf-8")
    tracemalloc.start()
    said = [message for _, message in problems_of(file)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sum(message.startswith("«*") for message in said) == 11
    assert peak < 20_000_000


def test_missing_file_and_folder_are_problems(tmp_path: Path) -> None:
    """A path without a file behind it is said in the editor's words."""
    assert problems_of(tmp_path / "roles.yaml") == [(1, "filen finns inte")]
    assert problems_of(tmp_path) == [(1, "det här är ingen fil utan en mapp eller en enhet")]


def test_all_faults_are_reported_in_one_pass(tmp_path: Path) -> None:
    """Faults of many kinds in one file, syntax errors among them, are all listed, in the order of the lines."""
    names = (
        "an unquoted version",
        "a tab in the indentation",
        "a bare colon in a value",
        "an unknown source",
        "a role without stage",
        "an unquoted text that starts with @",
        "a step to itself",
        "an amount without year",
    )
    faults = [fault for fault in BAD_MODELS if fault.name in names]
    text = GOOD
    for fault in faults:
        text = text.replace(fault.good, fault.bad, 1)
    file = tmp_path / "roles.yaml"
    file.write_text(text, encoding="utf-8")
    found = problems_of(file)
    assert sorted(message for _, message in found) == sorted(fault.message for fault in faults)
    assert found == sorted(found)


def test_messages_speak_english_on_request(tmp_path: Path) -> None:
    """With English messages, every word is English."""
    file = tmp_path / "roles.yaml"
    file.write_text(GOOD.replace("to: enhetschef", "to: enhetchef"), encoding="utf-8")
    assert problems_of(file, messages="en") == [
        (271, "step 'erfaren.enhetchef' → to: 'enhetchef' is not in roles; did you mean 'enhetschef'?")
    ]


def test_one_broken_table_does_not_raise_a_hundred_problems(tmp_path: Path) -> None:
    """What refers to a table that is broken is not reported again."""
    file = tmp_path / "roles.yaml"
    file.write_text(GOOD.replace("sources:\n", "sorces:\n", 1), encoding="utf-8")
    assert problems_of(file) == [(32, "'sorces' är ingen nyckel här; menade du 'sources'?")]


def test_both_yaml_readers_say_the_same(tmp_path: Path) -> None:
    """The fast reader and the one written in Python stop at the same places, for the faults of syntax."""
    file = tmp_path / "roles.yaml"
    for fault in BAD_MODELS[:16]:
        file.write_text(GOOD.replace(fault.good, fault.bad, 1), encoding="utf-8")
        said = []
        for loader in (yaml.CSafeLoader, yaml.SafeLoader):
            problem_log = ProblemLog("f", phrases_for("sv"))
            compose(read_lines(file, problem_log) or [], problem_log, loader)
            said.append(problem_log.problems())
        assert said[0] == said[1], fault.name


def test_marks_and_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    """A byte order mark and CRLF are no faults."""
    file = tmp_path / "roles.yaml"
    file.write_bytes(GOOD.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_model(file) == small()


def test_broken_model_raises_one_error_with_every_problem(tmp_path: Path) -> None:
    """`read_model` raises `ContentError`, which prints as FILE:LINE: message."""
    file = tmp_path / "roles.yaml"
    file.write_text(GOOD.replace("stage: leda", "stage: led"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_model(file)
    assert str(caught.value).startswith(f"{file}:210: roll 'enhetschef' → stage: 'led' finns inte bland stages")


def test_wildcard_stands_for_every_employed_role() -> None:
    """`from: "*"` becomes one step for each employed role, with the same content."""
    leaving = [step for step in small().steps if step.wildcard]
    assert [step.start for step in leaving] == ["nyexaminerad", "erfaren", "enhetschef"]
    assert {(step.end, step.kind, step.how.text) for step in leaving} == {
        ("avslut", StepKind.OUT, "Du säger upp dig eller går i pension.")
    }
    assert small().measures[1].steps == tuple(step.id for step in leaving)


def test_step_that_is_written_out_goes_before_the_wildcard(tmp_path: Path) -> None:
    """A role's own step to the end replaces the wildcard's."""
    own = "  - from: enhetschef\n    to: avslut\n    kind: out\n    origin: example\n    how: Du lämnar över.\n"
    file = tmp_path / "roles.yaml"
    file.write_text(GOOD.replace("glossary:\n", own + "glossary:\n"), encoding="utf-8")
    step = read_model(file).step("enhetschef.avslut")
    assert step is not None
    assert (step.wildcard, step.how.text) == (False, "Du lämnar över.")


def test_role_is_read_with_everything_it_refers_to() -> None:
    """A role carries its sources, requirements, amounts and lines as values, with their lines in the file."""
    mentor = small().role("mentor")
    assert mentor is not None
    assert [source.id for source in mentor.purpose.sources] == ["S19-14", "S19-15"]
    assert mentor.benefits[0].amount == small().amounts[0]
    assert [task.is_example for function in mentor.functions for task in function.tasks] == [False, True, False]
    assert mentor.functions[1].tasks[0].verified == date(2026, 10, 1)
    assert (mentor.time and mentor.time.least, mentor.track.id, mentor.line) == (0.5, "handleda", 142)
    assert mentor.support[0].internal
    assert mentor.requires[0] is small().requirements[2]


def test_english_model_has_the_same_shape() -> None:
    """A translated model differs in its texts only, and every text knows its language."""
    swedish, english = small(), small("en")
    assert [role.id for role in english.roles] == [role.id for role in swedish.roles]
    assert [step.id for step in english.steps] == [step.id for step in swedish.steps]
    assert english.language == "en"
    assert {role.name.lang for role in english.roles} == {"en"}
    assert english.steps[2].questions[0].text == "What would you like to teach?"
    assert english.requirements[0].text == "Degree in social work"
    assert english.roles[3].aliases == ("introduction mentor",)


def test_text_without_translation_keeps_its_language(tmp_path: Path) -> None:
    """What the translation lacks stays Swedish and says so."""
    (tmp_path / "roles.yaml").write_text(GOOD, encoding="utf-8")
    lacking = GOOD_ENGLISH.replace("    ask: Ask your head of unit.\n", "")
    (tmp_path / "roles.en.yaml").write_text(lacking, encoding="utf-8")
    mentor = read_model(tmp_path / "roles.yaml", "en").role("mentor")
    assert mentor is not None
    assert mentor.ask is not None
    assert (mentor.ask.text, mentor.ask.text.lang) == ("Fråga din enhetschef.", "sv")


def test_language_without_a_file_is_the_original() -> None:
    """A language that nobody translated to gives the original texts, and no path is opened for odd tags."""
    for language in ("de", "../../etc/passwd", ""):
        assert {role.name.lang for role in read_model(SMALL, language).roles} == {"sv"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_shipped_model_is_whole(language: str) -> None:
    """The model that is shipped has no problem and lacks no translation."""
    reading = try_read_model(SHIPPED, language)
    assert reading.problems == ()
    assert reading.missing == ()


def test_line_without_id_is_called_by_its_position(tmp_path: Path) -> None:
    """A plain text in a list is a line whose id is its position, and an example."""
    file = tmp_path / "roles.yaml"
    plain = GOOD.replace("      - id: tid\n        text: Uppdraget tar tid från egna ärenden.", "      - Det tar tid.")
    file.write_text(plain, encoding="utf-8")
    mentor = read_model(file).role("mentor")
    assert mentor is not None
    assert [(line.id, line.text, line.is_example) for line in mentor.good_to_know] == [("1", "Det tar tid.", True)]
