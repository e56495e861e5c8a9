import type { WorldVideo } from './visible-world.ts'

/** Which of the videos an answer shows anything of. */
export class VideoFinder {
  readonly #byWord = new Map<string, WorldVideo>()
  readonly #byId = new Map<string, WorldVideo>()

  constructor(videos: readonly WorldVideo[]) {
    for (const video of videos) {
      this.#byWord.set(video.mark, video)
      this.#byWord.set(fileStem.exec(video.webVideo)![0], video)
      for (const id of [video.uuid, video.shortUUID]) this.#byId.set(id, video)
    }
  }

  /** By words and file names, which nobody sends who does not know them. */
  content(text: string): Set<WorldVideo> {
    return found(this.#byWord, text.matchAll(words))
  }

  /** By UUIDs too, for answers to who did not ask by one. */
  anything(text: string): Set<WorldVideo> {
    return this.content(text).union(found(this.#byId, text.matchAll(ids)))
  }
}

/** As `makeTestVideo` names files. */
const fileStem = /test-\d+-\d+/
const words = /vz[0-9a-z]{3}zv|test-\d+-\d+/g
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[1-9A-HJ-NP-Za-km-z]{20,22}\b/g

function found(known: ReadonlyMap<string, WorldVideo>, matches: Iterable<RegExpExecArray>): Set<WorldVideo> {
  const videos = new Set<WorldVideo>()
  for (const [match] of matches) {
    const video = known.get(match)
    if (video) videos.add(video)
  }
  return videos
}
