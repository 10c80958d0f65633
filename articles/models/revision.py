"""The record: one frozen snapshot after another, hashed and chained. The database itself refuses change."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.person import Person
from articles.text.canonical import chain_hash


class Revision(models.Model):
    """What was said, when, by whom and why. Its words are in `RevisionWords`, so that they alone can be erased."""

    class Kind(models.TextChoices):
        """How the snapshot came to be."""

        START = "start", _("started")
        IMPORT = "import", _("imported")
        EDIT = "edit", _("edited")
        RESTORE = "restore", _("restored")

    # The constraint below has an index that begins with it.
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField(_("number"))
    previous_hash = models.CharField(max_length=64, blank=True)
    content_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="revisions",
        db_column="person_key",
        verbose_name=_("by"),
    )
    when = models.DateTimeField(_("when"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    why = models.TextField(_("why"), blank=True)

    class Meta:
        ordering = ["article_id", "number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            # Not `unique=True`, which makes a second index on PostgreSQL: for what begins with some letters.
            models.UniqueConstraint(fields=["hash"], name="revision_hash_once"),
        ]

    def __str__(self) -> str:
        return _("revision %(number)d") % {"number": self.number}

    def computed_hash(self) -> str:
        """The chain hash this row must carry; another value in `hash` means somebody changed the record."""
        return chain_hash(
            previous_hash=self.previous_hash,
            number=self.number,
            content_hash=self.content_hash,
            person_key=self.by_id,
            when=self.when,
            kind=self.kind,
            why=self.why,
        )


class RevisionWords(models.Model):
    """The canonical JSON of one revision, kept as text: a JSON column would reorder its keys."""

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, primary_key=True, related_name="words")
    content = models.TextField()

    class Meta:
        verbose_name = _("words of a revision")
        verbose_name_plural = _("words of revisions")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.revision)
