// Suggestions answered with a key: in the panel, or on a card under the passage while one reads the text.

const panel = document.getElementById("citations-group");
const card = document.getElementById("passage-card");
const paper = document.querySelector("#words-body .paper");
const heard = document.getElementById("citations-said");

const told = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

const rows = () => [...panel.querySelectorAll(".cite:not([hidden])")];
const rowOf = (key) => rows().find((row) => row.dataset.key === key);
const suggested = () => rows().filter((row) => row.closest(".suggested"));
const radio = (row, value) => row.querySelector(`.state [value="${value}"]`);
const isOpen = (row) => radio(row, "suggested")?.checked;
const source = (row) => row.querySelector('[name$="-source"]');
const summary = (row) => row.querySelector("summary");

const set = (row, value) => {
  radio(row, value).checked = true;
  radio(row, value).dispatchEvent(new Event("change", { bubbles: true }));
};

const say = (words) => {
  heard.textContent = "";
  requestAnimationFrame(() => (heard.textContent = words));
};

const nextOpen = (row) => {
  const all = suggested();
  const at = all.indexOf(row);
  return [...all.slice(at + 1), ...all.slice(0, at)].find(isOpen);
};

// Gives the answer; false where it first has to be said who spoke.
const answered = (row, value) => {
  set(row, value);
  if (value !== "confirmed" || source(row).value) return true;
  say(heard.dataset.unnamed);
  told("source:asked", { key: row.dataset.key });
  return false;
};

const focusRow = (row) => {
  summary(row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};

// In the panel

const besides = (row, step) => {
  const all = rows().filter((one) => one.checkVisibility());
  return all[all.indexOf(row) + step];
};

const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const ANSWERS = { a: "confirmed", r: "rejected" };

const isTyping = (target) => target.closest(".inside") && !target.closest("summary");

const inPanel = (event) => {
  const row = event.target.closest(".cite");
  if (!row || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const value = ANSWERS[event.key.toLowerCase()];
  if (value && row.closest(".suggested")) {
    event.preventDefault();
    if (!answered(row, value)) return;
    const next = nextOpen(row);
    if (!next) say(heard.dataset.settled);
    focusRow(next ?? row);
  } else if (event.key in STEPS) {
    event.preventDefault();
    const other = besides(row, STEPS[event.key]);
    if (other) focusRow(other);
  }
};

// On the card

let shown = null;

const place = (key) => {
  const passage = document.querySelector(`#words-body [data-passage="${CSS.escape(key)}"]`);
  if (!passage) return false;
  const box = paper.getBoundingClientRect();
  const last = [...passage.getClientRects()].at(-1);
  card.style.top = `${last.bottom - box.top + 6}px`;
  card.style.left = `${Math.max(0, Math.min(last.left - box.left, box.width - card.offsetWidth))}px`;
  return true;
};

const fill = (row) => {
  const waits = Boolean(row.closest(".suggested"));
  card.querySelector(".card-said").replaceChildren(
    row.querySelector(".who").cloneNode(true),
  );
  for (const button of card.querySelectorAll('[value="confirmed"], [value="rejected"]')) {
    button.hidden = !waits;
    button.setAttribute("aria-pressed", Boolean(radio(row, button.value)?.checked));
  }
  const all = suggested();
  card.querySelector(".card-place").textContent = waits ? `${all.indexOf(row) + 1} / ${all.length}` : "";
  card.classList.toggle("lost", row.classList.contains("lost"));
};

const close = () => {
  card.hidden = true;
  shown = null;
};

const show = (row) => {
  shown = row;
  fill(row);
  card.hidden = false;
  if (!place(row.dataset.key)) close();
};

const review = (row) => {
  told("passage:show", { key: row.dataset.key, scroll: true });
  show(row);
  if (shown) card.focus({ preventScroll: true });
  else focusRow(row); // its words are no longer in the text
};

const decide = (value) => {
  const row = shown;
  if (!answered(row, value)) {
    close();
    return;
  }
  const next = nextOpen(row);
  if (next) {
    review(next);
    return;
  }
  close();
  say(heard.dataset.settled);
  focusRow(row);
};

const openRow = () => {
  const { key } = shown.dataset;
  close();
  told("passage:wanted", { key });
};

const onCard = (event) => {
  if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = suggested();
  const value = ANSWERS[event.key.toLowerCase()];
  if (value && shown.closest(".suggested")) decide(value);
  else if (event.key in STEPS && all.includes(shown)) {
    const other = all[all.indexOf(shown) + STEPS[event.key]];
    if (other) review(other);
  } else if (event.key === "Enter" && event.target === card) openRow();
  else if (event.key === "Escape") {
    close();
    document.querySelector("#words-body .tiptap")?.focus({ preventScroll: true });
  } else return;
  event.preventDefault();
};

const begin = () => {
  paper.append(card);
  panel.addEventListener("keydown", inPanel);
  card.addEventListener("keydown", onCard);

  card.addEventListener("click", ({ target }) => {
    const value = target.closest("button")?.value;
    if (!value || !shown) return;
    if (value === "open") openRow();
    else decide(value);
  });

  document.addEventListener("passage:chosen", ({ detail: { key } }) => {
    const row = rowOf(key);
    if (!row) return;
    told("passage:show", { key });
    show(row);
  });
  document.addEventListener("passage:left", close);
  document.addEventListener("passages:changed", () => {
    if (shown && !card.contains(document.activeElement)) close();
  });
  addEventListener("resize", close);

  panel.querySelector(".review")?.addEventListener("click", () => review(suggested().find(isOpen) ?? suggested()[0]));
  panel.querySelector(".accept-named")?.addEventListener("click", () => {
    const named = suggested().filter((row) => isOpen(row) && source(row).value);
    for (const row of named) set(row, "confirmed");
    const next = suggested().find(isOpen);
    if (next) focusRow(next);
    else say(heard.dataset.settled);
  });
};

if (panel && card && paper) begin();
