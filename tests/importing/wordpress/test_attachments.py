import pytest

from articles.importing.wordpress.attachments import attachment_of, original, uploaded
from articles.importing.wordpress.post import Post


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("https://courier.example/wp-content/uploads/2019/05/pier.jpg?w=9", "2019/05/pier.jpg"),
        ("https://courier.example/blog/wp-content/uploads/sites/3/2019/05/p%C3%A4r.jpg", "2019/05/pär.jpg"),
        ("https://i0.wp.com/courier.example/wp-content/uploads/pier.jpg", "pier.jpg"),
        ("https://name.files.wordpress.com/2019/05/pier.jpg", "2019/05/pier.jpg"),
        ("https://courier.example/files/2019/05/pier.jpg", "2019/05/pier.jpg"),
        ("/wp-content/uploads/2019/05/pier.jpg", "2019/05/pier.jpg"),
        ("https://media.example/2019/05/pier.jpg", ""),
        ("https://[", ""),
    ],
)
def test_the_path_below_uploads_is_told_by_the_address(url, file):
    assert uploaded(url) == file


@pytest.mark.parametrize(
    ("file", "whole"),
    [
        ("2019/05/pier-300x200.jpg", "2019/05/pier.jpg"),
        ("2019/05/pier-scaled.jpeg", "2019/05/pier.jpeg"),
        ("2019/05/pier-9x.jpg", "2019/05/pier-9x.jpg"),
        ("a-300x200/pier.png", "a-300x200/pier.png"),
    ],
)
def test_a_rendition_maps_back_to_the_original(file, whole):
    assert original(file) == whole


def test_credit_and_rights_are_found_in_what_the_camera_wrote():
    kept = 'a:1:{s:10:"image_meta";a:2:{s:6:"credit";s:13:"Zoë "Z" Häl";s:9:"copyright";s:4:"2019";}}'
    told = attachment_of(
        Post({"wp:attachment_url": "https://a.example/b.jpg"}, meta={"_wp_attachment_metadata": (kept,)})
    )
    assert (told.credit, told.rights) == ('Zoë "Z" Häl', "2019")


def test_a_credit_typed_by_hand_goes_before():
    meta = {"_media_credit": ("Ada Finch",), "_wp_attachment_metadata": ('s:6:"credit";s:3:"Zoë";',)}
    assert attachment_of(Post(meta=meta)).credit == "Ada Finch"


def test_a_servers_own_path_is_no_file():
    post = Post(
        {"wp:attachment_url": "https://a.example/wp-content/uploads/2025/01/b.jpg"},
        meta={"_wp_attached_file": ("/home/www/files/2025/01/b.jpg",)},
    )
    assert attachment_of(post).file == "2025/01/b.jpg"
