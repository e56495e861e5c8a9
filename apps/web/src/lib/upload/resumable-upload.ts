import { ChunkSize } from './chunk-size.ts'
import { Speed } from './speed.ts'
import { sendRequest, type Answer } from './send-request.ts'

export interface UploadedVideo {
  id: number
  uuid: string
  shortUUID: string
}

export interface UploadProgress {
  state: 'starting' | 'sending' | 'waiting' | 'paused' | 'finishing' | 'done' | 'failed'
  /** Bytes. */
  sent: number
  total: number
  /** Bytes per second; 0 = not known yet. */
  speed: number
  /** Seconds until the next attempt, while `waiting`. */
  retryIn: number
}

export interface UploadOptions<Made extends object = UploadedVideo> {
  file: File
  /** Body of the first request, without `filename` and `lastModified`. */
  attributes: Record<string, unknown>
  /** Where something else than a video is made of the file, and how its answer is read. */
  target?: { address: string; read: (body: string) => Made }
  /** Address of an upload that was begun before. */
  url?: string
  maxChunkSize?: number
  token: () => string | undefined
  /** Renews an expired token. */
  refresh: (expired: string) => Promise<boolean>
  onProgress: (progress: UploadProgress) => void
  onUrl: (url: string) => void
}

/** The server refused; `status` and `body` say why. */
export class UploadRefused extends Error {
  readonly status: number
  readonly body: string

  constructor(status: number, body: string) {
    super(`upload refused: ${status}`)
    this.status = status
    this.body = body
  }
}

const endpoint = '/api/v1/videos/upload-resumable'
const longestWait = 30

/** One file on its way by the resumable protocol (spec 03 §3.3): chunks, pause, and going on after any cut. */
export class ResumableUpload<Made extends object = UploadedVideo> {
  readonly #options: UploadOptions<Made>
  readonly #chunk: ChunkSize
  readonly #speed = new Speed()
  #url: string | undefined
  #progress: UploadProgress
  #abort = new AbortController()
  #resumed: (() => void) | undefined
  #cancelled = false

  constructor(options: UploadOptions<Made>) {
    this.#options = options
    this.#url = options.url
    this.#chunk = new ChunkSize(options.maxChunkSize)
    this.#progress = { state: 'starting', sent: 0, total: options.file.size, speed: 0, retryIn: 0 }
  }

  /** Resolves with what was made of the file; rejects with `UploadRefused`; resolves undefined when cancelled. */
  async run(): Promise<Made | undefined> {
    let failures = 0
    let offset: number | undefined
    while (!this.#cancelled) {
      try {
        await this.#whilePaused()
        if (this.#cancelled) break
        if (offset === undefined) {
          const known = this.#url ? await this.#askOffset() : await this.#start()
          if (typeof known !== 'number') return this.#finish(known)
          offset = known
        }
        const result = await this.#sendChunk(offset)
        if (typeof result !== 'number') return this.#finish(result)
        offset = result
        failures = 0
      } catch (problem) {
        offset = undefined
        if (this.#cancelled) break
        if (this.#abort.signal.aborted) continue
        const wait = this.#waitAfter(problem, failures++)
        if (wait === undefined) {
          this.#tell({ state: 'failed' })
          throw problem
        }
        await this.#waitSeconds(wait)
      }
    }
    return undefined
  }

  pause(): void {
    if (this.#progress.state === 'finishing') return
    this.#tell({ state: 'paused', speed: 0 })
    this.#abort.abort()
  }

  resume(): void {
    if (this.#progress.state !== 'paused') return
    this.#abort = new AbortController()
    this.#speed.reset()
    this.#tell({ state: 'sending' })
    this.#resumed?.()
  }

  /** Throws away what the server has. */
  async cancel(): Promise<void> {
    this.#cancelled = true
    this.#abort.abort()
    this.#resumed?.()
    if (this.#url) await this.#request('DELETE', this.#url, {}).catch(() => undefined)
  }

  async #start(): Promise<number> {
    const { file, attributes } = this.#options
    const address = this.#options.target?.address ?? endpoint
    const body = JSON.stringify({ ...attributes, filename: file.name, lastModified: file.lastModified })
    const answer = await this.#request('POST', address, {
      body,
      headers: {
        'content-type': 'application/json',
        'x-upload-content-length': String(file.size),
        'x-upload-content-type': file.type || 'application/octet-stream',
      },
    })
    const location = answer.header('location')
    if (!location) throw new UploadRefused(answer.status, answer.body)
    const { pathname, search } = new URL(location, window.location.href)
    this.#url = pathname + search
    this.#options.onUrl(this.#url)
    return nextByte(answer)
  }

  async #askOffset(): Promise<number | Made> {
    const { file } = this.#options
    const headers = { 'content-range': `bytes */${file.size}` }
    const answer = await this.#request('PUT', this.#url!, { headers })
    return answer.status === 308 ? nextByte(answer) : this.#madeOf(answer)
  }

  async #sendChunk(offset: number): Promise<number | Made> {
    const { file } = this.#options
    const end = Math.min(file.size, offset + this.#chunk.bytes)
    const body = file.slice(offset, end)
    const started = performance.now()
    this.#tell({ state: 'sending', sent: offset })
    const answer = await this.#request('PUT', this.#url!, {
      body,
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes ${offset}-${end - 1}/${file.size}`,
      },
      onSent: (bytes) => {
        const sent = offset + bytes
        this.#speed.add(sent, performance.now())
        const last = sent >= file.size
        this.#tell({ state: last ? 'finishing' : 'sending', sent, speed: this.#speed.perSecond })
      },
    })
    this.#chunk.sent(end - offset, (performance.now() - started) / 1000)
    return answer.status === 308 ? nextByte(answer) : this.#madeOf(answer)
  }

  #madeOf(answer: Answer): Made {
    const { target } = this.#options
    return target ? target.read(answer.body) : ((JSON.parse(answer.body) as { video: UploadedVideo }).video as Made)
  }

  #finish(made: Made): Made {
    this.#tell({ state: 'done', sent: this.#options.file.size })
    return made
  }

  async #request(
    method: string,
    url: string,
    init: { body?: Blob | string; headers?: Record<string, string>; onSent?: (bytes: number) => void },
    again = false,
  ): Promise<Answer> {
    const token = this.#options.token()
    const headers = { ...init.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const signal = method === 'DELETE' ? undefined : this.#abort.signal
    const answer = await sendRequest(method, url, { ...init, headers, ...(signal ? { signal } : {}) })
    if (answer.status === 401 && token && !again && (await this.#options.refresh(token))) {
      return this.#request(method, url, init, true)
    }
    if (answer.status >= 400) throw new UploadRefused(answer.status, answer.body)
    return answer
  }

  /** Seconds before the next attempt; undefined = it is of no use. */
  #waitAfter(problem: unknown, failures: number): number | undefined {
    const backOff = Math.min(longestWait, 2 ** failures)
    if (!(problem instanceof UploadRefused)) {
      this.#chunk.lost()
      return backOff
    }
    switch (problem.status) {
      case 404:
        // The server forgot this upload; it begins again, once.
        if (!this.#url || failures > 3) return undefined
        this.#url = undefined
        return 0
      case 409:
      case 423:
        return failures > 8 ? undefined : backOff
      case 413:
        // With a code it is the quota; without, something on the way refuses the size of the chunk.
        if (!this.#url || problem.body.includes('"code"')) return undefined
        return this.#chunk.refused(this.#chunk.bytes) ? 0 : undefined
      case 429:
      case 500:
      case 502:
      case 503:
      case 504:
        return failures > 20 ? undefined : backOff
      default:
        return undefined
    }
  }

  async #waitSeconds(seconds: number): Promise<void> {
    for (let left = seconds; left > 0 && !this.#abort.signal.aborted; left--) {
      this.#tell({ state: 'waiting', retryIn: left, speed: 0 })
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    this.#speed.reset()
  }

  async #whilePaused(): Promise<void> {
    if (this.#progress.state !== 'paused') return
    await new Promise<void>((resolve) => (this.#resumed = resolve))
  }

  #tell(change: Partial<UploadProgress>): void {
    if (this.#progress.state === 'paused' && change.state !== 'sending' && change.state !== 'failed') {
      const { state: _, ...rest } = change
      change = rest
    }
    this.#progress = { ...this.#progress, ...change }
    this.#options.onProgress(this.#progress)
  }
}

/** `Range: bytes=0-41` = 42 bytes are there. */
function nextByte(answer: Answer): number {
  const last = /-(\d+)$/.exec(answer.header('range') ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}
