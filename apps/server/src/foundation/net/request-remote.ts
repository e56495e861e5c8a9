import { isIP } from 'node:net'
import { Agent, buildConnector, interceptors, request, type Dispatcher } from 'undici'
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts'

// Loaded with the first request (`await import`): undici takes 8 MB for as long as the process lives.

/** ms, as for all requests to other servers (spec 07 §4.5). */
const connectTimeout = 7000
const maxRedirections = 5

function createAgent(preventPrivate: boolean) {
  const connect = buildConnector(
    preventPrivate ? { lookup: lookupPublic, timeout: connectTimeout } : { timeout: connectTimeout },
  )
  const agent = new Agent({
    keepAliveTimeout: 1000,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      // Addresses are not looked up.
      if (preventPrivate && isIP(host) && !isPublicAddress(host)) callback(new PrivateAddressError(host), null)
      else connect(options, callback)
    },
  })
  return agent.compose(interceptors.redirect({ maxRedirections }))
}

/** Connections to addresses of the public internet only, or to any. Both follow redirects, checked alike. */
const agents = { public: createAgent(true), any: createAgent(false) }

/** Asks another server; `allowPrivate`: also in our own network. Rejects with the PrivateAddressError itself. */
export async function requestRemote(
  url: string,
  {
    allowPrivate,
    ...options
  }: { allowPrivate: boolean } & Omit<NonNullable<Parameters<typeof request>[1]>, 'dispatcher'>,
): Promise<Dispatcher.ResponseData<unknown>> {
  try {
    return await request(url, { ...options, dispatcher: allowPrivate ? agents.any : agents.public })
  } catch (error) {
    throw error instanceof Error && error.cause instanceof PrivateAddressError ? error.cause : error
  }
}
