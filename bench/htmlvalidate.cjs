// How html-validate reads the pages (bench/bars.py): every rule of its standard, but these.
module.exports = {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // Material's own: its frame ends lines with blanks, writes "doctype" small, calls its
    // toggles "__drawer" and "__search" and forbids their completion.
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "valid-id": "off",
    "valid-autocomplete": "off",
    // A document's title is its source's; we do not cut it.
    "long-title": "off",
  },
};
