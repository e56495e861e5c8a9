import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { problemText } from '#lib/i18n/problem-text.ts'

/** The cause of a refusal, and after how many seconds trying again makes sense where the server says so. */
export function refusalText(i18n: I18n, problem: unknown): string {
  if (problem instanceof ApiProblem && problem.status === 429 && problem.retryAfter !== undefined) {
    return i18n.t('form.tooMany', { time: i18n.span(Math.max(1, problem.retryAfter)) })
  }
  return problemText(i18n, problem)
}
