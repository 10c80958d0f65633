"""WordPress exports (WXR) taken apart: the channel around the posts, a post's fields, and its content as HTML."""
