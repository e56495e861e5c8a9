import { readHome } from '../about/home-tree.ts'
import { renderAbout, type AboutSource } from '../about/about-texts.ts'
import { pickFacts, type ServerFacts } from '../about/server-facts.ts'
import { pickRules, type ServerRules } from '../account/server-rules.ts'
import type { Comment, Threads } from '../comments/comment.ts'
import { menuOf } from './menu-of.ts'
import { trendingSort } from '../browse/trending-sort.ts'
import { renderComment } from '../comments/comment-html.ts'
import type { PlaylistElement } from '../playlist/playlist.ts'
import { renderMarkdown } from '../markdown.ts'
import type { FoundVideo } from '../search/load-search.ts'
import type { Channel, ListedVideo, List, PublicConfig, VideoFile, WatchedVideo } from '../api/types.ts'
import type { StartPage } from '../routes/start-page.ts'

/**
 * The HTML carries the API's answers for hydration; what no page reads is left out of them there.
 * In the browser the pages see the whole answers: a superset.
 */
export function slimAnswer(path: string, json: unknown): unknown {
  if (isVideoPath(path)) return slimVideo(json as WatchedVideo)
  if (path === '/api/v1/search/videos') {
    const { total, data } = json as List<FoundVideo>
    return { total, data: data.map(slimFound) }
  }
  if (/^\/api\/v1\/(video-channels|search\/video-channels|accounts\/[^/]+\/video-channels)$/.test(path)) {
    const { total, data } = json as List<Channel>
    return { total, data: data.map(slimChannel) }
  }
  if (/^\/api\/v1\/(videos|accounts\/[^/]+\/videos|video-channels\/[^/]+\/videos)$/.test(path)) {
    const list = json as List<ListedVideo>
    return { total: list.total, data: list.data.map(slimListed) }
  }
  if (path === '/api/v1/overviews/videos') {
    const overview = json as Record<string, Array<{ videos: ListedVideo[] }>>
    return Object.fromEntries(
      Object.entries(overview).map(([kind, parts]) => [
        kind,
        parts.map((part) => ({ ...part, videos: part.videos.map(slimListed) })),
      ]),
    )
  }
  if (/^\/api\/v1\/video-playlists\/[^/]+\/videos$/.test(path)) {
    const { total, data } = json as List<PlaylistElement>
    return { total, data: data.map((element) => ({ ...element, video: element.video && slimListed(element.video) })) }
  }
  const threads = /^\/api\/v1\/videos\/([^/]+)\/comment-threads$/.exec(path)
  if (threads) return slimThreads(json as Threads, `/w/${threads[1]}`)
  if (path === '/api/v1/config/about') {
    return { instance: renderAbout((json as { instance: AboutSource }).instance, renderMarkdown) }
  }
  if (path === '/api/v1/custom-pages/homepage/instance')
    return { tree: readHome((json as { content: string }).content) }
  if (path === '/api/v1/config') {
    const rules = pickRules(json as ServerRules)
    const facts = pickFacts(json as ServerFacts, renderMarkdown)
    return { ...rules, ...facts, import: { ...facts.import, ...rules.import } }
  }
  return json
}

/** Of one video; `/videos/categories` and its like are lists of words. */
export function isVideoPath(path: string): boolean {
  return /^\/api\/v1\/videos\/(?!(categories|licences|languages|privacies)$)[^/]+$/.test(path)
}

export const isPlaylistPath = (path: string): boolean => /^\/api\/v1\/video-playlists\/(?!privacies$)[^/]+$/.test(path)

function slimListed(video: ListedVideo): ListedVideo {
  const { id, uuid, shortUUID, name, duration, isLive, nsfw, views, viewers, aspectRatio, publishedAt, privacy } = video
  const { thumbnails, thumbnailPath, previewPath, account, channel } = video
  const pictures = thumbnails?.length ? { thumbnails: thumbnails.filter(wide) } : { thumbnailPath, previewPath }
  const base = { id, uuid, shortUUID, name, duration, isLive, nsfw, views, viewers, aspectRatio, publishedAt, privacy }
  const sensitive = nsfw ? { nsfwFlags: video.nsfwFlags } : {}
  return { ...base, ...sensitive, ...pictures, account: slimActor(account), channel: slimActor(channel) }
}

function slimFound(video: FoundVideo): FoundVideo {
  const { truncatedDescription, captionMatches } = video
  return { ...slimListed(video), truncatedDescription, ...(captionMatches ? { captionMatches } : {}) }
}

function slimChannel(channel: Channel): Channel {
  return { ...slimActor(channel), followersCount: channel.followersCount ?? 0 }
}

const wide = (thumbnail: { aspectRatio: string; width: number }): boolean =>
  thumbnail.aspectRatio === '16:9' && thumbnail.width <= 1280

function slimActor<T extends ListedVideo['account']>(actor: T): ListedVideo['account'] {
  const { id, name, displayName, url, host, avatars } = actor
  return { id, name, displayName, url, host, avatars: avatars.filter((avatar) => (avatar.width ?? 0) <= 150) }
}

function slimThreads(threads: Threads, page: string): Threads {
  return { ...threads, data: threads.data.map((comment) => slimComment(comment, page)) }
}

function slimComment(comment: Comment, page: string): Comment {
  const { id, text, threadId, inReplyToCommentId, createdAt, isDeleted, heldForReview } = comment
  const { totalRepliesFromVideoAuthor, totalReplies, account } = comment
  return {
    ...{ id, text, threadId, inReplyToCommentId, createdAt, isDeleted, heldForReview },
    ...{ totalRepliesFromVideoAuthor, totalReplies },
    account: account && slimActor(account),
    html: renderComment(text, page),
  }
}

function slimVideo(video: WatchedVideo): WatchedVideo & { descriptionHtml: string } {
  return {
    ...video,
    descriptionHtml: video.description ? renderMarkdown(video.description, `/w/${video.shortUUID}`) : '',
    truncatedDescription: undefined,
    files: video.files.map(slimFile),
    streamingPlaylists: video.streamingPlaylists.map(({ id, type, playlistUrl, files }) => ({
      id,
      type,
      playlistUrl,
      files: files.map(slimFile),
    })),
  }
}

function slimFile(file: VideoFile): VideoFile {
  const { id, resolution, width, height, size, fps, fileUrl, fileDownloadUrl, hasAudio, hasVideo } = file
  return { id, resolution, width, height, size, fps, fileUrl, fileDownloadUrl, hasAudio, hasVideo }
}

/** `start`: what `/` shows. */
export function slimConfig(config: PublicConfig, start: StartPage): PublicConfig {
  const { serverVersion, instance, client, signup, broadcastMessage, video, defaults, trending, views } = config
  const { name, shortDescription, customizations, avatars, logo, defaultLanguage, defaultNSFWPolicy } = instance
  return {
    serverVersion,
    instance: {
      name,
      shortDescription,
      customizations: { javascript: customizations?.javascript },
      avatars,
      logo,
      defaultLanguage,
      defaultNSFWPolicy,
      defaultClientRoute: start.path + start.search,
    },
    client: {
      header: { hideInstanceName: client?.header?.hideInstanceName },
      videos: { resumableUpload: client?.videos?.resumableUpload },
    },
    signup: signup && { allowed: signup.allowed, requiresApproval: signup.requiresApproval },
    broadcastMessage: broadcastMessage?.enabled
      ? { ...broadcastMessage, html: renderMarkdown(broadcastMessage.message) }
      : undefined,
    video: { file: video?.file, image: video?.image },
    defaults: { publish: defaults?.publish, player: defaults?.player },
    trending,
    trendingSort: trendingSort(config),
    menu: menuOf(config, start),
    views: { videos: { watchingInterval: views?.videos?.watchingInterval } },
  }
}
