"""Om modellen: sources, what to verify, glossary, data handling, accessibility, downloads."""

from careerpaths.analysis.dead_ends import reachability_problems
from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.controls.iframe_form import show_iframe_form
from careerpaths.app.page_context import current_visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.about import about_html
from careerpaths.web.stores import store

visit = current_visit()
loose = tuple(reachability_problems(visit.model, store().path.name, visit.phrases))
plain_text.title(visit.say("About the model"))
told = about_html(visit.model, visit.phrases, visit.snapshot.problems, loose, embedded=visit.embedded)
show_html(visit, told, key="about")
if not visit.embedded:
    show_iframe_form(visit)
