import { getVideoChapters } from '@sepiola/api-client/endpoints/video-chapters.ts'
import { listVideoStoryboards } from '@sepiola/api-client/endpoints/video.ts'
import { call } from '../api/call.ts'
import type { WatchedVideo } from '../api/types.ts'
import { chaptersTrack } from './chapters-track.ts'
import { storyboardTrack } from './storyboard-track.ts'

/** Pictures and chapters for the seek bar, as text tracks of the media. */
export class SeekBarTracks {
  readonly #media: HTMLMediaElement
  readonly #tracks: HTMLTrackElement[] = []
  #gone = false

  constructor(media: HTMLMediaElement) {
    this.#media = media
  }

  async load(video: WatchedVideo): Promise<void> {
    const params = { id: video.uuid }
    const [boards, list] = await Promise.all([
      call(listVideoStoryboards, { params }).catch(() => undefined),
      call(getVideoChapters, { params }).catch(() => undefined),
    ])
    if (this.#gone) return
    const board = boards?.storyboards[0]
    if (board) this.#add('metadata', 'thumbnails', storyboardTrack(board, video.duration))
    const chapters = list?.chapters ?? []
    if (chapters.length > 1) this.#add('chapters', '', chaptersTrack(chapters, video.duration))
  }

  destroy(): void {
    this.#gone = true
    for (const track of this.#tracks) {
      URL.revokeObjectURL(track.src)
      track.remove()
    }
  }

  #add(kind: string, label: string, text: string): void {
    const track = document.createElement('track')
    const src = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }))
    Object.assign(track, { kind, label, default: true, src })
    this.#tracks.push(track)
    this.#media.append(track)
  }
}
