// Teaches the body's editor the mark of a cited passage, and the tool that makes one of the words selected.

import { Mark, materialMenuButton } from "django-prose-editor/editor";

const told = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

// The selected words without the white space around them; null where there are none.
const words = ({ doc, selection }) => {
  let [from, to] = [Infinity, -1];
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, at) => {
      if (!node.isText) return;
      for (let place = Math.max($from.pos, at); place < Math.min($to.pos, at + node.nodeSize); place++) {
        if (/\s/u.test(node.text[place - at])) continue;
        from = Math.min(from, place);
        to = Math.max(to, place + 1);
      }
    });
  }
  return from < to ? { from, to } : null;
};

// What the words are a passage of already: a mark, or something suggested.
const passageAt = (editor) => {
  const { from, to } = words(editor.state) ?? editor.state.selection;
  return editor.storage.passages?.between(from, to) ?? null;
};

const mark = (editor, key) => {
  const found = words(editor.state);
  if (!found) return false;
  const { tr, schema } = editor.state;
  editor.view.dispatch(tr.addMark(found.from, found.to, schema.marks.cited.create({ key })));
  return true;
};

const cite = (editor) => {
  const held = passageAt(editor);
  if (held) {
    told("passage:wanted", { key: held });
    return;
  }
  const found = words(editor.state);
  if (!found) return;
  const key = newKey();
  mark(editor, key);
  editor.commands.setTextSelection(found.to); // no letter typed too soon may take the place of the words
  told("passage:cited", { key, words: editor.state.doc.textBetween(found.from, found.to, "\n", "\n") });
};

const tool = (label) => {
  const button = materialMenuButton("record_voice_over", label);
  button.append(Object.assign(document.createElement("span"), { className: "named", textContent: label }));
  return button;
};

const mayCite = () => Boolean(document.getElementById("citations-empty"));

export const Cited = Mark.create({
  name: "cited",
  inclusive: false,

  addOptions() {
    return { label: "Cite" };
  },

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

  onCreate() {
    document.addEventListener("passage:mark", ({ detail }) => mark(this.editor, detail.key));
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Shift-c": ({ editor }) => {
        if (mayCite()) cite(editor);
        return mayCite();
      },
    };
  },

  addMenuItems({ menu }) {
    menu.defineItem({
      name: "cite",
      groups: "citing",
      button: tool(this.options.label),
      command: cite,
      enabled: (editor) => Boolean(words(editor.state) || passageAt(editor)),
      active: (editor) => editor.isActive("cited"),
      hidden: () => !mayCite(),
    });
  },
});
