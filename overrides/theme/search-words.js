/* Words as the search index cuts and folds them: the twin of
   generator/exports/search/words.py. tests/search/words.json is run through both. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]*/gu;
const INVISIBLE = /[\u00ad\u0300\u0301\u200b-\u200d\u2060\ufeff]/g;
const RARE = /[^\x00-\x7f\u0400-\u052f]/;
const MARKS = /[\u0300-\u036f]/g;
const PLAIN = { ё: "е", ı: "i", ł: "l", ø: "o", ə: "a", đ: "d", ß: "ss" };
const plain = (text) => text.replace(/[ёıłøəđß]/g, (letter) => PLAIN[letter]);

export function fold(word) {
  const lowered = plain(word.toLowerCase());
  if (!RARE.test(lowered)) return lowered;
  const whole = plain(lowered.replace(INVISIBLE, "").normalize("NFC"));
  if (!RARE.test(whole)) return whole;
  return whole.normalize("NFD").replaceAll("\u0438\u0306", "й").replace(MARKS, "");
}

/** Every word of a text: {word, start, end}, folded, with its place in the text. */
export function tokens(text) {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A query as parts: each a phrase in quotes, or one word alone; parts are lists of words. */
export function parts(query) {
  const found = [];
  for (const [, phrase, rest] of query.matchAll(/["«“„]([^"»“”]*)["»“”]|([^"«“„]+)/g)) {
    if (phrase !== undefined) found.push(tokens(phrase).map((token) => token.word));
    else for (const token of tokens(rest)) found.push([token.word]);
  }
  return found.filter((words) => words.length);
}
