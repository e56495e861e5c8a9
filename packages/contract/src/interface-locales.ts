/** Locales of the interface (spec 09 §12); a person's language is one of them or an alias. */
const locales = [
  ...['en-US', 'ar', 'ca-ES', 'cs-CZ', 'de-DE', 'el-GR', 'eo', 'es-ES', 'eu-ES', 'fa-IR', 'fi-FI', 'fr-FR', 'gd'],
  ...['gl-ES', 'hr', 'hu-HU', 'is', 'it-IT', 'ja-JP', 'ka', 'kab', 'ko-KR', 'nb-NO', 'nl-NL', 'nn', 'oc', 'pl-PL'],
  ...['pt-BR', 'pt-PT', 'ro-RO', 'ru-RU', 'sk-SK', 'sq', 'sv-SE', 'th-TH', 'tok', 'tr-TR', 'uk-UA', 'vi-VN'],
  ...['zh-Hans-CN', 'zh-Hant-TW'],
]

const aliases = ['zh-CN', 'zh-Hans', 'zh-TW', 'zh-Hant', 'ar-001']

const known: ReadonlySet<string> = new Set([...locales, ...locales.map((locale) => locale.split('-')[0]!), ...aliases])

/** Whether it is a locale of the interface or an alias of one. */
export function isInterfaceLocale(text: string): boolean {
  return known.has(text)
}
