"""Markdown with front matter taken apart: what the values on top mean, and the text below as HTML."""
