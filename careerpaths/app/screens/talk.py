"""Samtal: the planning talk's form, filled in by two people at one screen."""

from careerpaths.app.blocks.forms import talk
from careerpaths.app.controls.address_widgets import unknown_roles
from careerpaths.app.page_context import current_visit
from careerpaths.app.seam import plain_text

visit = current_visit()
for role in unknown_roles(visit, "role"):
    plain_text.warning(visit.say("There is no role “{id}” on the map. Choose one in the form.", id=role))
talk(visit)
