"""An import of an archive: what was published elsewhere comes in as published, with its dates and addresses."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from articles.desk import rights
from articles.desk.archiving import Archived, Entered, enter_archive
from articles.importing.commit import Commit, story_of
from articles.importing.draft import archive_names_of, draft_of
from articles.importing.plan import Planned
from articles.importing.run import Import
from articles.importing.story import Story
from articles.models import Article, ImportBatch
from articles.states import Verb

LONGEST_PATH = 200


class ArchiveImport(Import):
    """An import that publishes what was published. Everything else in it becomes a draft, as in any import."""

    def require_rights(self) -> None:
        """Raises `Refused` unless `by` may also enter an archive."""
        super().require_rights()
        rights.require(self.by, Verb.ENTER_ARCHIVE)

    def committing(self, batch: ImportBatch | None) -> Commit:
        """How a batch is handed to the desk."""
        return ArchiveCommit(self.by, batch, self.origin, self.besides)


@dataclass
class ArchiveCommit(Commit):
    """One transaction's work, with stories that enter as published."""

    def start(self, news: Sequence[Planned]) -> list[Article]:
        """Starts every story, and publishes those that a publishing system had published."""
        old = [one for one in news if story_of(one).story.was]
        entered = dict(zip(map(id, old), self._enter(old), strict=True))
        new = [one for one in news if id(one) not in entered]
        drafts = dict(zip(map(id, new), super().start(new) if new else [], strict=True))
        for one in old:
            one.ruling = replace(one.ruling, reason=" ".join([one.ruling.reason, *_told(entered[id(one)])]))
        return [entered[id(one)].article if id(one) in entered else drafts[id(one)] for one in news]

    def _enter(self, old: Sequence[Planned]) -> list[Entered]:
        if not old:
            return []
        names = archive_names_of([story_of(one).story for one in old], by=self.by)
        stories = []
        for one in old:
            story = story_of(one).story
            draft = draft_of(story_of(one), one.receipt, names, why=one.item.name)
            stories.append(Archived(draft, story.was, story.published, story.updated, old_paths(story)))
        return enter_archive(stories, by=self.by, why=_("Archive: %(origin)s") % {"origin": self.origin})


def old_paths(story: Story) -> list[str]:
    """The addresses the story had, as paths; with the query only where the path says nothing."""
    paths = []
    for address in (story.address, *story.addresses):
        parts = urlsplit(address)
        query = f"?{parts.query}" if parts.query and parts.path in ("", "/", "/index.php") else ""
        path = f"{unquote(parts.path) or '/'}{query}"
        if path.startswith("/") and path != "/" and len(path) <= LONGEST_PATH:
            paths.append(path)
    return list(dict.fromkeys(paths))


def _told(entered: Entered) -> tuple[str, ...]:
    return entered.lacking or (_("Published."),)
