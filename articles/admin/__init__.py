"""Staff screens, those of bylines too. Forms validate, desk verbs write; no screen keeps a rule of its own."""

from articles.admin import accounts, article, profiles, receipts

__all__ = ["accounts", "article", "profiles", "receipts"]
