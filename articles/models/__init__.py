"""Nouns. The desk's are here one a file; all that readers may see is in `published`."""

from articles.models.anonymity import IdentityLook, SourceApproval
from articles.models.article import Article, Direction
from articles.models.citation import Citation
from articles.models.correction import Correction
from articles.models.credit import Credit
from articles.models.decision import Decision
from articles.models.delivery import Delivery
from articles.models.origin import Claim, Origin
from articles.models.person import Person
from articles.models.picture import Picture
from articles.models.published import (
    Address,
    PublishedArticle,
    PublishedCorrection,
    PublishedLink,
    PublishedPicture,
    PublishedProfile,
)
from articles.models.receipt import ImportBatch, Receipt, Verdict
from articles.models.revision import Revision, RevisionWords
from articles.models.section import Section, Topic
from articles.models.task import Task

__all__ = [
    "Address",
    "Article",
    "Citation",
    "Claim",
    "Correction",
    "Credit",
    "Decision",
    "Delivery",
    "Direction",
    "IdentityLook",
    "ImportBatch",
    "Origin",
    "Person",
    "Picture",
    "PublishedArticle",
    "PublishedCorrection",
    "PublishedLink",
    "PublishedPicture",
    "PublishedProfile",
    "Receipt",
    "Revision",
    "RevisionWords",
    "Section",
    "SourceApproval",
    "Task",
    "Topic",
    "Verdict",
]
