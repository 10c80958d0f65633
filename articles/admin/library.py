"""The library of pictures as the body's editor and the screens of staff ask for it: files, a choice, an upload."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from articles.desk import imaging, pictures
from articles.desk.compose import shown
from articles.desk.refusals import Refused
from articles.desk.snapshot import named_pictures
from articles.models import Picture
from articles.text.pictures import Shown, fitting, hash_of, is_kept, keys_in, place, type_of

THUMBNAIL, LARGE = 400, 900
"""How wide a picture is shown in a grid, and in a form or an editor, in pixels."""

A_CHOICE = 24


def may_see(request: HttpRequest) -> bool:
    """Whoever sees stories sees their pictures."""
    return request.user.has_perm("articles.view_article")


@require_safe
@cache_control(private=True, no_cache=True)
def file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of a picture, whether readers may have it or not. Only for staff who see stories."""
    if not may_see(request):
        raise PermissionDenied
    if not (hash_of(name) or is_kept(name)) or not default_storage.exists(place(name)):
        raise Http404
    etag = f'"{name}"'
    response = get_conditional_response(request, etag=etag) or FileResponse(
        default_storage.open(place(name)), content_type=type_of(name)
    )
    response["ETag"] = etag
    return response


@require_safe
def choose(request: HttpRequest) -> JsonResponse:
    """Pictures that have a file and every word of `q`, a page at a time, the newest first; or simply those of `key`."""
    if not may_see(request):
        raise PermissionDenied
    if "key" in request.GET:
        held = Picture.objects.filter(key__in=request.GET.getlist("key")[:A_CHOICE])
        return JsonResponse({"pictures": [told(picture) for picture in held], "more": False})
    found = matching(Picture.objects.exclude(file=""), request.GET.get("q", ""))
    page = Paginator(found, A_CHOICE).get_page(request.GET.get("page"))
    return JsonResponse({"pictures": [told(picture) for picture in page], "more": page.has_next()})


@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Takes a file into the library with what is said of it; 422 with the sentences of a refusal."""
    if not may_see(request):
        raise PermissionDenied
    received = request.FILES.get("file")
    if received is None:
        return JsonResponse({"sentences": [_("Choose a file first.")]}, status=422)
    picture = Picture(**{name: request.POST.get(name, "") for name in ("alt", "caption", "credit")})
    try:
        pictures.keep_file(picture, received.read(imaging.BYTES + 1), by=request.user)
    except Refused as refused:
        return JsonResponse({"sentences": refused.sentences}, status=422)
    return JsonResponse(told(picture), status=201)


def matching(held: QuerySet[Picture], query: str) -> QuerySet[Picture]:
    """Those of `held` of which every word of `query` is said somewhere."""
    for word in query.replace("\x00", "").split()[:8]:
        held = held.filter(
            Q(alt__icontains=word) | Q(caption__icontains=word) | Q(credit__icontains=word) | Q(key=word)
        )
    return held


def told(picture: Picture) -> dict[str, Any]:
    """What the editor has to know of a picture."""
    return {
        "key": picture.key,
        "name": str(picture),
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
        "thumbnail": address(picture, THUMBNAIL),
        "large": address(picture, LARGE),
        "page": reverse("admin:articles_picture_change", args=[picture.pk]),
    }


def told_in(body: str) -> dict[str, dict[str, Any]]:
    """What the editor has to know of the pictures a body names, by key."""
    return {key: told(picture) for key, picture in pictures.named(keys_in(body)).items()}


def shown_in(body: str) -> dict[str, Shown]:
    """The pictures a body names that have a file, by key, as `render_body` shows them to staff."""
    held = named_pictures(body, pictures.named(keys_in(body)))
    return {picture["key"]: shown(picture, at=at()) for picture in held if picture["sha256"]}


def address(picture: Picture, wide: int) -> str:
    """Where staff see `picture` about so many pixels wide; empty while it has no file."""
    if not picture.file:
        return ""
    name = fitting(picture.sha256, picture.media_type, picture.width, picture.height, wide=wide)
    return reverse("admin:articles_picture_file", args=[name])


def at() -> str:
    """What the addresses of files for staff begin with."""
    return reverse("admin:articles_picture_file", args=["x"]).removesuffix("x")
