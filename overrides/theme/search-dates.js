/* Dates of the result list in words: EDTF as generator/model/edtf.py reads it. */

const MARKS = { "?": "uncertain", "~": "approximate", "%": "doubtful" };

/** A function from EDTF to words in the page's language. */
export function dates({ locale, dates: words }) {
  const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const day = format({ year: "numeric", month: "long", day: "numeric" });
  const month = format({ year: "numeric", month: "long" });
  const one = (text) => {
    const [, year, m, d, mark] = text.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$/) ?? [];
    if (!year) return text;
    const when = new Date(`${year}-${m ?? "01"}-${d ?? "01"}T00:00Z`);
    const said = d ? day.format(when) : m ? month.format(when) : year;
    return mark ? words[MARKS[mark]].replace("{date}", said) : said;
  };
  return (text) => (text ? text.split("/").map(one).join(" – ") : words.undated);
}
