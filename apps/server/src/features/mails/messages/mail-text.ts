import type { MailTemplate } from '../mail-templates.ts'

/**
 * A paragraph, the button, words of a person in their own lines, or rows of figures: each a name and a datum of three
 * numbers as in `3 / 1 / 0`. `{name}` stands for a datum.
 */
export type MailBlock = string | { button: string } | { quote: string } | MailFigures

export interface MailFigures {
  columns: readonly [string, string, string]
  /** Between a name and its figures, as in `Videos: 3 / 1 / 0`. */
  colon: string
  rows: readonly (readonly [name: string, datum: string])[]
}

export interface MailText {
  subject: string
  blocks: readonly MailBlock[]
}

export type MailTexts = Readonly<Record<MailTemplate, MailText>>
