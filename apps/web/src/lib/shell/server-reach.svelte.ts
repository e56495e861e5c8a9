import { getPing } from '@sepiola/api-client/endpoints/misc/get-ping.ts'
import { call } from '#lib/api/call.ts'

/** ms between two questions whether the server is back. */
const pause = 4000
/** What a proxy answers for a server that restarts, and the server itself that is being stopped. */
const absent: readonly number[] = [502, 503, 504]

/** Whether the server answers. Asked only once an answer to the page failed; then until it is back. */
export class ServerReach {
  away = $state(false)
  #asking = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Looks at what the page asks for anyway; returns how to end that. */
  watch(): () => void {
    // Without it the forms still say that they were not heard.
    if (!PerformanceObserver.supportedEntryTypes?.includes('resource')) return () => undefined
    const observer = new PerformanceObserver((list) => {
      if (list.getEntries().some((entry) => failed(entry as PerformanceResourceTiming))) void this.ask()
    })
    observer.observe({ type: 'resource' })
    return () => {
      observer.disconnect()
      clearTimeout(this.#timer)
    }
  }

  async ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    clearTimeout(this.#timer)
    this.away = await call(getPing, { anonymous: true }).then(
      () => false,
      (problem: unknown) =>
        problem instanceof TypeError || absent.includes((problem as { status?: number }).status ?? 0),
    )
    this.#asking = false
    if (this.away) this.#timer = setTimeout(() => void this.ask(), pause)
  }
}

/** 0: it was not reached. Answers of other origins have 0, too, and are not looked at. */
function failed({ name, responseStatus }: PerformanceResourceTiming): boolean {
  const { origin, pathname } = new URL(name)
  if (origin !== location.origin || !pathname.startsWith('/api/') || pathname === getPing.path) return false
  return responseStatus === 0 || absent.includes(responseStatus)
}
