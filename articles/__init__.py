"""The newsroom: articles, the desk that works on them, the record that keeps them, the print readers hold.

    text/, states.py   pure: words, and which verb leads where
    models/            nouns; models/published.py is all that readers may see
    search.py          the only file that knows the search engine
    desk/              verbs, the only place that writes
    importing/         in: bytes become drafts
    public/            out, read-only: pages, feeds, sitemap
    admin/             staff screens; every change calls a desk verb
    demo/, management/ doors: parse arguments, call one function, print

Imports point one way, and tests/test_architecture.py walks the syntax tree, imports hidden in functions included:

    text, states ◄ models ◄ search, likeness ◄ desk ◄ importing, admin, management, demo
                   models.published, search, text ◄ public ◄ admin (for previews only)
    articles ──► bylines, never back;  public never imports desk, importing, admin or a desk model
"""
