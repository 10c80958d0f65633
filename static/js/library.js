// The dialog in which a picture is chosen from the library, or uploaded into it.

const dialog = document.getElementById("library");
const grid = dialog?.querySelector(".library-grid");
const words = dialog?.querySelector(".library-find input");
const none = dialog?.querySelector(".library-empty");
const more = dialog?.querySelector(".library-more");
const fresh = dialog?.querySelector(".library-upload");
const choice = document.getElementById("library-choice");

let insert = () => {};
let page = 1;
let asked = 0;

const take = (picture) => {
  dialog.close();
  insert(picture);
};

const item = (picture) => {
  const one = choice.content.cloneNode(true);
  one.querySelector("img").src = picture.thumbnail;
  one.querySelector(".name").textContent = picture.name;
  one.querySelector(".credit").textContent = picture.credit;
  one.querySelector("button").addEventListener("click", () => take(picture));
  return one;
};

const look = async (number) => {
  const mine = ++asked;
  const query = new URLSearchParams({ q: words.value, page: number });
  const answer = await fetch(`${dialog.dataset.choose}?${query}`).catch(() => null);
  if (mine !== asked) return; // somebody typed on meanwhile
  if (!answer?.ok) {
    none.textContent = dialog.dataset.failed;
    return;
  }
  const found = await answer.json();
  if (number === 1) grid.replaceChildren();
  const before = grid.children.length;
  grid.append(...found.pictures.map(item));
  none.textContent = grid.children.length || !words.value ? "" : none.dataset.none;
  more.hidden = !found.more;
  if (number > 1) grid.children[before]?.querySelector("button").focus();
  page = number;
};

const upload = async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("[type=submit]");
  const refused = form.querySelector(".refused");
  button.disabled = true;
  refused.textContent = "";
  const answer = await fetch(dialog.dataset.upload, { method: "POST", body: new FormData(form) }).catch(() => null);
  const told = answer?.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  button.disabled = false;
  if (answer?.status === 201) {
    form.reset();
    take(told);
  } else {
    refused.textContent = told.sentences?.join(" ") ?? dialog.dataset.failed;
  }
};

if (dialog) {
  let waiting;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look(1), 200);
  });
  words.form.addEventListener("submit", (event) => {
    event.preventDefault();
    look(1);
  });
  more.addEventListener("click", () => look(page + 1));
  fresh.querySelector("form").addEventListener("submit", upload);

  document.addEventListener("picture:wanted", ({ detail }) => {
    insert = detail.insert;
    dialog.showModal();
    fresh.open = Boolean(detail.file);
    if (detail.file) {
      const files = new DataTransfer();
      files.items.add(detail.file);
      fresh.querySelector("[type=file]").files = files.files;
      fresh.querySelector("[name=alt]").focus();
    }
    look(1);
  });
}
