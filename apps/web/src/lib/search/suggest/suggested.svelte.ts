import { searchChannels } from '@sepiola/api-client/endpoints/search/search-channels.ts'
import { searchVideos } from '@sepiola/api-client/endpoints/search/search-videos.ts'
import { call } from '#lib/api/call.ts'
import type { Channel, ListedVideo } from '#lib/api/types.ts'
import { readNamed } from '../read-named.ts'

/** ms without typing before the server is asked. */
const pause = 200
/** Characters: fewer say nothing. */
const shortest = 2
const counts = { channels: 3, videos: 5 }

interface Found {
  channels: Channel[]
  videos: ListedVideo[]
}

const nothing: Found = { channels: [], videos: [] }

/** Channels and videos for what is typed; only the last question is answered. */
export class Suggested {
  found = $state.raw<Found>(nothing)
  readonly #known = new Map<string, Found>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = new AbortController()

  typed(text: string): void {
    this.stop()
    const search = text.trim()
    const known = this.#known.get(search)
    if (known) this.found = known
    else if (search.length < shortest || readNamed(search)) this.found = nothing
    else this.#timer = setTimeout(() => void this.#ask(search), pause)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#asked.abort()
  }

  async #ask(search: string): Promise<void> {
    const { signal } = (this.#asked = new AbortController())
    const [channels, videos] = await Promise.all([
      ask(call(searchChannels, { query: { search, count: counts.channels }, signal })),
      ask(call(searchVideos, { query: { search, count: counts.videos, skipCount: true }, signal })),
    ])
    if (signal.aborted) return
    this.found = { channels: channels as Channel[], videos: videos as ListedVideo[] }
    this.#known.set(search, this.found)
  }
}

/** Suggestions may be missing; searching itself says what is wrong. */
async function ask<T>(answer: Promise<{ data: T[] }>): Promise<T[]> {
  return (await answer.catch(() => undefined))?.data ?? []
}
