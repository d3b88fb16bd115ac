/* What every page does better with JavaScript: a button for light and dark, and on a
   document's page quotes that carry their source. To add a behaviour, add a module and
   import it here where its page needs it. */

import words from "./said.js";

const KEY = "dcScheme";
const CHOICES = ["auto", "light", "dark"];
const SIGNS = { auto: "◐", light: "☀", dark: "☾" };

function chosen() {
  try {
    return localStorage[KEY] || "auto";
  } catch {
    return "auto"; // storage is forbidden: the choice lasts for this page
  }
}

function keep(choice) {
  try {
    if (choice === "auto") delete localStorage[KEY];
    else localStorage[KEY] = choice;
  } catch {
    // as above
  }
}

const system = matchMedia("(prefers-color-scheme: dark)");
let choice = chosen();

function show() {
  const dark = choice === "auto" ? system.matches : choice === "dark";
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
}

function schemeButton(tools) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "dc-scheme";
  const label = () => {
    button.textContent = SIGNS[choice];
    button.title = `${words.scheme}: ${words[choice]}`;
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
    keep(choice);
    label();
    show();
  });
  label();
  tools.append(button);
}

/** In the page's contents, mark the section that is being read. */
function followContents(links) {
  const link = new Map();
  for (const a of links) {
    const heading = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (heading) link.set(heading, a);
  }
  const mark = () => {
    const passed = [...link.keys()].filter((h) => h.getBoundingClientRect().top < innerHeight / 3);
    const now = link.get(passed.at(-1));
    for (const a of links) a.toggleAttribute("data-now", a === now);
  };
  // Headings that cross a third of the window are the only moments when the mark moves.
  const watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of link.keys()) watch.observe(heading);
}

system.addEventListener("change", show);
const tools = document.querySelector(".dc-tools");
if (tools) schemeButton(tools);
// On a phone the sections are one row that scrolls: bring the current one into sight.
const current = document.querySelector(".dc-nav [aria-current]");
if (current) {
  const row = current.closest("ul");
  row.scrollLeft = current.parentElement.offsetLeft - row.offsetLeft - 16;
}
followContents(document.querySelectorAll(".dc-contents a"));
if (document.querySelector(".dc-now")) import("./today.js");
if (document.querySelector(".dc-words .t")) import("./quote.js");
