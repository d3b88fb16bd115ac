/* The search index: asks for the small files that a query needs and says which documents
   have its words. docs/search.md explains the files. */

import { parts } from "./search-words.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGIT = new Uint8Array(128);
[...ALPHABET].forEach((letter, value) => (DIGIT[letter.charCodeAt(0)] = value));

/* How much a word weighs by how often a document has it: once, twice, five times, in its
   title or lead. */
const WEIGHT = [1, 1.5, 2, 4];
/* Endings that tell one form of a word from another where no document has the form asked
   for; a form that the registry knows is never looked for by its ending. */
const ENDINGS = new Set(
  `а я о е ы и у ю ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий ый ая яя ое ее ые ие ого
   его ому ему ым им ых их ую юю ть ти л ла ло ли ет ит ют ят ешь ишь ете ите ь ия ию ии ием
   s es ed d ing er ers ly ies y ied`.split(/\s+/).concat("")
);
const SHORTEST = 4;

/** The numbers of a text (generator/exports/search/codec.py). */
export function decode(text) {
  const numbers = [];
  for (let i = 0, value = 0, shift = 0; i < text.length; i++) {
    const digit = DIGIT[text.charCodeAt(i)];
    value += (digit & 31) * 2 ** shift;
    if (digit & 32) shift += 5;
    else {
      numbers.push(value);
      value = shift = 0;
    }
  }
  return numbers;
}

function crc32(text) {
  let crc = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export class Index {
  /** `base` is the address of the index's folder, ending in a slash. */
  constructor(base) {
    this.base = base;
    this.files = new Map();
  }

  /** The first file; its fields are explained in docs/search.md. */
  open() {
    this.opening ??= this.#open().catch((error) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  async #open() {
    const response = await fetch(`${this.base}index.json`, { cache: "no-cache" });
    if (!response.ok) throw new Error(response.status);
    Object.assign(this, await response.json());
    this.common = new Set(this.stop);
    this.prefixes = new Set(this.forms);
    this.ofNumber = new Map();
    let first = 0;
    this.periods = this.periods.map(([name, number, count]) => {
      const period = { name, count, first, year: name.slice(0, 4) };
      this.ofNumber.set(number, period);
      first += count;
      return period;
    });
    return this;
  }

  /** A file of the index as text; each is asked for once. */
  text(name) {
    if (!this.files.has(name)) {
      const asked = fetch(`${this.base}${name}?${this.version}`).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.text();
      });
      asked.catch(() => this.files.delete(name));
      this.files.set(name, asked);
    }
    return this.files.get(name);
  }

  json(name) {
    return this.text(name).then(JSON.parse);
  }

  async #lines(name) {
    const text = await this.text(name);
    return new Map(
      text.split("\n").map((line) => {
        const tab = line.indexOf("\t");
        return [line.slice(0, tab), line.slice(tab + 1)];
      })
    );
  }

  /** The keys under which a folded word is indexed; none where no document has it. */
  async keys(word) {
    let prefix = word;
    while (prefix && !this.prefixes.has(prefix)) prefix = prefix.slice(0, -1);
    if (!this.prefixes.has(prefix)) return [];
    const code = [...prefix].map((c) => c.charCodeAt(0).toString(16).padStart(4, "0")).join("");
    const forms = await this.#lines(`f/${code || "all"}.txt`);
    const key = (form) => {
      const [, off, add] = forms.get(form).match(/^(\d+)(.*)$/s);
      return form.slice(0, form.length - off) + add;
    };
    if (forms.has(word)) return [key(word)];
    let longest = SHORTEST - 1;
    let found = new Set();
    for (const form of forms.keys()) {
      let same = 0;
      while (same < form.length && form[same] === word[same]) same++;
      if (same < longest || !ENDINGS.has(form.slice(same)) || !ENDINGS.has(word.slice(same))) continue;
      if (same > longest) found = new Set();
      longest = same;
      found.add(key(form));
    }
    return longest < SHORTEST ? [] : [...found];
  }

  #shard(key) {
    return (crc32(key) % this.shards).toString(16).padStart(3, "0");
  }

  /** {forms, docs, weights} of a key: which documents have it, in order. */
  async postings(key) {
    const line = (await this.#lines(`w/${this.#shard(key)}.txt`)).get(key);
    if (line === undefined) return { key, forms: [], docs: [], weights: [] };
    const [forms, text] = line.split("\t");
    const numbers = decode(text);
    const docs = [];
    const weights = [];
    for (let at = 0, period = 0; at < numbers.length; ) {
      period += numbers[at++];
      const count = numbers[at++];
      let doc = this.ofNumber.get(period).first - 1;
      for (let i = 0; i < count; i++, at++) {
        doc += (numbers[at] >> 2) + 1;
        docs.push(doc);
        weights.push(numbers[at] & 3);
      }
    }
    return { key, forms: forms.split(" "), docs, weights };
  }

  /** A key's places in each of its documents: a map from document to a list. */
  async positions({ key, docs }) {
    const numbers = decode((await this.#lines(`p/${this.#shard(key)}.txt`)).get(key) ?? "");
    const places = new Map();
    let at = 0;
    for (const doc of docs) {
      const list = [];
      for (let place = 0, last = false; !last; at++) {
        place += numbers[at] >> 1;
        last = Boolean(numbers[at] & 1) || at + 1 >= numbers.length;
        list.push(place);
      }
      places.set(doc, list);
    }
    return places;
  }

  /** All forms and postings of a word, of each of its keys. */
  async #word(word) {
    const keys = await this.keys(word);
    const all = await Promise.all(keys.map((key) => this.postings(key)));
    const weights = new Map();
    for (const { docs, weights: own } of all)
      docs.forEach((doc, i) => weights.set(doc, Math.max(own[i], weights.get(doc) ?? 0)));
    return { word, all, weights, forms: new Set(all.flatMap(({ forms }) => forms)) };
  }

  /**
   * The documents that have every part of a query.
   *
   * `scores` maps documents to how well they fit, or is null for a query without words;
   * `slots` are the parts as lists of sets of forms, null where any word fits; `unknown`
   * and `common` are words that no document has, and that are not indexed.
   */
  async search(query) {
    await this.open();
    const asked = parts(query);
    const common = new Set(asked.flat().filter((word) => this.common.has(word)));
    const words = new Map();
    for (const word of asked.flat()) if (!common.has(word)) words.set(word, this.#word(word));
    for (const [word, found] of words) words.set(word, await found);
    const unknown = [...words.values()].filter(({ weights }) => !weights.size);
    const slots = asked
      .map((part) => part.map((word) => words.get(word)?.forms ?? null))
      .filter((part) => part.some(Boolean));
    const result = { slots, common: [...common], unknown: unknown.map(({ word }) => word) };
    if (!words.size) return { ...result, scores: null };
    if (unknown.length) return { ...result, scores: new Map() };
    const scores = this.#together([...words.values()]);
    for (const part of asked) {
      const phrase = part.map((word) => words.get(word) ?? null);
      if (phrase.filter(Boolean).length > 1) await this.#keepPhrase(phrase, scores);
    }
    return { ...result, scores };
  }

  #together(words) {
    words.sort((a, b) => a.weights.size - b.weights.size);
    const scores = new Map();
    for (const doc of words[0].weights.keys()) {
      let score = 0;
      for (const { weights } of words) {
        const weight = weights.get(doc);
        if (weight === undefined) {
          score = 0;
          break;
        }
        score += WEIGHT[weight] * Math.log(1 + this.documents / weights.size);
      }
      if (score) scores.set(doc, score);
    }
    return scores;
  }

  /** Take out the documents that have the words, but not side by side. */
  async #keepPhrase(phrase, scores) {
    const places = await Promise.all(
      phrase.map(async (word) => {
        if (!word) return null;
        const lists = await Promise.all(word.all.map((one) => this.positions(one)));
        return (doc) => new Set(lists.flatMap((list) => list.get(doc) ?? []));
      })
    );
    const first = phrase.findIndex(Boolean);
    for (const doc of [...scores.keys()]) {
      const found = places.map((at) => at && at(doc));
      const begins = [...found[first]].some((place) =>
        found.every((set, i) => !set || set.has(place + i - first))
      );
      if (!begins) scores.delete(doc);
    }
  }

  /** A period's columns, a value a document; lists for countries and people. */
  async columns(period) {
    period.columns ??= await this.json(`d/${period.name}.json`).then((data) => {
      const lists = (text) => {
        const numbers = decode(text);
        const found = [];
        for (let at = 0; at < numbers.length; ) {
          const count = numbers[at++];
          found.push(numbers.slice(at, (at += count)));
        }
        return found;
      };
      return {
        day: decode(data.day),
        kind: decode(data.kind).map((n) => this.kinds[n]),
        language: decode(data.language).map((n) => this.languages[n]),
        length: decode(data.length),
        country: lists(data.country).map((ids) => ids.map((n) => this.countries[n])),
        person: lists(data.person).map((ids) => ids.map((n) => this.people[n])),
      };
    });
    return period.columns;
  }

  /** What the result list shows of a document. */
  async row(doc) {
    const period = this.periods.findLast(({ first }) => first <= doc);
    const at = doc - period.first;
    const rows = await this.json(`t/${period.name}-${Math.floor(at / this.block)}.json`);
    const [url, title, date, kind, language, place] = rows[at % this.block];
    return { url, title, date, kind, language, place };
  }
}
