"""Överblick: one printable page for those who lead."""

from careerpaths.analysis.overview import overview
from careerpaths.app.blocks.html_block import document
from careerpaths.app.navigation import setting
from careerpaths.app.page_context import here
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.overview import overviewed
from careerpaths.web.http.today import today

visit = here()
plain_text.title(visit.say("Overview"))
document(visit, overviewed(setting(visit), overview(visit.model, today())), key="overview")
