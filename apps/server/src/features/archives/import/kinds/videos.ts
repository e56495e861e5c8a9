import { basename, dirname, extname } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { z } from 'zod'
import { EmbedPolicy } from '@sepiola/contract/enums.ts'
import { username } from '@sepiola/contract/fields.ts'
import { fileRules, limits } from '@sepiola/contract/limits.ts'
import { define, type Infer } from '@sepiola/contract/operation.ts'
import { updateVideoEmbedPrivacy } from '@sepiola/contract/operations/video-embed-privacy.ts'
import { PlayerVideoSettings } from '@sepiola/contract/schemas/player-settings.ts'
import { mimeOfExtension } from '@sepiola/media/mime.ts'
import { saveCaption, toWebVtt } from '#features/captions/public.ts'
import {
  captionLanguages,
  checkNewVideo,
  discardUpload,
  findSession,
  finishUpload,
  partialPath,
  replaceChapters,
  replaceEmbedRules,
  requireRow,
  saveSession,
  uploadAttributes,
  videosChanged,
} from '#features/videos/public.ts'
import { videoUpdated } from '#features/videos/videos.events.ts'
import { upsertTheme } from '#features/player-settings/public.ts'
import { problem } from '#foundation/http/problem.ts'
import type { ArchiveEntry } from '../archive-file.ts'
import { bringInEach, readItems, type BringIn, type Import } from '../bring-in.ts'
import { archiveReference, optionalText, videoUrl } from '../item-schemas.ts'
import { findOwnChannelId } from './channels.ts'
import { findSameVideo, findVideosByUrls, saveImportedVideo } from './known-videos.sql.ts'
import { takePicture } from './pictures.ts'

const item = define(() =>
  z.looseObject({
    uuid: z.uuid(),
    url: videoUrl(),
    name: z.string(),
    duration: z.number().min(0),
    isLive: z.boolean(),
    description: optionalText(limits.videoDescription),
    support: optionalText(limits.support),
    passwords: z.array(z.string()).max(1000).optional(),
    channel: z.object({ name: username() }),
    chapters: z
      .array(z.object({ timecode: z.int().min(0), title: z.string().min(1).max(limits.chapterTitle.max) }))
      .max(1000)
      .optional(),
    captions: z
      .array(z.object({ language: z.string(), automaticallyGenerated: z.boolean().default(false) }))
      .max(1000)
      .optional(),
    playerSettings: z.object({ theme: PlayerVideoSettings().shape.theme }).optional().catch(undefined),
    videoEmbedPrivacy: updateVideoEmbedPrivacy.body().optional(),
    source: z.object({ inputFilename: z.string().min(1).max(limits.sourceFilename.max) }).optional(),
    archiveFiles: z.object({
      videoFile: archiveReference(),
      thumbnail: archiveReference(),
      captions: z.record(z.string(), z.string().max(1000)).default({}),
    }),
  }),
)
type Item = Infer<typeof item>

/** Videos with their files, the way an upload goes; chapters and captions follow. */
export const bringInVideos: BringIn = async (run, tell) => {
  const items = await readItems(run.archive, 'videos', 'videos')
  return bringInEach(run, { kind: 'videos', items, schema: item(), tell }, async (video) => {
    const { ctx, viewer, archive } = run
    const { accountId } = viewer
    const channelId = await findOwnChannelId(run, video.channel.name)
    if (channelId === undefined) throw problem(404, `The account has no channel ${video.channel.name}.`)
    const known = (await findVideosByUrls(ctx.db, accountId, [video.url])).get(video.url)
    if (known) return 'duplicates'
    // What an earlier try of this job made of it.
    const session = await findSession(ctx.db, sessionId(run, video))
    const { name, duration, url: sourceUrl } = video
    const same = session ? undefined : await findSameVideo(ctx.db, { channelId, name, duration })
    if (same !== undefined) {
      await saveImportedVideo(ctx.db, { accountId, sourceUrl, videoId: same })
      return 'duplicates'
    }
    const file = video.archiveFiles.videoFile ? archive.find(video.archiveFiles.videoFile) : undefined
    if (video.isLive || (!file && session?.videoId == null))
      throw problem(422, 'The archive has no file of this video.')
    const videoId = session?.videoId ?? (await createFrom(run, video, channelId, file!))
    await addParts(run, video, videoId)
    await saveImportedVideo(ctx.db, { accountId, sourceUrl, videoId })
    await discardUpload(ctx, sessionId(run, video))
    return 'success'
  })
}

const sessionId = ({ id }: Import, { uuid }: Item) => `import-${id}-${uuid}`

/** Throws what an upload would. */
async function createFrom(run: Import, video: Item, channelId: number, file: ArchiveEntry): Promise<number> {
  const { ctx, viewer, signal } = run
  const { passwords: videoPasswords } = video
  const generateTranscription = (video.captions ?? []).length === 0
  const own = { channelId, generateTranscription, ...(videoPasswords && { videoPasswords }) }
  const parsed = uploadAttributes().safeParse({ ...video, ...own })
  if (!parsed.success) throw problem(400, z.prettifyError(parsed.error))
  const attributes = parsed.data
  const mimeType = mimeOfExtension(extname(file.name)) ?? 'application/octet-stream'
  await checkNewVideo(ctx, viewer, attributes, { mimeType, size: file.size })

  const id = sessionId(run, video)
  const filename = video.source?.inputFilename ?? basename(file.name)
  const session = { id, userId: viewer.userId, filename, mimeType, size: file.size }
  await saveSession(ctx.db, { ...session, attributes: { body: attributes } }, ctx.clock.now())
  try {
    const path = partialPath(ctx, session)
    await mkdir(dirname(path), { recursive: true })
    await file.extract(path, signal)
    const picture = await takePicture(run, video.archiveFiles.thumbnail, fileRules.videoImage)
    return (await finishUpload(ctx, viewer, { sessionId: id, attributes, path, imagePath: picture?.path })).id
  } catch (error) {
    await discardUpload(ctx, id)
    throw error
  }
}

async function addParts(run: Import, video: Item, videoId: number): Promise<void> {
  const { ctx, viewer, archive } = run
  if (video.chapters && video.chapters.length > 0) {
    await replaceChapters(ctx, viewer, { id: videoId }, video.chapters)
  }
  await addRules(run, video, videoId)
  const row = await requireRow(ctx, { id: videoId }, viewer)
  for (const { language, automaticallyGenerated } of video.captions ?? []) {
    const reference = video.archiveFiles.captions[language]
    const entry = reference === undefined ? undefined : archive.find(reference)
    if (!entry || entry.size > fileRules.caption.maxSize || !Object.hasOwn(captionLanguages(), language)) continue
    const vtt = toWebVtt(await entry.read())
    if (vtt !== undefined) await saveCaption(ctx, row, { language, vtt, automaticallyGenerated }, viewer.accountId)
  }
}

/** Where it may be embedded, and how its player looks. */
async function addRules({ ctx }: Import, video: Item, videoId: number): Promise<void> {
  const { videoEmbedPrivacy: rules, playerSettings } = video
  const isLimited = rules?.policy === EmbedPolicy.ALLOWLIST
  if (!isLimited && !playerSettings) return
  const now = ctx.clock.now()
  await ctx.db.transaction().execute(async (tx) => {
    if (isLimited) await replaceEmbedRules(tx, videoId, { ...rules, domains: [...new Set(rules.domains)] }, now)
    if (playerSettings) await upsertTheme(tx, { videoId }, playerSettings.theme, now)
    await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
  })
  videosChanged(ctx)
}
