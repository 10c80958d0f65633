"""All that readers may see. No foreign key leads from here to a table of the desk or of bylines.

Public is one question asked in one place: `PublishedArticle.objects.visible(at=now)`. A print has a window of time;
a schedule or an embargo ends because the clock entered the window, not because a job ran.
"""

import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class PrintQuerySet(models.QuerySet):
    """Questions about windows."""

    def visible(self, *, at: datetime.datetime) -> "PrintQuerySet":
        """The prints readers hold at `at`: from the first instant of their window, to the last before its end."""
        return self.filter(
            Q(visible_until__isnull=True) | Q(visible_until__gt=at),
            Q(licensed_until__isnull=True) | Q(licensed_until__gt=at),
            visible_from__lte=at,
        )

    def pending(self, *, at: datetime.datetime) -> "PrintQuerySet":
        """The prints whose window has not opened at `at`."""
        return self.filter(visible_from__gt=at)

    def newest_first(self) -> "PrintQuerySet":
        """In the order of a front page: by first release, the latest on top."""
        return self.order_by("-first_published", "-article_number")

    def listed(self) -> "PrintQuerySet":
        """Without what only the story's own page shows."""
        return self.defer("body", "citations")


class PublishedArticle(models.Model):
    """A print with a window: everything a page needs is already in it, safe as it stands."""

    article_number = models.BigIntegerField(help_text=_("The story's number at the desk; a value, not a key."))
    revision_number = models.PositiveIntegerField()
    revision_hash = models.CharField(max_length=64, help_text=_("The chain hash of the revision it was made from."))
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)
    licensed_until = models.DateTimeField(
        null=True, help_text=_("When the licence of the outlet whose copy it is ends; readers have it no longer then.")
    )
    first_published = models.DateTimeField(help_text=_("When readers first had the story."))
    updated = models.DateTimeField(null=True, help_text=_("The last update or correction; never a typo."))
    retracted = models.BooleanField(default=False)

    path = models.CharField(max_length=200, db_index=True, help_text=_("/2024/09/28/slug/"))
    headline = models.TextField()
    dek = models.TextField(blank=True)
    kicker = models.TextField(blank=True)
    dateline = models.TextField(blank=True)
    body = models.TextField(help_text=_("HTML that is safe to print as it stands."))
    summary = models.TextField(blank=True, help_text=_("Plain text for lists and feeds."))
    word_count = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=35)
    direction = models.CharField(max_length=3)
    section_name = models.CharField(max_length=80, blank=True)
    section_slug = models.CharField(max_length=80, blank=True, db_index=True)
    byline = models.TextField(blank=True, help_text=_("The byline as one plain line."))
    credits = models.JSONField(
        default=list, help_text=_("[{name, slug, role, role_label, in_byline, organisation, organisation_slug, for}]")
    )
    origins = models.JSONField(default=list, help_text=_("[{role, label, organisation, slug, kind, url}]"))
    citations = models.JSONField(
        default=list,
        help_text=_(
            "[{number, key, kind, source, slug, source_kind, reason, title, affiliation, affiliation_slug, quote, "
            "channel, via, via_slug, url}]"
        ),
    )
    topics = models.JSONField(default=list, help_text=_("[{name, slug, code}]"))
    picture = models.JSONField(
        default=dict, help_text=_("{src, srcset, webp, type, width, height, alt, caption, credit} of the first picture")
    )

    objects = PrintQuerySet.as_manager()

    class Meta:
        verbose_name = _("print")
        verbose_name_plural = _("prints")
        default_permissions = ()
        indexes = [
            models.Index(fields=["-first_published", "-article_number"], name="print_newest_first"),
            models.Index(fields=["article_number", "visible_from"], name="print_windows"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(visible_until__isnull=True) | Q(visible_until__gt=F("visible_from")),
                name="print_window_is_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """The story's address, root-relative, as it will stay for ever."""
        return self.path


class ProfileQuerySet(models.QuerySet):
    """Questions about profiles."""

    def visible(self, *, at: datetime.datetime) -> "ProfileQuerySet":
        """The profiles that a print visible at `at` carries; the others do not exist for readers."""
        carried = PublishedLink.objects.filter(
            profile=OuterRef("pk"), print__in=PublishedArticle.objects.visible(at=at).values("pk")
        )
        return self.filter(Exists(carried))


class PublishedProfile(models.Model):
    """What readers may know of an author, an organisation, a source, a section or a topic."""

    class Kind(models.TextChoices):
        """Whose profile it is; also the first part of its address."""

        AUTHOR = "author", _("Author")
        ORGANISATION = "organisation", _("Organisation")
        SOURCE = "source", _("Source")
        SECTION = "section", _("Section")
        TOPIC = "topic", _("Topic")

    kind = models.CharField(max_length=20, choices=Kind)
    slug = models.CharField(max_length=120)
    name = models.TextField()
    title = models.TextField(blank=True)
    about = models.TextField(blank=True, help_text=_("HTML that is safe to print as it stands."))
    homepage = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    label = models.TextField(blank=True, help_text=_("Shown beside the name, such as state-affiliated."))
    credit_line = models.TextField(blank=True, help_text=_("Printed under every story that is its copy."))
    indexing = models.CharField(max_length=20, blank=True, help_text=_("canonical, noindex, noindex_news, or empty."))
    ai_mining = models.CharField(max_length=20, blank=True, help_text=_("allowed, reserved, or empty for the house's."))
    in_feeds = models.BooleanField(default=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("published profile")
        verbose_name_plural = _("published profiles")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="profile_has_one_address")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The profile's address, root-relative."""
        return f"/{self.kind}/{self.slug}/"


class PublishedLink(models.Model):
    """That a print carries a profile; lists on profile pages are made of these."""

    print = models.ForeignKey(PublishedArticle, on_delete=models.CASCADE, related_name="links")
    profile = models.ForeignKey(PublishedProfile, on_delete=models.CASCADE, related_name="links")
    is_origin = models.BooleanField(default=False, help_text=_("Whether the print is that organisation's copy."))

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["print", "profile"], name="print_carries_a_profile_once")]

    def __str__(self) -> str:
        return f"{self.print} – {self.profile}"


class PublishedPicture(models.Model):
    """That a print shows a picture; its files are served while such a print is visible, and not before or after."""

    print = models.ForeignKey(PublishedArticle, on_delete=models.CASCADE, related_name="pictures")
    sha256 = models.CharField(
        max_length=64, db_index=True, help_text=_("What the names of the picture's files begin with.")
    )

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["print", "sha256"], name="print_shows_a_picture_once")]

    def __str__(self) -> str:
        return f"{self.print} – {self.sha256[:12]}"


class PublishedCorrection(models.Model):
    """A correction as the page shows it. Every later print carries all earlier ones."""

    print = models.ForeignKey(PublishedArticle, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=20)
    label = models.TextField()
    note = models.TextField()
    passage = models.TextField(blank=True)
    when = models.DateTimeField()

    class Meta:
        ordering = ["when", "pk"]
        verbose_name = _("published correction")
        verbose_name_plural = _("published corrections")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.label}: {self.note}"


class Address(models.Model):
    """An address that a story has, had, or will have. It works for ever, and belongs to one story for ever."""

    class Status(models.IntegerChoices):
        """What an address answers when no print is visible there (200 only ever through a print)."""

        STANDS = 200, _("stands")
        MOVED = 301, _("moved")
        GONE = 410, _("gone")

    path = models.CharField(max_length=200, unique=True)
    article_number = models.BigIntegerField(db_index=True)
    status = models.PositiveSmallIntegerField(choices=Status, default=Status.STANDS)
    moved_to = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True, help_text=_("What readers are told at an address that is gone."))

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=Q(status__in=[200, 301, 410]), name="address_status_is_known")]

    def __str__(self) -> str:
        return self.path
