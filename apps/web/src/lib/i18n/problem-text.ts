import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { I18n, MessageKey } from './i18n.ts'

const byCode: Record<string, MessageKey> = {
  quota_reached: 'problem.quota',
  max_file_size_reached: 'problem.fileSize',
  invalid_grant: 'problem.credentials',
  account_blocked: 'problem.blocked',
  email_not_verified: 'problem.unverified',
  account_waiting_for_approval: 'problem.waitingApproval',
  account_approval_rejected: 'problem.rejected',
  too_long_password: 'problem.longPassword',
  invalid_two_factor: 'problem.secondFactor',
}

const byStatus: Record<number, MessageKey> = {
  401: 'problem.session',
  403: 'problem.forbidden',
  404: 'problem.notFound',
  413: 'problem.tooLarge',
  415: 'problem.type',
  422: 'problem.unreadable',
  429: 'problem.tooMany',
  503: 'problem.unavailable',
}

/** The cause in the visitor's words; what the API says where we know nothing better. */
export function problemText({ t }: Pick<I18n, 't'>, problem: unknown): string {
  // What fetch throws when the server is not reached.
  if (problem instanceof TypeError) return t('problem.network')
  if (!(problem instanceof ApiProblem)) return t('problem.unknown')
  const key = (problem.code && byCode[problem.code]) || byStatus[problem.status]
  if (key) return t(key)
  return problem.detail || t('problem.server', { status: problem.status })
}
