import { createClient } from '@sepiola/api-client/client.ts'
import type { Answer, CallOptions, Endpoint, OperationId } from '@sepiola/api-client/endpoint.ts'
import { browser } from '$app/env'
import { credentials } from '../session/credentials.ts'

interface Around {
  /** The `fetch` of a load; it finds the answers that came with the HTML. */
  fetch?: typeof fetch
  /** Never send the token. */
  anonymous?: boolean
  /** A 401 is not about the token: do not renew it. */
  keepToken?: boolean
}

let hydrated = false

/** Until then loads read what came with the HTML, which was rendered for nobody in particular. */
export function markHydrated(): void {
  hydrated = true
}

/** The page's first loads are done: from now on answers come over the network. */
export const isHydrated = (): boolean => hydrated

/** Refusals in the language of the page. Not with the first loads: their answers in the HTML would not be found. */
function languageHeader(): Record<string, string> {
  return browser && hydrated ? { 'x-peertube-language': document.documentElement.lang } : {}
}

/** Asks the API, as who is signed in; an expired token is renewed once. Rejects as the generated client does. */
export async function call<Id extends OperationId>(
  endpoint: Endpoint<Id>,
  ...[options]: {} extends CallOptions<Id> ? [(CallOptions<Id> & Around)?] : [CallOptions<Id> & Around]
): Promise<Answer<Id>> {
  const { fetch: ask, anonymous, keepToken, ...rest } = (options ?? {}) as Around & Record<string, unknown>
  let sent: string | undefined
  const client = createClient({
    baseUrl: '',
    ...(ask ? { fetch: ask } : {}),
    getToken: () => (sent = browser && hydrated && !anonymous ? credentials.accessToken : undefined),
    onUnauthorized: () => (sent === undefined || keepToken ? false : credentials.refresh(sent)),
  })
  const loose = client.call as (endpoint: Endpoint<Id>, options: unknown) => Promise<Answer<Id>>
  return loose(endpoint, { ...rest, headers: { ...languageHeader(), ...(rest.headers as object | undefined) } })
}
