"""Look a decision up by its reference, for every address of one decision: pages, files and the API."""

from django.http import Http404, HttpResponseGone
from django.shortcuts import redirect
from django.template.loader import render_to_string

from decisions.parsing import reference


class JointCase(Http404):
    """Raised for a number that only decisions with a letter after it have. Answered with 404 and links to them."""

    def __init__(self, number, references):
        super().__init__(f"This archive does not have decision {number}, but {' and '.join(references)}.")
        self.number, self.references = number, references


def removed_page(request, decision):
    """Return the page of a removed decision, 410, with the reason."""
    return HttpResponseGone(render_to_string("detail/removed.html", {"decision": decision}, request))


def decision_response(request, spelling, respond, decisions, respond_removed=removed_page):
    """Return `respond(decision)`, a redirect to the reference's one spelling, or `respond_removed(request, decision)`.

    `decisions` is the queryset to look in, with whatever the page needs selected. Raises Http404.
    """
    printed = reference.normalise(spelling)
    if printed is None:
        raise Http404(f"“{spelling}” is not a reference such as 22 015 753.")
    if spelling != reference.address(printed):
        return redirect(request.resolver_match.view_name, reference.address(printed), permanent=True)
    matches = decisions.filter(reference=printed)  # at most one: references are unique
    if found := matches.published().first():
        return respond(found)
    if removed := matches.removed().first():
        return respond_removed(request, removed)
    if joint := list(decisions.of_reference(printed).values_list("reference", flat=True)):
        raise JointCase(printed, joint)
    raise Http404(f"This archive does not have decision {printed}.")
