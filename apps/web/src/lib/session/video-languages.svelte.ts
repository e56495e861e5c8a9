import { store } from './store.ts'

const key = 'video_languages'

/** Languages of the videos that somebody without an account wants to see in lists; empty: all of them. */
class VideoLanguages {
  here = $state.raw<string[]>([])

  /** Once the page is hydrated: it was rendered for nobody in particular. */
  restore(): void {
    this.here = read(store.get(key))
  }

  choose(languages: string[]): void {
    store.set(key, JSON.stringify(languages))
    this.restore()
  }
}

/** What stands there was perhaps not written by us. */
function read(text: string | null): string[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string' && /^[\w-]{1,10}$/.test(one)) : []
  } catch {
    return []
  }
}

export const videoLanguages = new VideoLanguages()
