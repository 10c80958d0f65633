"""What a story must have before it moves: one table that every door shares.

A rule blocks or warns as the table says, or as the newsroom says (GATE_WARNS, GATE_BLOCKS in the settings); what it let
through is kept in the decision. No permission opens the gate: a superuser stands before it like everybody else.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings

from articles.desk.rules import anonymity, eyes, figures, origins, policy, quotes, release, words
from articles.desk.rules.case import Case, Lacking
from articles.models import Article, Person, Revision
from articles.states import Verb


@dataclass(frozen=True)
class Rule:
    """One requirement: for which verbs, and the function that says what is lacking (None when it is met)."""

    name: str
    verbs: frozenset[Verb]
    lacks: Callable[[Case], Lacking | None]
    blocks: bool = True


@dataclass(frozen=True)
class Finding:
    """A rule that is not met; `keys` name the cited passages it is about."""

    rule: str
    sentence: str
    blocks: bool
    keys: Sequence[str] = ()


def inspect(article: Article, verb: Verb, *, by: Person | None, head: Revision, at: datetime.datetime) -> list[Finding]:
    """Every rule for `verb` that the story does not meet, the blocking ones first. `at` is when readers get it."""
    case = Case(article, head, by, at)
    findings = [
        Finding(rule.name, lacking.sentence, blocks(rule), lacking.keys)
        for rule in RULES
        if verb in rule.verbs and (lacking := rule.lacks(case))
    ]
    return sorted(findings, key=lambda finding: not finding.blocks)


def blocks(rule: Rule) -> bool:
    """Whether the rule blocks in this newsroom, or only warns."""
    return rule.name in settings.GATE_BLOCKS or (rule.blocks and rule.name not in settings.GATE_WARNS)


PRINTING = frozenset({Verb.PUBLISH, Verb.SCHEDULE, Verb.CORRECT})
APPROVING = frozenset({Verb.APPROVE})
ARCHIVING = frozenset({Verb.ENTER_ARCHIVE})

RULES = (
    Rule("four_eyes", APPROVING, eyes.four_eyes),
    Rule("other_eyes", frozenset({Verb.SECOND_APPROVE}), eyes.other_eyes),
    Rule("second_approval", PRINTING, eyes.second_approval),
    Rule("body", APPROVING | PRINTING | ARCHIVING, words.body),
    Rule("byline", PRINTING | ARCHIVING, words.byline),
    Rule("origins", PRINTING, origins.origins),
    Rule("conflict", PRINTING, origins.conflict),
    Rule("policy", PRINTING | ARCHIVING, policy.policy),
    Rule("caution", PRINTING, policy.caution, blocks=False),
    Rule("orphans", APPROVING | PRINTING, quotes.orphans),
    Rule("attributed", PRINTING, quotes.attributed, blocks=False),
    Rule("checked", PRINTING, quotes.checked, blocks=False),
    Rule("unnamed", PRINTING, anonymity.unnamed),
    Rule("withdrawn", APPROVING | PRINTING, anonymity.withdrawn),
    Rule("hold", PRINTING, release.hold),
    Rule("embargo", PRINTING | ARCHIVING, release.embargo),
    Rule("address", PRINTING | ARCHIVING, words.address),
    Rule("supplier", PRINTING, release.supplier),
    Rule("update", APPROVING | PRINTING, release.update, blocks=False),
    Rule("dek", PRINTING, words.dek, blocks=False),
    Rule("section", PRINTING, words.section, blocks=False),
    Rule("pictures", PRINTING, figures.figures, blocks=False),
)
