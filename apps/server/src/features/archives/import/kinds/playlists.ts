import { z } from 'zod'
import { PlaylistPrivacy, PlaylistType } from '@sepiola/contract/enums.ts'
import { username } from '@sepiola/contract/fields.ts'
import { fileRules, limits } from '@sepiola/contract/limits.ts'
import { define, type Infer } from '@sepiola/contract/operation.ts'
import { addVideosToPlaylist, createPlaylist } from '#features/playlists/public.ts'
import { bringInEach, readItems, type BringIn, type Import } from '../bring-in.ts'
import { archiveReference, optionalText, videoUrl } from '../item-schemas.ts'
import { findOwnChannelId } from './channels.ts'
import { findOwnPlaylists, type OwnPlaylist } from './own-rows.sql.ts'
import { takePicture } from './pictures.ts'
import { findVideosOfItems } from './videos-of-items.ts'

const seconds = () =>
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .nullish()

const item = define(() =>
  z.object({
    displayName: z.string().min(limits.playlistName.min).max(limits.playlistName.max),
    description: optionalText(limits.playlistDescription),
    privacy: z.literal([1, 2, 3]),
    type: z.literal([1, 2]),
    channel: z.object({ name: username() }).nullish(),
    elements: z
      .array(z.object({ videoUrl: videoUrl(), startTimestamp: seconds(), stopTimestamp: seconds() }))
      .max(10_000),
    archiveFiles: z.object({ thumbnail: archiveReference() }).optional(),
  }),
)
type Item = Infer<typeof item>

/**
 * Playlists of a name that the account has stay as they are; "Watch later" gets what it lacks. Videos that this server
 * does not know are left out.
 */
export const bringInPlaylists: BringIn = async (run, tell) => {
  const { ctx, viewer, archive, createdAt } = run
  const items = await readItems(archive, 'video-playlists', 'videoPlaylists')
  const own = await findOwnPlaylists(ctx.db, viewer.accountId)
  return bringInEach(run, { kind: 'videoPlaylists', items, schema: item(), tell }, async (playlist) => {
    const videos = await videosOf(run, playlist)
    const isSame = ({ type, name }: OwnPlaylist) =>
      playlist.type === PlaylistType.WATCH_LATER
        ? type === PlaylistType.WATCH_LATER
        : type === PlaylistType.REGULAR && name === playlist.displayName
    const existing = own.find(isSame)
    if (!existing) {
      const id = await create(run, playlist)
      own.push({ id, name: playlist.displayName, type: playlist.type, createdAt, videoIds: [] })
      if (videos.length > 0) await addVideosToPlaylist(ctx, viewer, id, videos)
      return 'success'
    }
    // One that an earlier try of this job made, and could not fill.
    const isUnfilled = existing.createdAt > createdAt && existing.videoIds.length === 0
    if (existing.type !== PlaylistType.WATCH_LATER && !isUnfilled) return 'duplicates'
    const missing = videos.filter(({ videoId }) => !existing.videoIds.includes(videoId))
    if (missing.length === 0) return 'duplicates'
    await addVideosToPlaylist(ctx, viewer, existing.id, missing)
    return 'success'
  })
}

async function videosOf(run: Import, { elements }: Item) {
  const known = await findVideosOfItems(run, elements)
  return elements.flatMap(({ videoUrl: url, startTimestamp, stopTimestamp }) => {
    const video = known.get(url)
    if (!video) return []
    return [{ videoId: video.id, startTimestamp: startTimestamp || null, stopTimestamp: stopTimestamp || null }]
  })
}

/** Without a channel it cannot be public. */
async function create(run: Import, playlist: Item): Promise<number> {
  const { ctx, viewer } = run
  const { displayName, description, channel } = playlist
  const videoChannelId = channel ? await findOwnChannelId(run, channel.name) : undefined
  const privacy = videoChannelId === undefined ? PlaylistPrivacy.PRIVATE : playlist.privacy
  const picture = await takePicture(run, playlist.archiveFiles?.thumbnail, fileRules.videoImage)
  const { id } = await createPlaylist(ctx, viewer, { displayName, description, privacy, videoChannelId }, picture)
  return id
}
