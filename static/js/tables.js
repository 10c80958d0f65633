// Lets a table keep its caption while it is edited: shown above it, changed by a tool of its own.

import { Table as Plain, materialMenuButton, updateAttrsDialog } from "django-prose-editor/editor";

const captioned = (html) =>
  new DOMParser().parseFromString(`<table><caption>${html}</caption></table>`, "text/html").querySelector("caption");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const KEPT = { A: "href", MARK: "data-citation", P: "", STRONG: "", EM: "", B: "", I: "", SUB: "", SUP: "", BR: "" };

// A caption may have been pasted: of what it holds only words and marks come into the page.
const tidied = (element) =>
  [...element.childNodes]
    .map((node) => {
      if (node.nodeType === 3) return escaped(node.data);
      if (node.nodeType !== 1 || ["SCRIPT", "STYLE", "TEMPLATE"].includes(node.nodeName)) return "";
      const [tag, attribute] = [node.nodeName.toLowerCase(), KEPT[node.nodeName]];
      if (attribute === undefined) return tidied(node);
      const value = attribute && escaped(node.getAttribute(attribute) ?? "").replaceAll('"', "&quot;");
      const opening = attribute ? `<${tag} ${attribute}="${value}">` : `<${tag}>`;
      return tag === "br" ? opening : `${opening}${tidied(node)}</${tag}>`;
    })
    .join("");

export const Table = Plain.extend({
  addOptions() {
    return { ...this.parent?.(), label: "Caption", title: "Caption of the table", set: "Set" };
  },

  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        rendered: false,
        parseHTML: (element) => {
          const caption = element.querySelector(":scope > caption");
          return caption ? tidied(caption) : "";
        },
      },
    };
  },

  parseHTML() {
    return [{ tag: "table" }, { tag: "caption", ignore: true }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const rows = ["tbody", 0];
    const { caption } = node.attrs;
    return caption ? ["table", HTMLAttributes, captioned(caption), rows] : ["table", HTMLAttributes, rows];
  },

  addNodeView() {
    const plain = this.parent();
    return (properties) => {
      const view = plain(properties);
      const shown = document.createElement("caption");
      shown.contentEditable = "false";
      const show = ({ attrs }) => {
        shown.textContent = attrs.caption ? captioned(attrs.caption).textContent : "";
        shown.hidden = !attrs.caption;
      };
      show(properties.node);
      view.table.prepend(shown);
      const { update, ignoreMutation } = view;
      view.update = (node) => {
        const kept = update.call(view, node);
        if (kept) show(node);
        return kept;
      };
      view.ignoreMutation = (mutation) => shown.contains(mutation.target) || ignoreMutation.call(view, mutation);
      return view;
    };
  },

  addMenuItems(tools) {
    this.parent?.(tools);
    const { label, title, set } = this.options;
    const ask = updateAttrsDialog({ caption: { type: "string", title: label } }, { title, submitText: set });
    tools.menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: materialMenuButton("subtitles", title),
      hidden: (editor) => !editor.isActive("table"),
      command: async (editor) => {
        const held = editor.getAttributes("table").caption;
        const before = held ? captioned(held).textContent : "";
        const told = await ask(editor, { caption: before });
        editor.commands.focus();
        if (!told || told.caption === before) return; // the marks in it stay
        editor.commands.updateAttributes("table", { caption: escaped(told.caption.trim()) });
      },
    });
  },
});
