import { z } from 'zod'
import { ActorImageType } from '@sepiola/contract/enums.ts'
import { username } from '@sepiola/contract/fields.ts'
import { fileRules, limits } from '@sepiola/contract/limits.ts'
import { define } from '@sepiola/contract/operation.ts'
import { replaceActorImages } from '#features/actor-images/public.ts'
import { addChannel, findChannelAccessById, findChannelAccessByName } from '#features/channels/public.ts'
import { upsertTheme } from '#features/player-settings/public.ts'
import { PlayerChannelSettings } from '@sepiola/contract/schemas/player-settings.ts'
import { bringInEach, readItems, type BringIn, type Import } from '../bring-in.ts'
import { archiveReference, optionalText } from '../item-schemas.ts'
import { takePicture } from './pictures.ts'

const item = define(() =>
  z.object({
    name: username(),
    displayName: z.string().min(limits.displayName.min).max(limits.displayName.max),
    description: optionalText(limits.channelDescription),
    support: optionalText(limits.support),
    playerSettings: z.object({ theme: PlayerChannelSettings().shape.theme }).optional().catch(undefined),
    archiveFiles: z.object({ avatar: archiveReference(), banner: archiveReference() }).optional(),
  }),
)

/** A channel that the account has already stays as it is; one that somebody else has is an error. */
export const bringInChannels: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const items = await readItems(archive, 'channels', 'channels')
  return bringInEach(run, { kind: 'channels', items, schema: item(), tell }, async (channel) => {
    if (await findOwnChannelId(run, channel.name)) return 'duplicates'
    const { channelId } = await addChannel(ctx, viewer, channel)
    const { actorId } = (await findChannelAccessById(ctx.db, channelId, viewer.accountId))!
    await pick(run, actorId, ActorImageType.AVATAR, channel.archiveFiles?.avatar)
    await pick(run, actorId, ActorImageType.BANNER, channel.archiveFiles?.banner)
    const theme = channel.playerSettings?.theme
    if (theme) await ctx.db.transaction().execute((tx) => upsertTheme(tx, { channelId }, theme, ctx.clock.now()))
    return 'success'
  })
}

async function pick(run: Import, actorId: number, type: number, reference: string | null | undefined): Promise<void> {
  const file = await takePicture(run, reference, fileRules.actorImage)
  if (file) await replaceActorImages(run.ctx, { actorId, type, file, url: '' })
}

export async function findOwnChannelId({ ctx, viewer }: Import, name: string): Promise<number | undefined> {
  const found = await findChannelAccessByName(ctx.db, name, null, viewer.accountId)
  return found?.ownerAccountId === viewer.accountId ? found.id : undefined
}
