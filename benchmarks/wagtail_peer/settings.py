"""Wagtail as `wagtail start` sets a project up, less its pages: the same apps, its own search, nothing tuned down."""

import os

SECRET_KEY = "only-for-measuring"
INSTALLED_APPS = [
    "benchmarks.wagtail_peer.stories",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "treebeard",
    "modelcluster",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ["PEER_DATABASE"],
        "USER": "newsroom",
        "HOST": os.environ["PEER_HOST"],
    }
}
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
WAGTAIL_SITE_NAME = "Peer"
WAGTAILADMIN_BASE_URL = "http://localhost"
ROOT_URLCONF = "benchmarks.wagtail_peer.settings"
urlpatterns: list = []
STATIC_URL = "/static/"
