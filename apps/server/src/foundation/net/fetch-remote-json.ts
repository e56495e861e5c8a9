import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, buildConnector, interceptors, request } from 'undici'
import type { Context } from '../context.ts'

/** ms and bytes, as for all requests to other servers (spec 07 §4.5). */
const timeout = 7000
const maxBytes = 3_000_000
const maxRedirections = 5

/** Whether an address is one of the public internet, so that asking it cannot reach into our own network. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} is no address of the public internet.`)
  }
}

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

/** Checked when it connects, so that a name cannot mean something else a moment later. */
export function lookupPublic(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = error ? undefined : addresses.find(({ address }) => !isPublicAddress(address))
    const failure = refused ? new PrivateAddressError(hostname) : error
    if (failure) return found(failure, [])
    if (options.all) return found(null, addresses)
    found(null, addresses[0]!.address, addresses[0]!.family)
  })
}

function createAgent(preventPrivate: boolean) {
  const connect = buildConnector(preventPrivate ? { lookup: lookupPublic, timeout } : { timeout })
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
export const agents = { public: createAgent(true), any: createAgent(false) }

/**
 * JSON from an address that somebody gave us; `post` is sent there as JSON. Throws a plain Error when it cannot be had: not reachable, a private
 * address (`federation.prevent_ssrf`), too slow, another status than 200, too long, no JSON.
 */
export async function fetchRemoteJson(
  ctx: Pick<Context, 'settings'>,
  url: string,
  { post }: { post?: object } = {},
): Promise<unknown> {
  const dispatcher = ctx.settings.current.federation.prevent_ssrf ? agents.public : agents.any
  const signal = AbortSignal.timeout(timeout)
  const { statusCode, body } = await request(url, {
    dispatcher,
    signal,
    headers: { accept: 'application/json', ...(post && { 'content-type': 'application/json' }) },
    ...(post && { method: 'POST', body: JSON.stringify(post) }),
  })
  if (statusCode !== 200) {
    await body.dump()
    throw new Error(`${url} answered with status ${statusCode}.`)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += (chunk as Buffer).length
    if (size > maxBytes) {
      body.destroy()
      throw new Error(`${url} answered with more than ${maxBytes} bytes.`)
    }
    chunks.push(chunk as Buffer)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
