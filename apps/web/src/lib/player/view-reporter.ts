import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { call } from '../api/call.ts'
import { addView } from '@sepiola/api-client/endpoints/video/add-view.ts'

/** Tells the server what was watched (spec 03 §8): on play, every `interval` ms, after a jump, at the end. */
export class ViewReporter {
  readonly #id: string
  readonly #video: HTMLVideoElement
  readonly #timer: ReturnType<typeof setInterval>
  #last = 0
  #sent = -1
  /** The video was deleted meanwhile, or closed. */
  #gone = false

  constructor(id: string, video: HTMLVideoElement, interval: number) {
    this.#id = id
    this.#video = video
    this.#timer = setInterval(() => {
      if (!video.paused) this.#send()
    }, interval)
  }

  played(): void {
    if (this.#sent < 0) this.#send()
  }

  /** Each `timeupdate`: a jump is told as such, except a short one forward. */
  moved(): void {
    const now = this.#video.currentTime
    const step = now - this.#last
    this.#last = now
    if (this.#sent >= 0 && (step < -1 || step > 3)) this.#send('seek')
  }

  ended(): void {
    this.#send()
  }

  destroy(): void {
    clearInterval(this.#timer)
  }

  #send(viewEvent?: 'seek'): void {
    const currentTime = Math.floor(this.#video.currentTime)
    if (this.#gone || (currentTime === this.#sent && !viewEvent)) return
    this.#sent = currentTime
    const body = { currentTime, sessionId: sessionId(), device: deviceOf(), ...(viewEvent ? { viewEvent } : {}) }
    void call(addView, { params: { id: this.#id }, body }).catch((problem: unknown) => {
      this.#gone = problem instanceof ApiProblem && problem.status === 404
    })
  }
}

const key = 'peertube-videojs-session-id'

function sessionId(): string {
  try {
    const known = sessionStorage.getItem(key)
    if (known) return known
    const fresh = randomId()
    sessionStorage.setItem(key, fresh)
    return fresh
  } catch {
    return (inMemory ??= randomId())
  }
}

let inMemory: string | undefined

function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function deviceOf(): string {
  const narrow = Math.min(screen.width, screen.height)
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop'
  return narrow < 600 ? 'mobile' : 'tablet'
}
