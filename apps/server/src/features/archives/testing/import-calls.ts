import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Method } from '#app/test-requests.ts'
import type { TestServer } from '#app/test-server.ts'

/** What both servers of a move, and one that only imports, are set to. */
export const archiveSettings = {
  transcoding: { enabled: false },
  video_studio: { enabled: false },
  rates_limit: { login: { max: 1000 }, api: { max: 100_000 } },
}

/** Throws when the answer is a refusal. */
export async function call(
  server: TestServer,
  as: string,
  method: Method,
  path: string,
  payload?: object,
): Promise<any> {
  const answer = await server.request({ method, url: `/api/v1/${path}`, as, ...(payload ? { payload } : {}) })
  assert.ok(answer.statusCode < 300, `${method} ${path}: ${answer.statusCode} ${answer.body}`)
  return answer.body ? answer.json() : undefined
}

export const importPath = (userId: number) => `/api/v1/users/${userId}/imports/import-resumable`

interface Announced {
  userId: number
  size?: number
  filename?: string
  bytes?: Buffer
}

/** Asks to upload an archive. */
export function announce(
  to: TestServer,
  as: string | undefined,
  { userId, size, filename = 'me.zip', bytes = Buffer.from('an archive') }: Announced,
) {
  return to.request({
    method: 'POST',
    url: importPath(userId),
    ...(as ? { as } : {}),
    headers: { 'x-upload-content-length': String(size ?? bytes.length), 'x-upload-content-type': 'application/zip' },
    payload: { filename, lastModified: createHash('sha256').update(bytes).digest('hex') },
  })
}

export const uploadIdOf = (location: unknown) => new URL(String(location), 'http://x').searchParams.get('upload_id')!

/** Sends a piece of it, from byte `start` of `total`. */
export function put(
  to: TestServer,
  as: string,
  userId: number,
  id: string,
  chunk: Buffer,
  start: number,
  total: number,
) {
  return to.request({
    method: 'PUT',
    url: `${importPath(userId)}?upload_id=${id}`,
    as,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${start}-${start + chunk.length - 1}/${total}`,
    },
    payload: chunk,
  })
}

/** Sends an archive in two pieces. */
export async function upload(
  to: TestServer,
  as: string,
  userId: number,
  bytes: Buffer,
): Promise<{ id: number; uploadId: string }> {
  const announced = await announce(to, as, { userId, bytes })
  assert.equal(announced.statusCode, 201, announced.body)
  const uploadId = uploadIdOf(announced.headers.location)
  const half = Math.floor(bytes.length / 2)
  const first = await put(to, as, userId, uploadId, bytes.subarray(0, half), 0, bytes.length)
  assert.equal(first.statusCode, 308, first.body)
  assert.equal(first.headers.range, `bytes=0-${half - 1}`)
  const last = await put(to, as, userId, uploadId, bytes.subarray(half), half, bytes.length)
  assert.equal(last.statusCode, 200, last.body)
  return { id: last.json().userImport.id, uploadId }
}

async function latest(to: TestServer, as: string, userId: number) {
  const answer = await to.request({ url: `/api/v1/users/${userId}/imports/latest`, as })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<any>()
}

/** The latest import, once it has ended. */
export async function imported(to: TestServer, as: string, userId: number) {
  for (let tries = 0; tries < 1200; tries++) {
    const found = await latest(to, as, userId)
    if (found.state.id > 2) return found
    await sleep(50)
  }
  throw new Error('The import did not end')
}

/** What an import tells of a kind. */
export const counts = (success: number, duplicates = 0, errors = 0) => ({ success, duplicates, errors })
