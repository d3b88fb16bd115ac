/* What scripts say on every page, by language: here, so that no page carries it. What a page
   itself says stands in generator/pages/strings. To add a language, add it in both. */

const SAID = {
  ru: {
    scheme: "Оформление",
    auto: "как в системе",
    light: "светлое",
    dark: "тёмное",
    copy: "Скопировать цитату",
    copied: "Цитата скопирована",
  },
  en: {
    scheme: "Appearance",
    auto: "as the system",
    light: "light",
    dark: "dark",
    copy: "Copy quote",
    copied: "Quote copied",
  },
};

export default SAID[document.documentElement.lang] ?? SAID.en;
