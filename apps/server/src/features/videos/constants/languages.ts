import { iso6393 } from 'iso-639-3'

const signLanguages = [
  ...['sgn', 'ase', 'asq', 'sdl', 'bfi', 'bzs', 'csl', 'cse', 'dsl', 'fsl', 'gsg', 'pks', 'jsl', 'sfs', 'swl'],
  'rsl',
  'fse',
]
const noLinguisticContent = 'zxx'

/** ISO 639-3 codes listed besides the living languages that have a two-letter code (spec 01 §10). */
const alsoByIso3 = [...signLanguages, noLinguisticContent, 'kab', 'gcf', 'lat', 'epo', 'tlh', 'jbo', 'avk', 'gsw']

const named: Readonly<Record<string, string>> = {
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

function buildLanguages(): Record<string, string> {
  const languages: Record<string, string> = {}
  const extra = new Set(alsoByIso3)
  for (const language of iso6393) {
    if ((language.type === 'living' && language.iso6391) || extra.has(language.iso6393)) {
      languages[language.iso6391 ?? language.iso6393] = language.name
    }
  }
  return { ...languages, ...named }
}

let languages: Readonly<Record<string, string>> | undefined
let subtitleLanguages: Readonly<Record<string, string>> | undefined

/** Code → English name of the languages that videos can have. */
export function videoLanguages(): Readonly<Record<string, string>> {
  return (languages ??= buildLanguages())
}

/** The same without sign languages and "no linguistic content". */
export function captionLanguages(): Readonly<Record<string, string>> {
  const left = new Set([...signLanguages, noLinguisticContent])
  return (subtitleLanguages ??= Object.fromEntries(
    Object.entries(videoLanguages()).filter(([code]) => !left.has(code)),
  ))
}

/** `Unknown` for a code that no list has. */
export function languageLabel(code: string): string {
  return videoLanguages()[code] ?? 'Unknown'
}
