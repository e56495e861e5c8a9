import { call } from '../api/call.ts'
import { getUserInfo } from '@sepiola/api-client/endpoints/my-user/get-user-info.ts'
import { getOAuthToken } from '@sepiola/api-client/endpoints/session/get-oauth-token.ts'
import { revokeOAuthToken } from '@sepiola/api-client/endpoints/session/revoke-oauth-token.ts'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { Me } from '../api/types.ts'
import { credentials, localClient } from './credentials.ts'
import { store } from './store.ts'

/** Who is signed in, in this browser; always nobody on the server. */
class Session {
  /** `unknown` until the page is hydrated and the token was checked. */
  state = $state<'unknown' | 'anonymous' | 'signed-in'>('unknown')
  me = $state<Me>()
  /** Known from the last visit, before `me` has arrived. */
  username = $state('')
  /** Without the person asking for it here, while pages were open. */
  ended = $state(false)

  constructor() {
    credentials.onCleared(() => this.#forget())
  }

  async restore(): Promise<void> {
    if (!credentials.accessToken) return this.#forget()
    this.username = store.get('username') ?? ''
    try {
      await this.#load()
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) credentials.clear()
      else this.state = 'anonymous'
    }
  }

  /** `otp` is the six digits of the second factor. Refusals are thrown as `ApiProblem`. */
  async signIn(username: string, password: string, otp?: string): Promise<void> {
    const body = { ...(await localClient()), grant_type: 'password' as const, username, password }
    const headers = otp ? { 'x-peertube-otp': otp } : {}
    const pair = await call(getOAuthToken, { body, headers, anonymous: true })
    credentials.save(pair)
    document.documentElement.dataset['signedIn'] = ''
    await this.#load()
  }

  async signOut(): Promise<void> {
    await call(revokeOAuthToken).catch(() => undefined)
    this.leave()
  }

  /** Nothing is left of who was signed in. */
  leave(): void {
    credentials.clear()
    this.ended = false
  }

  async #load(): Promise<void> {
    const me = await call(getUserInfo)
    this.me = me
    this.username = me.username
    this.state = 'signed-in'
    this.ended = false
    store.set('id', String(me.id))
    store.set('username', me.username)
    store.set('email', me.email)
    store.set('role', String(me.role.id))
  }

  #forget(): void {
    this.ended ||= this.me !== undefined
    this.me = undefined
    this.username = ''
    this.state = 'anonymous'
    if (typeof document !== 'undefined') delete document.documentElement.dataset['signedIn']
  }
}

export const session = new Session()
