import { getUsersScopedTokens } from '@sepiola/api-client/endpoints/session/get-users-scoped-tokens.ts'
import { postUsersScopedTokens } from '@sepiola/api-client/endpoints/session/post-users-scoped-tokens.ts'
import { call } from '#lib/api/call.ts'
import { problemText } from '#lib/i18n/problem-text.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { toasts } from '#lib/ui/toasts.svelte.ts'
import { feedLinks, type FeedLink } from './feed-links.ts'

/** The feed of one's own subscriptions: its address is the key to it, and can be changed. */
export class PersonalFeed {
  wrong = $state('')
  #token = $state('')
  readonly #i18n: I18n

  constructor(i18n: I18n) {
    this.#i18n = i18n
  }

  get known(): boolean {
    return this.#token !== ''
  }

  linksOf(accountId: number | undefined): FeedLink[] | undefined {
    return this.#token ? feedLinks('subscriptions', { accountId, token: this.#token }) : undefined
  }

  async load(): Promise<void> {
    if (this.#token) return
    this.wrong = ''
    try {
      this.#token = (await call(getUsersScopedTokens)).feedToken
    } catch (problem) {
      this.wrong = problemText(this.#i18n, problem)
    }
  }

  async renew(): Promise<void> {
    try {
      this.#token = (await call(postUsersScopedTokens)).feedToken
      toasts.show(this.#i18n.t('feeds.renewed'))
    } catch (problem) {
      toasts.show(problemText(this.#i18n, problem), { tone: 'error' })
    }
  }
}
