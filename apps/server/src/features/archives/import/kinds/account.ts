import { z } from 'zod'
import { ActorImageType } from '@sepiola/contract/enums.ts'
import { fileRules, limits } from '@sepiola/contract/limits.ts'
import { define } from '@sepiola/contract/operation.ts'
import { updateMe } from '#features/account-settings/public.ts'
import { accountUpdated } from '#features/account-settings/account-settings.events.ts'
import { findAccountById } from '#features/accounts/public.ts'
import { replaceActorImages } from '#features/actor-images/public.ts'
import { bringInEach, type BringIn } from '../bring-in.ts'
import { archiveReference, optionalText } from '../item-schemas.ts'
import { takePicture } from './pictures.ts'

const item = define(() =>
  z.object({
    displayName: z.string().min(limits.displayName.min).max(limits.displayName.max),
    description: optionalText(limits.accountDescription),
    archiveFiles: z.object({ avatar: archiveReference() }).optional(),
  }),
)

/** Name and description; the picture where there is none. */
export const bringInAccount: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const found = await archive.json('peertube/account.json')
  const items = found === undefined ? [] : [found]
  return bringInEach(run, { kind: 'account', items, schema: item(), tell }, async (account) => {
    const { displayName, description } = account
    const before = (await findAccountById(ctx.db, viewer.accountId))!
    const isSame = before.displayName === displayName && before.description === description
    if (!isSame) await updateMe(ctx, viewer, { displayName, description })
    const file =
      before.avatars.length > 0 ? undefined : await takePicture(run, account.archiveFiles?.avatar, fileRules.actorImage)
    if (file) {
      const picture = { actorId: viewer.accountActorId, type: ActorImageType.AVATAR, file, url: '' }
      const { accountId } = viewer
      await replaceActorImages(ctx, picture, (tx) => ctx.events.publish(tx, accountUpdated, { accountId }))
    }
    return isSame && !file ? 'duplicates' : 'success'
  })
}
