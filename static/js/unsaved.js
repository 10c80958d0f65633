// Words that are not saved yet: seen in the rail, asked about before a verb is pressed, saved by Ctrl+S.

const form = document.getElementById("article_form");
const dialog = document.getElementById("unsaved");
const save = document.querySelector(".saving .save");

const typed = () => {
  const told = new FormData(form);
  told.delete("csrfmiddlewaretoken");
  return new URLSearchParams(told).toString();
};

const watch = () => {
  const desk = document.querySelector(".desk");
  const note = document.querySelector(".unsaved-note");
  const shownAgain = document.querySelector("#article_form .errornote, .theirs") !== null;
  const before = shownAgain ? null : typed();
  let leaving = false;

  const look = () => {
    const unsaved = typed() !== before;
    desk.toggleAttribute("data-unsaved", unsaved);
    note.textContent = unsaved ? note.dataset.unsaved : "";
  };
  const unsaved = () => desk.hasAttribute("data-unsaved") && !leaving;

  desk.setAttribute("data-watched", "");
  look();
  for (const change of ["input", "change", "formset:added", "formset:removed"]) document.addEventListener(change, look);
  window.django?.jQuery?.(form).on("change", look); // the choosers tell only jQuery
  form.addEventListener("submit", () => {
    leaving = true;
  });

  addEventListener("pageshow", () => {
    leaving = false;
  });

  addEventListener("beforeunload", (event) => {
    if (unsaved()) event.preventDefault();
  });

  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit(save);
  });

  // In the capturing phase, before the form counts as sent.
  document.addEventListener(
    "submit",
    (event) => {
      const verb = event.target;
      if (!/\/(move|task|quotes|unnamed)\//.test(verb.action) || !unsaved()) return;
      event.preventDefault();
      event.stopPropagation();
      dialog.addEventListener("close", () => answer(verb), { once: true });
      dialog.returnValue = "back";
      dialog.showModal();
    },
    true,
  );

  const answer = (verb) => {
    if (dialog.returnValue === "save") form.requestSubmit(save);
    if (dialog.returnValue !== "leave") return;
    leaving = true;
    verb.requestSubmit();
  };
};

if (form && save) watch();
