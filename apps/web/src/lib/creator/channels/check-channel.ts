import { limits, usernamePattern } from '@sepiola/contract/limits.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

export interface ChannelWords {
  displayName: string
  description: string
  support: string
}

/** Limits of spec 04 §3.2, in the person's words. */
export function checkChannelWords({ t }: I18n, { displayName, description, support }: ChannelWords) {
  const outside = (text: string) =>
    text !== '' && (text.length < limits.support.min || text.length > limits.support.max)
  const { length } = displayName.trim()
  return {
    displayName: length < 1 || length > limits.displayName.max ? t('channels.displayNameWrong') : undefined,
    description: outside(description.trim()) ? t('manage.supportLength') : undefined,
    support: outside(support.trim()) ? t('manage.supportLength') : undefined,
  }
}

export function checkChannelName({ t }: I18n, name: string): string | undefined {
  const fits = name.length >= limits.username.min && name.length <= limits.username.max && usernamePattern.test(name)
  return fits ? undefined : t('channels.nameWrong')
}

/** What the API takes: empty texts are none. */
export const toChannelBody = ({ displayName, description, support }: ChannelWords) => ({
  displayName: displayName.trim(),
  description: description.trim() || null,
  support: support.trim() || null,
})
