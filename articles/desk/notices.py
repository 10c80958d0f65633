"""Telling the next person by mail. Sent after the transaction, so that nobody hears of what did not happen."""

import logging
from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Decision
from articles.states import Verb

logger = logging.getLogger(__name__)


def submitted(decision: Decision) -> None:
    """Tells whoever the story is assigned to, or else everybody who may approve it."""
    assignee = decision.article.assignee
    approvers = User.objects.with_perm(
        "articles.approve_article",
        include_superusers=False,
        backend="django.contrib.auth.backends.ModelBackend",
    )
    editors = [assignee] if assignee and assignee.pk != decision.by.user_id else approvers
    _tell(editors, decision, _("For review: %(headline)s"), _("%(who)s submitted this story for review."))


def changes_requested(decision: Decision) -> None:
    """Tells whoever submitted the story what is to be mended."""
    submission = decision.article.decisions.filter(verb=Verb.SUBMIT).select_related("by__user").last()
    people = [submission.by.user] if submission else []
    _tell(people, decision, _("Changes requested: %(headline)s"), _("%(who)s asks for changes."))


def assigned(decision: Decision) -> None:
    """Tells the person whose turn it is now."""
    people = [decision.article.assignee] if decision.article.assignee else []
    _tell(people, decision, _("Assigned to you: %(headline)s"), _("%(who)s assigned this story to you."))


def _tell(people: Iterable[User], decision: Decision, subject: str, opening: str) -> None:
    article = decision.article
    addresses = sorted({person.email for person in people if person.email and person.pk != decision.by.user_id})
    if not addresses:
        return
    where = settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk])
    lines = [opening % {"who": decision.by.name}, decision.why, where]
    message = EmailMessage(
        subject=subject % {"headline": article.headline.replace("\n", " ")},
        body="\n\n".join(line for line in lines if line),
        bcc=addresses,
    )
    transaction.on_commit(partial(_send, message))


def _send(message: EmailMessage) -> None:
    """Sends one mail. A mail server that is down must not undo or fail what the desk has decided."""
    try:
        message.send()
    except OSError:
        logger.exception("A notice could not be sent: %s", message.subject)
