import type { Reference } from '@sepiola/contract/lenient.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { getVideoDetails, maySearchRemote, readableBy } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { accountUrl, authorOf, feedHeader, requireSubject, type ActorFilters } from '../feed-subject.ts'
import type { Feed, FeedItem } from '../render/feed.ts'
import { commentHtml, plainText } from '../render/safe-html.ts'
import { findNewestComments, type FeedComment } from './comments.sql.ts'

export type CommentFeedQuery = ActorFilters & { videoId?: Reference | undefined }

/**
 * The newest comments on public videos: all, those of one video that the viewer may read, or those on the videos of an
 * account or a channel (spec 03 §20). Throws 400, 401, 403, 404.
 */
export async function commentFeed(
  ctx: Context,
  viewer: Viewer | undefined,
  query: CommentFeedQuery,
  feedUrl: string,
): Promise<Feed> {
  if (query.videoId && (query.videoChannelId ?? query.videoChannelName) !== undefined) {
    throw problem(400, 'A feed is about the comments of a video or of a channel, not of both.')
  }
  const video = query.videoId && (await getVideoDetails(ctx, viewer, query.videoId, undefined))
  const subject = await requireSubject(ctx, query)
  const [header, comments] = await Promise.all([
    feedHeader(ctx, subject),
    findNewestComments(
      ctx.db,
      // Its channel besides: without it the planner reads all channels for the comments of one video.
      {
        videoId: video?.id,
        ownerAccountId: subject.account?.id,
        videoChannelId: subject.channel?.id ?? video?.channel.id,
      },
      readableBy(undefined, maySearchRemote(ctx, undefined)),
      ctx.settings.current.feeds.comments.count,
    ),
  ])
  const ofVideo = video && {
    title: video.name,
    description: plainText(video.description ?? ''),
    homeUrl: `${ctx.origin.url}/w/${video.shortUUID}`,
  }
  return { ...header, ...ofVideo, feedUrl, items: comments.map((comment) => commentItem(ctx, comment)) }
}

function commentItem({ origin }: Pick<Context, 'origin'>, comment: FeedComment): FeedItem {
  const { account, video, text } = comment
  return {
    id: comment.url,
    title: `${video.name} - ${account.displayName}`,
    url: `${origin.url}/w/${uuidToShort(video.uuid)};threadId=${comment.threadId}`,
    summary: '',
    html: commentHtml(text, origin.url),
    published: comment.createdAt,
    updated: comment.updatedAt,
    author: authorOf(origin, account, accountUrl(origin, account)),
  }
}
