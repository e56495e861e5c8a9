import { limits, usernamePattern } from '@sepiola/contract/limits.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { mayBeEmail } from './may-be-email.ts'

type Say = Pick<I18n, 't'>
type Refusal = string | undefined

/** Of user names and channel names: what keeps the API from accepting it, said so that it can be mended. */
export function checkName({ t }: Say, name: string): Refusal {
  const { max } = limits.username
  if (!name) return t('account.nameNeeded')
  if (name.length > max) return t('account.tooLong', { count: max })
  if (/\p{Lu}/u.test(name)) return t('account.nameLower')
  if (/\s/.test(name)) return t('account.nameSpace')
  if (!/^[a-z0-9_.-]+$/.test(name)) return t('account.nameLetters')
  if (!usernamePattern.test(name)) return t('account.nameEnds')
}

export function checkDisplayName({ t }: Say, name: string): Refusal {
  const { max } = limits.displayName
  if (name.trim().length > max) return t('account.tooLong', { count: max })
}

export function checkEmail({ t }: Say, email: string): Refusal {
  if (!email) return t('account.emailNeeded')
  if (!mayBeEmail(email)) return t('account.emailWrong')
}

export function checkCurrentPassword({ t }: Say, password: string): Refusal {
  if (!password) return t('security.currentNeeded')
}

export function checkPassword(
  { t }: Say,
  password: string,
  { minLength, maxLength }: { minLength: number; maxLength: number },
): Refusal {
  if (!password) return t('account.passwordNeeded')
  if (password.length < minLength) return t('account.passwordShort', { count: minLength })
  if (password.length > maxLength) return t('account.tooLong', { count: maxLength })
  if (new TextEncoder().encode(password).length > limits.password.maxBytes) return t('account.passwordBytes')
}

/** Text that may be absent, but has a least length when there is some. */
export function checkText({ t }: Say, text: string, { min, max }: { min: number; max: number }): Refusal {
  const { length } = text.trim()
  if (length > 0 && length < min) return t('account.tooShort', { count: min })
  if (length > max) return t('account.tooLong', { count: max })
}

/** A channel name made of a title: `Été à Brest` → `ete_a_brest`; empty when nothing is left. */
export function toChannelName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  return words.slice(0, limits.username.max).replace(/_+$/, '')
}
