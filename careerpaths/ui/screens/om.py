"""Om modellen: sources, what to verify, glossary, data handling, accessibility, downloads."""

from careerpaths.graph.findings import faults
from careerpaths.picture.about import about
from careerpaths.server.shelf import statements, store
from careerpaths.ui import plain
from careerpaths.ui.document import document
from careerpaths.ui.embedding import offer_code
from careerpaths.ui.visit import here

visit = here()
kept = store()
loose = tuple(faults(visit.model, kept.path.name, visit.phrases))
plain.title(visit.say("About the model"))
problems = (*kept.problems, *statements().problems)
document(visit, about(visit.model, visit.phrases, problems, loose, embedded=visit.embedded), key="about")
if not visit.embedded:
    offer_code(visit)
