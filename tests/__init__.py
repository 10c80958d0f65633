"""The tests mirror the code: `tests/text/test_clean.py` is about `articles/text/clean.py`."""
