// The body's editor: named for those who hear it, in the story's own language, its tools told apart when pressed.

const LANGUAGE = document.getElementById("id_language");
const DIRECTION = document.getElementById("id_direction");

const speak = (dom) => {
  if (LANGUAGE) dom.lang = LANGUAGE.value;
  if (DIRECTION) dom.dir = DIRECTION.value;
};

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const dom = editor.view.dom;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  editor.setOptions({ editorProps: { attributes: { "aria-label": label.textContent.trim() } } });
  label.addEventListener("click", () => editor.commands.focus());

  // The editor knows no heads of tables: rows of nothing but headings, on top, are one.
  textarea.addEventListener("input", () => {
    if (textarea.value.includes("<th")) textarea.value = headed(textarea.value);
  });

  // The tools are made when the editor is, a moment after it is ready to be spoken to.
  editor.on("create", () => nameTools(editor, dom, label.textContent.trim()));

  speak(dom);
  for (const field of [LANGUAGE, DIRECTION]) field?.addEventListener("change", () => speak(dom));
});

const nameTools = (editor, dom, name) => {
  const toolbar = dom.parentElement.querySelector(".prose-menubar");
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", name);
  const press = () => {
    for (const button of toolbar.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", button.classList.contains("active"));
    }
  };
  editor.on("transaction", press);
  press();
};

const headed = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const rows of page.querySelectorAll("table > tbody")) {
    const first = [...rows.rows].findIndex((row) => row.querySelector(":scope > td"));
    if (first < 1) continue;
    const head = page.createElement("thead");
    head.append(...[...rows.rows].slice(0, first));
    rows.before(head);
  }
  return page.body.innerHTML;
};
