"""The data page, and the files of the dump that it lists."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from decisions import dumps, fields
from decisions.programs import MOST


@require_safe
@cache_control(no_cache=True)
def data(request):
    """What data there is, in which formats, what each field means, and on which terms."""
    told = {"fields": fields, "dump": dumps.standing(_folder()), "most": MOST}
    told["site"] = f"{request.scheme}://{request.get_host()}"
    return render(request, "decisions/data.html", told)


@require_safe
@cache_control(no_cache=True)
@condition(etag_func=lambda request, name: _etag(name))
def file(request, name):
    """A file of the dump, while it has nothing that was taken out of the archive since."""
    if _etag(name) is None:
        raise Http404("There is no such file at the moment. Files are made when the archive is next dumped.")
    return FileResponse((_folder() / name).open("rb"), as_attachment=True, filename=name)


def _folder():
    return settings.DATA_DIR / "dumps"


def _etag(name):
    """The SHA-256 of a file of the dump that stands; None where it has no such file."""
    made = dumps.standing(_folder())
    known = {each.name: each.sha256 for each in made.files} if made else {}
    if made:
        known[dumps.SUMS] = f"sums-{made.revision}-{made.made_at.timestamp()}"
    return f'"{known[name]}"' if name in known else None
