"""Names the admin site of this project, so that `articles.admin` is found the stock way."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class NewsroomSite(AdminSite):
    """The stock admin under the house's name. What its front page shows of the queues is in its template."""

    site_header = settings.NEWSROOM_NAME
    site_title = settings.NEWSROOM_NAME
    index_title = _("The desk")
    enable_nav_sidebar = False  # what it held is one menu in the bar on top


class NewsroomAdmin(AdminConfig):
    """The app of the admin, with the newsroom's site as the default one."""

    default_site = "newsroom.admin.NewsroomSite"
