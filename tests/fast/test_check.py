"""The editor's check on the command line: what it prints, where, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from careerpaths.analysis.dead_ends import roles_without_way_out, unreachable_roles
from careerpaths.checks.check import check
from careerpaths.cli import main
from careerpaths.web.stores import store
from tests.support.models import copy_small, edit, shipped, small
from tests.support.server import ROOT

LEAVING = '  - from: "*"\n    to: avslut\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory that holds the small model as roles.yaml and roles.en.yaml."""
    copy_small(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the check with arguments."""
    return CliRunner().invoke(main, ["check", *arguments])


def test_good_model_gives_one_line_of_counts(folder: Path) -> None:
    """A good model is counted on one line of standard output, and the check ends well."""
    result = run("roles.yaml")
    assert result.stdout == "roles.yaml: 6 roller, 8 steg, 2 åtgärder, 3 källor; språk: sv, en\n"
    assert result.exit_code == 0


def test_problems_are_printed_sorted_with_file_and_line(folder: Path) -> None:
    """Every problem is a line FILE:LINE: message, sorted, and the check ends with 1."""
    edit(folder / "roles.yaml", "to: enhetschef", "to: enhetchef")
    edit(folder / "roles.yaml", "stage: leda", "stage: led")
    edit(folder / "roles.en.yaml", "    ask: Ask", "    aks: Ask")
    result = run("roles.yaml")
    assert result.stdout.splitlines() == [
        "roles.en.yaml:81: roles → mentor: 'aks' översätter ingenting; menade du 'ask'?",
        "roles.yaml:210: roll 'enhetschef' → stage: 'led' finns inte bland stages; menade du 'leda'?",
        "roles.yaml:271: steg 'erfaren.enhetchef' → to: 'enhetchef' finns inte bland roles; menade du 'enhetschef'?",
    ]
    assert result.exit_code == 1


def test_check_speaks_english_on_request(folder: Path) -> None:
    """`--lang en` gives English counts, problems and warnings."""
    assert run("roles.yaml", "--lang", "en").stdout == (
        "roles.yaml: 6 roles, 8 steps, 2 measures, 3 sources; languages: sv, en\n"
    )
    assert "roles.yaml:142: warning: role 'mentor': 9 of 13 lines are examples to be verified" in (
        run("roles.yaml", "--lang", "en").stderr
    )


def test_warnings_go_to_standard_error_and_do_not_count(folder: Path) -> None:
    """Examples are one warning for each role and step, kept apart from the counts."""
    result = run("roles.yaml")
    assert "roles.yaml:142: varning: roll 'mentor': 9 av 13 rader är exempel som ska verifieras" in result.stderr
    assert "roles.yaml:277: varning: steg '*.avslut': 1 av 1 rader är exempel som ska verifieras" in result.stderr
    assert "varning" not in result.stdout
    assert result.exit_code == 0


def test_missing_translation_is_one_warning_for_each_record(folder: Path) -> None:
    """What a translation lacks is counted for each record, at its place in the translation."""
    edit(folder / "roles.en.yaml", "    ask: Ask your head of unit.\n    owner: Operations developer\n", "")
    edit(folder / "roles.en.yaml", "  ledig-tjanst: Vacancy\n", "")
    result = run("roles.yaml")
    assert "roles.en.yaml:52: varning: roles → mentor: saknar översättning (2): ask, owner" in result.stderr
    assert "requirements → ledig-tjanst: saknar översättning (1): ledig-tjanst" in result.stderr
    assert result.exit_code == 0


def test_role_reviewed_long_ago_is_a_warning(folder: Path) -> None:
    """A role is out of date when its review is older than the model allows, and not a day before."""
    said = [warning.message for warning in check([folder / "roles.yaml"], today=date(2028, 11, 21)).warnings]
    assert "roll 'mentor': granskades 2026-11-21, längre sedan än modellens 24 månader" in said
    said = [warning.message for warning in check([folder / "roles.yaml"], today=date(2028, 11, 20)).warnings]
    assert not [message for message in said if "granskades" in message]


def test_translation_is_checked_together_with_its_base(folder: Path) -> None:
    """A translation given alone is checked with the file it translates, and only that language."""
    (folder / "roles.de.yaml").write_text("roller: {}\n", encoding="utf-8")
    assert run("roles.en.yaml").stdout == "roles.yaml: 6 roller, 8 steg, 2 åtgärder, 3 källor; språk: sv, en\n"
    assert run("roles.yaml").stdout == "roles.de.yaml:1: 'roller' översätter ingenting; menade du 'roles'?\n"


def test_several_files_are_checked_in_one_pass(folder: Path) -> None:
    """Files are checked together, and one that is missing is a problem among the others."""
    (folder / "empty.yaml").write_text("", encoding="utf-8")
    assert run("roles.yaml", "nowhere.yaml", "empty.yaml").stdout.splitlines() == [
        "empty.yaml:1: filen är tom eller innehåller bara kommentarer",
        "nowhere.yaml:1: filen finns inte",
    ]


def test_unreachable_role_is_a_problem(folder: Path) -> None:
    """A role that no steps lead to from a way in is found, on the role's line."""
    edit(folder / "roles.yaml", "    to: enhetschef\n    kind: up", "    to: nyexaminerad\n    kind: back")
    assert run("roles.yaml").exit_code == 1
    (folder / "roles.en.yaml").unlink()
    assert run("roles.yaml").stdout == (
        "roles.yaml:205: roll 'enhetschef': inga steg leder hit från någon väg in (en roll med «entry: true»)\n"
    )


def test_employed_role_without_way_out_is_a_problem(folder: Path) -> None:
    """Employed roles from which nothing leads out are found; an assignment beside a position is no way out."""
    edit(folder / "roles.yaml", LEAVING, LEAVING.replace('"*"', "nyexaminerad"))
    for _ in range(2):
        edit(folder / "roles.yaml", '    steps: ["*.avslut"]\n', "")
    (folder / "roles.en.yaml").unlink()
    assert [line.split(" ")[2].strip("':") for line in run("roles.yaml").stdout.splitlines()] == [
        "erfaren",
        "enhetschef",
    ]


def test_findings_name_roles_of_a_sound_model_nowhere() -> None:
    """The small model and the shipped one have no role that cannot be reached or left."""
    for model in (small(), shipped()):
        assert unreachable_roles(model) == ()
        assert roles_without_way_out(model) == ()


def test_shipped_model_is_checked_by_default(tmp_path: Path) -> None:
    """Without a file, `python -m careerpaths check` checks the model beside the package, from anywhere."""
    result = subprocess.run(
        [sys.executable, "-m", "careerpaths", "check"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "roles.yaml: 18 roller, " in result.stdout


def test_console_without_arrows_is_no_obstacle(folder: Path) -> None:
    """Where the console cannot show a character, the check prints another one and goes on."""
    edit(folder / "roles.yaml", "stage: leda", "stage: led")
    result = subprocess.run(
        [sys.executable, "-m", "careerpaths", "check", "roles.yaml"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        encoding="cp1252",
        check=False,
    )
    assert result.stdout.startswith("roles.yaml:210: roll 'enhetschef' ? stage: 'led' finns inte bland stages")
    assert result.returncode == 1


# ── where the model is ──


def test_every_command_reads_the_model_that_the_setting_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` and `build` find the file as the server does, and say which it was."""
    monkeypatch.setenv("KARRIARKARTAN_MODEL", str(folder / "roles.yaml"))
    assert store_of_server() == folder / "roles.yaml"
    assert run().stdout.startswith("roles.yaml: ")
    built = CliRunner().invoke(main, ["build", str(folder / "karta.html")])
    assert built.exit_code == 0
    assert built.stdout.splitlines()[-1] == "Läst från roles.yaml."
    edit(folder / "roles.yaml", "stage: leda", "stage: led")
    assert run().exit_code == 1
    assert run().stdout.startswith("roles.yaml:")


def store_of_server() -> Path:
    """Return the file that the server reads."""
    store.cache_clear()
    try:
        return store().path
    finally:
        store.cache_clear()


# ── before a file is moved over another ──


def test_file_is_checked_with_what_lies_where_it_will_be_moved(folder: Path) -> None:
    """A role that the new file renames is still named by the translation beside the old one: told before the move."""
    new = folder / "new" / "roles.yaml"
    new.parent.mkdir()
    new.write_text(
        (folder / "roles.yaml").read_text(encoding="utf-8").replace("mentor", "handledare"), encoding="utf-8"
    )
    assert run("new/roles.yaml").exit_code == 0
    told = run("new/roles.yaml", "--replaces", "roles.yaml")
    assert told.exit_code == 1
    assert {line.split(":")[0] for line in told.stdout.splitlines()} == {"roles.en.yaml"}
    assert "mentor" in told.stdout
    english = (folder / "roles.en.yaml").read_text(encoding="utf-8").replace("mentor", "handledare")
    new.with_name("roles.en.yaml").write_text(english, encoding="utf-8")
    moved_together = run("new/roles.yaml", "--replaces", "roles.yaml")
    assert (moved_together.exit_code, "sv, en" in moved_together.stdout) == (0, True)
