/* The timeline with filters, lanes and zoom, over the list that stands there without it.

   The page gives its words and the index's address in <script id="timeline-words">; nothing is
   fetched until a filter stands in the address or the reader opens the filters. */

import { Archive, dateOf, iso, ordinal } from "./archive.js";
import { draw, rows } from "./lanes.js";
import { chosen, read, set, without, write } from "./state.js";

const PAGE = 60; // entries shown at a time
const LANES = 8;
const words = JSON.parse(document.getElementById("timeline-words").textContent);
const locale = document.documentElement.lang || "ru";
const plural = new Intl.PluralRules(locale);
const digits = new Intl.NumberFormat(locale);
const monthNames = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
const dayNames = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const say = {
  number: (value) => digits.format(value),
  count: (value) => (words.count[plural.select(value)] || words.count.other).replace("{count}", digits.format(value)),
  month: (time) => {
    const date = new Date(time);
    return date.getUTCMonth() ? monthNames.format(date) : String(date.getUTCFullYear());
  },
  day: (day) => dayNames.format(dateOf(day)),
  span: (first, last) => (first === last ? say.day(first) : `${say.day(first)} – ${say.day(last)}`),
};

const tool = document.getElementById("lanes");
let archive = null;
let state = read(location.search);
let shown = PAGE;
let turn = 0; // a newer choice makes an older answer void

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function choose(next, replace = false) {
  state = next;
  shown = PAGE;
  const address = location.pathname + write(state) + (chosen(state) ? "" : location.hash);
  history[replace ? "replaceState" : "pushState"](null, "", address);
  return render();
}

/* The form. */

function select(name, table, label) {
  const box = element("select", "");
  box.name = name;
  box.append(new Option(words.any, ""));
  const options = [...archive[table]];
  if (table !== "families") options.sort((a, b) => a[1].localeCompare(b[1], locale));
  for (const [id, text] of options) box.append(new Option(text, id));
  box.addEventListener("change", () => choose(set(state, name, box.value)));
  return element("label", "dc-filter", element("span", "", label), box);
}

function text() {
  const box = element("input", "");
  box.type = "search";
  box.name = "q";
  let wait;
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => choose(set(state, "q", box.value.trim()), true), 300);
  });
  return element("label", "dc-filter", element("span", "", words.text), box);
}

function button(label, action, className = "dc-button") {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

function zoom(factor, shift = 0) {
  const [since, until] = frame();
  const length = (until - since + 1) * factor;
  const middle = (since + until) / 2 + shift * (until - since + 1);
  const [first, last] = whole();
  const from = Math.max(first, Math.round(middle - length / 2));
  const to = Math.min(last, Math.max(from + 6, Math.round(middle + length / 2)));
  const all = from <= first && to >= last;
  const { year, ...rest } = state;
  choose(set(set(rest, "since", all ? "" : iso(from)), "until", all ? "" : iso(to)));
}

const whole = () => [archive.start[0], Math.max(archive.start[archive.length - 1], archive.start[0] + 6)];

function frame() {
  const [first, last] = whole();
  const year = (state.year || [])[0];
  const since = ordinal(year || (state.since || [])[0]) ?? first;
  const until = ordinal(year || (state.until || [])[0], true) ?? last;
  return since < until ? [since, until] : [since - 3, since + 3];
}

const parts = {};

function build() {
  const form = element("form", "dc-filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(
    text(),
    select("country", "countries", words.country),
    select("person", "people", words.person),
    select("organisation", "organisations", words.organisation),
    select("family", "families", words.kind),
    select("language", "languages", words.language),
  );
  if (archive.topics.length) form.append(select("topic", "topics", words.topic));
  parts.form = form;
  parts.chips = element("ul", "dc-chips");
  parts.lanes = element("div", "dc-lanes__rows");
  parts.grouping = element("select", "");
  for (const key of ["family", "country", "person"]) parts.grouping.append(new Option(words[`by_${key}`], key));
  parts.grouping.addEventListener("change", () =>
    choose(set(state, "lanes", parts.grouping.value === "family" ? "" : parts.grouping.value), true),
  );
  const bar = element(
    "div",
    "dc-lanes__bar",
    element("label", "dc-filter", element("span", "", words.lanes), parts.grouping),
    button("←", () => zoom(1, -0.5)),
    button("→", () => zoom(1, 0.5)),
    button("+", () => zoom(0.5)),
    button("−", () => zoom(2)),
    button(words.all, () => choose(set(set(set(state, "since", ""), "until", ""), "year", ""))),
  );
  const names = [words.earlier, words.later, words.closer, words.wider];
  [...bar.querySelectorAll("button")].slice(0, 4).forEach((node, i) => {
    node.title = names[i];
    node.setAttribute("aria-label", names[i]);
  });
  parts.status = element("p", "dc-lanes__status");
  parts.status.setAttribute("role", "status");
  parts.list = element("ol", "dc-list dc-results");
  parts.list.setAttribute("aria-label", words.results);
  parts.more = button(words.more, () => {
    shown += PAGE;
    render();
  });
  parts.results = element("div", "dc-results__box", parts.list, parts.more);
  tool.replaceChildren(form, parts.chips, bar, parts.lanes, parts.status);
  tool.after(parts.results);
  new ResizeObserver(() => lanes()).observe(parts.lanes);
}

function fill() {
  for (const box of parts.form.elements) {
    const values = state[box.name] || [];
    if (document.activeElement !== box) box.value = values.length === 1 ? values[0] : "";
  }
  parts.grouping.value = (state.lanes || ["family"])[0];
  const tables = {
    country: "countries", host: "countries", person: "people", organisation: "organisations", topic: "topics",
    place: "places", kind: "kinds", family: "families", language: "languages",
  };
  const naming = (name, value) => {
    if (name === "pair") return value.toUpperCase().split("-").map((code) => archive.name("countries", code)).join(" — ");
    if (name === "met") return words.met;
    if (name === "since") return `${words.since} ${value}`;
    if (name === "until") return `${words.until} ${value}`;
    if (name === "q") return `«${value}»`;
    const text = tables[name] ? archive.name(tables[name], value) : value;
    return name === "host" ? `${words.host}: ${text}` : text;
  };
  parts.chips.replaceChildren();
  for (const [name, values] of Object.entries(state)) {
    if (name === "lanes") continue;
    for (const value of values) {
      const made = naming(name, value);
      const chip = button(`${made} ×`, () => choose(without(state, name, value)), "dc-chip");
      chip.setAttribute("aria-label", `${words.remove}: ${made}`);
      parts.chips.append(element("li", "", chip));
    }
  }
  if (chosen(state))
    parts.chips.append(element("li", "", button(words.clear, () => choose(state.lanes ? { lanes: state.lanes } : {}), "dc-chip")));
}

/* Lanes show the whole frame of time; the list what is chosen. */
let drawn = [];

function lanes() {
  if (!archive || !parts.lanes.clientWidth) return;
  const [since, until] = frame();
  const grouping = (state.lanes || ["family"])[0];
  const inside = drawn.filter((i) => archive.start[i] >= since && archive.start[i] <= until);
  const made = rows(archive, inside, grouping, LANES).map((row) => ({
    ...row,
    style: grouping === "family" ? row.key : "all",
  }));
  draw(parts.lanes, made, since, until, say, (first, last, key) => {
    const { year, ...rest } = state;
    const next = set(set(rest, "since", iso(first)), "until", iso(last));
    choose(grouping === "family" ? set(next, "family", key) : next);
  });
}

async function searched(entries, current) {
  const wanted = (state.q || [""])[0].toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  if (!wanted.length) return entries;
  const found = [];
  for (let at = 0; at < entries.length; at += 500) {
    const part = entries.slice(at, at + 500);
    const items = await archive.items(part, words.base);
    if (current !== turn) return null;
    part.forEach((i, n) => {
      const said = items[n].textContent.toLocaleLowerCase(locale);
      if (wanted.every((word) => said.includes(word))) found.push(i);
    });
    parts.status.textContent = `${words.searching} ${say.number(Math.min(at + 500, entries.length))} / ${say.number(entries.length)}`;
  }
  return found;
}

async function render() {
  if (!archive) return;
  turn += 1;
  const current = turn;
  fill();
  const active = chosen(state);
  document.body.classList.toggle("dc-filtered", active);
  parts.results.hidden = !active;
  let entries = archive.select(state);
  if (state.q) entries = await searched(entries, current);
  if (entries === null || current !== turn) return;
  drawn = entries;
  lanes();
  parts.status.textContent = active ? say.count(entries.length) : "";
  if (!active) return;
  const first = entries.slice(0, shown);
  const items = await archive.items(first, words.base);
  if (current !== turn) return;
  let year = 0;
  parts.list.replaceChildren();
  first.forEach((i, n) => {
    const here = dateOf(archive.start[i]).getUTCFullYear();
    if (here !== year) parts.list.append(element("li", "dc-results__year", String(here)));
    year = here;
    const item = items[n].cloneNode(true);
    const date = item.firstElementChild;
    if (/^\d\d?$/.test(date.textContent)) date.textContent = dayNames.format(dateOf(archive.start[i]));
    parts.list.append(item);
  });
  parts.more.hidden = entries.length <= shown;
}

async function load() {
  if (archive) return;
  tool.setAttribute("aria-busy", "true");
  const answer = await fetch(words.index);
  if (!answer.ok) throw new Error(`${words.index}: ${answer.status}`);
  archive = new Archive(await answer.json());
  words.base = new URL(".", new URL(words.index, location.href)).href;
  build();
  tool.removeAttribute("aria-busy");
  document.documentElement.classList.remove("dc-waiting");
  await render();
}

/* Without the index the list that stands here is all there is, as without JavaScript. */
const start = () => load().catch(() => {
  document.documentElement.classList.remove("dc-waiting");
  tool.replaceChildren(element("p", "dc-quiet", words.failed));
  tool.removeAttribute("aria-busy");
});

tool.hidden = false;
tool.append(button(words.open, start, "dc-button dc-button--open"));
if (chosen(state) || state.lanes) start();
else document.documentElement.classList.remove("dc-waiting");
window.addEventListener("popstate", () => {
  state = read(location.search);
  shown = PAGE;
  if (archive) render();
  else if (chosen(state)) start();
});
