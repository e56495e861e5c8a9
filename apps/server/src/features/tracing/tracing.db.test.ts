import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { jobChannel, statementChannel } from '#foundation/tracing-channels.ts'

interface Sent {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  status?: { code?: number }
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
}

/** A collector as small as can be. */
async function startCollector() {
  const spans: Sent[] = []
  const paths = new Set<string>()
  const services = new Set<string | undefined>()
  const server: Server = createServer(async (request, response) => {
    paths.add(request.url!)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    for (const { resource, scopeSpans } of JSON.parse(Buffer.concat(chunks).toString()).resourceSpans) {
      services.add(resource.attributes.find(({ key }: { key: string }) => key === 'service.name')?.value.stringValue)
      for (const scope of scopeSpans) spans.push(...scope.spans)
    }
    response.setHeader('content-type', 'application/json').end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { spans, paths, services, url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const tracing = (endpoint: string) => ({
  settings: { open_telemetry: { tracing: { enabled: true, jaeger_exporter: { endpoint } } } },
})

const attribute = (span: Sent, name: string) => {
  const value = span.attributes.find(({ key }) => key === name)?.value
  return value?.stringValue ?? value?.intValue
}

async function until(condition: () => Promise<boolean> | boolean, what: string) {
  for (const end = Date.now() + 15_000; !(await condition()); await sleep(20)) assert.ok(Date.now() < end, what)
}

describe('with a collector', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>
  let server: TestServer

  /** Stops the server, which sends what is left. */
  before(async () => {
    collector = await startCollector()
    server = await startTestServer({ ...tracing(collector.url), worker: true })
    const { db } = server.ctx
    await server.request({ url: '/api/v1/videos?search=a-secret' })
    await server.login()
    assert.equal((await server.request({ url: '/api/v1/videos/999999' })).statusCode, 404)
    const { rows } = await sql<{ id: number }>`
      INSERT INTO sepiola.job (type, state, payload) VALUES ('actor-keys', 'waiting', '{"actorId": 999999}')
      RETURNING id`.execute(db)
    const state = () => db.selectFrom('sepiola.job').select('state').where('id', '=', rows[0]!.id).executeTakeFirst()
    await until(async () => ['completed', 'failed'].includes((await state())!.state), 'the job ends')
    await server.close()
    await until(() => collector.spans.some(({ name }) => name === 'job actor-keys'), 'spans arrive')
  })
  after(() => collector.close())

  const childrenOf = (span: Sent) => collector.spans.filter(({ parentSpanId }) => parentSpanId === span.spanId)

  test('requests arrive with their route and status, and without what was asked', () => {
    assert.deepEqual([...collector.paths], ['/v1/traces'])
    assert.deepEqual([...collector.services], ['peertube'])
    const list = collector.spans.find(({ name }) => name === 'GET /api/v1/videos')!
    assert.equal(attribute(list, 'http.response.status_code'), 200)
    const missing = collector.spans.find(({ name }) => name === 'GET /api/v1/videos/:id')!
    assert.equal(attribute(missing, 'http.response.status_code'), 404)
    assert.doesNotMatch(JSON.stringify(collector.spans), /a-secret/)
  })

  test('statements are parts of their request, also of one with a body, without values', () => {
    const list = collector.spans.find(({ name }) => name === 'GET /api/v1/videos')!
    const statements = childrenOf(list).filter(({ name }) => name === 'SELECT')
    assert.ok(statements.some((span) => String(attribute(span, 'db.query.text')).includes('"video"')))
    const login = collector.spans.find(({ name }) => name === 'POST /api/v1/users/token')!
    const verbs = new Set(childrenOf(login).map(({ name }) => name))
    assert.ok(verbs.has('SELECT') && verbs.has('INSERT') && verbs.has('COMMIT'), [...verbs].join())
    assert.doesNotMatch(JSON.stringify(collector.spans), /test-root-password/)
  })

  test('jobs have a trace of their own with their statements; the queue’s own questions have none', () => {
    const job = collector.spans.find(({ name }) => name === 'job actor-keys')!
    assert.equal(job.parentSpanId ?? '', '')
    assert.equal(attribute(job, 'job.attempt'), 1)
    assert.ok(childrenOf(job).length > 0)
    const orphans = collector.spans.filter(({ name, parentSpanId }) => name === 'UPDATE' && !parentSpanId)
    assert.deepEqual(orphans, [])
  })
})

test('while it is off nobody listens', async () => {
  const server = await startTestServer()
  assert.deepEqual([statementChannel.hasSubscribers, jobChannel.hasSubscribers], [false, false])
  await server.close()
})

test('an endpoint that is no address, or where nobody listens, stops nothing', async () => {
  for (const endpoint of ['', 'collector', 'ftp://x', 'http://127.0.0.1:9']) {
    const server = await startTestServer(tracing(endpoint))
    assert.equal((await server.request({ url: '/api/v1/config' })).statusCode, 200, endpoint)
    await server.close()
  }
})
