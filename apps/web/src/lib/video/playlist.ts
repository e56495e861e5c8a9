import type { ActorSummary, Constant, Thumbnail } from '../api/types.ts'

/** What lists of playlists show (spec 04 §6.1). */
export interface Playlist {
  id: number
  uuid: string
  shortUUID: string
  displayName: string
  description: string | null
  privacy: Constant
  /** 1 regular, 2 watch later. */
  type: Constant
  thumbnails?: Thumbnail[]
  thumbnailPath: string | null
  videosLength: number
  updatedAt: string
  ownerAccount: ActorSummary
  videoChannel: ActorSummary | null
  videoChannelPosition: number | null
}
