// Takes the source's own words from a file into the box for them. The file is read here and goes nowhere.

const LARGEST = 2 * 1024 * 1024;

const decoded = (buffer) => {
  const [first, second] = new Uint8Array(buffer);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(buffer);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(buffer);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    return new TextDecoder("windows-1252").decode(buffer);
  }
};

const tidy = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, blockquote, section, article, tr, dt, dd, figcaption, pre";

const fromPage = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of page.querySelectorAll("script, style, noscript, template, nav, header, footer")) part.remove();
  for (const text of page.querySelectorAll("br")) text.replaceWith("\n");
  for (const block of page.querySelectorAll(BLOCKS)) block.append("\n");
  return page.body.textContent;
};

// Cues of a subtitle without numbers and times; what is said by one voice runs on.
const fromSubtitles = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/^\uFEFF?WEBVTT[^\n]*\n/, "\n")
    .split(/\n{2,}/)
    .filter((cue) => !/^(NOTE|STYLE|REGION)\b/.test(cue.trim()))
    .map((cue) => {
      const lines = cue.trim().split("\n");
      const times = lines.findIndex((line) => line.includes("-->"));
      return (times < 0 ? [] : lines.slice(times + 1)).join(" ");
    })
    .map((said) => said.replace(/<v(?:\.[^\s>]*)? ([^>]*)>/g, "\n$1: ").replace(/<[^>]*>|\{\\[^}]*\}/g, ""))
    .filter((said) => said.trim())
    .join(" ");

const fromMarkdown = (text) =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^ {0,3}(?:#{1,6} |> ?|[-*+] |\d+\. )/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|\*|`)(\S(?:.*?\S)?)\1/g, "$2");

const READERS = { htm: fromPage, html: fromPage, srt: fromSubtitles, vtt: fromSubtitles, md: fromMarkdown };

const isText = (text) => !/[\0\x01-\x08\x0e-\x1a]/.test(text);

const read = async (file) => {
  const text = decoded(await file.arrayBuffer());
  if (!isText(text)) return null;
  const reader = READERS[file.name.split(".").pop().toLowerCase()] ?? ((plain) => plain);
  return tidy(reader(text));
};

const take = async (words, file) => {
  const { textarea, told } = words;
  told.textContent = "";
  if (file.size > LARGEST) {
    told.textContent = told.dataset.large;
    return;
  }
  const text = await read(file);
  if (text === null) {
    told.textContent = told.dataset.unreadable;
    return;
  }
  textarea.value = textarea.value.trim() ? `${textarea.value.trim()}\n\n${text}` : text;
  textarea.dispatchEvent(new Event("input", { bubbles: true }));
  told.textContent = file.name;
};

const parts = (part) => ({ textarea: part.querySelector("textarea"), told: part.querySelector("[data-unreadable]") });

const ownWords = (target) => target.closest?.("#citations-group .own-words");

document.addEventListener("click", ({ target }) => {
  if (target.closest(".attach")) ownWords(target).querySelector("[type=file]").click();
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches(".attaching [type=file]") || !target.files.length) return;
  take(parts(ownWords(target)), target.files[0]);
  target.value = "";
});

document.addEventListener("dragover", (event) => {
  if (ownWords(event.target) && event.dataTransfer.types.includes("Files")) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const part = ownWords(event.target);
  const [file] = event.dataTransfer?.files ?? [];
  if (!part || !file) return;
  event.preventDefault();
  take(parts(part), file);
});
