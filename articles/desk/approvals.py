"""Who has approved the words as they are: the approval that stands, and the second one that some copy needs."""

from articles.models import Article, Claim, Decision
from articles.states import Verb
from bylines.models import Organisation


def standing(article: Article) -> list[int]:
    """The numbers of the revisions whose approval stands, the last one last; a withdrawn approval is none."""
    approved: list[int] = []
    decisions = article.decisions.filter(verb__in=[Verb.APPROVE, Verb.WITHDRAW_APPROVAL])
    for verb, number in decisions.order_by("pk").values_list("verb", "revision__number"):
        if verb == Verb.APPROVE:
            approved.append(number)
        elif approved:
            approved.pop()
    return approved


def first(article: Article) -> Decision | None:
    """The decision by which the newest words were approved. None where that was withdrawn, or words came since."""
    moves = article.decisions.filter(verb__in=[Verb.APPROVE, Verb.WITHDRAW_APPROVAL])
    last = moves.select_related("by__user").filter(revision__number=article.version).order_by("pk").last()
    return last if last and last.verb == Verb.APPROVE else None


def second(article: Article) -> Decision | None:
    """The decision by which another editor approved the newest words after the first."""
    before = first(article)
    if before is None:
        return None
    again = article.decisions.filter(verb=Verb.SECOND_APPROVE, pk__gt=before.pk)
    return again.select_related("by__user").order_by("pk").last()


def asking_for_two(article: Article) -> list[Organisation]:
    """The outlets whose copy it is, as a person has confirmed, that two editors have to approve."""
    confirmed = article.origins.filter(state=Claim.CONFIRMED)
    asking = Organisation.objects.filter(pk__in=confirmed.values("organisation"))
    return list(asking.filter(publishing=Organisation.Publishing.SECOND))
