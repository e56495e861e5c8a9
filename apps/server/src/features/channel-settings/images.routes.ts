import { ActorImageType } from '@sepiola/contract/enums.ts'
import {
  deleteVideoChannelsByChannelHandleAvatar,
  deleteVideoChannelsByChannelHandleBanner,
  postVideoChannelsByChannelHandleAvatarPick,
  postVideoChannelsByChannelHandleBannerPick,
} from '@sepiola/contract/operations/video-channels.ts'
import { actorImageView } from '#features/accounts/public.ts'
import { removeActorImages, replaceActorImages } from '#features/actor-images/public.ts'
import { channelOfRequest, requireChannel, type ChannelAccess } from '#features/channels/public.ts'
import { videosChanged } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type ReceivedFile } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { recordUpdate } from './update-channel.ts'

const { AVATAR, BANNER } = ActorImageType

async function pick(ctx: Context, viewer: Viewer, channel: ChannelAccess, picture: Picture) {
  const { type, file, url } = picture
  await replaceActorImages(ctx, { actorId: channel.actorId, type, file, url }, (tx) =>
    recordUpdate(ctx, tx, viewer, channel),
  )
  videosChanged(ctx)
  const { avatars, banners } = await requireChannel(ctx, channel.name)
  const images = (type === AVATAR ? avatars : banners).map((image) => actorImageView(ctx.origin, image))
  audit(ctx, viewer, channel, type, images[0]?.path ?? null)
  return images
}

interface Picture {
  type: number
  file: ReceivedFile
  /** Of the request. */
  url: string
}

async function remove(ctx: Context, viewer: Viewer, channel: ChannelAccess, type: number): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await removeActorImages(ctx, tx, { actorId: channel.actorId, type })
    await recordUpdate(ctx, tx, viewer, channel)
  })
  videosChanged(ctx)
  audit(ctx, viewer, channel, type, null)
}

function audit(ctx: Context, viewer: Viewer, { id, name }: ChannelAccess, type: number, path: string | null): void {
  ctx.audit.update(viewer, 'channels', { id, name }, { id, name, [type === AVATAR ? 'avatar' : 'banner']: path })
}

const managed = channelOfRequest()
const options = { before: managed.before }

export const imageRoutes = [
  implement(
    postVideoChannelsByChannelHandleAvatarPick,
    async ({ ctx, viewer, files, request }) => {
      const picture = { type: AVATAR, file: files.avatarfile!, url: request.url }
      return { avatars: await pick(ctx, viewer, managed.of(request), picture) }
    },
    options,
  ),
  implement(
    postVideoChannelsByChannelHandleBannerPick,
    async ({ ctx, viewer, files, request }) => {
      const picture = { type: BANNER, file: files.bannerfile!, url: request.url }
      return { banners: await pick(ctx, viewer, managed.of(request), picture) }
    },
    options,
  ),
  implement(
    deleteVideoChannelsByChannelHandleAvatar,
    ({ ctx, viewer, request }) => remove(ctx, viewer, managed.of(request), AVATAR),
    options,
  ),
  implement(
    deleteVideoChannelsByChannelHandleBanner,
    ({ ctx, viewer, request }) => remove(ctx, viewer, managed.of(request), BANNER),
    options,
  ),
]
