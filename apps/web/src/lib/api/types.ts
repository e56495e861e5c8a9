/** What the client reads of the API's answers (spec 03 §1.7, §2.2; spec 02 §6). */

export interface Constant<T = number> {
  id: T
  label: string
}

export interface Picture {
  fileUrl?: string | null
  path?: string | null
  width: number | null
}

export interface Thumbnail {
  fileUrl: string
  width: number
  height: number
  aspectRatio: string
}

export interface ActorSummary {
  id: number
  name: string
  displayName: string
  url: string
  host: string
  avatars: Picture[]
}

export interface ListedVideo {
  id: number
  uuid: string
  shortUUID: string
  name: string
  duration: number
  isLive: boolean
  nsfw: boolean
  /** Kinds: 1 violent, 2 sexual. */
  nsfwFlags?: number
  nsfwSummary?: string | null
  views: number
  viewers?: number
  likes?: number
  aspectRatio: number | null
  publishedAt: string
  originallyPublishedAt?: string | null
  createdAt?: string
  privacy: Constant
  truncatedDescription?: string | null
  thumbnails?: Thumbnail[]
  thumbnailPath?: string | null
  previewPath?: string | null
  account: ActorSummary
  channel: ActorSummary
  userHistory?: { currentTime: number } | null
  state?: Constant
  waitTranscoding?: boolean | null
  scheduledUpdate?: { updateAt: string; privacy?: number } | null
  blacklisted?: boolean | null
  blacklistedReason?: string | null
}

export interface VideoFile {
  id: number
  resolution: Constant
  width?: number | null
  height?: number | null
  size: number
  fps: number | null
  fileUrl: string | null
  fileDownloadUrl: string | null
  hasAudio?: boolean
  hasVideo?: boolean
}

export interface StreamingPlaylist {
  id: number
  type: number
  playlistUrl: string
  files: VideoFile[]
}

export interface Actor extends ActorSummary {
  description?: string | null
  /** Local accounts only. */
  userId?: number
  followersCount?: number
  createdAt?: string
  updatedAt?: string
}

export interface Channel extends Actor {
  support?: string | null
  banners?: Picture[]
  ownerAccount?: ActorSummary & { userId?: number }
  isLocal?: boolean
  videosCount?: number
}

export interface WatchedVideo extends Omit<ListedVideo, 'channel' | 'account'> {
  url?: string
  updatedAt?: string
  isLocal: boolean
  description: string | null
  category: Constant<number | null>
  licence: Constant<number | null>
  language: Constant<string | null>
  dislikes: number
  comments?: number
  tags: string[]
  support?: string | null
  downloadEnabled: boolean
  files: VideoFile[]
  streamingPlaylists: StreamingPlaylist[]
  channel: Channel
  account: Actor
  embedPath: string
  commentsPolicy?: Constant
  embedPrivacyPolicy?: Constant
}

export interface List<T> {
  /** Absent where it was not asked for. */
  total?: number
  data: T[]
}

export interface Caption {
  language: Constant<string | null>
  fileUrl?: string | null
  captionPath?: string | null
  automaticallyGenerated?: boolean
}

export interface Chapter {
  /** Seconds. */
  timecode: number
  title: string
}

export interface Storyboard {
  fileUrl?: string
  storyboardPath?: string
  totalHeight: number
  totalWidth: number
  spriteHeight: number
  spriteWidth: number
  spriteDuration: number
}

export interface Me {
  id: number
  username: string
  email: string
  role: Constant
  autoPlayVideo: boolean
  autoPlayNextVideo: boolean
  autoPlayNextVideoPlaylist: boolean
  nsfwPolicy: 'do_not_list' | 'blur' | 'warn' | 'display'
  nsfwFlagsHidden: number
  nsfwFlagsBlurred: number
  nsfwFlagsWarned: number
  nsfwFlagsDisplayed: number
  videoLanguages: string[] | null
  videoQuota: number
  videoQuotaDaily: number
  account: Actor
  videoChannels: Channel[]
  /** Of others, that one helps to run. */
  videoChannelCollaborations?: Channel[]
  /** An administrator has seen the set-up. */
  noWelcomeModal?: boolean
  /** Does not want to be reminded of what is missing: of the server, of the own profile. */
  noInstanceConfigWarningModal?: boolean
  noAccountSetupWarningModal?: boolean
}

export interface TranscodingProgress {
  state: Constant
  renditions: Array<{
    resolution: Constant
    fps: number
    state: 'waiting' | 'running' | 'done' | 'failed'
    /** 0–100. */
    progress: number
    error?: string
  }>
  playable: boolean
  error?: string
}

/** The part of `GET /api/v1/config` that the pages need; the rest stays on the server. */
export interface PublicConfig {
  serverVersion: string
  instance: {
    name: string
    shortDescription: string
    customizations?: { css?: string; javascript?: string }
    avatars?: Picture[]
    logo?: Array<{ type: string; width: number | null; height: number | null; fileUrl: string; isFallback: boolean }>
    defaultLanguage?: string
    defaultNSFWPolicy: Me['nsfwPolicy']
    /** Normalised in pages: `/` is the list of videos in its usual order. */
    defaultClientRoute?: string
  }
  client?: {
    header?: { hideInstanceName?: boolean }
    videos?: { resumableUpload?: { maxChunkSize?: number } }
  }
  signup?: { allowed: boolean; requiresApproval?: boolean }
  theme?: { customization?: Record<string, string | null> }
  broadcastMessage?: {
    enabled: boolean
    message: string
    /** Trusted HTML, made for pages. */
    html?: string
    level: 'info' | 'warning' | 'error'
    dismissable: boolean
  }
  video?: { file?: { extensions?: string[] }; image?: { extensions?: string[]; size?: { max?: number } } }
  defaults?: {
    publish?: { privacy?: number; licence?: number | null; downloadEnabled?: boolean; commentsPolicy?: number }
    player?: { autoPlay?: boolean }
  }
  /** What "trending" means here, worked out for pages; absent where no way to rank is offered. */
  trendingSort?: string | undefined
  trending?: { videos: { algorithms: { enabled: string[]; default: string } } }
  homepage?: { enabled: boolean }
  /** Where entries of the menu lead, worked out for pages; absent ones are left out. */
  menu?: { home: string; videos?: string | undefined; trending?: string | undefined }
  views?: { videos?: { watchingInterval?: { anonymous?: number; users?: number } } }
  transcoding?: { enabledResolutions?: number[]; hls?: { enabled?: boolean } }
}
