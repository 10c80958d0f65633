"""Pictures, figures and captions in the body's editor, in a real browser: none is lost, none is destroyed."""

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article, Picture
from tests.conftest import figure
from tests.photographs import photograph

pytestmark = pytest.mark.django_db(transaction=True)

TABLE = """<table>
<caption>Gauge, in <em>metres</em></caption>
<thead>
<tr>
<th>Place</th>
</tr>
</thead>
<tbody>
<tr>
<td>Inner</td>
</tr>
</tbody>
</table>"""


def saved(page: Page) -> str:
    """The body after *Save*."""
    with page.expect_navigation():
        page.locator(".save").click()
    return Article.objects.get().body


def click_into(words: Locator, **where) -> None:
    """Sets the cursor into some words, and waits until the editor has noticed: it hears of it a moment later."""
    words.click(**where)
    words.evaluate(
        """dom => new Promise((noticed) => {
            const { editor } = dom.closest(".tiptap");
            const look = () => {
                const { node } = editor.view.domAtPos(editor.state.selection.head);
                dom.contains(node) ? noticed() : requestAnimationFrame(look);
            };
            look();
        })"""
    )


def write_at_the_end(page: Page, text: str) -> None:
    click_into(page.locator(".tiptap > p").last)
    page.keyboard.press("End")
    page.keyboard.type(text)


def test_everything_that_stands_in_figures_and_tables_survives_an_edit(edit, make_picture, complaints):
    wall, fog = make_picture(), make_picture()
    several = f"<figure>\n{figure(wall)}\n{figure(fog, 'Fog')}\n<figcaption>Both</figcaption>\n</figure>"
    under = f"<figure>\n{TABLE}\n<figcaption>From the <em>gauge</em></figcaption>\n</figure>"
    lines = figure(wall, "x").replace("<figcaption>x", "<figcaption>\n<p>One</p>\n<p>Two</p>\n")
    listed = f"<ul>\n<li>\n<p>One</p>\n{figure(fog)}\n</li>\n</ul>"
    unknown = '<figure data-picture="unknown">\n<figcaption>Not yet here</figcaption>\n</figure>'
    body = "\n".join([figure(wall, "It <em>held</em>"), figure(fog), several, under, lines, listed, unknown, TABLE])
    page = edit(f"{body}\n<p>The end</p>")
    expect(page.locator(".unsaved-note")).to_be_empty()
    write_at_the_end(page, "!")
    assert saved(page) == f"{body}\n<p>The end!</p>"
    assert complaints == []


def test_a_picture_is_seen_with_its_credit_and_what_it_lacks(edit, make_picture):
    wall = make_picture(alt="", credit="Ada Moss")
    coming = Picture.objects.create(key="k", alt="A wall")
    page = edit(f"{figure(wall, 'It held')}\n{figure(coming)}\n<p>The end</p>")
    first, second = page.locator(".tiptap .picture").all()
    expect(first.locator("img")).to_have_js_property("complete", True)
    assert first.locator("img").evaluate("image => image.naturalWidth") == 640
    expect(first.locator(".credit")).to_have_text("Ada Moss")
    expect(first.locator(".no-alt")).to_be_visible()
    expect(first.locator(".no-file")).to_be_hidden()
    expect(second.locator(".no-file")).to_be_visible()
    expect(second.locator("img")).to_be_hidden()


def test_typing_on_a_selected_picture_writes_its_caption(edit, make_picture):
    wall = make_picture()
    page = edit(f"{figure(wall, 'It')}\n<p>The end</p>")
    page.locator(".tiptap .picture img").click()
    expect(page.locator(".ProseMirror-selectednode")).to_have_count(1)
    page.keyboard.type(" held, wholly")
    page.keyboard.press("Enter")
    page.keyboard.type("Below it.")
    assert saved(page) == f"{figure(wall, 'It held, wholly')}\n<p>Below it.</p>\n<p>The end</p>"


def test_typing_on_a_selected_figure_writes_below_it(edit, make_picture):
    several = f"<figure>\n{figure(make_picture())}\n<figcaption>Both</figcaption>\n</figure>"
    page = edit(f"{several}\n<p>The end</p>")
    click_into(page.locator(".tiptap > p").last, position={"x": 1, "y": 8})
    page.keyboard.press("Backspace")
    expect(page.locator(".ProseMirror-selectednode")).to_have_count(1)
    page.keyboard.type("Below")
    assert saved(page) == f"{several}\n<p>Below</p>\n<p>The end</p>"


def test_pasting_on_a_selected_picture_writes_below_it(edit, make_picture):
    wall = make_picture()
    page = edit(f"<p>Copied words</p>\n{figure(wall)}")
    page.locator(".tiptap > p").first.click(click_count=3)
    page.keyboard.press("Control+c")
    page.locator(".tiptap .picture img").click()
    page.keyboard.press("Control+v")
    assert saved(page) == f"<p>Copied words</p>\n{figure(wall)}\n<p>Copied words</p>"


def test_the_keyboard_alone_selects_and_takes_out_a_picture_and_brings_it_back(edit, make_picture):
    wall = make_picture()
    page = edit(f"{figure(wall)}\n<p>The end</p>")
    click_into(page.locator(".tiptap > p").last, position={"x": 1, "y": 8})
    page.keyboard.press("Backspace")
    expect(page.locator(".ProseMirror-selectednode")).to_have_count(1)
    page.keyboard.press("Backspace")
    expect(page.locator(".tiptap .picture")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator(".tiptap .picture")).to_have_count(1)
    click_into(page.locator(".tiptap .picture .words-under"))
    page.keyboard.press("Backspace")
    expect(page.locator(".ProseMirror-selectednode")).to_have_count(1)
    page.keyboard.press("Delete")
    assert saved(page) == "<p>The end</p>"


def test_a_picture_is_taken_out_by_its_button(edit, make_picture):
    page = edit(f"{figure(make_picture())}\n<p>The end</p>")
    page.get_by_role("button", name="Take out").click()
    assert saved(page) == "<p>The end</p>"


def test_a_picture_is_cut_and_pasted_to_another_place(edit, make_picture):
    wall = make_picture()
    page = edit(f"{figure(wall, 'It held')}\n<p>The end</p>")
    page.locator(".tiptap .picture img").click()
    page.keyboard.press("Control+x")
    expect(page.locator(".tiptap .picture")).to_have_count(0)
    write_at_the_end(page, "!")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+v")
    expect(page.locator(".tiptap .picture img")).to_be_visible()
    assert saved(page) == f"<p>The end!</p>\n{figure(wall, 'It held')}"


# Adding


def test_a_picture_is_chosen_from_the_library_by_keyboard_alone(edit, make_picture, complaints):
    make_picture(caption="Fog")
    wall = make_picture(caption="The wall", credit="Ada Moss")
    page = edit("<p>One</p>\n<p>Two</p>")
    click_into(page.locator(".tiptap > p").first)
    page.locator("[data-name=picture]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Add picture")).to_be_visible()
    page.keyboard.type("moss")
    expect(page.locator(".library-grid button")).to_have_count(1)
    for _press in range(2):  # over *Upload a new one*
        page.keyboard.press("Tab")
    expect(page.locator(".library-grid button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".tiptap figcaption")).to_have_text("The wall")
    page.keyboard.type(" held")
    assert saved(page) == f"<p>One</p>\n{figure(wall, 'The wall held')}\n<p>Two</p>"
    assert complaints == []


def test_escape_leaves_the_dialog_and_the_story_as_it_was(edit, make_picture):
    make_picture()
    page = edit("<p>One</p>")
    page.locator("[data-name=picture]").click()
    expect(page.locator("#library")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#library")).to_be_hidden()
    expect(page.locator(".unsaved-note")).to_be_empty()


def test_a_picture_is_uploaded_into_the_story(edit, complaints):
    page = edit("<p>One</p>")
    write_at_the_end(page, "")
    page.locator("[data-name=picture]").click()
    page.locator(".library-upload summary").click()
    page.get_by_label("File").set_input_files({"name": "wall.txt", "mimeType": "image/jpeg", "buffer": b"no picture"})
    page.get_by_role("button", name="Upload and add").click()
    expect(page.locator(".library-upload .refused")).to_have_text(
        "This is no picture that can be printed. Choose a JPEG, PNG, WebP, GIF or AVIF file."
    )
    page.get_by_label("File").set_input_files({"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": photograph()})
    page.get_by_label("Alt text").fill("A wall")
    page.locator("#library").get_by_label("Caption").fill("The wall")
    page.get_by_role("button", name="Upload and add").click()
    expect(page.locator(".tiptap .picture img")).to_be_visible()
    body, kept = saved(page), Picture.objects.get()
    assert (body, kept.alt) == (f"<p>One</p>\n{figure(kept, 'The wall')}", "A wall")
    assert [complaint for complaint in complaints if "422" not in complaint] == []


def test_a_picture_dropped_on_the_words_is_offered_for_upload(edit):
    page = edit("<p>One</p>")
    page.locator(".tiptap").evaluate(
        """dom => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array([1])], "wall.jpg", { type: "image/jpeg" }));
            const { x, y } = dom.querySelector("p").getBoundingClientRect();
            const place = { clientX: x + 2, clientY: y + 2, bubbles: true, cancelable: true };
            dom.dispatchEvent(new DragEvent("drop", { ...place, dataTransfer: transfer }));
        }"""
    )
    expect(page.locator("#library")).to_be_visible()
    assert page.locator("#library-file").evaluate("field => field.files[0].name") == "wall.jpg"


# Tables


def test_the_caption_of_a_table_is_seen_and_changed(edit, complaints):
    page = edit(f"{TABLE}\n<p>The end</p>")
    expect(page.locator(".tiptap caption")).to_have_text("Gauge, in metres")
    click_into(page.locator(".tiptap td"))
    page.locator("[data-name='table:caption']").click()
    page.locator(".prose-editor-dialog [type=submit]").click()
    page.keyboard.press("End")
    page.keyboard.type("!")
    assert saved(page) == TABLE.replace("Inner", "Inner!") + "\n<p>The end</p>"
    click_into(page.locator(".tiptap td"))
    page.locator("[data-name='table:caption']").click()
    page.locator(".prose-editor-dialog input").fill("Gauge <b> & more")
    page.locator(".prose-editor-dialog [type=submit]").click()
    expect(page.locator(".tiptap caption")).to_have_text("Gauge <b> & more")
    assert "<caption>Gauge &lt;b&gt; &amp; more</caption>" in saved(page)
    assert complaints == []


def test_of_a_pasted_caption_only_words_and_marks_come_in(edit):
    page = edit("<p>One</p>")
    write_at_the_end(page, "")
    page.locator(".tiptap").evaluate(
        """dom => {
            const transfer = new DataTransfer();
            const script = "<script>window.harmed = true</" + "script>";
            const caption = `<caption>A <em onclick="x()">b</em><img src=x>${script}</caption>`;
            transfer.setData("text/html", `<table>${caption}<tr><td>x</td></tr></table>`);
            const paste = { clipboardData: transfer, bubbles: true, cancelable: true };
            dom.dispatchEvent(new ClipboardEvent("paste", paste));
        }"""
    )
    expect(page.locator(".tiptap caption")).to_have_text("A b")
    html = page.locator("#id_body").input_value()
    assert "<caption>A <em>b</em></caption>" in html
    assert page.evaluate("window.harmed") is None
