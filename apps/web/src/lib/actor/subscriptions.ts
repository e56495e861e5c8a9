import { deleteUsersMeSubscriptionsBySubscriptionHandle } from '@sepiola/api-client/endpoints/my-subscriptions/delete-users-me-subscriptions-by-subscription-handle.ts'
import { getUsersMeSubscriptionsExist } from '@sepiola/api-client/endpoints/my-subscriptions/get-users-me-subscriptions-exist.ts'
import { postUsersMeSubscriptions } from '@sepiola/api-client/endpoints/my-subscriptions/post-users-me-subscriptions.ts'
import { call } from '#lib/api/call.ts'
import type { ActorSummary } from '#lib/api/types.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { toasts } from '#lib/ui/toasts.svelte.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import { sayFailure } from '#lib/watch/say-failure.ts'

let waiting: { uris: Set<string>; answer: Promise<Record<string, boolean>> } | undefined

/** Whether who is signed in follows `name@host`; buttons that ask in the same moment share one request. */
export async function isSubscribed(uri: string): Promise<boolean> {
  if (!waiting) {
    const uris = new Set<string>()
    const answer = Promise.resolve().then(() => {
      waiting = undefined
      return call(getUsersMeSubscriptionsExist, { query: { uris: [...uris] } }).catch(() => ({}))
    })
    waiting = { uris, answer }
  }
  waiting.uris.add(uri)
  const found = await waiting.answer
  return found[uri] ?? false
}

/** False, with the cause said, when the server refused. */
export async function saveSubscription(i18n: I18n, channel: ActorSummary, wanted: boolean): Promise<boolean> {
  const uri = `${channel.name}@${channel.host}`
  try {
    if (wanted) await call(postUsersMeSubscriptions, { body: { uri } })
    else await call(deleteUsersMeSubscriptionsBySubscriptionHandle, { params: { subscriptionHandle: uri } })
  } catch (problem) {
    await sayFailure(i18n, 'subscribe.failed', problem)
    return false
  }
  await loadMessages(i18n.locale, 'late', 'social')
  toasts.show(i18n.t(wanted ? 'subscribe.done' : 'subscribe.undone', { name: channel.displayName }))
  return true
}
