"""Downloads: every decision of a list, in its order, as CSV or as lines of JSON."""

from itertools import islice

from django.http import HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from decisions.asking import CouncilRenamed, complaint, held, parameters
from decisions.freshness import revalidated
from decisions.models import without_time_limit
from decisions.streams import as_csv, as_jsonl

_FIRST_BLOCKS = 2  # the heading of a CSV, and rows
_LONGEST_NAME = 80  # characters of a file's name
_FORMATS = {"csv": (as_csv, "text/csv; charset=utf-8"), "jsonl": (as_jsonl, "application/x-ndjson; charset=utf-8")}


@require_safe
@revalidated
def export(request, form):
    """The decisions that a list with these parameters has, and no others: what the list would leave out is refused."""
    asked, too_many = parameters(request)
    write, kind = _FORMATS[form]
    told = _told(asked, write, is_sent=request.method == "GET" and not too_many)
    wanted = next(told)
    if isinstance(wanted, CouncilRenamed):
        told.close()
        return wanted.redirect(request)
    if too_many or wanted.rejected or request.method == "HEAD":
        told.close()
    if too_many or wanted.rejected:
        return HttpResponseBadRequest(complaint(wanted.rejected), content_type="text/plain; charset=utf-8")
    response = StreamingHttpResponse(told) if request.method == "GET" else HttpResponse()
    response["Content-Type"] = kind
    response["Content-Disposition"] = f'attachment; filename="{_name(wanted)}.{form}"'
    return response


def _told(asked, write, *, is_sent):
    """What is asked for, and then blocks of it: one state of the archive, from before the first to the last.

    The first rows are read at once where all is to be sent: only before anything is sent can the answer be an error.
    """
    with held(asked) as wanted:
        is_whole = is_sent and not isinstance(wanted, CouncilRenamed) and not wanted.rejected
        blocks = write(*wanted.whole()) if is_whole else iter(())
        first = list(islice(blocks, _FIRST_BLOCKS))
        yield wanted
        with without_time_limit():  # the rest takes as long as the reader takes to read it
            yield from first
            yield from blocks


def _name(wanted):
    """What to call the file: by its words and filters."""
    values = [value for found in wanted.filters.asked.values() for value in found]
    return slugify(" ".join(["decisions", wanted.words, *values]).replace("/", " "))[:_LONGEST_NAME].strip("-")
