"""The addresses of the paper. A story's and a profile's stay for ever; so does every pattern here."""

from django.urls import path, re_path

from articles.public import feeds, pictures, profiles, sitemaps, views

app_name = "public"

urlpatterns = [
    path("", views.front, name="front"),
    path("section/<slug:slug>/", views.profile, {"kind": "section"}, name="section"),
    path("section/<slug:slug>/feed.xml", feeds.section, name="section-feed"),
    path("author/<slug:slug>/", views.profile, {"kind": "author"}, name="author"),
    path("organisation/<slug:slug>/", profiles.organisation, name="organisation"),
    path("source/<slug:slug>/", profiles.source, name="source"),
    path("topic/<slug:slug>/", views.profile, {"kind": "topic"}, name="topic"),
    re_path(r"^(?P<path>[0-9]{4}/[0-9]{2}/[0-9]{2}/[-a-zA-Z0-9_]+/)$", views.story, name="story"),
    path("pictures/<str:name>", pictures.picture, name="picture"),
    path("search/", views.find, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("feed.xml", feeds.paper, name="feed"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
]
