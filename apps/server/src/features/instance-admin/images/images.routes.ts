import { ActorImageType, uploadTypeOfLogo } from '@sepiola/contract/enums.ts'
import {
  deleteConfigInstanceAvatar,
  deleteConfigInstanceBanner,
  deleteConfigInstanceLogoByLogoType,
  postConfigInstanceAvatarPick,
  postConfigInstanceBannerPick,
  postConfigInstanceLogoByLogoTypePick,
} from '@sepiola/contract/operations/config.ts'
import { getStaticUploadsImagesByFilename } from '@sepiola/contract/operations/static.ts'
import { removeActorImages, replaceActorImages } from '#features/actor-images/public.ts'
import { findInstanceActor, instanceChanged } from '#features/instance/public.ts'
import { requirePlainName, sendStoredFile } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type ReceivedFile } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { logoKey, removeLogo, replaceLogo } from './replace-logo.ts'

interface Call {
  ctx: Context
  viewer: Viewer
  request: { url: string }
}

const actorImageNames: Readonly<Record<number, string>> = {
  [ActorImageType.AVATAR]: 'avatar',
  [ActorImageType.BANNER]: 'banner',
}

/** `picture`: `avatar`, `banner` or `logo-…`, what the instance has of it now (null: nothing). */
async function pictureChanged(ctx: Context, viewer: Viewer, picture: string, file: string | null): Promise<void> {
  await instanceChanged(ctx)
  ctx.audit.update(viewer, 'config', {}, { [picture]: file })
}

async function pick({ ctx, viewer, request }: Call, type: number, file: ReceivedFile): Promise<void> {
  await replaceActorImages(ctx, { actorId: (await findInstanceActor(ctx.db)).id, type, file, url: request.url })
  await pictureChanged(ctx, viewer, actorImageNames[type]!, file.filename)
}

async function remove({ ctx, viewer }: Call, type: number): Promise<void> {
  const { id: actorId } = await findInstanceActor(ctx.db)
  await ctx.db.transaction().execute((tx) => removeActorImages(ctx, tx, { actorId, type }))
  await pictureChanged(ctx, viewer, actorImageNames[type]!, null)
}

const actorImageRoutes = [
  implement(postConfigInstanceAvatarPick, (call) => pick(call, ActorImageType.AVATAR, call.files.avatarfile!)),
  implement(postConfigInstanceBannerPick, (call) => pick(call, ActorImageType.BANNER, call.files.bannerfile!)),
  implement(deleteConfigInstanceAvatar, (call) => remove(call, ActorImageType.AVATAR)),
  implement(deleteConfigInstanceBanner, (call) => remove(call, ActorImageType.BANNER)),
]

const logoRoutes = [
  implement(postConfigInstanceLogoByLogoTypePick, async ({ ctx, viewer, params: { logoType }, files, request }) => {
    const file = files.logofile!
    await replaceLogo(ctx, { type: uploadTypeOfLogo[logoType], file, url: request.url })
    await pictureChanged(ctx, viewer, `logo-${logoType}`, file.filename)
  }),
  implement(deleteConfigInstanceLogoByLogoType, async ({ ctx, viewer, params: { logoType } }) => {
    await removeLogo(ctx, uploadTypeOfLogo[logoType])
    await pictureChanged(ctx, viewer, `logo-${logoType}`, null)
  }),
]

/** ms that clients keep them: a changed logo has another name. */
const year = 365 * 24 * 3_600_000

/** An SVG that somebody opens by itself is a document of this site: it may do nothing. */
const picturesOnly = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"

const fileRoute = implement(getStaticUploadsImagesByFilename, ({ ctx, params, request, reply }) => {
  reply.raw.setHeader('Content-Security-Policy', picturesOnly)
  reply.raw.setHeader('X-Content-Type-Options', 'nosniff')
  const key = logoKey(requirePlainName(params.filename))
  return sendStoredFile(ctx, request, reply, { area: 'uploads', key }, { maxAge: ctx.testMode ? 0 : year })
})

export const imageRoutes = [...actorImageRoutes, ...logoRoutes, fileRoute]
