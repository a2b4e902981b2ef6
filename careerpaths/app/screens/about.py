"""Om modellen: sources, what to verify, glossary, data handling, accessibility, downloads."""

from careerpaths.analysis.dead_ends import faults
from careerpaths.app.blocks.html_block import document
from careerpaths.app.controls.iframe_form import offer_code
from careerpaths.app.page_context import here
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.about import about
from careerpaths.web.stores import store

visit = here()
loose = tuple(faults(visit.model, store().path.name, visit.phrases))
plain_text.title(visit.say("About the model"))
told = about(visit.model, visit.phrases, visit.edition.problems, loose, embedded=visit.embedded)
document(visit, told, key="about")
if not visit.embedded:
    offer_code(visit)
