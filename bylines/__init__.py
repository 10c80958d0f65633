"""Who writes and who is written about. Knows nothing of articles: `articles` imports from here, never back."""
