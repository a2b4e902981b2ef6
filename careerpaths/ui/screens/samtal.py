"""Samtal: the planning talk's form, filled in by two people at one screen."""

from careerpaths.ui import plain
from careerpaths.ui.choosing import unknown_roles
from careerpaths.ui.talk import talk
from careerpaths.ui.visit import here

visit = here()
for role in unknown_roles(visit, "role"):
    plain.warning(visit.say("There is no role “{id}” on the map. Choose one in the form.", id=role))
talk(visit)
