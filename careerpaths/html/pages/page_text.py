"""What the text of a page is written in: model, words, and what follows along in every link."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from careerpaths.html.templating import rendered
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


@dataclass(frozen=True)
class Setting:
    """What a text is written in: the model, the words, and what follows along in every link (`&lang=en`)."""

    model: Model
    phrases: Phrases
    followed: str = ""

    def filled(self, template: str, **more: object) -> str:
        """Return one of our templates, filled in."""
        return rendered(template, self.model, self.phrases, followed=Markup.escape(self.followed), **more)
