"""What a story would lack if its form were saved as it is typed. A rehearsal is the save itself, rolled back."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from articles.admin import rail
from articles.models import Article


class Rehearsed(Exception):
    """Ends a rehearsal, so that its transaction writes nothing; carries what was found."""

    def __init__(self, lacking: list[rail.Lack]) -> None:
        super().__init__()
        self.lacking = lacking


def rehearsed(screen: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The list of what is lacking; 204 where the form as typed could not be saved."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    request.rehearsing = True
    try:
        screen.changeform_view(request, str(pk))
    except Rehearsed as end:
        return render(request, "admin/articles/article/_lacking.html", {"lacking": end.lacking})
    return HttpResponse(status=204)


def end_here(request: HttpRequest, article: Article) -> None:
    """Called when the desk has written: where this is a rehearsal it stops here, and nothing of it stays."""
    if getattr(request, "rehearsing", False):
        raise Rehearsed(rail.lacking(article, request.user))
