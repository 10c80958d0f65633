// How long the words are, beside their labels, while one types.

const WORDS_A_MINUTE = 230;

const wordsIn = (html) => {
  const text = new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html").body.textContent;
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
};

const said = (pattern, number) => pattern.replace("%s", number.toLocaleString(document.documentElement.lang));

const told = (place, field) => {
  const { characters, words, minutes } = place.dataset;
  if (field.name !== "body") return field.value ? [said(characters, [...field.value].length)] : [];
  const count = wordsIn(field.value);
  return count ? [said(words, count), said(minutes, Math.max(1, Math.round(count / WORDS_A_MINUTE)))] : [];
};

for (const place of document.querySelectorAll("[data-counts]")) {
  const field = document.getElementById(place.dataset.counts);
  if (!field || field.name === "kicker") continue;
  const show = () => {
    place.replaceChildren(
      ...told(place, field).map((text) => Object.assign(document.createElement("span"), { textContent: text })),
    );
  };
  field.addEventListener("input", show);
  show();
}
