import type { ActorSummary, Constant, ListedVideo, Thumbnail } from '#lib/api/types.ts'

/** What the pages read of a playlist (spec 04 §6.1). */
export interface Playlist {
  id: number
  uuid: string
  shortUUID: string
  isLocal: boolean
  displayName: string
  description: string | null
  privacy: Constant
  type: Constant
  videosLength: number
  createdAt: string
  updatedAt: string
  ownerAccount: ActorSummary
  videoChannel: ActorSummary | null
  thumbnails?: Thumbnail[]
  thumbnailPath?: string | null
}

/** Spec 04 §6.5. */
export interface PlaylistElement {
  id: number
  /** From 1, without gaps. */
  position: number
  /** Seconds. */
  startTimestamp: number | null
  stopTimestamp: number | null
  /** 0 = can be played, 1 deleted, 2 private, 3 unavailable. */
  type: number
  video: ListedVideo | null
}

/** The element that an address asks for: a number, `last`, else the first that can be played. */
export function elementOf(elements: readonly PlaylistElement[], asked: string | null): PlaylistElement | undefined {
  const playable = elements.filter(({ video }) => video !== null)
  if (asked === 'last') return playable.at(-1)
  return elements.find(({ position }) => String(position) === asked) ?? playable[0]
}

interface Order {
  loop: boolean
  shuffle: boolean
  /** Positions that were played, the last one last. */
  played: readonly number[]
  /** 0 to 1. */
  random: () => number
}

/** What plays after an element, undefined at the end; what cannot be played is passed over. */
export function nextElement(
  elements: readonly PlaylistElement[],
  current: number,
  { loop, shuffle, played, random }: Order,
): PlaylistElement | undefined {
  const playable = elements.filter(({ video }) => video !== null)
  if (shuffle) {
    const others = playable.filter(({ position }) => position !== current)
    const unheard = others.filter(({ position }) => !played.includes(position))
    const choice = unheard.length === 0 && loop ? others : unheard
    return choice[Math.floor(random() * choice.length)]
  }
  return playable.find(({ position }) => position > current) ?? (loop ? playable[0] : undefined)
}

export function previousElement(elements: readonly PlaylistElement[], current: number): PlaylistElement | undefined {
  return elements.findLast(({ position, video }) => position < current && video !== null)
}
