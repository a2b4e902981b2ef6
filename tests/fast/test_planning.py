"""The plan and the timeline in the file: what the check says about faults, and what the shipped plan holds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from careerpaths.analysis.plan.chain import ColumnKind
from careerpaths.analysis.plan.graph import plan_of
from careerpaths.checks.check import check
from careerpaths.model.model import Level, Model, SourceKind
from careerpaths.model.plan import ORDER, Evidence, Item, ItemType, ResultKind
from careerpaths.model.public import without_internal
from careerpaths.reading.model import read_model, try_read_model
from tests.support import models
from tests.support.models import GOOD, shipped

LATER = f"och activity leder bara till det som kommer senare: {ORDER}"
TYPES = "mission, challenge, cause, need, prerequisite, activity, result"
MOMENT = "      - id: tillagg\n        text: Mentorer får ett tillägg.\n        source: S19-14\n"


class Bad(NamedTuple):
    """One fault: what it is, the text that is replaced, and the problem it gives."""

    name: str
    good: str
    bad: str
    at: str
    message: str


FAULTS = (
    Bad(
        "an unknown type",
        "    type: need",
        "    type: ned",
        "type: ned",
        f"planrad 'mentorer' → type: ska vara något av {TYPES}, men här står 'ned'; menade du 'need'?",
    ),
    Bad(
        "no type",
        "    type: activity\n",
        "",
        "tillagg:\n    measure",
        "planrad 'tillagg': 'type' saknas; lägg till en rad «type: …»",
    ),
    Bad(
        "a link to a row that is not there",
        "links: [manga-nya]",
        "links: [manga-ny]",
        "links: [manga-ny]",
        "planrad 'uppdrag' → links: 'manga-ny' finns inte bland plan; menade du 'manga-nya'?",
    ),
    Bad(
        "a link back along the chain",
        "links: [stannar, fler-mentorer]",
        "links: [stannar, mentorer]",
        "links: [stannar, mentorer]",
        f"planrad 'tillagg' → links: 'mentorer' är av slaget need, {LATER}",
    ),
    Bad(
        "a link to the row itself",
        "links: [stannar, fler-mentorer]",
        "links: [tillagg]",
        "links: [tillagg]\n  stannar",
        f"planrad 'tillagg' → links: 'tillagg' är av slaget activity, {LATER}",
    ),
    Bad(
        "a link twice",
        "links: [stannar, fler-mentorer]",
        "links: [stannar, stannar]",
        "links: [stannar, stannar]",
        "planrad 'tillagg' → links: 'stannar' står här två gånger; ta bort den ena",
    ),
    Bad(
        "an id twice",
        "  stannar:\n    type: result\n",
        "  uppdrag:\n    type: mission\n    text: A.\n    levels: [group]\n  stannar:\n    type: result\n",
        "uppdrag:\n    type: mission\n    text: A.",
        "planrad 'uppdrag': står här två gånger, först på rad 297; ta bort den ena",
    ),
    Bad(
        "a reported result without a date",
        "    date: 2019-05-02\n    text:\n      text: Fler",
        "    text:\n      text: Fler",
        "fler-mentorer:\n    type",
        "planrad 'fler-mentorer': 'date' saknas; lägg till en rad «date: …»",
    ),
    Bad(
        "an expected result with a date",
        "    result: expected\n",
        "    result: expected\n    date: 2019-05-02\n",
        "date: 2019-05-02\n    text: De nya",
        "planrad 'stannar': bara ett resultat som är reported har ett datum",
    ),
    Bad(
        "a result of no kind",
        "    result: expected\n",
        "",
        "stannar:\n    type",
        "planrad 'stannar': 'result' saknas; lägg till en rad «result: …»",
    ),
    Bad(
        "a result of an unknown kind",
        "    result: expected\n",
        "    result: expectd\n",
        "result: expectd",
        "planrad 'stannar' → result: ska vara något av expected, reported, men här står 'expectd'; "
        "menade du 'expected'?",
    ),
    Bad(
        "a kind of result at a need",
        "    type: need\n",
        "    type: need\n    result: expected\n",
        "result: expected\n    text: Fler",
        "planrad 'mentorer': bara en rad av slaget result har 'result'",
    ),
    Bad(
        "a measure at a challenge",
        "    type: challenge\n",
        "    type: challenge\n    measure: bra-avslut\n",
        "measure: bra-avslut",
        "planrad 'manga-nya': bara en rad av slaget activity har 'measure'",
    ),
    Bad(
        "an unknown measure",
        "    measure: mentorstillagg",
        "    measure: mentortillagg",
        "measure: mentortillagg",
        "planrad 'tillagg' → measure: 'mentortillagg' finns inte bland measures; menade du 'mentorstillagg'?",
    ),
    Bad(
        "a row without text",
        "    text: Tiden räcker inte.\n",
        "",
        "orsak-tid:\n    type",
        "planrad 'orsak-tid': 'text' saknas; lägg till en rad «text: …»",
    ),
    Bad(
        "a row without level",
        "    text: Tiden räcker inte.\n    levels: [group]\n",
        "    text: Tiden räcker inte.\n",
        "orsak-tid:\n    type",
        "planrad 'orsak-tid': 'levels' saknas; lägg till en rad «levels: …»",
    ),
    Bad(
        "a misspelt key",
        "    text: Tiden räcker inte.",
        "    txt: Tiden räcker inte.",
        "txt: Tiden",
        "planrad 'orsak-tid': 'txt' är ingen nyckel här; menade du 'text'?",
    ),
    Bad(
        "an unknown role",
        'roles: ["*"]',
        "roles: [mentorn]",
        "roles: [mentorn]",
        "planrad 'mentorer' → roles: 'mentorn' finns inte bland roles; menade du 'mentor'?",
    ),
    Bad(
        "an unknown kind of evidence",
        "evidence: experience",
        "evidence: experiense",
        "evidence: experiense",
        "planrad 'manga-nya' → evidence: ska vara något av strong-research, weak-research, own-follow-up, experience, "
        "assumption, men här står 'experiense'; menade du 'experience'?",
    ),
    Bad(
        "a misspelt section",
        "plan:\n  uppdrag",
        "pla:\n  uppdrag",
        "pla:",
        "'pla' är ingen nyckel här; menade du 'plan'?",
    ),
    Bad(
        "a text of the timeline without source",
        MOMENT,
        MOMENT.replace("        source: S19-14\n", ""),
        "id: tillagg\n        text: Mentorer får ett tillägg.\n      - id",
        "ändring 'mentor' → lines → rad 'tillagg': en text i tidslinjen behöver en källa med datum",
    ),
    Bad(
        "a text of the timeline whose source has no date",
        MOMENT,
        MOMENT.replace("S19-14", "L1"),
        "id: tillagg\n        text: Mentorer får ett tillägg.\n        source: L1",
        "ändring 'mentor' → lines → rad 'tillagg': en text i tidslinjen behöver en källa med datum",
    ),
    Bad(
        "a change with one text",
        MOMENT,
        "",
        "lines:\n      - id: nya",
        "ändring 'mentor': 'lines' ska innehålla minst 2 texter, en för varje datum",
    ),
)


def small(tmp_path: Path, good: str = "", bad: str = "") -> Path:
    """Return the small model as a file, with one text replaced where it stands last."""
    before, found, after = GOOD.rpartition(good) if good else ("", "", GOOD)
    assert found == good
    file = tmp_path / "roles.yaml"
    file.write_text(before + bad + after, encoding="utf-8")
    return file


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_in_the_plan_is_the_only_problem_and_on_its_line(fault: Bad, tmp_path: Path) -> None:
    """Each fault in the plan or the timeline gives exactly one problem, with its line and what was surely meant."""
    file = small(tmp_path, fault.good, fault.bad)
    written = file.read_text(encoding="utf-8")
    line = written[: written.rindex(fault.at)].count("\n") + 1
    assert [(one.line, one.message) for one in try_read_model(file, "sv").problems] == [(line, fault.message)]


def test_row_of_the_file_is_read_whole(tmp_path: Path) -> None:
    """Every key of a row comes into its value; `*` is every role, and `*.TO` every step that it stands for."""
    model = read_model(small(tmp_path))
    row = next(item for item in model.plan if item.id == "mentorer")
    assert (row.type, row.levels, row.evidence) == (ItemType.NEED, (Level.GROUP, Level.INDIVIDUAL), Evidence.ASSUMPTION)
    assert (row.function, row.when, row.status, row.links) == ("Enhetschef", "Under året", "Pågår", ("tillagg",))
    assert row.roles == tuple(role.id for role in model.roles)
    assert row.steps == tuple(step.id for step in model.steps if step.wildcard)
    assert not row.own


def test_activity_that_is_a_measure_says_what_the_measure_says(tmp_path: Path) -> None:
    """Name, levels, status, roles, steps and sources come from the measure, so they stand in one place."""
    model = read_model(small(tmp_path))
    row, measure = next(item for item in model.plan if item.id == "tillagg"), model.measures[0]
    assert (row.measure, row.text.text, row.text.sources) == (measure.id, measure.name, measure.sources)
    assert (row.levels, row.status) == (measure.levels, measure.status)
    assert (row.roles, row.steps) == (measure.roles, measure.steps)


def test_result_knows_whether_it_has_come(tmp_path: Path) -> None:
    """A reported result has a date, an expected one none; nothing else is a result."""
    plan = {item.id: item for item in read_model(small(tmp_path)).plan}
    assert (plan["stannar"].result, plan["stannar"].day) == (ResultKind.EXPECTED, None)
    assert (plan["fler-mentorer"].result, plan["fler-mentorer"].day) == (ResultKind.REPORTED, date(2019, 5, 2))
    assert not plan["tillagg"].is_expected
    assert not plan["tillagg"].is_reported


def test_plan_and_timeline_are_translated() -> None:
    """Rows and changes are in the language asked for, with a measure's name in that language too."""
    model = models.small("en")
    assert {item.text.text.lang for item in model.plan} == {"en"}
    assert next(item for item in model.plan if item.id == "tillagg").text.text == "Mentor supplement"
    assert model.timeline[0].moments[0].text.text == "Mentors get a supplement."


def test_model_needs_no_plan(tmp_path: Path) -> None:
    """A model without plan and timeline is a whole model."""
    file = tmp_path / "roles.yaml"
    file.write_text(GOOD[: GOOD.index("plan:\n")], encoding="utf-8")
    model = read_model(file)
    assert (model.plan, model.timeline) == ((), ())


def test_rows_that_nobody_stands_behind_are_one_warning(tmp_path: Path) -> None:
    """The check counts the rows of the plan that are examples."""
    said = [warning.message for warning in check([small(tmp_path)]).warnings]
    assert "4 av 7 rader i planen är exempel som ska verifieras" in said


def test_timeline_goes_from_old_to_new() -> None:
    """Every change has at least two dated texts, the oldest first, each with a source of that date."""
    assert len(shipped().timeline) >= 8
    for change in shipped().timeline:
        days = [moment.day for moment in change.moments]
        assert days == sorted(days)
        assert len({*days}) >= 2, change.id
        for moment in change.moments:
            assert moment.day in [source.date for source in moment.text.sources]


CHAINS = {
    "manga-nya": ({"mentorsutbildning", "mentorstillagg", "introduktionsprogram"}, {"bra-start"}, set()),
    "svart-att-rekrytera": ({"kal-planen"}, {"starkare-i-rollen"}, {"lattare-att-rekrytera", "konsulter-ersatta"}),
    "framtida-bemanning": ({"vfu-avtal"}, {"utbildning-i-utbyte"}, set()),
    "olika-bedomningar": ({"samlad-bistandsenhet"}, {"likstalldhet"}, set()),
    "forsta-valet": ({"synas-utat"}, {"nya-valjer-oss"}, set()),
    "varfor-slutar": ({"granska-orsaker", "bra-avslut"}, set(), set()),
}
"""What each of the six chains (content model, D8) leads to at least: activities, expected and reported results."""


@pytest.mark.parametrize("challenge", CHAINS)
def test_six_chains_lead_from_mission_to_result(challenge: str) -> None:
    """Each chain has a mission, a need or prerequisite, its activities, and its results in the right column."""
    chain = plan_of(shipped()).forward(challenge)
    activities, expected, reported = CHAINS[challenge]
    assert chain.column(ColumnKind.MISSION)
    assert chain.column(ColumnKind.NEED) + chain.column(ColumnKind.PREREQUISITE)
    assert activities <= {item.id for item in chain.column(ColumnKind.ACTIVITY)}
    assert expected <= {item.id for item in chain.column(ColumnKind.EXPECTED)}
    assert reported <= {item.id for item in chain.column(ColumnKind.REPORTED)}


def test_every_measure_is_an_activity_of_the_plan() -> None:
    """All sixteen measures can be turned round, and each answers a challenge."""
    graph = plan_of(shipped())
    assert {item.measure for item in shipped().plan if item.measure} == {measure.id for measure in shipped().measures}
    assert all(graph.backward(measure.id).column(ColumnKind.CHALLENGE) for measure in shipped().measures)


def test_reported_results_are_of_2019_and_none_is_without_source() -> None:
    """What has been told carries the day and the fact of the telling."""
    reported = [item for item in shipped().plan if item.is_reported]
    assert {item.day for item in reported} == {date(2019, 1, 29)}
    assert all(source.date == item.day for item in reported for source in item.text.sources)
    assert all(item.text.sources for item in reported)


def test_causes_are_researchs_and_nobody_elses() -> None:
    """Causes rest on public surveys or on nothing, never on an article about this employer, and say so."""
    causes = [item for item in shipped().plan if item.type is ItemType.CAUSE]
    assert len(causes) >= 6
    for cause in causes:
        assert {source.kind for source in cause.text.sources} <= {SourceKind.PUBLIC}
        assert all(source.id.startswith("W-orsaker-") for source in cause.text.sources)
        assert "ingen uppgift om Borås" in cause.text.text or cause.text.is_example
        assert cause.evidence in (Evidence.WEAK_RESEARCH, Evidence.ASSUMPTION)


def test_plan_names_no_sum_and_no_person() -> None:
    """Amounts stand with their year under amounts only; a row names functions."""
    for text in (*(item.text.text for item in shipped().plan), *(_words(shipped()))):
        assert not re.search(r"\d[\d\s]*\s*(kr|kronor)\b", text), text


def _words(model: Model) -> list[str]:
    return [moment.text.text for change in model.timeline for moment in change.moments]


def test_plan_is_not_in_the_public_extract() -> None:
    """The plan is for those who lead: what anyone may see holds neither the plan nor the timeline."""
    public = without_internal(shipped())
    assert (public.plan, public.timeline) == ((), ())


def test_item_of_a_unit_is_the_same_value() -> None:
    """A unit's row is an `Item` like any other, and says that it is the unit's own."""
    assert Item.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "own" in Item.__dataclass_fields__
