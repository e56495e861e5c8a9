import { iso6393 } from 'iso-639-3'

/** Not spoken: left out of subtitles. */
const unspoken: ReadonlySet<string> = new Set([
  ...['sgn', 'ase', 'asq', 'sdl', 'bfi', 'bzs', 'csl', 'cse', 'dsl', 'fsl', 'gsg', 'pks', 'jsl', 'sfs', 'swl', 'rsl'],
  ...['fse', 'zxx'],
])

/** ISO 639-3 codes besides those of living languages that have an ISO 639-1 code. */
const alsoListed: ReadonlySet<string> = new Set([
  ...unspoken,
  ...['kab', 'gcf', 'lat', 'epo', 'tlh', 'jbo', 'avk', 'gsw'],
])

const ownNames: Readonly<Record<string, string>> = {
  oc: 'Occitan',
  el: 'Greek',
  tok: 'Toki Pona',
  pt: 'Portuguese (Brazilian)',
  'pt-PT': 'Portuguese (Portugal)',
  es: 'Spanish (Spain)',
  'es-419': 'Spanish (Latin America)',
  'zh-Hans': 'Simplified Chinese',
  'zh-Hant': 'Traditional Chinese',
  'ca-valencia': 'Valencian',
  rcf: 'Réunion Creole French',
  gcr: 'Guianese Creole French',
}

let languages: Readonly<Record<string, string>> | undefined

/** The languages of videos: code (ISO 639-1 where there is one) to English name (spec 01 §10). */
export function videoLanguages(): Readonly<Record<string, string>> {
  languages ??= { ...Object.fromEntries(listed()), ...ownNames }
  return languages
}

function listed(): [string, string][] {
  return iso6393
    .filter((language) => (language.type === 'living' && language.iso6391) || alsoListed.has(language.iso6393))
    .map((language) => [language.iso6391 ?? language.iso6393, language.name])
}

/** The languages of subtitles. */
export function subtitleLanguages(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(videoLanguages()).filter(([code]) => !unspoken.has(code)))
}
