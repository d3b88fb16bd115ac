/* At the top of every page's body, so that nothing flashes: light or dark, and that scripts run.
   The rest is book.js, which waits until the page stands. */

(({ documentElement, body }) => {
  documentElement.className = "js";
  let chosen;
  try {
    chosen = localStorage.dcScheme;
  } catch {
    // storage is forbidden: the system decides
  }
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  body.dataset.mdColorScheme = dark ? "slate" : "default";
  addEventListener("DOMContentLoaded", () => import("./book.js"));
})(document);
