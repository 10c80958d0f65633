"""The files of pictures, each only while readers have a story that shows it: an embargo holds for pictures too."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles import clock
from articles.public import reading
from articles.public.policy import tell
from articles.public.sheet import for_everyone, of_lists
from articles.text.pictures import hash_of, place, type_of


@require_safe
@for_everyone
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file of a picture that a visible print shows; 404 for all others, and for what no longer is shown.

    A name never stands for another file, so that it serves as the ETag; but whether the file may still be had is asked
    every time.
    """
    sha256, now = hash_of(name), clock.now()
    if not sha256 or not reading.shows(sha256, at=now):
        raise Http404
    etag = f'"{name}"'
    response = get_conditional_response(request, etag=etag) or _file(name)
    response["ETag"] = etag
    tell(response, of_lists(now))
    return response


def _file(name: str) -> FileResponse:
    try:
        return FileResponse(default_storage.open(place(name)), content_type=type_of(name))
    except FileNotFoundError as missing:
        raise Http404 from missing
