"""The peer of the import: a Wagtail that holds the same stories, in an environment of its own."""
