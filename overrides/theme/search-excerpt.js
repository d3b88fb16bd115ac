/* A few lines around each hit, from the document's own page, with a link to the turn. */

import { tokens } from "./search-words.js";

const MOST = 3;
const AROUND = 90;

/** What of a text the query's parts hit: ranges [start, end, part], in order. */
export function hits(text, slots) {
  const words = tokens(text);
  const found = [];
  words.forEach((_, at) => {
    slots.forEach((part, number) => {
      if (at + part.length > words.length) return;
      if (part.every((forms, i) => !forms || forms.has(words[at + i].word)))
        found.push([words[at].start, words[at + part.length - 1].end, number]);
    });
  });
  const kept = [];
  for (const range of found.sort((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (!kept.length || range[0] >= kept.at(-1)[1]) kept.push(range);
  return kept;
}

/** `text` as nodes, its hits in <mark>; `around` cuts to the neighbourhood of the hits. */
export function marked(text, ranges, around = Infinity) {
  const nodes = [];
  let from = 0;
  let to = text.length;
  if (text.length > 2 * around && ranges.length) {
    const near = ranges.filter(([, end]) => end - ranges[0][0] < 2 * around);
    from = atWord(text, Math.max(0, ranges[0][0] - around), 1);
    to = atWord(text, Math.min(text.length, near.at(-1)[1] + around), -1);
  }
  if (from > 0) nodes.push("… ");
  let at = from;
  for (const [start, end] of ranges) {
    if (start < from || end > to) continue;
    nodes.push(text.slice(at, start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(mark);
    at = end;
  }
  nodes.push(text.slice(at, to));
  if (to < text.length) nodes.push(" …");
  return nodes;
}

/* The nearest place between two words, searching forwards (1) or backwards (-1). */
function atWord(text, at, step) {
  if (at <= 0 || at >= text.length) return at;
  for (let i = at; i > 0 && i < text.length; i += step) if (/\s/.test(text[i])) return step > 0 ? i + 1 : i;
  return at;
}

const pages = new Map();

async function page(url) {
  if (!pages.has(url)) {
    const asked = fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(response.status);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    });
    asked.catch(() => pages.delete(url));
    pages.set(url, asked);
  }
  return pages.get(url);
}

/** The paragraphs of a document's page: {text, anchor, speaker}. */
export function* paragraphs(body) {
  const lead = body.querySelector(".dc-event .dc-lead");
  if (lead) yield { text: lead.textContent, anchor: "", speaker: null };
  for (const block of body.querySelectorAll(".dc-words > *")) {
    if (!block.classList.contains("t")) {
      if (block.matches("p.n, h2")) yield { text: block.textContent, anchor: block.id, speaker: null };
      continue;
    }
    const label = block.querySelector(".s");
    const speaker = label.textContent.replace(/:\s*$/, "");
    const own = [...block.children].filter((child) => child !== label && !child.matches(".e"));
    if (!own.length) yield { text: speaker, anchor: block.id, speaker };
    for (const child of own)
      yield { text: child.textContent, anchor: child.id || block.id, turn: block.id, speaker };
  }
}

/** The paragraphs of a page that say most of what was asked for, in their order. */
export async function excerpts(url, slots) {
  const found = [];
  for (const paragraph of paragraphs(await page(url))) {
    const ranges = hits(paragraph.text, slots);
    if (ranges.length) found.push({ ...paragraph, ranges, said: new Set(ranges.map((r) => r[2])).size });
  }
  const best = found
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => b.said - a.said || a.order - b.order)
    .slice(0, MOST);
  return { shown: best.sort((a, b) => a.order - b.order), more: found.length - best.length, around: AROUND };
}
