import { en } from './en.ts'
import { fr } from './fr.ts'
import type { MailTexts } from './mail-text.ts'

/** By language, as in `fr` of `fr-FR`. A further language is a file and a line here. */
export const mailTexts: Readonly<Record<string, MailTexts>> = { en, fr }

/** The first wanted locale that there are texts for, else English (spec 01 §9). */
export function chooseTexts(...wanted: (string | null)[]): { language: string; texts: MailTexts } {
  const language = chooseLanguage(mailTexts, ...wanted)
  return { language, texts: mailTexts[language] ?? en }
}

/** The same for other texts that are written for somebody, by language. */
export function chooseLanguage(texts: Readonly<Record<string, unknown>>, ...wanted: (string | null)[]): string {
  for (const locale of wanted) {
    const language = locale?.toLowerCase().split(/[-_]/)[0] ?? ''
    if (Object.hasOwn(texts, language)) return language
  }
  return 'en'
}
