// Shows cited and suggested passages in the body's editor, and says where they are and what they read.

import { Extension, pm } from "django-prose-editor/editor";

const { Plugin, PluginKey } = pm.state;
const { Decoration, DecorationSet } = pm.view;

const KEY = new PluginKey("passages");
const AROUND = 90; // characters of context on either side

const told = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

const textOf = (block) => block.textBetween(0, block.content.size, null, (node) => (node.type.name === "hardBreak" ? "\n" : ""));

// The server counts characters, the editor halves of some.
const offset = (text, characters) => [...text].slice(0, characters).join("").length;

// Where the stretches told by the server stand in the document; one that is not of it is left out.
const located = (doc, stretches) => {
  const blocks = new Map();
  doc.descendants((node, at) => {
    if (!node.isTextblock) return;
    const text = textOf(node);
    blocks.set(text, [...(blocks.get(text) ?? []), at + 1]);
  });
  return Object.entries(stretches).flatMap(([key, several]) =>
    several.flatMap(({ block, nth, start, end }) => {
      const at = blocks.get(block)?.[nth];
      const whole = at !== undefined && start < end && end <= [...block].length;
      return !whole ? [] : [{ key, from: at + offset(block, start), to: at + offset(block, end) }];
    }),
  );
};

// Every stretch of a passage as the document is now: what is marked, and what is only suggested.
const marked = (doc) => {
  const found = [];
  doc.descendants((node, at) => {
    const mark = node.isText && node.marks.find(({ type }) => type.name === "cited");
    if (!mark) return;
    const { key } = mark.attrs;
    const last = found.at(-1);
    if (last?.key === key && last.to === at) last.to = at + node.nodeSize;
    else found.push({ key, from: at, to: at + node.nodeSize });
  });
  return found;
};

const all = (doc, suggested) => {
  const marks = marked(doc);
  const keys = new Set(marks.map(({ key }) => key));
  return [...marks, ...suggested.filter(({ key }) => !keys.has(key))].sort((one, other) => one.from - other.from);
};

// The words of each passage, and those around its first stretch.
const read = (doc, stretches) => {
  const passages = new Map();
  for (const { key, from, to } of stretches) {
    const words = doc.textBetween(from, to, "\n", "\n");
    if (passages.has(key)) {
      passages.get(key).words += `\n${words}`;
      continue;
    }
    const $from = doc.resolve(from);
    const block = textOf($from.parent);
    const [first, last] = [from - $from.start(), to - $from.start()];
    passages.set(key, {
      words,
      before: first > AROUND ? block.slice(first - AROUND, first).replace(/^\S*/u, "…") : block.slice(0, first),
      after: block.length - last > AROUND ? block.slice(last, last + AROUND).replace(/\S*$/u, "…") : block.slice(last),
    });
  }
  return passages;
};

const decorated = (doc, { stretches, states, current }) =>
  DecorationSet.create(
    doc,
    stretches.map(({ key, from, to }) =>
      Decoration.inline(from, to, {
        class: `passage is-${states.get(key) ?? "unknown"}${key === current ? " current" : ""}`,
        "data-passage": key,
      }),
    ),
  );

const begin = (doc) => {
  const json = document.getElementById("body-passages")?.textContent ?? "{}";
  const suggested = located(doc, JSON.parse(json));
  return { suggested, stretches: all(doc, suggested), states: new Map(), current: null };
};

const next = (tr, held) => {
  const news = tr.getMeta(KEY);
  if (!news && !tr.docChanged) return held;
  const suggested = tr.docChanged
    ? held.suggested
        .map(({ key, from, to }) => ({ key, from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) }))
        .filter(({ from, to }) => from < to)
    : held.suggested;
  return { ...held, ...news, suggested, stretches: all(tr.doc, suggested) };
};

const plugin = () =>
  new Plugin({
    key: KEY,
    state: {
      init: (_config, { doc }) => begin(doc),
      apply: (tr, held) => next(tr, held),
    },
    props: {
      decorations: (state) => decorated(state.doc, KEY.getState(state)),
      handleClick(_view, _at, event) {
        const key = event.target.closest?.("[data-passage]")?.dataset.passage;
        told(key ? "passage:chosen" : "passage:left", { key });
        return false;
      },
    },
    view: (view) => {
      const tell = () => told("passages:changed", { passages: read(view.state.doc, KEY.getState(view.state).stretches) });
      tell();
      return {
        update: (_view, before) => {
          if (before.doc.eq(view.state.doc)) return;
          tell();
        },
      };
    },
  });

export const Passages = Extension.create({
  name: "passages",

  addStorage() {
    return { between: () => null };
  },

  onCreate() {
    const { view } = this.editor;
    const say = (news) => view.dispatch(view.state.tr.setMeta(KEY, news).setMeta("addToHistory", false));
    this.storage.between = (from, to) => {
      const { stretches } = KEY.getState(view.state);
      return stretches.find((one) => one.from <= from && to <= one.to)?.key ?? null;
    };
    document.addEventListener("passage:states", ({ detail }) => say({ states: detail.states }));
    document.addEventListener("passage:show", ({ detail: { key, scroll } }) => {
      say({ current: key });
      if (!scroll) return;
      const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
      view.dom.querySelector(`[data-passage="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "center", behavior });
    });
    const ready = () => told("passages:ready", { passages: read(view.state.doc, KEY.getState(view.state).stretches) });
    document.addEventListener("passages:asked", ready);
    ready();
  },

  addProseMirrorPlugins() {
    return [plugin()];
  },
});
