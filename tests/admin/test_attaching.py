"""The source's own words taken from a file, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

TRANSCRIPT = "1\n00:00:01,000 --> 00:00:04,000\n<i>The wall held</i>\n\n2\n00:00:04,000 --> 00:00:06,000\nall night.\n"


def test_the_sources_own_words_are_taken_from_a_file(edit, pilot):
    page = edit("<p>“The wall held all night,” he said.</p>")
    line = page.locator(".suggested .cite")
    line.locator("summary").click()
    files = line.locator("[type=file]")
    files.set_input_files({"name": "briefing.srt", "mimeType": "text/plain", "buffer": TRANSCRIPT.encode()})
    expect(line.locator("[name$=-source_words]")).to_have_value("The wall held all night.")
    expect(line.locator(".attaching [role=status]")).to_have_text("briefing.srt")


def test_a_file_that_is_no_text_is_refused_and_nothing_is_lost(edit):
    page = edit("<p>“The wall held all night,” he said.</p>")
    line = page.locator(".suggested .cite")
    line.locator("summary").click()
    line.locator("[name$=-source_words]").fill("What they said")
    files = line.locator("[type=file]")
    files.set_input_files({"name": "picture.txt", "mimeType": "text/plain", "buffer": b"\x00\x01\x02"})
    expect(line.locator(".attaching [role=status]")).to_contain_text("This file is no text.")
    expect(line.locator("[name$=-source_words]")).to_have_value("What they said")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("one.txt", "It held.\r\n\r\n\r\nAll night.", "It held.\n\nAll night."),
        ("one.txt", "It h\xe9ld".encode("cp1252"), "It héld"),
        ("one.md", "# Briefing\n\n> It **held**, [he](https://x.example) said", "Briefing\n\nIt held, he said"),
        ("one.html", "<style>p{}</style><p>It <b>held</b>.</p><p>All night.</p>", "It held.\nAll night."),
        ("one.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jan>It held.", "Jan: It held."),
    ],
)
def test_files_are_stripped_to_their_words(name, content, words, edit):
    page = edit("<p>“The wall held all night,” he said.</p>")
    line = page.locator(".suggested .cite")
    line.locator("summary").click()
    raw = content if isinstance(content, bytes) else content.encode()
    line.locator("[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": raw})
    expect(line.locator("[name$=-source_words]")).to_have_value(words)
