import { UserAdminFlag } from '@sepiola/contract/enums.ts'
import { hasRight } from '@sepiola/contract/rights.ts'
import { chooseLanguage } from '#features/mails/public.ts'
import { whenVideoIsSaving, type VideoSaving } from '#features/videos/public.ts'
import { tagVideo } from '#features/watched-words/public.ts'
import type { Context } from '#foundation/context.ts'
import { saveBlock } from './block-video.ts'
import { BlockType, findSavedVideo, type SavedVideo } from './video-blocks.sql.ts'

/** In the language of whoever published the video, else of the instance, as its mails are. */
const reasons: Readonly<Record<string, string>> = {
  en: 'Blocked automatically until a moderator has looked at it.',
  fr: 'Bloquée automatiquement jusqu’à ce qu’un modérateur l’ait regardée.',
}

/**
 * Tags a video and blocks it until a moderator has seen it, where the instance wants that of all users or of videos
 * with certain tags (spec 03 §15, spec 10 §3), in the transaction that saves the video.
 */
export async function autoBlock(ctx: Context, saving: VideoSaving): Promise<void> {
  const { tx, videoId, byAccountId, isNew, isNewFile } = saving
  const video = await findSavedVideo(tx, videoId, byAccountId)
  if (!video) return
  const tags = await tagVideo(ctx, tx, video)
  if (video.blocked) return
  const byInstance = await ctx.hooks.filter(
    'filter:video.auto-blacklist.result',
    isHeldByInstance(ctx, video, saving),
    {
      video,
      user: video.user,
      isRemote: video.remote,
      isNew,
      isNewFile,
    },
  )
  if (!byInstance && !(tags.block && !isTrusted(video))) return
  const type = byInstance ? BlockType.INSTANCE_POLICY : BlockType.TAG_POLICY
  const { default_language } = ctx.settings.current.instance
  const reason = reasons[chooseLanguage(reasons, video.user?.language ?? null, default_language)]!
  await saveBlock(ctx, tx, { videoId, type, reason, internalNote: null, unfederated: true, now: ctx.clock.now() })
}

/** A local video of somebody who could lift the block himself. */
function isTrusted({ remote, user }: SavedVideo): boolean {
  return !remote && user !== null && hasRight(user.role, 'MANAGE_VIDEO_BLACKLIST')
}

function isHeldByInstance(ctx: Context, video: SavedVideo, { isNew, isNewFile }: VideoSaving): boolean {
  if (!ctx.settings.current.auto_blacklist.videos.of_users.enabled) return false
  if (video.remote || !(isNew || isNewFile)) return false
  const bypasses = ((video.user?.adminFlags ?? 0) & UserAdminFlag.BYPASS_VIDEO_AUTO_BLACKLIST) !== 0
  return !isTrusted(video) && !bypasses
}

export async function followSavedVideos(ctx: Context): Promise<void> {
  whenVideoIsSaving(ctx, (saving) => autoBlock(ctx, saving))
}
