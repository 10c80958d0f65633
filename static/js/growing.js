// Boxes of text grow with what is typed, where the browser does not do so by itself.

const fit = (box) => {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
};

if (!CSS.supports("field-sizing", "content")) {
  for (const box of document.querySelectorAll("textarea:not([data-django-prose-editor-configurable])")) fit(box);
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) fit(event.target);
  });
}

const headline = document.getElementById("id_headline");

// A headline is one line, however long: Enter goes on to the dek.
headline?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  document.getElementById("id_dek")?.focus();
});

if (headline && !document.querySelector(".rail .where")) headline.focus();
