// The search-and-choose boxes say their name to those who hear the page.

const name = (select) => {
  const label = document.querySelector(`label[for="${select.id}"]`);
  const box = select.nextElementSibling;
  if (!label || !box?.matches(".select2")) return;
  label.id ||= `${select.id}_label`;
  const chosen = box.querySelector(".select2-selection__rendered");
  box.querySelector("[role=combobox]").setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
  if (chosen.getAttribute("role") === "textbox") chosen.setAttribute("aria-labelledby", label.id);
  box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
  window.django.jQuery(select).on("select2:open", () => {
    document.querySelector(".select2-dropdown .select2-search__field")?.setAttribute("aria-labelledby", label.id);
  });
};

const nameAll = (part) => part.querySelectorAll("select.admin-autocomplete").forEach(name);

// In the queue of jQuery, behind the script that makes the boxes.
window.django?.jQuery(() => nameAll(document));
document.addEventListener("formset:added", (event) => setTimeout(() => nameAll(event.target)));
