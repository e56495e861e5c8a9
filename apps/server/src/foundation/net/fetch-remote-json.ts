import type { Context } from '../context.ts'

/** ms and bytes, as for all requests to other servers (spec 07 §4.5). */
const timeout = 7000
const maxBytes = 3_000_000

/**
 * JSON from an address that somebody gave us; `post` is sent there as JSON. Throws a plain Error when it cannot be had:
 * not reachable, a private address (`federation.prevent_ssrf`), too slow, another status than 200, too long, no JSON.
 */
export async function fetchRemoteJson(
  ctx: Pick<Context, 'settings'>,
  url: string,
  { post }: { post?: object } = {},
): Promise<unknown> {
  const { requestRemote } = await import('./request-remote.ts')
  const { statusCode, body } = await requestRemote(url, {
    allowPrivate: !ctx.settings.current.federation.prevent_ssrf,
    signal: AbortSignal.timeout(timeout),
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
