import {
  getAutomaticTagsAccountsByAccountNameAvailable,
  getAutomaticTagsPoliciesAccountsByAccountNameComments,
  getAutomaticTagsPoliciesServerVideos,
  getAutomaticTagsServerAvailable,
  putAutomaticTagsPoliciesAccountsByAccountNameComments,
  putAutomaticTagsPoliciesServerVideos,
} from '@sepiola/contract/operations/automatic-tags.ts'
import { requireInstanceAccountId, requireOwnAccount } from '#features/accounts/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { findAvailableTags, findPolicy, savePolicy } from './automatic-tags.ts'
import { TagPolicy } from './automatic-tags.sql.ts'

export const automaticTagRoutes = [
  implement(getAutomaticTagsAccountsByAccountNameAvailable, async ({ ctx, viewer, params }) => {
    const account = await requireOwnAccount(ctx, viewer, params.accountName)
    return { available: await findAvailableTags(ctx.db, account.id) }
  }),
  implement(getAutomaticTagsServerAvailable, async ({ ctx }) => ({
    available: await findAvailableTags(ctx.db, await requireInstanceAccountId(ctx.db)),
  })),
  implement(getAutomaticTagsPoliciesAccountsByAccountNameComments, async ({ ctx, viewer, params }) => {
    const account = await requireOwnAccount(ctx, viewer, params.accountName)
    return { review: await findPolicy(ctx, account.id, TagPolicy.REVIEW_COMMENT) }
  }),
  implement(putAutomaticTagsPoliciesAccountsByAccountNameComments, async ({ ctx, viewer, params, body }) => {
    const account = await requireOwnAccount(ctx, viewer, params.accountName)
    await savePolicy(ctx, account.id, TagPolicy.REVIEW_COMMENT, body.review)
  }),
  implement(getAutomaticTagsPoliciesServerVideos, async ({ ctx }) => ({
    autoBlock: await findPolicy(ctx, await requireInstanceAccountId(ctx.db), TagPolicy.BLOCK_VIDEO),
  })),
  implement(putAutomaticTagsPoliciesServerVideos, async ({ ctx, body }) => {
    await savePolicy(ctx, await requireInstanceAccountId(ctx.db), TagPolicy.BLOCK_VIDEO, body.autoBlock)
  }),
]
