"""Sources: who said a thing, or the document that says it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from bylines.models.organisation import Organisation


class SourceQuerySet(models.QuerySet):
    """Questions about many sources at once."""

    def accepted(self) -> "SourceQuerySet":
        """Those that a person has accepted: what pickers, pages and counts show."""
        return self.filter(state=Source.State.ACCEPTED)

    def suggested(self) -> "SourceQuerySet":
        """Those that the software has only found in a text."""
        return self.filter(state=Source.State.SUGGESTED)


class Source(models.Model):
    """Somebody or something a passage rests on. A `Citation` in `articles` ties it to words.

    Of an unnamed source `name` is the description agreed with them and `reason` why they are not named; who they are is
    in `identity`, sealed (`bylines.sealing`), and nowhere else.
    """

    class Kind(models.TextChoices):
        """What speaks."""

        PERSON = "person", _("person")
        DOCUMENT = "document", _("document")
        STATEMENT = "statement", _("statement")
        BROADCAST = "broadcast", _("broadcast")
        POST = "post", _("post")
        DATA_SET = "data_set", _("data set")
        ORGANISATION = "organisation", _("organisation")
        UNNAMED = "unnamed", _("unnamed source")

    class State(models.TextChoices):
        """Whether a person stands behind it."""

        SUGGESTED = "suggested", _("suggested")
        ACCEPTED = "accepted", _("accepted")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PERSON)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("As it was when they spoke."))
    affiliation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("affiliation"),
    )
    url = models.URLField(_("address on the web"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.ACCEPTED, editable=False)
    reason = models.TextField(
        _("reason for anonymity"), blank=True, help_text=_("Why this source is not named; readers are told.")
    )
    identity = models.TextField(blank=True, editable=False, help_text=_("Who it is, sealed."))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="withdrawn_sources",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_why = models.TextField(_("why it was withdrawn"), blank=True, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="source_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(state__in=["suggested", "accepted"]), name="source_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(identity="") | models.Q(kind="unnamed"), name="source_sealed_only_if_unnamed"
            ),
        ]
        indexes = [
            models.Index(fields=["name"], name="source_name"),
            models.Index(fields=["title"], name="source_accepted_title", condition=models.Q(state="accepted")),
        ]

    def __str__(self) -> str:
        return self.name
