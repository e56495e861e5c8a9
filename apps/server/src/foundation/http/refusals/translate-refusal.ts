import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { wrongFields } from '../problem.ts'
import { fr } from './fr.ts'

export interface RefusalTexts {
  /** Before the names of the fields that are wrong. */
  wrongFields: string
  /** Before the number of a list's item. */
  item: string
  /** Texts that are put together or worded by a library, as English pattern and replacement; the first that fits counts. */
  patterns: readonly (readonly [RegExp, string])[]
  /** Texts as they stand in the code: the English one → this language's. */
  details: Readonly<Record<string, string>>
}

/** By language, as in `fr` of `fr-FR`. A further language is a file and a line here. */
export const refusalTexts: Readonly<Record<string, RefusalTexts>> = { fr }

const languages = ['en', ...Object.keys(refusalTexts)]

/**
 * The language of the words in a refusal: that of the header `x-peertube-language`, else of the user, else the best of
 * `Accept-Language`, else the server's (spec 01 §9). English where there are no texts.
 */
function chooseLanguage(request: FastifyRequest, defaultLanguage: string): string {
  const { 'x-peertube-language': asked, 'accept-language': accepted } = request.headers
  const wanted = (typeof asked === 'string' && asked) || request.viewer?.language
  const locale = wanted || (accepted && new Negotiator(request).language(languages)) || defaultLanguage
  return locale.toLowerCase().split(/[-_]/)[0]!
}

/** How texts are said to who made the request; English stays what nobody has translated. */
export function refusalTranslator(request: FastifyRequest, defaultLanguage: string): (text: string) => string {
  const language = chooseLanguage(request, defaultLanguage)
  return (text) => translateText(text, language)
}

/** `item 2, options: Not a host.`: where in a list it is, then what is wrong there. */
const place = /^item (\d+)(, [^:]+)?: (.+)$/s

/** `language`: as in `fr`. */
export function translateText(text: string, language: string): string {
  const texts = Object.hasOwn(refusalTexts, language) ? refusalTexts[language] : undefined
  if (!texts) return text
  if (text.startsWith(wrongFields)) return texts.wrongFields + text.slice(wrongFields.length)
  if (Object.hasOwn(texts.details, text)) return texts.details[text]!
  const [, item, path = '', wrong] = place.exec(text) ?? []
  if (item && wrong) return `${texts.item} ${item}${path} : ${translateText(wrong, language)}`
  for (const [pattern, words] of texts.patterns) if (pattern.test(text)) return text.replace(pattern, words)
  return text
}
