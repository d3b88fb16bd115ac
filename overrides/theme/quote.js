/* Quotes that carry their source: words, speaker, date, publisher, licence, link.

   A button beside each speaker copies what is selected inside the turn, or the whole turn;
   the link leads to the very paragraph. */

import texts from "./said.js";

const MARKS = { ru: ["«", "»"], en: ["“", "”"] };

const words = document.querySelector(".dc-words");
const said = document.createElement("p");
said.className = "dc-said";
said.setAttribute("role", "status");
words.append(said);

/** The selected words inside a turn and the paragraph they begin in, or null. */
export function selected(turn) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!turn.contains(range.startContainer) || !turn.contains(range.endContainer)) return null;
  // An editor's note inside the turn is nobody's words.
  if ([...turn.querySelectorAll(".e")].some((note) => range.intersectsNode(note))) return null;
  const start = range.startContainer;
  const element = start.nodeType === Node.TEXT_NODE ? start.parentElement : start;
  const paragraph = element.closest("p");
  if (!paragraph || paragraph.classList.contains("s")) return null;
  return { text: selection.toString().trim(), anchor: paragraph.id || turn.id };
}

/** A whole turn's words, a paragraph a line. */
export function whole(turn) {
  const paragraphs = [...turn.querySelectorAll(":scope > p:not(.s)")];
  return { text: paragraphs.map((p) => p.textContent.trim()).join("\n"), anchor: turn.id };
}

/** What stands on the clipboard: the quote, then who, when, whose publication, where. */
export function quotation(turn) {
  const { text, anchor } = selected(turn) ?? whole(turn);
  const language = words.lang || document.documentElement.lang;
  const [open, close] = MARKS[language] ?? MARKS.en;
  const speaker = fullName(turn) ?? name(turn);
  const address = new URL(`#${anchor}`, canonical()).href;
  return `${open}${text}${close}\n— ${[speaker, day(), source()].filter(Boolean).join(", ")}\n${address}`;
}

/** The date as the head says it first, without the day of the week; "" where none is known. */
function day() {
  const date = document.querySelector(".dc-head dd").firstElementChild;
  return date ? date.textContent.replace(/^\p{L}+, /u, "") : "";
}

/** Whose publication it is, on which terms, as the foot says it. */
function source() {
  const licence = document.getElementById("licence");
  const publisher = document.querySelector(".dc-foot dd").textContent;
  const from = licence?.nextSibling?.textContent.replace(/^, /, "").trim() || publisher;
  return licence ? `${from} (${licence.textContent})` : from;
}

/** The person's name, which stands as a title on the first link of each label. */
function fullName(turn) {
  const href = turn.querySelector(".s > a:not(.k)")?.getAttribute("href");
  const links = [...words.querySelectorAll(".s > a[title]")];
  return links.find((link) => link.getAttribute("href") === href)?.title;
}

function name(turn) {
  const label = turn.querySelector(".s").cloneNode(true);
  label.querySelectorAll(".k, .q, i").forEach((part) => part.remove());
  return label.textContent.trim().replace(/\s*:$/, "");
}

function canonical() {
  return document.querySelector("link[rel=canonical]")?.href || location.href.split("#")[0];
}

async function copy(turn) {
  await navigator.clipboard.writeText(quotation(turn));
  said.textContent = texts.copied;
  said.classList.add("dc-said--now");
  setTimeout(() => said.classList.remove("dc-said--now"), 2000);
}

if (navigator.clipboard) {
  for (const turn of words.querySelectorAll(".t")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "q";
    button.textContent = "❞";
    button.title = texts.copy;
    button.setAttribute("aria-label", `${texts.copy}: ${name(turn)}`);
    // A press would drop the selection before the click could read it.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => copy(turn));
    turn.querySelector(".s").append(button);
  }
}
