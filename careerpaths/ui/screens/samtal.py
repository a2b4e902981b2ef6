"""Samtal: the planning talk's form, filled in by two people at one screen."""

from careerpaths.ui.talk import talk
from careerpaths.ui.visit import here

talk(here())
