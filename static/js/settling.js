// Settling an update from the keyboard: choices by their number, the result as it will read, and no word lost on the way.

const form = document.getElementById("settle_form");
const left = form.querySelector(".left");
const disputes = [...form.querySelectorAll(".dispute")];

const chosen = (dispute) => dispute.querySelector(".choices :checked");

const typed = () => {
  const told = new FormData(form);
  told.delete("csrfmiddlewaretoken");
  return new URLSearchParams(told).toString();
};

const count = () => {
  const open = disputes.filter((dispute) => !chosen(dispute)).length;
  const { none, one, several } = left.dataset;
  left.textContent = open ? (open === 1 ? one : several.replace("%s", open.toLocaleString(document.documentElement.lang))) : none;
};

// The result is the server's: it cleans what is typed as it will when it is settled.
let asked = 0;

const preview = async () => {
  const mine = ++asked;
  const told = new FormData(form);
  told.set("_preview", "alone");
  const answer = await fetch(form.action, { method: "POST", body: told });
  if (!answer.ok || mine !== asked) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".reading");
  if (found) document.querySelector("#result .reading").replaceWith(document.adoptNode(found));
};

let pause;

const soon = (wait) => {
  clearTimeout(pause);
  pause = setTimeout(() => preview().catch(() => {}), wait);
};

form.addEventListener("change", (event) => {
  if (!event.target.closest(".choices")) return;
  count();
  soon(0);
});

form.addEventListener("input", (event) => {
  if (event.target.closest(".own")) soon(500);
});

// The number of a choice, while the conflict has the focus; then on to the next that is still open.
const choose = (dispute, key) => {
  const radio = dispute.querySelector(`[data-key="${key}"] input`);
  if (!radio) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  const next = disputes.slice(disputes.indexOf(dispute) + 1).find((other) => !chosen(other));
  if (radio.value === "own") {
    const box = dispute.querySelector(".own :is(.tiptap, textarea:not([data-django-prose-editor-configurable]))");
    (box ?? radio).focus();
  } else if (next) {
    next.querySelector(".choices input").focus();
    next.scrollIntoView({ block: "center" });
  } else {
    radio.focus();
  }
  return true;
};

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector(".wanted"));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-4]$/.test(event.key)) return;
  const dispute = event.target.closest(".dispute");
  if (dispute && !event.target.closest(".own") && choose(dispute, event.key)) event.preventDefault();
});

// The result follows by itself.
form.querySelector(".preview").hidden = true;

const all = form.querySelector(".all");

if (all) {
  all.hidden = false;
  all.addEventListener("click", (event) => {
    for (const dispute of disputes) {
      const radio = dispute.querySelector(`.choices [value="${event.target.dataset.all}"]`);
      if (radio) radio.checked = true;
    }
    count();
    soon(0);
  });
}

const before = form.querySelector(".errorlist") || document.querySelector(".errorlist, .leftovers") ? null : typed();
let leaving = false;

form.addEventListener("submit", () => {
  leaving = true;
});

addEventListener("pageshow", () => {
  leaving = false;
});

addEventListener("beforeunload", (event) => {
  if (!leaving && typed() !== before) event.preventDefault();
});

disputes.find((dispute) => !chosen(dispute))?.querySelector(".choices input").focus({ preventScroll: true });
count();
