"""The pictures of «Överblick», drawn once a snapshot and language."""

from __future__ import annotations

from careerpaths.analysis.overview import overview
from careerpaths.html.pages.overview_pictures import Pictures, overview_pictures
from careerpaths.locale import languages, phrases_for
from careerpaths.reading.store import Snapshot
from careerpaths.web.http.today import today


def pictures_of(snapshot: Snapshot, language: str) -> Pictures:
    """Return the pictures in a language; raises ContentError when there never was a readable model."""
    model = snapshot.model(language)
    return snapshot.cached(
        ("pictures", language), lambda: overview_pictures(model, phrases_for(language), overview(model, today()))
    )


def prepare_pictures(snapshot: Snapshot) -> None:
    """Draw the pictures of a snapshot in every language that a visitor may ask for."""
    for language in {*snapshot.languages, *languages()} if snapshot.models else ():
        pictures_of(snapshot, language)
