import { acceptedExtensions, isAcceptedMime } from '@sepiola/media/mime.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireManagedChannel, type ChannelAccess } from '#features/channels/public.ts'
import { requireQuota } from '#features/users/public.ts'
import type { UploadAttributes } from './upload-attributes.ts'

/** 400 when not-safe-for-work details come without the flag itself. */
export function checkNsfw(attributes: Pick<UploadAttributes, 'nsfw' | 'nsfwFlags' | 'nsfwSummary'>): void {
  if (attributes.nsfw) return
  if (attributes.nsfwFlags) throw problem(400, 'nsfwFlags can only be set for a video that is nsfw.')
  if (attributes.nsfwSummary) throw problem(400, 'nsfwSummary can only be set for a video that is nsfw.')
}

/** 400 unless a password-protected video has passwords. Their form is checked by the field rules. */
export function checkPasswords(attributes: Pick<UploadAttributes, 'privacy' | 'videoPasswords'>): void {
  if (attributes.privacy !== 5 || (attributes.videoPasswords?.length ?? 0) > 0) return
  throw problem(400, 'A password-protected video needs at least one password.')
}

export function checkFileType(ctx: Context, mimeType: string): void {
  const { transcoding } = ctx.settings.current
  if (isAcceptedMime(mimeType, transcoding)) return
  const accepted = acceptedExtensions(transcoding).join(', ')
  throw problem(415, `This type of file is not supported. The server accepts: ${accepted}`)
}

/** Steps 3 to 8 of spec 03 §3.2, on what the client declares: nothing of the file is needed. */
export async function checkNewVideo(
  ctx: Context,
  viewer: Viewer,
  attributes: UploadAttributes,
  file: { mimeType: string; size: number },
): Promise<ChannelAccess> {
  checkNsfw(attributes)
  const channel = await requireManagedChannel(ctx, viewer, attributes.channelId)
  checkFileType(ctx, file.mimeType)
  if (channel.ownerUserId !== null) await requireQuota(ctx, channel.ownerUserId, file.size)
  checkPasswords(attributes)
  return channel
}
