// The Sources panel: a row for each cited passage, which follows the words as one writes.

const panel = document.getElementById("citations-group");

const told = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

const rows = () => [...panel.querySelectorAll(".cite")];
const rowOf = (key) => rows().find((row) => row.dataset.key === key);
const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
const removal = (row) => field(row, "DELETE");
const answer = (row) => row.querySelector('.state input[type="radio"]:checked')?.value ?? "confirmed";
const stateOf = (row) => (removal(row).checked ? "removed" : answer(row));

// Words as one reads them: white space folded, without the marks around them.
const plain = (words) =>
  words
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^["“”„«»‹›‘’「『]+|["“”„«»‹›‘’」』]+$/gu, "");

let passages = new Map();

// How a row stands

const tellStates = () => told("passage:states", { states: new Map(rows().map((row) => [row.dataset.key, stateOf(row)])) });

const look = (row) => {
  const { key, quote } = row.dataset;
  const passage = passages.get(key);
  const state = stateOf(row);
  const lost = Boolean(key) && !passage;
  const vanished = "new" in row.dataset && lost && !field(row, "source").value; // an undo took its mark away
  for (const one of ["suggested", "confirmed", "rejected"]) row.classList.toggle(`state-${one}`, answer(row) === one);
  row.classList.toggle("removed", state === "removed");
  row.classList.toggle("lost", lost && state === "confirmed");
  if (vanished !== "vanished" in row.dataset) {
    row.hidden = vanished;
    removal(row).checked = vanished;
    row.toggleAttribute("data-vanished", vanished);
  }
  if (passage) row.querySelector(".quote").textContent = plain(passage.words);
  const changed = Boolean(passage) && plain(passage.words) !== plain(quote);
  const later = state === "confirmed" && (changed || "typed" in row.dataset);
  row.querySelector(".check-later").hidden = !later || !row.querySelector(".check");
  row.classList.toggle("later", later);
};

const lookAll = () => {
  rows().forEach(look);
  tellStates();
};

const context = (row) => {
  const place = row.querySelector(".context");
  const passage = passages.get(row.dataset.key);
  place.hidden = !passage;
  if (!passage) return;
  place.querySelector(".before").textContent = passage.before;
  place.querySelector("mark").textContent = passage.words;
  place.querySelector(".after").textContent = passage.after;
};

const nameSpeaker = (row) => {
  const chosen = field(row, "source").selectedOptions[0];
  row.querySelector(".who b").textContent = chosen?.value ? chosen.text : "";
};

const nameTheRest = (row) => {
  const via = field(row, "via").selectedOptions[0];
  const parts = [field(row, "title").value, field(row, "channel").value, via?.value ? panel.dataset.via.replace("%s", via.text) : ""];
  row.querySelector(".said").textContent = parts.filter(Boolean).join(", ");
};

// Rows come and go

const add = (key, words) => {
  const total = document.getElementById(`id_${panel.dataset.prefix}-TOTAL_FORMS`);
  const fresh = document.getElementById("citations-empty").content.firstElementChild.cloneNode(true);
  const renamed = (text) => text.replaceAll("__prefix__", total.value);
  for (const one of [fresh, ...fresh.querySelectorAll("*")]) {
    for (const name of ["id", "name", "for", "aria-describedby", "href"]) {
      if (one.hasAttribute(name)) one.setAttribute(name, renamed(one.getAttribute(name)));
    }
  }
  total.value = Number(total.value) + 1;
  if (key) {
    fresh.id = `cite-${key}`;
    fresh.dataset.key = key;
    fresh.classList.add("has-passage");
    field(fresh, "key").value = key;
    field(fresh, "quote").value = plain(words);
    fresh.querySelector(".quote").textContent = plain(words);
  }
  panel.querySelector(".cited-list").append(fresh);
  look(fresh);
  tellStates();
  fresh.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: panel.dataset.prefix } }));
  return fresh;
};

const askForSource = (row) => {
  row.querySelector("details").open = true;
  row.scrollIntoView({ block: "nearest" });
  window.django?.jQuery(field(row, "source")).select2("open");
  // The chooser moves the focus a moment later; what is typed until then would go into the story.
  document.querySelector(".select2-container--open .select2-search__field")?.focus();
};

const open = (row) => {
  const folded = row.closest(".waved-off");
  if (folded) folded.open = true;
  row.querySelector("details").open = true;
  row.querySelector("summary").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};

const goTo = () => {
  const row = location.hash.startsWith("#cite-") && rowOf(location.hash.slice(6));
  if (row) open(row);
};

const begin = () => {
  panel.querySelector(".add-source").hidden = false;
  for (const hidden of panel.querySelectorAll(".ways, .attaching, .mark-again")) hidden.hidden = false;
  for (const hidden of document.getElementById("citations-empty").content.querySelectorAll(".attaching, .mark-again")) hidden.hidden = false;

  document.addEventListener("passages:changed", ({ detail }) => {
    passages = detail.passages;
    lookAll();
  });
  document.addEventListener("passages:ready", ({ detail }) => {
    passages = detail.passages;
    lookAll();
    goTo();
  });
  document.addEventListener("passage:cited", ({ detail: { key, words } }) => askForSource(add(key, words)));
  document.addEventListener("passage:wanted", ({ detail: { key } }) => {
    const row = rowOf(key);
    if (row) open(row);
  });
  addEventListener("hashchange", goTo);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#cite-"]');
    const row = link && rowOf(link.hash.slice(6));
    if (!row) return;
    event.preventDefault(); // the same link leads there twice
    open(row);
  });
  told("passages:asked");

  panel.querySelector(".add-source").addEventListener("click", () => {
    askForSource(add("", ""));
  });
  document.addEventListener("source:asked", ({ detail }) => askForSource(rowOf(detail.key)));

  panel.addEventListener("focusin", ({ target }) => {
    const row = target.closest(".cite");
    for (const other of rows()) other.classList.toggle("current", other === row);
    if (!row) return;
    context(row);
    told("passage:show", { key: row.dataset.key });
  });

  panel.addEventListener("click", ({ target }) => {
    const row = target.closest(".cite");
    if (target.closest(".show-passage")) told("passage:show", { key: row.dataset.key, scroll: true });
    if (target.closest(".mark-again")) told("passage:mark", { key: row.dataset.key });
  });

  panel.addEventListener("change", ({ target }) => {
    const row = target.closest(".cite");
    if (row && target.matches('[type="radio"], [type="checkbox"]')) lookAll();
  });

  panel.addEventListener("input", ({ target }) => {
    const row = target.closest(".cite");
    if (!row) return;
    if (target.matches('[name$="-source_words"], [name$="-quote"]')) row.dataset.typed = "";
    if (target.matches('[name$="-quote"]')) row.querySelector(".quote").textContent = plain(target.value);
    if (target.matches('[name$="-title"], [name$="-channel"]')) nameTheRest(row);
    look(row);
  });

  // The choosers tell only jQuery.
  window.django?.jQuery(panel).on("change", "select", ({ target }) => {
    const row = target.closest(".cite");
    if (target.matches('[name$="-source"]')) nameSpeaker(row);
    if (target.matches('[name$="-via"]')) nameTheRest(row);
    look(row);
  });
};

if (panel) begin();
