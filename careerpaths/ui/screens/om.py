"""Om modellen: sources, what to verify, glossary, data handling, accessibility, downloads."""

from careerpaths.graph.findings import faults
from careerpaths.picture.about import about
from careerpaths.server.shelf import store
from careerpaths.ui import plain
from careerpaths.ui.document import document
from careerpaths.ui.embedding import offer_code
from careerpaths.ui.visit import here

visit = here()
loose = tuple(faults(visit.model, store().path.name, visit.phrases))
plain.title(visit.say("About the model"))
told = about(visit.model, visit.phrases, visit.edition.problems, loose, embedded=visit.embedded)
document(visit, told, key="about")
if not visit.embedded:
    offer_code(visit)
