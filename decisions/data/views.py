"""Views of the data: the data page, the dump's files, the downloads of a list and its feed."""

from itertools import islice

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from decisions.data import dump, fields
from decisions.data.exports import as_csv, as_jsonl
from decisions.data.feed import Feed
from decisions.listing.parameters import CouncilRenamed, consistent_query, list_view, read_params
from decisions.models import Decision, without_time_limit
from decisions.web.api_access import MOST
from decisions.web.page_cache import conditional_get

_FIRST_BLOCKS = 2  # the heading of a CSV, and rows
_LONGEST_NAME = 80  # characters of a file's name
_FORMATS = {"csv": (as_csv, "text/csv; charset=utf-8"), "jsonl": (as_jsonl, "application/x-ndjson; charset=utf-8")}


@require_safe
@cache_control(no_cache=True)
def data(request):
    """Show what data there is: formats, the meaning of each field, and terms."""
    context = {"fields": fields, "dump": dump.current_dump(_folder()), "most": MOST}
    context["site"] = f"{request.scheme}://{request.get_host()}"
    return render(request, "data/data.html", context)


@require_safe
@cache_control(no_cache=True)
@condition(etag_func=lambda request, name: _etag(name))
def file(request, name):
    """Return a file of the dump; 404 as soon as the dump has a decision that was removed from the archive since."""
    if _etag(name) is None:
        raise Http404("There is no such file at the moment. Files are made when the archive is next dumped.")
    return FileResponse((_folder() / name).open("rb"), as_attachment=True, filename=name)


def _folder():
    return settings.DATA_DIR / "dumps"


def _etag(name):
    """Return the ETag of a file of the current dump, made from its SHA-256; None where there is no such file."""
    made = dump.current_dump(_folder())
    known = {each.name: each.sha256 for each in made.files} if made else {}
    if made:
        known[dump.SUMS] = f"sums-{made.revision}-{made.made_at.timestamp()}"
    return f'"{known[name]}"' if name in known else None


@require_safe
@conditional_get
def export(request, form):
    """Return the decisions of the list with these parameters as a file; 400 for values that the list would ignore."""
    write, kind = _FORMATS[form]
    pieces = _query_then_blocks(*read_params(request), write, is_sent=request.method == "GET")
    query = next(pieces)
    if isinstance(query, CouncilRenamed):
        pieces.close()
        return query.redirect(request)
    if query.refusal or request.method == "HEAD":
        pieces.close()
    if query.refusal:
        return HttpResponseBadRequest(query.refusal, content_type="text/plain; charset=utf-8")
    response = StreamingHttpResponse(pieces) if request.method == "GET" else HttpResponse()
    response["Content-Type"] = kind
    response["Content-Disposition"] = f'attachment; filename="{_name(query)}.{form}"'
    return response


def _query_then_blocks(params, too_many, write, *, is_sent):
    """Yield the ListQuery or CouncilRenamed, and then the blocks of the file, all of one state of the archive.

    The first blocks are read before the first yield, because the answer can be an error only until something is sent.
    """
    with consistent_query(params, too_many=too_many) as query:
        is_whole = is_sent and not isinstance(query, CouncilRenamed) and not query.refusal
        blocks = write(Decision.objects.published(), query.results.keys(query.sort)) if is_whole else iter(())
        first = list(islice(blocks, _FIRST_BLOCKS))
        yield query
        with without_time_limit():  # a slow connection may take minutes to receive the rest
            yield from first
            yield from blocks


def _name(query):
    """Return a file name from the words and filters."""
    values = [value for chosen in query.selected.values() for value in chosen]
    return slugify(" ".join(["decisions", query.words, *values]).replace("/", " "))[:_LONGEST_NAME].strip("-")


@require_safe
@conditional_get
@list_view
def feed(request, query):
    """Return the Atom feed of the list with these parameters; 400 for values that the list would ignore."""
    page = Feed(query)
    if query.refusal:
        return HttpResponseBadRequest(query.refusal, content_type="text/plain; charset=utf-8")
    if not page.exists:
        raise Http404(f"The feed has no page {page.page}.")
    atom = page.atom(f"{request.scheme}://{request.get_host()}")
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
