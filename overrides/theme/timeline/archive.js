/* The archive as numbers: reads /timeline/index.json (written by
   generator/pages/parts/timeline_data.py), filters it, fetches entries from the pages of years.

   Fields of the index: `pages` [address, entries on it]; `families`, `kinds`, `countries`,
   `people`, `organisations`, `topics`, `languages`, `places` [id, name, …]; `sets` are the
   different sets of numbers that rows name; `rows` one list a field, an item an entry: `day`
   counts days from the entry before (from 1 January of the year 1, Python's ordinal); `met` is
   the set of people who were there in person, or -1 where a milestone tells that its parties
   met; `spans` how many days longer than one an entry may be. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1970, 0, 1) / DAY - 719163; // Python's ordinal of 1970-01-01

/** The ordinal of "2022", "2022-08" or "2022-08-19": its first day, or its last. */
export function ordinal(text, last = false) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text || "");
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2] && match[2] - 1, match[3] && Number(match[3])];
  const at = day
    ? Date.UTC(year, month, day)
    : last
      ? Date.UTC(match[2] ? year : year + 1, match[2] ? month + 1 : 0, 0)
      : Date.UTC(year, month || 0, 1);
  return Number.isFinite(at) ? at / DAY - EPOCH : null;
}

/** The date of an ordinal, for Date's UTC methods. */
export const dateOf = (day) => new Date((day + EPOCH) * DAY);

/** An ordinal as "2022-08-19". */
export const iso = (day) => dateOf(day).toISOString().slice(0, 10);

export class Archive {
  constructor(data) {
    Object.assign(this, data);
    this.length = data.rows.day.length;
    this.start = new Int32Array(this.length);
    this.end = new Int32Array(this.length);
    this.page = new Uint16Array(this.length);
    let day = 0;
    data.rows.day.forEach((step, i) => {
      day += step;
      this.start[i] = day;
      this.end[i] = day + (data.spans[i] || 0);
    });
    let first = 0;
    this.firsts = data.pages.map(([, count], page) => {
      this.page.fill(page, first, first + count);
      first += count;
      return first - count;
    });
    this.family = data.kinds.map(([, , family]) => family);
    this.fetched = new Map();
  }

  /** The number of an id in a table, or -1. */
  number(table, id) {
    return this[table].findIndex(([known]) => known === id);
  }

  name(table, id) {
    const found = this[table].find(([known]) => known === id);
    return found ? found[1] : id;
  }

  /** The entries that every filter lets through, oldest first; text is not looked at. */
  select(filters) {
    const tests = [...this.#tests(filters)];
    const found = [];
    for (let i = 0; i < this.length; i += 1) if (tests.every((test) => test(i))) found.push(i);
    return found;
  }

  *#tests(filters) {
    const { rows, sets } = this;
    const has = (field, table, id) => {
      const wanted = this.number(table, id);
      const fits = sets[field].map((members) => members.includes(wanted));
      return (i) => fits[rows[field][i]];
    };
    for (const code of filters.country || []) yield has("countries", "countries", code);
    for (const pair of filters.pair || [])
      for (const code of pair.toUpperCase().split("-")) yield has("countries", "countries", code);
    for (const id of filters.person || []) yield has("people", "people", id);
    for (const id of filters.organisation || []) yield has("organisations", "organisations", id);
    for (const id of filters.topic || []) yield has("topics", "topics", id);
    for (const code of filters.language || []) yield has("languages", "languages", code);
    for (const code of filters.host || []) {
      const wanted = this.number("countries", code);
      yield (i) => wanted >= 0 && rows.host[i] === wanted;
    }
    for (const id of filters.place || []) {
      const wanted = this.number("places", id);
      const inside = this.places.map((_, place) => {
        let at = place;
        while (at >= 0 && at !== wanted) at = this.places[at][2];
        return wanted >= 0 && at === wanted;
      });
      yield (i) => rows.place[i] >= 0 && inside[rows.place[i]];
    }
    for (const kind of filters.kind || []) {
      const wanted = this.number("kinds", kind);
      yield (i) => rows.kind[i] === wanted;
    }
    for (const family of filters.family || []) yield (i) => this.family[rows.kind[i]] === family;
    if ((filters.met || []).length) yield this.#met(filters);
    for (const year of filters.year || []) yield this.#between(ordinal(year), ordinal(year, true));
    const since = ordinal((filters.since || [])[0]);
    const until = ordinal((filters.until || [])[0], true);
    if (since !== null || until !== null) yield this.#between(since, until);
  }

  /* Not only named: those people, and somebody of those countries, were there in person. */
  #met(filters) {
    const people = (filters.person || []).map((id) => this.number("people", id));
    const codes = [...(filters.country || []), ...(filters.pair || []).flatMap((pair) => pair.toUpperCase().split("-"))];
    const countries = codes.map((code) => this.number("countries", code));
    const fits = this.sets.people.map(
      (there) =>
        there.length > 0 &&
        people.every((one) => there.includes(one)) &&
        countries.every((one) => there.some((person) => this.people[person][2] === one)),
    );
    return (i) => this.rows.met[i] < 0 || fits[this.rows.met[i]];
  }

  /* By the first day, as the pages of years group them. */
  #between(since, until) {
    return (i) => (since === null || this.start[i] >= since) && (until === null || this.start[i] <= until);
  }

  /** The list items of entries, from the pages that hold them; those already here cost nothing. */
  async items(entries, base) {
    const pages = [...new Set(entries.map((i) => this.page[i]))];
    await Promise.all(pages.map((page) => this.#fetch(page, base)));
    return entries.map((i) => this.fetched.get(this.page[i])[i - this.firsts[this.page[i]]]);
  }

  async #fetch(page, base) {
    if (this.fetched.has(page)) return;
    const address = new URL(this.pages[page][0], base);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = [...parsed.querySelectorAll("[data-k]")];
    for (const item of found) {
      item.removeAttribute("id");
      for (const link of item.querySelectorAll("a[href]"))
        link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
    }
    this.fetched.set(page, found);
  }
}
