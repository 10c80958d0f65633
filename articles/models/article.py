"""The working copy: what the desk is writing now. What was said is in `Revision`, what readers hold in `published`."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.published import Address, PublishedArticle
from articles.models.section import Section, Topic
from articles.states import Standing, Status, Verb


class Direction(models.TextChoices):
    """Which way the words run."""

    LTR = "ltr", _("left to right")
    RTL = "rtl", _("right to left")


class ArticleQuerySet(models.QuerySet):
    """Questions about many working copies at once."""

    def with_standing(self, at: datetime.datetime) -> "ArticleQuerySet":
        """Adds `standing_now`, where each story stands for readers at `at`: the one definition in the house."""
        prints = PublishedArticle.objects.filter(article_number=OuterRef("pk"))
        live = prints.visible(at=at)
        return self.annotate(
            standing_now=Case(
                When(
                    Exists(Address.objects.filter(article_number=OuterRef("pk"), status=Address.Status.GONE)),
                    then=Value(Standing.KILLED),
                ),
                When(Exists(live.filter(retracted=True)), then=Value(Standing.RETRACTED)),
                When(Exists(live), then=Value(Standing.PUBLISHED)),
                When(Exists(prints.pending(at=at)), then=Value(Standing.SCHEDULED)),
                When(Exists(prints), then=Value(Standing.UNPUBLISHED)),
                default=Value(Standing.NEVER),
                output_field=models.CharField(),
            )
        )


class Article(models.Model):
    """One story, as the desk has it. Only verbs in `articles.desk` write it."""

    headline = models.CharField(_("headline"), max_length=300)
    dek = models.TextField(_("dek"), blank=True, help_text=_("One or two plain sentences under the headline."))
    kicker = models.CharField(_("kicker"), max_length=80, blank=True, help_text=_("A word or two above it."))
    slugline = models.CharField(_("slugline"), max_length=120, blank=True, help_text=_("The desk's working name."))
    slug = models.SlugField(
        _("slug"),
        max_length=80,
        blank=True,
        help_text=_("In the address. Made from the headline when empty."),
    )
    dateline = models.CharField(_("dateline"), max_length=120, blank=True, help_text=_("Where it was reported."))
    body = models.TextField(_("body"), blank=True)
    ednote = models.TextField(_("ednote"), blank=True, help_text=_("Private to the desk. Readers never see it."))
    section = models.ForeignKey(
        Section,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles", verbose_name=_("topics"))
    language = models.CharField(_("language"), max_length=35, default="en", help_text=_("A BCP 47 tag such as en."))
    direction = models.CharField(_("direction"), max_length=3, choices=Direction, default=Direction.LTR)

    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.DRAFT, editable=False)
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    read_version = models.PositiveIntegerField(
        default=0, editable=False, help_text=_("The version whose words were last read for quotes.")
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, editable=False)
    on_hold = models.BooleanField(_("on hold"), default=False, editable=False)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="assignments",
        verbose_name=_("assigned to"),
    )
    due = models.DateTimeField(_("due"), null=True, editable=False)
    created = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    changed = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-changed", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        default_permissions = ("view",)
        permissions = [(f"{verb}_article", f"Can {verb.replace('_', ' ')} an article") for verb in Verb.values] + [
            ("import_article", "Can import articles"),
            ("edit_profile", "Can edit authors, organisations, sources, sections and topics"),
            ("read_identity", "Can read who an unnamed source is"),
            ("approve_unnamed", "Can approve that a story rests on an unnamed source"),
            ("withdraw_source", "Can withdraw a source from all stories that rest on it"),
        ]
        indexes = [
            models.Index(fields=["-changed", "-id"], name="article_changed"),
            models.Index(fields=["status", "-changed"], name="article_status"),
            models.Index(
                fields=["id"], name="article_unread", condition=models.Q(read_version__lt=models.F("version"))
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(headline=""), name="article_has_a_headline"),
            models.CheckConstraint(condition=models.Q(status__in=Status.values), name="article_status_is_known"),
            models.CheckConstraint(condition=models.Q(direction__in=Direction.values), name="article_direction_known"),
        ]

    def __str__(self) -> str:
        return self.headline

    def standing(self, *, at: datetime.datetime) -> Standing:
        """Where the story stands for readers at `at`, derived from the windows of its prints."""
        return Standing(Article.objects.with_standing(at).values_list("standing_now", flat=True).get(pk=self.pk))

    def is_embargoed(self, *, at: datetime.datetime) -> bool:
        """Whether an embargo still keeps the story from readers at `at`."""
        return self.embargo_until is not None and self.embargo_until > at
