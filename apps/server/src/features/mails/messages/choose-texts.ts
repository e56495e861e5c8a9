import { en } from './en.ts'
import { fr } from './fr.ts'
import type { MailTexts } from './mail-text.ts'

/** By language, as in `fr` of `fr-FR`. A further language is a file and a line here. */
export const mailTexts: Readonly<Record<string, MailTexts>> = { en, fr }

/** The first wanted locale that there are texts for, else English (spec 01 §9). */
export function chooseTexts(...wanted: (string | null)[]): { language: string; texts: MailTexts } {
  for (const locale of wanted) {
    const language = locale?.toLowerCase().split(/[-_]/)[0] ?? ''
    const texts = Object.hasOwn(mailTexts, language) ? mailTexts[language] : undefined
    if (texts) return { language, texts }
  }
  return { language: 'en', texts: en }
}
