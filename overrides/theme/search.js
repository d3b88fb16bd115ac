/* The search page: the address holds the whole question, and the page shows its answer.
   The index is searched by search-index.js, counted by search-facets.js; excerpts come from
   the documents' own pages (search-excerpt.js). */

import { excerpts, hits, marked } from "./search-excerpt.js";
import { FACETS, filter, sorted } from "./search-facets.js";
import { Index } from "./search-index.js";
import { dates } from "./search-dates.js";

const STEP = 10;
const FEW = 8;
const PAUSE = 400;

const page = document.getElementById("dc-search");
const data = JSON.parse(document.getElementById("dc-search-data").textContent);
const index = new Index(`${data.root}search/data/`);
const date = dates(data);
const number = new Intl.NumberFormat(data.locale);
const plural = new Intl.PluralRules(data.locale);
const $ = (selector) => page.querySelector(selector);
const form = $("form");
const input = $("#dc-q");
const order = $("#dc-sort");
const status = $(".dc-search__status");
const list = $(".dc-search__list");
const more = $(".dc-search__more");
const filters = $(".dc-search__filters");
const opened = new Set();
const choices = new Map();
let running = 0;
let names;

function say(key, values = {}) {
  let text = data.words[key];
  if (typeof text !== "string") text = text[plural.select(values.count)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number.format(values[name]) : values[name]
  );
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  element.append(...children);
  return element;
}

// The question ------------------------------------------------------------------------------

function question() {
  const asked = new URLSearchParams(location.search);
  const query = asked.get("q") ?? "";
  return {
    query,
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, new Set(asked.getAll(facet))])),
    order: asked.get("sort") ?? (query.trim() ? "best" : "new"),
    shown: Math.max(STEP, Number(asked.get("n")) || STEP),
  };
}

function ask(next, { keep = false } = {}) {
  const asked = new URLSearchParams();
  if (next.query.trim()) asked.set("q", next.query.trim());
  for (const facet of FACETS) for (const value of next.chosen[facet]) asked.append(facet, value);
  if (next.order !== (next.query.trim() ? "best" : "new")) asked.set("sort", next.order);
  if (next.shown > STEP) asked.set("n", next.shown);
  const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  history[keep ? "replaceState" : "pushState"](null, "", address);
  answer();
}

function toggle(facet, value) {
  const now = question();
  if (!now.chosen[facet].delete(value)) now.chosen[facet].add(value);
  ask({ ...now, shown: STEP });
}

// The answer --------------------------------------------------------------------------------

async function answer() {
  const run = ++running;
  const now = question();
  if (document.activeElement !== input) input.value = now.query;
  order.value = now.order;
  if (!now.query.trim() && FACETS.every((facet) => !now.chosen[facet].size)) return clear();
  const waiting = setTimeout(() => (status.textContent = say("searching")), 300);
  try {
    names ??= nameMap();
    const found = await index.search(now.query);
    const { docs, counts } = await filter(index, found.scores, now.chosen);
    await names;
    if (run !== running) return;
    const ordered = sorted(docs, now.order);
    await show(ordered.slice(0, now.shown), found.slots, run);
    if (run !== running) return;
    report(ordered.length, found);
    showFilters(counts, now.chosen);
    showChosen(now.chosen, await names);
    const left = ordered.length - now.shown;
    more.hidden = left <= 0;
    more.textContent = say("more", { count: Math.min(STEP, left) });
  } catch (error) {
    if (run !== running) return;
    console.error(error);
    status.textContent = say("failed");
  } finally {
    clearTimeout(waiting);
  }
}

async function nameMap() {
  await index.open();
  const said = await index.json(`names.${data.language}.json`);
  const zip = (ids, texts) => new Map(ids.map((id, i) => [id, texts[i]]));
  const languages = new Intl.DisplayNames(data.locale, { type: "language" });
  return {
    country: zip(index.countries, said.countries),
    person: zip(index.people, said.people),
    kind: new Map(Object.entries(data.kinds)),
    year: new Map([["0", data.dates.undated]]),
    language: new Map(index.languages.map((code) => [code, languages.of(code)])),
  };
}

function clear() {
  list.replaceChildren();
  status.textContent = "";
  more.hidden = filters.hidden = $(".dc-search__bar").hidden = $(".dc-search__chosen").hidden = true;
}

function report(count, { unknown, common }) {
  const said = [];
  if (unknown.length) said.push(...unknown.map((word) => say("unknown", { word })));
  else said.push(count ? say("found", { count }) : say("nothing"));
  if (common.length) said.push(say("common", { word: common.join(", ") }));
  status.textContent = said.join(" ");
  $(".dc-search__bar").hidden = false;
}

async function show(docs, slots, run) {
  const rows = await Promise.all(docs.map(({ doc }) => index.row(doc)));
  if (run !== running) return;
  watcher.disconnect();
  list.replaceChildren(...rows.map((row) => item(row, slots)));
}

function item(row, slots) {
  const address = `${data.root}${row.url}`;
  const language = row.language !== data.language && row.language;
  const facts = [date(row.date), data.kinds[row.kind] ?? row.kind, row.place].filter(Boolean);
  const title = make("a", { href: address, lang: language }, ...marked(row.title, hits(row.title, slots)));
  const body = make("div", { class: "dc-hit__text", lang: language });
  const element = make(
    "li",
    { class: "dc-hit" },
    make("p", { class: "dc-hit__facts" }, facts.join(" · ")),
    make("h2", { class: "dc-hit__title" }, title),
    body
  );
  if (slots.length) {
    element.fill = () => fill(body, address, slots);
    watcher.observe(element);
  }
  return element;
}

/* Excerpts of what is in sight: a long list asks for no more pages than a reader sees. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) {
        watcher.unobserve(target);
        target.fill();
      }
  },
  { rootMargin: "200px" }
);

async function fill(body, address, slots) {
  let found;
  try {
    found = await excerpts(address, slots);
  } catch {
    return; // the title leads to the page all the same
  }
  for (const { text, ranges, anchor, turn, speaker } of found.shown) {
    const label = speaker ?? say(anchor ? "narration" : "lead");
    const href = `${address}${anchor || turn ? `#${anchor || turn}` : ""}`;
    body.append(
      make("p", {}, make("a", { class: "dc-hit__at", href }, label), " ", ...marked(text, ranges, found.around))
    );
  }
}

// Facets ------------------------------------------------------------------------------------

async function showFilters(counts, chosen) {
  const known = await names;
  for (const facet of FACETS) {
    const field = $(`[data-facet=${facet}]`);
    const values = [...counts[facet]].sort(
      facet === "year" ? (a, b) => b[0] - a[0] : (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)
    );
    field.hidden = values.length < 2 && !chosen[facet].size;
    const few = opened.has(facet) ? values.length : FEW;
    const most = Math.max(1, ...values.map(([, count]) => count));
    const shown = values.filter(([value], at) => at < few || chosen[facet].has(value));
    const rows = shown.map(([value, count]) => {
      const choice = choiceOf(facet, value, known[facet].get(value) ?? value);
      choice.box.checked = chosen[facet].has(value);
      choice.count.textContent = number.format(count);
      choice.count.style.setProperty("--share", count / most);
      return choice.row;
    });
    if (values.length > FEW) rows.push(make("li", {}, switchFor(facet, values.length, counts, chosen)));
    if (!field.querySelector("ul")) field.append(make("ul"));
    const focused = document.activeElement;
    field.querySelector("ul").replaceChildren(...rows);
    // Moving a choice takes the focus from it.
    if (focused !== document.activeElement) document.getElementById(focused.id)?.focus({ preventScroll: true });
  }
  filters.hidden = FACETS.every((facet) => $(`[data-facet=${facet}]`).hidden);
}

/* A choice stays the same element while its count changes, for hands and screen readers. */
function choiceOf(facet, value, name) {
  const id = `dc-${facet}-${value}`;
  if (!choices.has(id)) {
    const box = make("input", { type: "checkbox", id, onchange: () => toggle(facet, value) });
    const count = make("span", { class: "dc-search__count" });
    const row = make("li", {}, make("label", { for: id }, box, make("span", {}, name), count));
    choices.set(id, { row, box, count });
  }
  return choices.get(id);
}

function switchFor(facet, count, counts, chosen) {
  const open = opened.has(facet);
  const onclick = () => {
    open ? opened.delete(facet) : opened.add(facet);
    showFilters(counts, chosen);
  };
  const text = open ? say("fewer") : say("all", { count });
  return make("button", { type: "button", id: `dc-${facet}-all`, "aria-expanded": String(open), onclick }, text);
}

function showChosen(chosen, known) {
  const rows = FACETS.flatMap((facet) =>
    [...chosen[facet]].map((value) => {
      const name = known[facet].get(value) ?? value;
      const attributes = { type: "button", "aria-label": say("remove", { name }), onclick: () => toggle(facet, value) };
      return make("li", {}, make("button", attributes, name, make("span", { "aria-hidden": "true" }, " ×")));
    })
  );
  if (rows.length > 1) {
    const none = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
    const onclick = () => ask({ ...question(), chosen: none, shown: STEP });
    rows.push(make("li", {}, make("button", { type: "button", class: "dc-search__clear", onclick }, say("clear"))));
  }
  const place = $(".dc-search__chosen");
  place.hidden = !rows.length;
  place.replaceChildren(...rows);
}

// Hands -------------------------------------------------------------------------------------

let pause;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  ask({ ...question(), query: input.value, order: input.value.trim() ? "best" : "new", shown: STEP });
});
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const now = question();
    if (input.value.trim() !== now.query) ask({ ...now, query: input.value, shown: STEP }, { keep: true });
  }, PAUSE);
});
order.addEventListener("change", () => ask({ ...question(), order: order.value }));
more.addEventListener("click", async () => {
  const now = question();
  ask({ ...now, shown: now.shown + STEP }, { keep: true });
});
addEventListener("popstate", answer);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    input.focus();
    input.select();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...list.querySelectorAll("h2 a")];
  const at = links.indexOf(document.activeElement);
  if (!step || !links.length || (at < 0 && (event.target !== input || step < 0))) return;
  event.preventDefault();
  (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)]).focus();
});

form.hidden = false;
filters.open = matchMedia("(min-width: 60em)").matches;
if (!location.search) input.focus({ preventScroll: true });
answer();
