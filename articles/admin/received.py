"""What arrived of a story: from whom, under which id and version, what became of it; and what is to be done now."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.translation import ngettext

from articles import clock
from articles.admin.tasks import pressing
from articles.desk import rights, tasks
from articles.models import Article, Delivery, Task
from articles.states import Verb, possible


@dataclass(frozen=True)
class Arrival:
    """One delivery, and the outlet it came from."""

    delivery: Delivery
    outlet: str


@dataclass(frozen=True)
class Received:
    """All that the form of a story shows of its deliveries and tasks."""

    arrivals: list[Arrival]
    origin: str
    waiting: Arrival | None
    open_to_words: bool
    tasks: list[Task]
    may_settle: bool

    @property
    def last(self) -> Arrival | None:
        """The newest arrival."""
        return self.arrivals[0] if self.arrivals else None


def received(article: Article, user: rights.User) -> Received:
    """What arrived of `article`, the latest on top, and its open tasks, as `user` may act on them."""
    deliveries = article.deliveries.select_related("receipt").defer("content", "receipt__packed").order_by("-pk")
    arrivals = [Arrival(delivery, outlet(delivery)) for delivery in deliveries]
    waiting = next((each for each in arrivals if each.delivery.state == Delivery.State.WAITING), None)
    return Received(
        arrivals=arrivals,
        origin=_one_origin(arrivals),
        waiting=waiting,
        open_to_words=possible(Verb.REVISE, article.status, article.standing(at=clock.now())) if waiting else False,
        tasks=_besides(waiting, pressing(tasks.open_tasks(article))),
        may_settle=tasks.may_settle(user),
    )


def outlet(delivery: Delivery) -> str:
    """Who delivered it; where the copy does not say, the host of its address, or the name of the file."""
    host = urlsplit(delivery.address).hostname or ""
    return delivery.supplier or host.removeprefix("www.") or delivery.receipt.name.rpartition("/")[2]


def _besides(waiting: Arrival | None, found: Iterable[Task]) -> list[Task]:
    """Without what the update that waits says itself."""
    return [task for task in found if not (waiting and task.kind == Task.Kind.UPDATE)]


def _one_origin(arrivals: list[Arrival]) -> str:
    """A sentence where several outlets brought the same copy: they are one origin, not several that agree."""
    standing = [each for each in reversed(arrivals) if each.delivery.state != Delivery.State.UNDONE]
    brought = [each for each in standing if each.delivery.kind != Delivery.Kind.WITHDRAWAL]
    if not any(each.delivery.kind == Delivery.Kind.COPY for each in brought):
        return ""
    outlets = list(dict.fromkeys(each.outlet for each in brought))
    sentence = ngettext(
        "One origin, which reached us more than once: %(names)s.",
        "One origin, %(number)s outlets: %(names)s.",
        len(outlets),
    )
    return sentence % {"number": apnumber(len(outlets)), "names": ", ".join(outlets)}
