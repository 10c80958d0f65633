"""A saved news page, part by part: its letters, what it tells about itself, and which part of it is the story.

Rules are those of the formats (HTML, schema.org, Open Graph, Dublin Core and the meta names newsrooms share), never
those of one publisher. Nothing is fetched.
"""
