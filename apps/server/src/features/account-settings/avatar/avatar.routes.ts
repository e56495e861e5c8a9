import { ActorImageType } from '@sepiola/contract/enums.ts'
import { deleteUsersMeAvatar, postUsersMeAvatarPick } from '@sepiola/contract/operations/my-user.ts'
import { actorImageView, findAccountById } from '#features/accounts/public.ts'
import { removeActorImages, replaceActorImages } from '#features/actor-images/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { accountUpdated } from '../account-settings.events.ts'

const type = ActorImageType.AVATAR

const pickRoute = implement(postUsersMeAvatarPick, async ({ ctx, viewer, files, request }) => {
  const { accountId, accountActorId: actorId } = viewer
  await replaceActorImages(ctx, { actorId, type, file: files.avatarfile!, url: request.url }, (tx) =>
    ctx.events.publish(tx, accountUpdated, { accountId }),
  )
  const account = await findAccountById(ctx.db, accountId)
  const avatars = account!.avatars.map((image) => actorImageView(ctx.origin, image))
  const user = { id: viewer.userId, username: viewer.username }
  ctx.audit.update(viewer, 'users', user, { ...user, avatar: avatars[0]?.path })
  return { avatars }
})

const deleteRoute = implement(deleteUsersMeAvatar, async ({ ctx, viewer }) => {
  await ctx.db.transaction().execute(async (tx) => {
    await removeActorImages(ctx, tx, { actorId: viewer.accountActorId, type })
    await ctx.events.publish(tx, accountUpdated, { accountId: viewer.accountId })
  })
  const user = { id: viewer.userId, username: viewer.username }
  ctx.audit.update(viewer, 'users', user, { ...user, avatar: null })
  return { avatars: [] }
})

export const avatarRoutes = [pickRoute, deleteRoute]
