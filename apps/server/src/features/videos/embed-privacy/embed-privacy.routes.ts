import { ChannelActivityAction, embedPolicyLabels, EmbedPolicy } from '@sepiola/contract/enums.ts'
import {
  getVideoEmbedPrivacy,
  isVideoEmbedOnDomainAllowed,
  updateVideoEmbedPrivacy,
} from '@sepiola/contract/operations/video-embed-privacy.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { can } from '#foundation/http/viewer.ts'
import { labelledNumber } from '../constants/labels.ts'
import { insertChannelActivity } from '../edit/video-rows.sql.ts'
import { videosChanged } from '../list/video-caches.ts'
import { requireManagedVideo, requireRow } from '../read/require-video.ts'
import { videoUpdated } from '../videos.events.ts'
import { findEmbedRules, replaceEmbedRules } from './embed-privacy.sql.ts'

/** Spec 03 §18. */
export const embedPrivacyOperations = [
  implement(getVideoEmbedPrivacy, async ({ ctx, viewer, params }) => {
    const video = await requireManagedVideo(ctx, viewer, params.id, 'UPDATE_ANY_VIDEO')
    const rules = await findEmbedRules(ctx.db, video.id)
    if (!rules) throw problem(404, 'Video not found')
    return { policy: labelledNumber(embedPolicyLabels, rules.policy), domains: rules.domains }
  }),

  implement(updateVideoEmbedPrivacy, async ({ ctx, viewer, params, body }) => {
    const video = await requireManagedVideo(ctx, viewer, params.id, 'UPDATE_ANY_VIDEO')
    const rules = { policy: body.policy, domains: [...new Set(body.domains)] }
    if (rules.policy === EmbedPolicy.ALL_ALLOWED && rules.domains.length > 0) {
      throw problem(400, 'Domains can only be listed where embedding is limited to them.')
    }
    const now = ctx.clock.now()
    await ctx.db.transaction().execute(async (tx) => {
      await replaceEmbedRules(tx, video.id, rules, now)
      const { channelId } = video
      await insertChannelActivity(tx, {
        action: ChannelActivityAction.UPDATE_EMBED_POLICY,
        channelId,
        accountId: viewer.accountId,
        video,
        now,
      })
      await ctx.events.publish(tx, videoUpdated, { videoId: video.id, torrentsOutdated: false })
    })
    videosChanged(ctx)
  }),

  implement(isVideoEmbedOnDomainAllowed, async ({ ctx, viewer, params, query }) => {
    const video = await requireRow(ctx, params.id, viewer)
    const rules = await findEmbedRules(ctx.db, video.id)
    if (!rules) throw problem(404, 'Video not found')
    const { domain } = query
    const domainAllowed =
      rules.policy === EmbedPolicy.ALL_ALLOWED || domain === ctx.origin.host || rules.domains.includes(domain)
    if (domainAllowed) return { domainAllowed, userBypassAllowed: null }
    const userBypassAllowed = viewer !== undefined && (video.managesChannel || can(viewer, 'UPDATE_ANY_VIDEO'))
    return { domainAllowed, userBypassAllowed }
  }),
]
