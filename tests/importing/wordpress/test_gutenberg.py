from articles.importing.wordpress.gutenberg import without_block_comments


def unblocked(content, **shared):
    return without_block_comments(content, {name.removeprefix("n"): html for name, html in shared.items()})


def test_blocks_are_their_html():
    content = '<!-- wp:paragraph {"a":"\\u003c"} -->\n<p>One</p>\n<!-- /wp:paragraph -->'
    assert unblocked(content).html.strip() == "<p>One</p>"


def test_what_stands_between_blocks_was_typed():
    content = "One\n\nTwo\n<!-- wp:html --><b>a\n\nb</b><!-- /wp:html -->"
    assert unblocked(content).html == "<div>One<div></div>Two </div><b>a\n\nb</b>"


def test_a_block_that_posts_share_is_shown_with_those_in_it():
    seven = '<!-- wp:html --><p>7</p><!-- /wp:html --><!-- wp:block {"ref":8} /-->'
    eight = "<!-- wp:html --><p>8</p><!-- /wp:html -->"
    assert unblocked('<!-- wp:block {"ref":7} /-->', n7=seven, n8=eight).html == "<p>7</p><p>8</p>"


def test_blocks_that_share_each_other_end():
    assert unblocked('<!-- wp:block {"ref":7} /-->', n7='x<!-- wp:block {"ref":7} /-->').html.count("x") == 5


def test_a_block_without_html_is_told_and_linked_where_it_leads_somewhere():
    listed = "<!-- wp:latest-posts /-->"
    played = '<!-- wp:embed {"url":"https://a.example/1"} /-->'
    link = '<p><a href="https://a.example/1">https://a.example/1</a></p>'
    assert unblocked(listed + played).changed == ((listed, ""), (played, link))


def test_the_list_around_the_pictures_of_a_gallery_goes():
    content = (
        '<!-- wp:gallery --><figure><ul class="x"><li><figure>a</figure></li></ul></figure><!-- /wp:gallery -->'
        "<!-- wp:list --><ul><li>b</li></ul><!-- /wp:list -->"
    )
    assert unblocked(content).html == "<figure><figure>a</figure></figure><ul><li>b</li></ul>"


def test_attributes_that_are_no_json_are_none():
    for attributes in ("{", "[1]", '{"ref":{}}', "[" * 50_000):
        assert unblocked(f"<!-- wp:block {attributes} /-->").html == ""
