"""In: bytes become drafts. Pure until the last step: bytes → reader → story → named steps → decide → desk."""
