import type { Reference } from '@sepiola/contract/lenient.ts'
import { PlaylistPrivacy, VideoState } from '@sepiola/contract/enums.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import type { ChannelRow } from '#features/accounts/public.ts'
import { captionView } from '#features/captions/public.ts'
import { findPlaylists, playlistView, requirePlaylist, type PlaylistRow } from '#features/playlists/public.ts'
import {
  findVideoSummaries,
  listedRule,
  selectVideos,
  type ListedVideoRow,
  type VideoListQuery,
} from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { authorOf, channelUrl, feedHeader, requireSubject } from '../feed-subject.ts'
import { readCustomNamespaces, readCustomTags } from '../render/custom-tags.ts'
import { shownParts, videoItem } from '../videos/video-item.view.ts'
import type { PodcastItem } from './podcast-item.view.ts'
import { findCaptionsOf, findPlaylistVideos, findShowFacts, playlistPrivacies } from './podcast.sql.ts'
import type { Podcast } from './podcast.view.ts'

export interface PodcastQuery {
  videoChannelId?: number | undefined
  playlistId?: Reference | undefined
}

/** A channel or a public playlist of one as a podcast (spec 03 §20). Throws 400, 404. */
export async function podcastFeed(ctx: Context, query: PodcastQuery, feedUrl: string): Promise<Podcast> {
  if ((query.videoChannelId === undefined) === (query.playlistId === undefined)) {
    throw problem(400, 'A podcast is made of either a channel or a playlist.')
  }
  const playlist = query.playlistId && (await requireShowablePlaylist(ctx, query.playlistId))
  const { channel } = await requireSubject(ctx, { videoChannelId: playlist?.videoChannel?.id ?? query.videoChannelId })
  if (!channel) throw problem(404, 'Video channel not found')
  const [header, facts, items, customNamespaces, customTags] = await Promise.all([
    feedHeader(ctx, { account: undefined, channel }),
    findShowFacts(ctx.db, channel.id),
    findItems(ctx, channel, playlist),
    ctx.hooks.filter<unknown>('filter:feed.podcast.rss.create-custom-xmlns.result', []),
    playlist
      ? ctx.hooks.filter<unknown>('filter:feed.podcast.video-playlist.create-custom-tags.result', [], {
          videoPlaylist: playlist,
        })
      : ctx.hooks.filter<unknown>('filter:feed.podcast.channel.create-custom-tags.result', [], {
          videoChannel: channel,
        }),
  ])
  return {
    ...header,
    ...(playlist ? playlistHeader(ctx, playlist) : {}),
    feedUrl,
    url: playlist?.url ?? channel.url,
    author: authorOf(ctx.origin, channel, channelUrl(ctx.origin, channel)),
    language: facts.language,
    category: facts.category,
    explicit: facts.hasNsfw && ctx.settings.current.instance.default_nsfw_policy !== 'do_not_list',
    email: facts.email,
    items,
    customTags: readCustomTags(customTags),
    customNamespaces: readCustomNamespaces(customNamespaces),
  }
}

async function requireShowablePlaylist(ctx: Context, ref: Reference): Promise<PlaylistRow> {
  const { id, privacy, channelId } = await requirePlaylist(ctx, undefined, ref)
  if (privacy !== PlaylistPrivacy.PUBLIC) throw problem(400, 'Only a public playlist can be a podcast.')
  if (channelId === null) throw problem(400, 'Only a playlist of a channel can be a podcast.')
  const [playlist] = await findPlaylists(ctx.db, [id])
  if (!playlist) throw problem(404, 'Video playlist not found')
  return playlist
}

function playlistHeader({ origin }: Pick<Context, 'origin'>, playlist: PlaylistRow) {
  const square = playlistView(origin, playlist).thumbnails.findLast((image) => image.aspectRatio === '1:1')
  return {
    title: playlist.name,
    description: playlist.description ?? '',
    homeUrl: `${origin.url}/w/p/${uuidToShort(playlist.uuid)}`,
    ...(square ? { imageUrl: square.fileUrl } : {}),
  }
}

async function findItems(ctx: Context, channel: ChannelRow, playlist: PlaylistRow | undefined): Promise<PodcastItem[]> {
  const { count } = ctx.settings.current.feeds.videos
  const wanted: VideoListQuery = {
    ...{ start: 0, count, sort: '-originallyPublishedAt' },
    ...{ isLocal: true, includeScheduledLive: true },
  }
  const ids = playlist
    ? await findPlaylistVideos(
        ctx.db,
        playlist.id,
        listedRule(ctx, undefined, { ...wanted, privacyOneOf: [...playlistPrivacies] }, { followedOnly: false }),
        count,
      )
    : await selectVideos(ctx, undefined, wanted, { channelId: channel.id, followedOnly: false }).first(count)
  const [rows, captions] = await Promise.all([
    findVideoSummaries(ctx.db, ids, {
      include: shownParts,
      liveSchedules: true,
      wholeDescriptions: true,
      ...{ userId: null, accountId: null },
      // Nobody's watching is shown.
      viewersSince: ctx.clock.now(),
    }),
    findCaptionsOf(ctx.db, ids),
  ])
  const items: PodcastItem[] = []
  for (const row of rows) {
    const item = videoItem(ctx.origin, row)
    const tags = await ctx.hooks.filter<unknown>('filter:feed.podcast.video.create-custom-tags.result', [], {
      video: row,
      liveItem: row.isLive,
    })
    items.push({
      ...item,
      video: item.video!,
      live: row.isLive ? liveOf(row) : undefined,
      captions: captions
        .filter((caption) => caption.videoId === row.id)
        .map((caption) => captionView(ctx.origin, row, caption)),
      customTags: readCustomTags(tags),
    })
  }
  return items
}

function liveOf(row: ListedVideoRow): PodcastItem['live'] {
  if (row.state !== VideoState.WAITING_FOR_LIVE) return { status: 'live', start: row.publishedAt }
  const [next] = row.liveSchedules ?? []
  return { status: 'pending', start: next ? new Date(next) : row.publishedAt }
}
