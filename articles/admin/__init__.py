"""Staff screens, those of bylines too. Forms validate, desk verbs write; no screen keeps a rule of its own."""

from articles.admin import accounts, article, batches, pictures, profiles, receipts, sources, tasks

__all__ = ["accounts", "article", "batches", "pictures", "profiles", "receipts", "sources", "tasks"]
