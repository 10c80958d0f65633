// What the story would still lack if it were saved as it is typed: asked of the server a moment after one stops.

const form = document.getElementById("article_form");
const list = document.getElementById("lacking");
const WAIT = 1500;

let pause;
let asking = null;

const ask = async () => {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(list.dataset.ask, { method: "POST", body: new FormData(form), signal: asking.signal });
  if (answer.status !== 200 || !answer.headers.get("Content-Type").startsWith("text/html")) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  const was = list.querySelector("details");
  const now = found.body.querySelector("details");
  if (was && now) now.open = was.open;
  list.replaceChildren(...[...found.body.childNodes].map((node) => document.adoptNode(node)));
};

const soon = () => {
  clearTimeout(pause);
  pause = setTimeout(() => ask().catch(() => {}), WAIT); // without an answer the last one stays
};

if (form && list?.dataset.ask) {
  for (const change of ["input", "change"]) form.addEventListener(change, soon);
  window.django?.jQuery(form).on("change", soon);
  form.addEventListener("submit", () => {
    clearTimeout(pause);
    asking?.abort();
  });
}
