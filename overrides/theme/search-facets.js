/* Counting and filtering: which documents of a result a reader's choices leave, and how
   many each further choice would. */

export const FACETS = ["country", "person", "kind", "year", "language"];
/* A document has several countries and people, so choosing two asks for both; it has one
   kind, year and language, so choosing two asks for either. */
const ALL = new Set(["country", "person"]);

/**
 * Filter and count.
 *
 * `scores` are a result's, or null for every document; `chosen` maps a facet to a set of
 * values. Gives `docs` ({doc, score, when}, unsorted) and `counts`, which map a facet to
 * a map from value to number of documents.
 */
export async function filter(index, scores, chosen) {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const docs = [];
  const wanted = FACETS.filter((facet) => chosen[facet].size);
  const count = (facet, values) => {
    for (const value of values) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  };
  const periods = index.periods.filter(({ first, count: size }) => {
    if (!scores) return true;
    for (let doc = first; doc < first + size; doc++) if (scores.has(doc)) return true;
    return false;
  });
  await Promise.all(periods.map((period) => index.columns(period)));
  for (const period of periods) {
    const { columns, year } = period;
    for (let at = 0; at < period.count; at++) {
      const doc = period.first + at;
      const score = scores ? scores.get(doc) : 1;
      if (score === undefined) continue;
      const values = {
        country: columns.country[at],
        person: columns.person[at],
        kind: [columns.kind[at]],
        year: [year],
        language: [columns.language[at]],
      };
      const failed = wanted.filter((facet) => !fits(facet, values[facet], chosen[facet]));
      if (!failed.length) {
        docs.push({
          doc,
          // A word says less of a long document than of a short one.
          score: score / Math.sqrt(Math.max(8, columns.length[at])),
          when: year === "0" ? -1 : Number(year) * 400 + columns.day[at],
        });
        FACETS.forEach((facet) => count(facet, values[facet]));
      } else if (failed.length === 1 && !ALL.has(failed[0])) count(failed[0], values[failed[0]]);
    }
  }
  for (const facet of wanted)
    for (const value of chosen[facet]) if (!counts[facet].has(value)) counts[facet].set(value, 0);
  return { docs, counts };
}

function fits(facet, values, chosen) {
  if (ALL.has(facet)) return [...chosen].every((value) => values.includes(value));
  return values.some((value) => chosen.has(value));
}

/** Order documents: "best", "new" or "old"; equal ones newest first. */
export function sorted(docs, order) {
  const newest = (a, b) => b.when - a.when || b.doc - a.doc;
  // Undated documents come last both ways.
  const oldest = (a, b) => (a.when < 0) - (b.when < 0) || a.when - b.when || a.doc - b.doc;
  const best = (a, b) => b.score - a.score || newest(a, b);
  return docs.sort({ best, new: newest, old: oldest }[order]);
}
