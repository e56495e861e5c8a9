import { store } from './store.ts'

interface Pair {
  token_type: string
  access_token: string
  refresh_token: string
}

interface OAuthClient {
  client_id: string
  client_secret: string
}

/** Keys of spec 09 §12: people stay signed in when a PeerTube instance moves over. */
const keys = ['access_token', 'refresh_token', 'token_type', 'id', 'username', 'email', 'role']

let refreshing: Promise<boolean> | undefined
const listeners = new Set<() => void>()

export const credentials = {
  get accessToken(): string | undefined {
    return store.get('access_token') ?? undefined
  },

  save(pair: Pair): void {
    store.set('access_token', pair.access_token)
    store.set('refresh_token', pair.refresh_token)
    store.set('token_type', pair.token_type)
  },

  saveClient(client: OAuthClient): void {
    store.set('client_id', client.client_id)
    store.set('client_secret', client.client_secret)
  },

  clear(): void {
    store.remove(...keys)
    for (const listener of listeners) listener()
  },

  /** Called when the session ends without the person asking for it. */
  onCleared(listener: () => void): void {
    listeners.add(listener)
  },

  /** Exchanges the refresh token, once for all callers and tabs; false when the session is over. */
  async refresh(expired: string): Promise<boolean> {
    refreshing ??= exclusively(() => exchange(expired)).finally(() => (refreshing = undefined))
    return refreshing
  },
}

function exclusively(work: () => Promise<boolean>): Promise<boolean> {
  return navigator.locks ? navigator.locks.request('sepiola-refresh', work) : work()
}

async function exchange(expired: string): Promise<boolean> {
  // Another tab was faster.
  if (store.get('access_token') !== expired) return store.get('access_token') !== null
  const refresh_token = store.get('refresh_token')
  if (!refresh_token) return false
  try {
    const client = await localClient()
    const body = new URLSearchParams({ ...client, grant_type: 'refresh_token', refresh_token })
    const response = await fetch('/api/v1/users/token', { method: 'POST', body })
    if (response.ok) {
      credentials.save((await response.json()) as Pair)
      return true
    }
    if (response.status < 500 && response.status !== 429) credentials.clear()
    return false
  } catch {
    return false
  }
}

/** Identifier and secret of the first-party client; asked again each time since an instance may be restored. */
export async function localClient(): Promise<OAuthClient> {
  const response = await fetch('/api/v1/oauth-clients/local')
  if (!response.ok) throw new Error(`oauth client: ${response.status}`)
  const client = (await response.json()) as OAuthClient
  credentials.saveClient(client)
  return { client_id: client.client_id, client_secret: client.client_secret }
}
