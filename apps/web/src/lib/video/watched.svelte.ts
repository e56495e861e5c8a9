import { store } from '../session/store.ts'

const key = 'peertube-videojs-video-watch-history'
const thirtyDays = 30 * 24 * 3600 * 1000

type History = Record<string, { duration: number; date: string }>

/** Where this browser stopped, by video UUID, kept for 30 days (spec 09 §3). */
class Watched {
  #seconds = $state.raw<Record<string, number>>({})

  restore(): void {
    const seconds: Record<string, number> = {}
    for (const [uuid, { duration }] of Object.entries(readHistory())) seconds[uuid] = duration
    this.#seconds = seconds
  }

  at(uuid: string): number {
    return this.#seconds[uuid] ?? 0
  }

  save(uuid: string, seconds: number): void {
    const history = readHistory()
    history[uuid] = { duration: Math.floor(seconds), date: new Date().toISOString() }
    this.#write(history)
  }

  forget(uuid: string): void {
    const history = readHistory()
    delete history[uuid]
    this.#write(history)
  }

  #write(history: History): void {
    const oldest = Date.now() - thirtyDays
    for (const [uuid, { date }] of Object.entries(history)) if (Date.parse(date) < oldest) delete history[uuid]
    store.set(key, JSON.stringify(history))
    this.restore()
  }
}

function readHistory(): History {
  try {
    return JSON.parse(store.get(key) ?? '{}') as History
  } catch {
    return {}
  }
}

export const watched = new Watched()
