// Menus made of <details>: closed by a click elsewhere or by Escape, and what is only open for wide screens.

const menus = "details.menu, details.filters";

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(menus)) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement.closest(menus);
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

if (matchMedia("(max-width: 64rem)").matches) {
  for (const part of document.querySelectorAll("details.lacking")) part.open = false;
}
