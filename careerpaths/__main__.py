"""The command line: `python -m careerpaths check [FILE…]`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from careerpaths.content.check import Checked, check
from careerpaths.content.problems import Problem
from careerpaths.graph.findings import roles_without_way_out, unreachable_roles
from careerpaths.locale import DEFAULT_LANGUAGE, Phrases, phrases_for

MODEL = Path(__file__).resolve().parent.parent / "data" / "roles.yaml"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Work with the files of Karriärkartan."""


@main.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--lang", default=DEFAULT_LANGUAGE, type=click.Choice(["sv", "en"]), help="Language of the messages.")
def check_command(files: tuple[Path, ...], lang: str) -> None:
    """List everything that is wrong in FILE (default: data/roles.yaml), with its line.

    Exits with 1 when there is a problem. Warnings go to standard error and do not count.
    """
    phrases = phrases_for(lang)
    report = check(files or (_near(MODEL),), lang)
    report = report.with_problems(problem for one in report.models for problem in _in_graph(one, phrases))
    for warning in report.warnings:
        click.echo(f"{warning.file}:{warning.line}: {phrases.say('warning')}: {warning.message}", err=True)
    for line in report.problems or report.counts(lang):
        click.echo(line)
    sys.exit(1 if report.problems else 0)


def _in_graph(checked: Checked, phrases: Phrases) -> Iterator[Problem]:
    """Yield what only shows when the steps are followed."""
    for role in unreachable_roles(checked.model):
        message = phrases.say("role '{id}': no steps lead here from any way in (a role with «entry: true»)", id=role.id)
        yield Problem(checked.file, role.line, message)
    for role in roles_without_way_out(checked.model):
        message = phrases.say(
            "role '{id}': employed, but no steps lead on to a way out; add a step of the kind out", id=role.id
        )
        yield Problem(checked.file, role.line, message)


def _near(path: Path) -> Path:
    """Return the path as seen from the working directory, where that is possible."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


if __name__ == "__main__":
    main(prog_name="python -m careerpaths")
