import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { createMemorySettings } from '../config/live-settings.ts'
import { fetchRemoteJson } from './fetch-remote-json.ts'
import { isPublicAddress } from './public-address.ts'

const answers: Record<string, RequestListener> = {
  '/json': (_request, response) => void response.end('{"a":[1]}'),
  '/moved': (_request, response) => void response.writeHead(302, { location: '/json' }).end(),
  '/around': (_request, response) => void response.writeHead(302, { location: '/around' }).end(),
  '/text': (_request, response) => void response.end('<html>'),
  '/missing': (_request, response) => void response.writeHead(404).end(),
  '/endless': (_request, response) => {
    response.on('error', () => {})
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(100_000, ' ')));
    }
    response.on('drain', more)
    more()
  },
}
const server = createServer((request, response) => answers[request.url!]!(request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
after(() => {
  server.closeAllConnections()
  server.close()
})

const ctx = (preventSsrf: boolean) => ({
  settings: createMemorySettings({ federation: { prevent_ssrf: preventSsrf } }),
})

test('JSON is fetched, over redirects too', async () => {
  for (const path of ['json', 'moved']) {
    assert.deepEqual(await fetchRemoteJson(ctx(false), `http://127.0.0.1:${port}/${path}`), { a: [1] })
  }
})

test('what is no JSON, too long, not there or nowhere is refused', async () => {
  for (const [path, message] of [
    ['text', /JSON/],
    ['missing', /404/],
    ['around', /302|redirect/i],
    ['endless', /bytes/],
  ] as const) {
    await assert.rejects(fetchRemoteJson(ctx(false), `http://127.0.0.1:${port}/${path}`), message, path)
  }
})

test('private addresses are refused, by number and by name', async () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0.0.0.0']) {
    await assert.rejects(fetchRemoteJson(ctx(true), `http://${host}:${port}/json`), /public internet/, host)
  }
  assert.deepEqual(
    ['8.8.8.8', '10.0.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', 'fd00::1', '2001:4860:4860::8888'].map(
      isPublicAddress,
    ),
    [true, false, false, false, false, false, true],
  )
})
