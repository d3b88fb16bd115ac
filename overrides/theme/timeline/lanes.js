/* Lanes: a row for each family, country or person, entries as marks along time; where marks
   would touch they become one with a count, which opens its stretch of time. */

import { dateOf } from "./archive.js";

const MARK = 26; // pixels a mark needs so that a finger hits it alone

/** Entries of one lane in stretches of time: [first day, last day, how many] each. */
export function clusters(days, since, until, room) {
  const bins = Math.max(1, Math.floor(room / MARK));
  const length = (until - since + 1) / bins;
  const counts = new Map();
  for (const day of days) {
    const bin = Math.min(bins - 1, Math.floor((day - since) / length));
    const [first, last, count] = counts.get(bin) || [day, day, 0];
    counts.set(bin, [Math.min(first, day), Math.max(last, day), count + 1]);
  }
  return [...counts.entries()].sort(([a], [b]) => a - b).map(([bin, span]) => ({
    at: (bin + 0.5) / bins,
    first: span[0],
    last: span[1],
    count: span[2],
  }));
}

/** Round dates between two days: years, or months where the stretch is short. */
export function ticks(since, until, room) {
  const [first, last] = [dateOf(since), dateOf(until)];
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  const fit = Math.max(2, Math.floor(room / 70));
  const marks = [];
  const add = (time) => {
    const day = since + (time - first.getTime()) / 86_400_000;
    if (day >= since && day <= until) marks.push({ day, time });
  };
  if (years >= 2) {
    const step = [1, 2, 5, 10, 20, 50, 100].find((size) => years / size <= fit) || 200;
    for (let year = Math.ceil(first.getUTCFullYear() / step) * step; year <= last.getUTCFullYear(); year += step)
      add(Date.UTC(year, 0, 1));
    return { marks, months: false };
  }
  const all = years * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const step = [1, 2, 3, 6].find((size) => all / size <= fit) || 12;
  for (let month = 0; month <= all; month += step)
    add(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
  return { marks, months: true };
}

/** The rows of a grouping: key, name and the days of its entries, fullest first. */
export function rows(archive, entries, grouping, most) {
  const { rows: fields, sets } = archive;
  const groups = new Map();
  const put = (key, i) => {
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(archive.start[i]);
  };
  for (const i of entries) {
    if (grouping === "family") put(archive.family[fields.kind[i]], i);
    else {
      const field = grouping === "country" ? "countries" : "people";
      for (const member of sets[field][fields[field][i]]) put(archive[field][member][0], i);
    }
  }
  const table = { family: "families", country: "countries", person: "people" }[grouping];
  const named = [...groups].map(([key, days]) => ({ key, name: archive.name(table, key), days }));
  if (grouping === "family") {
    const order = archive.families.map(([id]) => id);
    return named.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }
  return named.sort((a, b) => b.days.length - a.days.length).slice(0, most);
}

/** Draw the lanes into a node; `open(first, last)` is called for a mark. */
export function draw(node, lanes, since, until, words, open) {
  const room = Math.max(200, node.clientWidth - (node.clientWidth < 560 ? 16 : 176));
  const { marks, months } = ticks(since, until, room);
  const share = (day) => `${((day - since) / (until - since + 1)) * 100}%`;
  const scale = document.createElement("div");
  scale.className = "dc-lanes__scale";
  for (const mark of marks) {
    const label = document.createElement("span");
    label.style.left = share(mark.day);
    label.textContent = months ? words.month(mark.time) : String(new Date(mark.time).getUTCFullYear());
    scale.append(label);
  }
  const body = lanes.map((lane) => {
    const row = document.createElement("div");
    row.className = "dc-lane";
    const name = document.createElement("div");
    name.className = "dc-lane__name";
    name.textContent = lane.name;
    const track = document.createElement("div");
    track.className = "dc-lane__track";
    for (const cluster of clusters(lane.days, since, until, room)) {
      const mark = document.createElement("button");
      mark.type = "button";
      mark.className = `dc-lane__mark dc-lane__mark--${lane.style}`;
      mark.style.left = `${cluster.at * 100}%`;
      mark.style.setProperty("--size", Math.min(1, 0.45 + Math.sqrt(cluster.count) / 9).toFixed(2));
      const label = `${lane.name}, ${words.span(cluster.first, cluster.last)}: ${words.count(cluster.count)}`;
      mark.title = label;
      mark.setAttribute("aria-label", label);
      mark.textContent = cluster.count > 1 ? words.number(cluster.count) : "";
      mark.addEventListener("click", () => open(cluster.first, cluster.last, lane.key));
      track.append(mark);
    }
    row.append(name, track);
    return row;
  });
  node.replaceChildren(scale, ...body);
}
