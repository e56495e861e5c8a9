import type { Context } from '#foundation/context.ts'
import { ChannelActivityAction, VideoState } from '@sepiola/contract/enums.ts'
import { saveChannelActivity } from '#features/channels/public.ts'
import {
  createVideo,
  insertChapters,
  newVideoFrom,
  parseChapters,
  videosChanged,
  type Chapter,
  type NewVideo,
  type StoredThumbnail,
} from '#features/videos/public.ts'
import type { UploadAttributes } from '#features/videos/public.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { insertImport, type ImportPayload } from '../imports.sql.ts'
import { findListedImport, type ListedImport } from '../list/list-imports.sql.ts'
import type { RemoteVideo } from '../remote/remote-video.ts'
import { videoImportJob, videoImportKey } from '../run/video-import.job.ts'

/** What the person says of the video; the name may come from the other side. */
export type ImportAttributes = Omit<UploadAttributes, 'name'> & { name?: string | undefined }

export interface NewImport {
  /** Exactly one way to get it; `torrentName` beside. */
  target: { targetUrl: string | null; magnetUri: string | null; torrentName: string | null }
  attributes: ImportAttributes
  remote: Omit<RemoteVideo, 'thumbnailUrl'>
  thumbnails: readonly StoredThumbnail[]
  /** Without what is known from here. */
  payload: Omit<ImportPayload, 'generateTranscription' | 'subtitles'>
  channelSyncId: number | null
}

const attributeHooks = {
  'youtube-dl': 'filter:api.video.import-url.video-attribute.result',
  'magnet-uri': 'filter:api.video.import-torrent.video-attribute.result',
  'torrent-file': 'filter:api.video.import-torrent.video-attribute.result',
} as const

/**
 * Creates the video at once, in the state "to import", and the import with the job that fetches its file (spec 03
 * §11). What the person says goes before what the other side tells. Returns the import as it is before the job may begin.
 */
export async function createImport(ctx: Context, viewer: Viewer, request: NewImport): Promise<ListedImport> {
  const { target, attributes, remote, thumbnails, payload, channelSyncId } = request
  const video: NewVideo = await ctx.hooks.filter(attributeHooks[payload.type], {
    ...newVideoFrom(ctx, viewer, withRemote(attributes, remote)),
    ...{ state: VideoState.TO_IMPORT, duration: 0, aspectRatio: null, thumbnails, isImport: true },
  })
  const chapters = chooseChapters(attributes, remote)
  const { generateTranscription = true } = attributes
  const imported = await ctx.db.transaction().execute(async (tx) => {
    const now = ctx.clock.now()
    const created = await createVideo(ctx, tx, video)
    await insertChapters(tx, created.id, chapters, now)
    const id = await insertImport(tx, {
      ...target,
      payload: { ...payload, generateTranscription, subtitles: remote.subtitles },
      ...{ userId: viewer.userId, videoId: created.id, videoChannelSyncId: channelSyncId, now },
    })
    const url = `${ctx.origin.url}/videos/watch/${created.uuid}`
    const targetUrl = target.targetUrl ?? target.magnetUri ?? target.torrentName ?? ''
    await saveChannelActivity(tx, {
      ...{ action: ChannelActivityAction.CREATE, channelId: video.channelId, accountId: viewer.accountId, now },
      target: { videoImport: { id, name: video.name, uuid: created.uuid, url, targetUrl } },
    })
    await ctx.jobs.add(tx, videoImportJob, { type: payload.type, videoImportId: id }, { key: videoImportKey(id) })
    return (await findListedImport(tx, id))!
  })
  videosChanged(ctx)
  const { name, channelId } = video
  const { id, videoId } = imported
  ctx.audit.create(viewer, 'video-imports', { id, videoId, ...target, name, channelId })
  return imported
}

function withRemote(attributes: ImportAttributes, remote: NewImport['remote']): UploadAttributes {
  const { name, description, category, licence, language, tags, nsfw, originallyPublishedAt } = attributes
  return {
    ...attributes,
    name: name ?? remote.name ?? 'Unknown name',
    description: description ?? remote.description ?? null,
    category: category ?? remote.category ?? null,
    licence: licence ?? remote.licence ?? null,
    language: language ?? remote.language ?? null,
    tags: tags ?? remote.tags,
    nsfw: nsfw ?? remote.nsfw,
    originallyPublishedAt: originallyPublishedAt ?? remote.originallyPublishedAt ?? null,
    waitTranscoding: attributes.waitTranscoding ?? true,
    // It is not published before it is there.
    scheduleUpdate: null,
  }
}

/** Of the description that the person wrote, else of the other side, else of its description (spec 03 §7). */
function chooseChapters(attributes: ImportAttributes, remote: NewImport['remote']): readonly Chapter[] {
  const own = parseChapters(attributes.description)
  if (own.length > 0) return own
  return remote.chapters.length > 0 ? remote.chapters : parseChapters(remote.description)
}
