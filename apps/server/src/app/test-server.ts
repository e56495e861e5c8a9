import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import type { Context } from '#foundation/context.ts'
import { createMemorySettings } from '#foundation/config/live-settings.ts'
import { defaultSettings } from '#foundation/config/load-settings.ts'
import { createTestDatabase } from '#foundation/db/test-database.ts'
import type { Feature } from '#foundation/feature.ts'
import { ensureFfmpeg } from '#foundation/ffmpeg/locate-ffmpeg.ts'
import { buildHttp } from '#foundation/http/build-http.ts'
import { startWorker } from '#foundation/jobs/worker.ts'
import { prepareStorage } from '#foundation/storage/prepare-storage.ts'
import { authenticate } from '#features/sessions/public.ts'
import { runFirstStart } from '#features/users/public.ts'
import { buildContext } from './build-context.ts'
import { features as allFeatures } from './features.ts'

export interface TestServerOptions {
  /** Nested settings over the defaults and test defaults. */
  settings?: Record<string, unknown>
  /** Jobs run; default false. */
  worker?: boolean
  /** Listens on a free port; default false (requests go through `inject`). */
  listen?: boolean
  features?: readonly Feature[]
}

export interface TestServer {
  ctx: Context
  app: FastifyInstance
  /** `http://127.0.0.1:<port>`, empty unless it listens. */
  url: string
  /** One request; `as` is an access token. */
  request(options: InjectOptions & { as?: string }): Promise<LightMyRequestResponse>
  /** Access token of a user; without arguments that of `root`. */
  login(username?: string, password?: string): Promise<string>
  close(): Promise<void>
}

export const rootPassword = 'test-root-password'

/**
 * The whole server in this process, with a database and a storage folder of its own. Every answer is checked strictly
 * against the contract.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const features = options.features ?? allFeatures
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-test-'))
  const database = await createTestDatabase()
  const settings = createMemorySettings({ ...options.settings, storage: storageBelow(folder) })
  await prepareStorage(settings.current.storage)
  const media = await ensureFfmpeg({ dataFolder: join(tmpdir(), 'sepiola-programs'), report: () => {} })
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const built = await buildContext({ ...database, settings, log, media, features, testMode: true })
  const { ctx } = built
  await runFirstStart(ctx, { rootPassword })
  for (const feature of features) await feature.onStart?.(ctx)
  const worker = options.worker ? await startWorker({ ctx, jobs: built.jobs }) : undefined
  const app = await buildHttp({ ctx, features, authenticate, checkAnswers: true })
  const url = options.listen ? await app.listen({ host: '127.0.0.1', port: 0 }) : ''

  const request: TestServer['request'] = ({ as, ...rest }) =>
    app.inject({ ...rest, headers: { ...rest.headers, ...(as ? { authorization: `Bearer ${as}` } : {}) } })

  return {
    ctx,
    app,
    url,
    request,
    login: (username = 'root', password = rootPassword) => login(request, username, password),
    async close() {
      built.stop()
      const closed = app.close()
      // A client that keeps its connection, as `fetch` does, would be waited for: 72 s.
      app.server.closeAllConnections()
      await closed
      await worker?.stop()
      await built.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function storageBelow(folder: string): Record<string, string> {
  return Object.fromEntries(Object.keys(defaultSettings().storage).map((area) => [area, join(folder, area)]))
}

async function login(request: TestServer['request'], username: string, password: string): Promise<string> {
  const client = (await request({ url: '/api/v1/oauth-clients/local' })).json<Record<string, string>>()
  const form = new URLSearchParams({ ...client, grant_type: 'password', username, password })
  const answer = await request({
    method: 'POST',
    url: '/api/v1/users/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  })
  const token = answer.json<{ access_token?: string }>().access_token
  if (!token) throw new Error(`No session for ${username}: ${answer.statusCode} ${answer.body}`)
  return token
}
