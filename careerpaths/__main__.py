"""The command line: `python -m careerpaths check [FILE…]`."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from careerpaths.content.check import check
from careerpaths.graph.findings import faults
from careerpaths.locale import DEFAULT_LANGUAGE, phrases_for

MODEL = Path(__file__).resolve().parent.parent / "data" / "roles.yaml"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Work with the files of Karriärkartan."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks «→» shows «?» instead of stopping


@main.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--lang", default=DEFAULT_LANGUAGE, type=click.Choice(["sv", "en"]), help="Language of the messages.")
def check_command(files: tuple[Path, ...], lang: str) -> None:
    """List everything that is wrong in FILE (default: data/roles.yaml), with its line.

    Exits with 1 when there is a problem. Warnings go to standard error and do not count.
    """
    phrases = phrases_for(lang)
    report = check(files or (_near(MODEL),), lang)
    report = report.with_problems(problem for one in report.models for problem in faults(one.model, one.file, phrases))
    word = phrases.say("warning")
    for warning in report.warnings:
        click.echo(f"{warning.file}:{warning.line}: {word}: {warning.message}", err=True)
    for line in report.problems or report.counts(lang):
        click.echo(line)
    sys.exit(1 if report.problems else 0)


def _near(path: Path) -> Path:
    """Return the path as seen from the working directory, where that is possible."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


if __name__ == "__main__":
    main(prog_name="python -m careerpaths")
