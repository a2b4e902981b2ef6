"""How the values of a talk's plan are said, on the page and on paper."""

from __future__ import annotations

from careerpaths.model.problems import _
from careerpaths.talk.plan import Direction, Held, Outcome
from careerpaths.talk.plan_file import Remark

DIRECTION = {
    Direction.ROLES: _("Another role"),
    Direction.STAY: _("Stay and go deeper"),
    Direction.UNDECIDED: _("Not decided yet"),
}

HELD = {Held.HAS: _("Has"), Held.MISSING: _("Missing"), Held.UNKNOWN: _("Do not know")}
"""Whether a requirement is fulfilled."""

AGREED = {True: _("Yes"), False: _("Not yet")}

OUTCOME = {Outcome.DONE: _("Done"), Outcome.ONGOING: _("Ongoing"), Outcome.DROPPED: _("Dropped")}
"""What became of something planned, where somebody has said."""

REMARK = {
    Remark.OTHER_VERSION: _("The plan was made on another version of the map. Its texts stand as they were then."),
    Remark.GONE: _("Some of what the plan names is no longer on the map. It is kept, and marked."),
    Remark.PASSED_OVER: _("The plan was saved by a newer Karriärkartan. What this one does not know is left out."),
    Remark.SAME_GOAL: _("The plan names the same role twice as what is thought about."),
    Remark.OWN_ROLE: _("The plan names the role today also as what is thought about."),
    Remark.FOLLOW_UP: _("The day of the follow-up is before the talk, or more than ten years after it. Check the day."),
}
