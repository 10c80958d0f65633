// A form is sent once: a second tap on a slow line would be told that somebody else had just saved.

const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (sent.has(event.target)) event.preventDefault();
  sent.add(event.target);
});

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
