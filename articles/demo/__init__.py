"""A newsroom to look at: The Harbour Courier of Marrowby, its people, and eighteen stories on their way.

The words are in `stories/`, in the layout of plain-text wire copy; what becomes of each is in `newsroom.json`.
Every story comes in by the import command and walks its road by the desk's own verbs.
"""
