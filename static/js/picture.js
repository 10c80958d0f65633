// Teaches the body's editor pictures and captions, so that they survive an edit and one sees what readers will see.

import { Node, pm, materialMenuButton } from "django-prose-editor/editor";

const { NodeSelection, Plugin, TextSelection } = pm.state;

const known = new Map(Object.entries(JSON.parse(document.getElementById("body-pictures")?.textContent ?? "{}")));

// What is not known came by paste or by an undo: the library is asked.
const told = async (key) => {
  if (!known.has(key)) {
    const answer = await fetch(`${document.getElementById("library").dataset.choose}?key=${encodeURIComponent(key)}`);
    const { pictures } = answer.ok ? await answer.json() : { pictures: [] };
    known.set(key, pictures[0] ?? null);
  }
  return known.get(key);
};

const show = async (dom, key) => {
  const picture = await told(key);
  const image = dom.querySelector("img");
  image.hidden = !picture?.large;
  if (picture?.large) image.src = picture.large;
  image.alt = picture?.alt ?? "";
  dom.querySelector(".no-file").hidden = Boolean(picture?.large);
  dom.querySelector(".no-alt").hidden = !picture?.large || Boolean(picture.alt);
  dom.querySelector(".credit").textContent = picture?.credit ?? "";
  const page = dom.querySelector("a");
  page.hidden = !picture;
  if (picture) page.href = picture.page;
};

// The picture the selection is in or on, with its place; or the whole figure that is selected.
const around = ({ selection }) => {
  if (selection instanceof NodeSelection && ["picture", "exhibit"].includes(selection.node.type.name)) {
    return { at: selection.from, node: selection.node, selected: true };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === "picture") return { at: $from.before(depth), node: $from.node(depth) };
  }
  return null;
};

const endOfCaption = (doc, { at, node }) => TextSelection.create(doc, at + node.nodeSize - 3);

// Where words go that are typed while a picture, or a whole figure, is selected.
const beside = (state, held) =>
  held.node.type.name === "picture"
    ? state.tr.setSelection(endOfCaption(state.doc, held))
    : paragraphAfter(state, held);

const paragraphAfter = (state, { at, node }) => {
  const tr = state.tr.insert(at + node.nodeSize, state.schema.nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, at + node.nodeSize + 1)).scrollIntoView();
};

const inserted = (editor, picture) => {
  known.set(picture.key, picture);
  const { state } = editor;
  const { $from } = state.selection;
  const words = picture.caption ? [{ type: "text", text: picture.caption }] : [];
  const node = state.schema.nodeFromJSON({
    type: "picture",
    attrs: { key: picture.key },
    content: [{ type: "legend", content: [{ type: "paragraph", content: words }] }],
  });
  const held = around(state);
  const empty = !held && $from.depth && $from.parent.type.name === "paragraph" && !$from.parent.content.size;
  const [from, to] = held
    ? [held.at + held.node.nodeSize, held.at + held.node.nodeSize]
    : empty
      ? [$from.before(), $from.after()]
      : Array(2).fill($from.depth ? $from.after() : state.selection.to);
  const tr = state.tr.replaceWith(from, to, node);
  const last = tr.doc.resolve(from).parent.lastChild === tr.doc.nodeAt(from);
  if (last) tr.insert(from + node.nodeSize, state.schema.nodes.paragraph.create()); // a way on
  editor.view.dispatch(tr.setSelection(endOfCaption(tr.doc, { at: from, node })).scrollIntoView());
  editor.view.focus();
};

const wanted = (editor, file = null) => {
  if (!document.getElementById("library")) return;
  const insert = (picture) => inserted(editor, picture);
  document.dispatchEvent(new CustomEvent("picture:wanted", { detail: { file, insert } }));
};

const fileIn = (transfer) => {
  const html = transfer?.types.includes("text/html");
  return html ? null : [...(transfer?.files ?? [])].find((file) => file.type.startsWith("image/"));
};

const writes = ({ key, isComposing, ctrlKey, metaKey, altKey }) =>
  isComposing || (!ctrlKey && !metaKey && !altKey && (key.length === 1 || key === "Process" || key === "Unidentified"));

// A selected picture is not typed over: what one types is its caption, what one pastes comes after it.
const guarded = (editor) =>
  new Plugin({
    props: {
      handleKeyDown(view, event) {
        const held = around(view.state);
        if (held?.selected && writes(event)) view.dispatch(beside(view.state, held));
        return false;
      },
      handleTextInput(view, _from, _to, text) {
        const held = around(view.state);
        if (!held?.selected) return false;
        view.dispatch(beside(view.state, held).insertText(text));
        return true;
      },
      handlePaste(view, event) {
        const file = fileIn(event.clipboardData);
        if (file) {
          wanted(editor, file);
          return true;
        }
        const held = around(view.state);
        if (held?.selected) view.dispatch(paragraphAfter(view.state, held));
        return false;
      },
      handleDrop(view, event) {
        const file = fileIn(event.dataTransfer);
        if (!file) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
        wanted(editor, file);
        event.preventDefault();
        return true;
      },
      handleClickOn(view, _pos, node, at, event) {
        if (node.type.name !== "picture" || !event.target.closest(".shown") || event.target.closest(".tools")) return false;
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
        return true;
      },
    },
  });

export const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "legend",
  draggable: true,
  isolating: true,

  addOptions() {
    return { label: "Add picture" };
  },

  addAttributes() {
    return {
      key: {
        isRequired: true,
        parseHTML: (element) => element.getAttribute("data-picture"),
        renderHTML: ({ key }) => ({ "data-picture": key }),
      },
    };
  },

  parseHTML() {
    return [{ tag: "figure[data-picture]", priority: 60 }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, 0];
  },

  addNodeView() {
    const frame = document.getElementById("picture-in-body");
    if (!frame) return null; // a page without the library shows captions only, and keeps everything
    return ({ node, editor, getPos }) => {
      const dom = frame.content.firstElementChild.cloneNode(true);
      const contentDOM = dom.querySelector(".words-under");
      let { key } = node.attrs;
      show(dom, key);
      dom.querySelector("button").addEventListener("click", () => {
        const at = getPos();
        editor.chain().focus().deleteRange({ from: at, to: at + editor.state.doc.nodeAt(at).nodeSize }).run();
      });
      return {
        dom,
        contentDOM,
        update: (other) => {
          if (other.type !== node.type) return false;
          if (other.attrs.key !== key) show(dom, (key = other.attrs.key));
          contentDOM.classList.toggle("empty", other.textContent === "");
          return true;
        },
        stopEvent: (event) => Boolean(event.target.closest?.(".tools")) && !/^(drag|drop)/.test(event.type),
        ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
      };
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const held = around(editor.state);
        if (!held || held.selected) return false;
        editor.view.dispatch(paragraphAfter(editor.state, held));
        return true;
      },
      Backspace: ({ editor }) => {
        const held = around(editor.state);
        if (!held || held.selected || held.node.textContent) return false;
        return editor.commands.setNodeSelection(held.at);
      },
    };
  },

  addProseMirrorPlugins() {
    return [guarded(this.editor)];
  },

  addMenuItems({ menu }) {
    menu.defineItem({
      name: "picture",
      groups: "pictures",
      button: materialMenuButton("image", this.options.label),
      command: (editor) => wanted(editor),
      active: (editor) => editor.isActive("picture"),
      hidden: () => !document.getElementById("library"),
    });
  },
});

// The words under a picture, a table or a row of pictures.
export const Legend = Node.create({
  name: "legend",
  content: "paragraph+",

  parseHTML() {
    return [{ tag: "figcaption" }];
  },

  renderHTML() {
    return ["figcaption", 0];
  },
});

// Anything else under one caption.
export const Exhibit = Node.create({
  name: "exhibit",
  group: "block",
  content: "(block | legend)+",
  isolating: true,

  parseHTML() {
    return [{ tag: "figure" }];
  },

  renderHTML() {
    return ["figure", 0];
  },
});
