import type { JobState } from '@sepiola/contract/enums.ts'
import type { Job } from '@sepiola/contract/schemas/server.ts'
import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'

export const sayJobState = ({ t }: I18n, state: JobState): string => t(`admin.jobs.state.${state}` as MessageKey)

export function sayAttempts({ t }: I18n, { attempts, maxAttempts }: Pick<Job, 'attempts' | 'maxAttempts'>): string {
  return t('admin.jobs.attemptsOf', { attempts, max: Math.max(attempts, maxAttempts) })
}

/** To the second; empty while it has not come to that. */
export function sayMoment({ locale }: I18n, iso: string | null): string {
  return iso ? new Date(iso).toLocaleString(locale) : ''
}

/** What was asked of the job, as one reads it. */
export const payloadText = ({ data }: Job): string => JSON.stringify(data, undefined, 2)
