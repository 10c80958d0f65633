"""An editor at the words of a story in a real browser: selects, cites, answers, saves."""

from playwright.sync_api import Locator, Page, expect

from articles.models import Article


def saved(page: Page) -> Article:
    """The story after *Save*."""
    with page.expect_navigation():
        page.locator(".save").click()
    page.locator(".prose-menubar").wait_for()
    return Article.objects.get()


def select(page: Page, words: str) -> None:
    """Selects words of the body as one does with the mouse."""
    page.locator(".tiptap").evaluate(
        """(dom, words) => {
            const { editor } = dom;
            editor.view.focus();
            editor.state.doc.descendants((node, at) => {
                const start = node.isTextblock ? node.textContent.indexOf(words) : -1;
                const from = at + 1 + start;
                if (start >= 0) editor.chain().focus().setTextSelection({ from, to: from + words.length }).run();
            });
        }""",
        words,
    )


def row(page: Page, words: str) -> Locator:
    """The row of the citation that is about `words`."""
    return page.locator(".cite", has=page.locator("summary", has_text=words))


def state(page: Page, words: str) -> str:
    """What is answered to the suggestion about `words`."""
    return row(page, words).locator(".state :checked").get_attribute("value")


def choose(page: Page, name: str) -> None:
    """Types into the box that is open and takes what is found."""
    page.keyboard.type(name)
    expect(page.locator(".select2-results__option--highlighted")).to_have_text(name)
    page.keyboard.press("Enter")
