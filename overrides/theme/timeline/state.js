/* What is chosen, kept in the address so that it can be shared, and nowhere else. */

export const NAMES = [
  "pair", "country", "person", "organisation", "topic", "place", "host",
  "family", "kind", "language", "met", "year", "since", "until", "q",
];
const VIEW = ["lanes"]; // how, not what: changes nothing in the list

/** The filters of an address's query: each name with its values. */
export function read(query) {
  const given = new URLSearchParams(query);
  const state = {};
  for (const name of [...NAMES, ...VIEW]) {
    const values = given.getAll(name).map((value) => value.trim()).filter(Boolean);
    if (values.length) state[name] = [...new Set(values)];
  }
  return state;
}

/** The query for filters, in a fixed order; "" for none. */
export function write(state) {
  const given = new URLSearchParams();
  for (const name of [...NAMES, ...VIEW]) for (const value of state[name] || []) given.append(name, value);
  const query = given.toString();
  return query ? `?${query}` : "";
}

/** The same filters with one set to a value, or taken away by an empty one. */
export function set(state, name, value) {
  const changed = { ...state };
  if (value) changed[name] = [value];
  else delete changed[name];
  return changed;
}

/** The same filters without one value. */
export function without(state, name, value) {
  const left = (state[name] || []).filter((one) => one !== value);
  const changed = { ...state, [name]: left };
  if (!left.length) delete changed[name];
  return changed;
}

/** Whether anything is chosen that changes the list. */
export const chosen = (state) => NAMES.some((name) => (state[name] || []).length);
