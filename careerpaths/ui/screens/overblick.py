"""Överblick: one printable page for those who lead."""

from datetime import date

from careerpaths.graph.overview import overview
from careerpaths.picture.overviewed import overviewed
from careerpaths.ui import plain
from careerpaths.ui.document import document
from careerpaths.ui.places import setting
from careerpaths.ui.visit import here

visit = here()
plain.title(visit.say("Overview"))
document(visit, overviewed(setting(visit), overview(visit.model, date.today())), key="overview")
