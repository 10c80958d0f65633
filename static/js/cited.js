// Teaches the body's editor the mark of a cited passage, so that it survives an edit.

import { Mark } from "django-prose-editor/editor";

export const Cited = Mark.create({
  name: "cited",
  inclusive: false,

  addAttributes() {
    return {
      key: {
        default: null,
        parseHTML: (element) => element.getAttribute("data-citation"),
        renderHTML: ({ key }) => ({ "data-citation": key }),
      },
    };
  },

  parseHTML() {
    return [{ tag: "mark[data-citation]" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["mark", HTMLAttributes, 0];
  },
});
