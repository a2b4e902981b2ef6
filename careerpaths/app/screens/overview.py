"""Överblick: one printable page for those who lead."""

from careerpaths.analysis.overview import overview
from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.navigation import render_context
from careerpaths.app.page_context import current_visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.overview import overview_html
from careerpaths.web.http.today import today
from careerpaths.web.pictures import pictures_of

visit = current_visit()
plain_text.title(visit.say("Overview"))
seen, pictures = overview(visit.model, today()), pictures_of(visit.snapshot, visit.phrases.language)
show_html(visit, overview_html(render_context(visit), seen, pictures), key="overview")
