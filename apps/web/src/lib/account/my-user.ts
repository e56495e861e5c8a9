import type { Answer } from '@sepiola/api-client/endpoint.ts'
import { getUserInfo, putUserInfo } from '@sepiola/api-client/endpoints/my-user.ts'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { CallOptions } from '@sepiola/api-client/endpoint.ts'
import { call } from '#lib/api/call.ts'
import type { Me } from '#lib/api/types.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { session } from '#lib/session/session.svelte.ts'

/** Everything that the API says to somebody about themselves. */
export type MyUser = Answer<'getUserInfo'>

/** `session.me` is that answer; the shell reads less of it. */
export const toMyUser = (me: Me): MyUser => me as unknown as MyUser

/** What is shown of the person follows what was saved. */
export async function refreshMe(): Promise<void> {
  session.me = await call(getUserInfo)
}

type Change = NonNullable<CallOptions<'putUserInfo'>['body']>

/** Saves, and shows it everywhere. */
export async function saveMe(change: Change): Promise<void> {
  await call(putUserInfo, { body: change })
  await refreshMe()
}

/** As `saveMe` for what needs the present password: a wrong one is a 401 that says nothing about the token. */
export async function saveMeWithPassword(change: Change & { currentPassword: string }): Promise<void> {
  try {
    await call(putUserInfo, { body: change, keepToken: true })
  } catch (problem) {
    const expired = problem instanceof ApiProblem && problem.status === 401 && !isWrongPassword(problem)
    if (!expired) throw problem
    await call(putUserInfo, { body: change })
  }
  await refreshMe()
}

const isWrongPassword = ({ code }: ApiProblem): boolean => code === 'current_password_is_invalid'

/** As forms with `CurrentPasswordField` explain a refusal: what is wrong about that field. */
export const explainCurrentPassword = ({ t }: Pick<I18n, 't'>, problem: ApiProblem) =>
  isWrongPassword(problem) ? { name: 'currentPassword', text: t('security.currentWrong') } : undefined
