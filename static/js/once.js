// A form is sent once: a second tap on a slow line would be told that somebody else had just saved.

let sent = new WeakSet();

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (sent.has(event.target)) event.preventDefault();
  sent.add(event.target);
});

// Who comes back to the page as they left it may send it again.
addEventListener("pageshow", () => {
  sent = new WeakSet();
});
