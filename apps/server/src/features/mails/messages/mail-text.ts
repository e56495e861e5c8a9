import type { MailTemplate } from '../mail-templates.ts'

/** A paragraph, the button, or words of a person in their own lines. `{name}` stands for a datum. */
export type MailBlock = string | { button: string } | { quote: string }

export interface MailText {
  subject: string
  blocks: readonly MailBlock[]
}

export type MailTexts = Readonly<Record<MailTemplate, MailText>>
