import type { ServerConfig } from '@sepiola/contract/schemas/server-config.ts'
import type { Usage } from './nodeinfo.sql.ts'

/** The nodeinfo 2.0 document (spec 07 §1.3). Peers and indexers know our kind by its name, `peertube`. */
export function nodeinfoView(config: ServerConfig, usage: Usage, description: string) {
  return {
    version: '2.0' as const,
    software: { name: 'peertube', version: config.serverVersion },
    protocols: ['activitypub'],
    services: { inbound: [], outbound: ['atom1.0', 'rss2.0'] },
    openRegistrations: config.signup.allowed,
    usage: {
      users: { total: usage.users, activeMonth: usage.activeMonth, activeHalfyear: usage.activeHalfyear },
      localPosts: usage.videos,
      localComments: usage.comments,
    },
    metadata: {
      taxonomy: { postsName: 'Videos' },
      nodeName: config.instance.name,
      nodeDescription: description,
      nodeConfig: nodeConfigView(config),
    },
  }
}

function nodeConfigView({ transcoding, live, video, ...config }: ServerConfig) {
  return {
    search: { remoteUri: config.search.remoteUri },
    plugin: { registered: config.plugin.registered },
    theme: { registered: config.theme.registered, default: config.theme.default },
    email: config.email,
    contactForm: config.contactForm,
    transcoding: {
      hls: { enabled: transcoding.hls.enabled },
      web_videos: transcoding.web_videos,
      enabledResolutions: transcoding.enabledResolutions,
    },
    live: {
      enabled: live.enabled,
      transcoding: { enabled: live.transcoding.enabled, enabledResolutions: live.transcoding.enabledResolutions },
    },
    import: { videos: { http: config.import.videos.http, torrent: config.import.videos.torrent } },
    autoBlacklist: config.autoBlacklist,
    avatar: config.avatar,
    video: { image: video.image, file: { extensions: video.file.extensions } },
    videoCaption: config.videoCaption,
    user: { videoQuota: config.user.videoQuota, videoQuotaDaily: config.user.videoQuotaDaily },
    trending: { videos: { intervalDays: config.trending.videos.intervalDays } },
    tracker: { enabled: config.tracker.enabled },
  }
}
