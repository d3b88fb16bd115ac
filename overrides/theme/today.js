/* Which day it is now in the capitals concerned, and what happened on it in other years.

   The section says for which day it was built; when it is read on another, the entries of
   that day are taken from this page's own list, or from the day's page. */

const WAY = { en: "en-GB" };

/** The day in a time zone: its key "08-19" and its name. */
export function dayIn(timeZone, locale, now = new Date()) {
  const parts = new Intl.DateTimeFormat("en-US", { month: "2-digit", day: "2-digit", timeZone }).formatToParts(now);
  const part = (type) => parts.find((p) => p.type === type).value;
  const name = new Intl.DateTimeFormat(WAY[locale] ?? locale, { day: "numeric", month: "long", timeZone }).format(now);
  return { key: `${part("month")}-${part("day")}`, name };
}

/** Whether a day of the year has anything. */
export function has(bits, key) {
  const [month, day] = key.split("-").map(Number);
  const number = Math.round((Date.UTC(2000, month - 1, day) - Date.UTC(2000, 0, 1)) / 864e5);
  return Boolean((parseInt(bits[number >> 2], 16) >> (3 - (number & 3))) & 1);
}

/** Entries of the day from this page's whole list, with the year in their dates. */
function fromHere(shelf, key, locale) {
  const short = new Intl.DateTimeFormat(WAY[locale] ?? locale, { dateStyle: "medium", timeZone: "UTC" });
  const [month, day] = key.split("-");
  // Below its month (#y2022-08) an entry begins with the number of its day.
  return [...shelf.querySelectorAll(`section[id$="-${month}"] [data-k]`)].flatMap((item) => {
    if (item.firstElementChild.textContent !== String(Number(day))) return [];
    const copy = item.cloneNode(true);
    copy.removeAttribute("id");
    const date = new Date(`${item.closest("section").id.slice(1)}-${day}`);
    copy.firstElementChild.textContent = short.format(date);
    return [copy];
  });
}

/** Entries of the day from its own page, with links that hold here. */
async function fromThere(address) {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const items = [...page.querySelectorAll("#happened + .dc-list > li")];
  for (const a of items.flatMap((item) => [...item.querySelectorAll("a[href]")])) {
    a.href = new URL(a.getAttribute("href"), address).href;
  }
  return items;
}

function link(href, text) {
  const a = document.createElement("a");
  a.href = href;
  a.textContent = text;
  return a;
}

export async function live(section, now = new Date()) {
  const { today, days, calendar, most, heading, said } = section.dataset;
  const locale = document.documentElement.lang;
  const zones = JSON.parse(section.dataset.zones);
  const capitals = zones.flatMap(([name, zone]) => {
    try {
      return [{ capital: name, ...dayIn(zone, locale, now) }];
    } catch {
      return []; // a browser that does not know the zone
    }
  });
  if (!capitals.length) return;
  const pageOf = (key) => new URL(`${calendar}${key}/`, location.href).href;
  const line = section.querySelector(".dc-now__line");
  line.replaceChildren(`${said}: `);
  for (const [number, { capital, key, name }] of capitals.entries()) {
    line.append(number ? ", " : "", `${capital} — `, has(days, key) ? link(pageOf(key), name) : name);
  }
  const keys = [...new Set(capitals.map(({ key }) => key))];
  if (keys.length === 1 && keys[0] === today) return;
  const shelf = section.dataset.shelf && document.querySelector(section.dataset.shelf);
  const found = await Promise.all(
    keys.filter((key) => has(days, key)).map((key) => (shelf ? fromHere(shelf, key, locale) : fromThere(pageOf(key)))),
  );
  const names = [...new Set(capitals.map(({ name }) => name))];
  section.querySelector("h2").textContent = heading.replace("{day}", names.join(", "));
  section.querySelector(".dc-list").replaceChildren(...found.flat().slice(-most));
  section.hidden = !found.flat().length;
}

for (const section of document.querySelectorAll(".dc-now")) live(section);
