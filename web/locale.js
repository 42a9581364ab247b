/**
 * The locale to write numbers in: some browsers know Kazakh by name but not its numbers, which are those of Russian.
 * @param {string} lang
 */
export const numeral = (lang) => (lang === "kk" ? "ru" : lang);
