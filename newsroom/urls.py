"""The two doors of the site: the desk's admin, and everything readers see."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("articles.public.urls")),
]

handler404 = "articles.public.errors.not_found"
handler500 = "articles.public.errors.broken"
