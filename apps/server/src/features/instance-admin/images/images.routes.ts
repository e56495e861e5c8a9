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
import { logoKey, removeLogo, replaceLogo } from './replace-logo.ts'

async function pick(ctx: Context, type: number, file: ReceivedFile, url: string): Promise<void> {
  await replaceActorImages(ctx, { actorId: (await findInstanceActor(ctx.db)).id, type, file, url })
  await instanceChanged(ctx)
}

async function remove(ctx: Context, type: number): Promise<void> {
  const { id: actorId } = await findInstanceActor(ctx.db)
  await ctx.db.transaction().execute((tx) => removeActorImages(ctx, tx, { actorId, type }))
  await instanceChanged(ctx)
}

const actorImageRoutes = [
  implement(postConfigInstanceAvatarPick, ({ ctx, files, request }) =>
    pick(ctx, ActorImageType.AVATAR, files.avatarfile!, request.url),
  ),
  implement(postConfigInstanceBannerPick, ({ ctx, files, request }) =>
    pick(ctx, ActorImageType.BANNER, files.bannerfile!, request.url),
  ),
  implement(deleteConfigInstanceAvatar, ({ ctx }) => remove(ctx, ActorImageType.AVATAR)),
  implement(deleteConfigInstanceBanner, ({ ctx }) => remove(ctx, ActorImageType.BANNER)),
]

const logoRoutes = [
  implement(postConfigInstanceLogoByLogoTypePick, async ({ ctx, params, files, request }) => {
    await replaceLogo(ctx, { type: uploadTypeOfLogo[params.logoType], file: files.logofile!, url: request.url })
    await instanceChanged(ctx)
  }),
  implement(deleteConfigInstanceLogoByLogoType, async ({ ctx, params }) => {
    await removeLogo(ctx, uploadTypeOfLogo[params.logoType])
    await instanceChanged(ctx)
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
