import assert from 'node:assert/strict'
import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { rootPassword } from './real-server.ts'

/** A signed-in PeerTube client, as small as tests need it. */
export interface Api {
  url: string
  token: string
  get<T = any>(path: string): Promise<T>
  send(method: string, path: string, init?: RequestInit): Promise<Response>
  channelId(): Promise<number>
}

export async function signIn(url: string, username = 'root', password = rootPassword): Promise<Api> {
  const client = (await (await fetch(`${url}/api/v1/oauth-clients/local`)).json()) as Record<string, string>
  const response = await fetch(`${url}/api/v1/users/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...client, grant_type: 'password', username, password }),
  })
  const body = (await response.json()) as { access_token: string }
  assert.equal(response.status, 200, JSON.stringify(body))
  const token = body.access_token
  const send = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      method,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
    })
  const get = async (path: string) => {
    const answer = await send('GET', path)
    assert.equal(answer.status, 200, `GET ${path}: ${answer.status}`)
    return answer.json() as any
  }
  return {
    url,
    token,
    send,
    get,
    channelId: async () => (await get('/api/v1/users/me')).videoChannels[0].id,
  }
}

export interface UploadedVideo {
  id: number
  uuid: string
  shortUUID: string
}

const types: Readonly<Record<string, string>> = { '.mp3': 'audio/mpeg', '.webm': 'video/webm' }

/** One multipart request. */
export async function uploadVideo(
  api: Api,
  path: string,
  attributes: Record<string, string> = {},
): Promise<UploadedVideo> {
  const form = new FormData()
  const fields = { name: 'A video', privacy: '1', channelId: String(await api.channelId()), ...attributes }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const file = await open(path)
  const content = await file.readFile()
  await file.close()
  form.append('videofile', new File([content], basename(path), { type: types[extname(path)] ?? 'video/mp4' }))
  const response = await api.send('POST', '/api/v1/videos/upload', { body: form })
  const body = (await response.json()) as { video: UploadedVideo }
  assert.equal(response.status, 200, JSON.stringify(body))
  return body.video
}

export interface UploadSession {
  id: string
  size: number
}

/** Opens a resumable upload (spec 03 §3.3). */
export async function openUpload(
  api: Api,
  size: number,
  attributes: Record<string, unknown> = {},
): Promise<UploadSession> {
  const response = await api.send('POST', '/api/v1/videos/upload-resumable', {
    headers: {
      'content-type': 'application/json',
      'x-upload-content-length': String(size),
      'x-upload-content-type': 'video/mp4',
    },
    body: JSON.stringify({
      name: 'A resumed video',
      privacy: 1,
      channelId: await api.channelId(),
      filename: 'clip.mp4',
      ...attributes,
    }),
  })
  assert.equal(response.status, 201, await response.text())
  const id = new URL(response.headers.get('location')!, api.url).searchParams.get('upload_id')!
  return { id, size }
}

export function sendChunk(api: Api, session: UploadSession, bytes: Uint8Array, start: number): Promise<Response> {
  return api.send('PUT', `/api/v1/videos/upload-resumable?upload_id=${session.id}`, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${start}-${start + bytes.length - 1}/${session.size}`,
    },
    body: bytes as Uint8Array<ArrayBuffer>,
  })
}

/** Bytes that the server holds. */
export async function uploadOffset(api: Api, session: UploadSession): Promise<number> {
  const response = await api.send('PUT', `/api/v1/videos/upload-resumable?upload_id=${session.id}`, {
    headers: { 'content-range': `bytes */${session.size}`, 'content-length': '0' },
  })
  assert.equal(response.status, 308)
  const range = response.headers.get('range')
  return range ? Number(range.split('-')[1]) + 1 : 0
}

/** Polls until `check` gives something; the error says what was seen last. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  patience = 60_000,
): Promise<T> {
  const end = Date.now() + patience
  let last = ''
  while (Date.now() < end) {
    try {
      const found = await check()
      if (found) return found
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : JSON.stringify(error)})`
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`It took too long: ${what}${last}`)
}

/** The video's details once it is published with so many renditions. */
export function published(api: Api, id: string | number, renditions: number, patience = 120_000): Promise<any> {
  return until(
    `${renditions} renditions of ${id}`,
    async () => {
      const video = await api.get(`/api/v1/videos/${id}`)
      if (video.state.id === 7) throw new Error(`transcoding failed: ${JSON.stringify(video.state)}`)
      const files = video.streamingPlaylists[0]?.files ?? []
      return video.state.id === 1 && files.length >= renditions ? video : undefined
    },
    patience,
  )
}
