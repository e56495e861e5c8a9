import type { Answer } from '@sepiola/api-client/endpoint.ts'

export type CustomConfig = Answer<'getCustomConfig'>

type Leaf = readonly unknown[] | string | number | boolean
type Paths<T, Before extends string = ''> = {
  [Name in keyof T & string]: NonNullable<T[Name]> extends Leaf
    ? `${Before}${Name}`
    : Paths<NonNullable<T[Name]>, `${Before}${Name}.`>
}[keyof T & string]

/** `signup.limit` and so on. Lives have no rendition of sound alone. */
export type SettingPath = Exclude<Paths<CustomConfig>, 'live.transcoding.resolutions.0p'>

interface Common {
  /** Has no effect while that one is off. */
  under?: SettingPath
}

export type Measure = 'count' | 'bytes' | 'duration'

/** How a setting is shown; its words are the messages `settings.<path>` and `settings.<path>.hint`. */
export type SettingField = Common &
  (
    | { kind: 'toggle' }
    | { kind: 'text'; type?: 'text' | 'email' | 'url'; required?: boolean }
    | { kind: 'lines'; rows?: number; format?: 'markdown' | 'code' }
    | { kind: 'number'; min: number }
    /** A number, or a value that stands for none. */
    | { kind: 'limit'; none: -1 | null; measure: Measure }
    /** Words of an option: `settings.<path>.<option>`. */
    | { kind: 'choice'; options: ReadonlyArray<string | number> }
    | { kind: 'choices'; options: readonly string[] }
    /** Choices that the server or the browser knows. */
    | { kind: 'known-choice'; of: 'locales' | 'licences' | 'themes' | 'profiles' | 'live-profiles' }
    | { kind: 'known-choices'; of: 'languages' | 'categories' }
    | { kind: 'resolution' }
    /** CSS, or null for the design's own. */
    | { kind: 'colour' | 'radius' }
  )

export type SettingFields = { [Path in SettingPath]?: SettingField }

export interface SettingGroup {
  /** Its words: `settings.group.<id>` and `settings.group.<id>.text`; also the target of links. */
  id: string
  fields: SettingFields
}

/** Pages of spec 09 §2.6 that the custom configuration has. */
export const sectionIds = ['information', 'general', 'customization', 'vod', 'live', 'advanced'] as const
export type SectionId = (typeof sectionIds)[number]

const toggle = { kind: 'toggle' } as const
const markdown = { kind: 'lines', format: 'markdown' } as const
const link = { kind: 'text', type: 'url' } as const
const colour = { kind: 'colour' } as const
const resolution = (under: SettingPath) => ({ kind: 'resolution', under }) as const

const information: SettingGroup[] = [
  {
    id: 'identity',
    fields: {
      'instance.name': { kind: 'text', required: true },
      'instance.shortDescription': { kind: 'lines', rows: 2 },
      'instance.description': { ...markdown, rows: 8 },
    },
  },
  {
    id: 'people',
    fields: {
      'instance.administrator': markdown,
      'instance.creationReason': markdown,
      'instance.maintenanceLifetime': markdown,
      'instance.businessModel': markdown,
      'instance.hardwareInformation': markdown,
      'instance.serverCountry': { kind: 'text' },
    },
  },
  {
    id: 'rules',
    fields: {
      'instance.terms': { ...markdown, rows: 8 },
      'instance.codeOfConduct': markdown,
      'instance.moderationInformation': markdown,
    },
  },
  {
    id: 'audience',
    fields: {
      'instance.defaultLanguage': { kind: 'known-choice', of: 'locales' },
      'instance.languages': { kind: 'known-choices', of: 'languages' },
      'instance.categories': { kind: 'known-choices', of: 'categories' },
      'instance.isNSFW': toggle,
      'instance.defaultNSFWPolicy': { kind: 'choice', options: ['do_not_list', 'warn', 'blur', 'display'] },
    },
  },
  {
    id: 'contact',
    fields: {
      'admin.email': { kind: 'text', type: 'email', required: true },
      'contactForm.enabled': toggle,
      'instance.support.text': markdown,
      'instance.social.externalLink': link,
      'instance.social.mastodonLink': link,
      'instance.social.blueskyLink': link,
      'instance.social.xLink': link,
      'services.twitter.username': { kind: 'text' },
    },
  },
]

const general: SettingGroup[] = [
  {
    id: 'registration',
    fields: {
      'signup.enabled': toggle,
      'signup.requiresApproval': { ...toggle, under: 'signup.enabled' },
      'signup.requiresEmailVerification': { ...toggle, under: 'signup.enabled' },
      'signup.limit': { kind: 'limit', none: -1, measure: 'count', under: 'signup.enabled' },
      'signup.minimumAge': { kind: 'number', min: 0, under: 'signup.enabled' },
    },
  },
  {
    id: 'users',
    fields: {
      'user.videoQuota': { kind: 'limit', none: -1, measure: 'bytes' },
      'user.videoQuotaDaily': { kind: 'limit', none: -1, measure: 'bytes' },
      'user.defaultChannelName': { kind: 'text', required: true },
      'videoChannels.maxPerUser': { kind: 'number', min: 0 },
      'user.history.videos.enabled': toggle,
    },
  },
  {
    id: 'browse',
    fields: {
      'instance.defaultClientRoute': { kind: 'text', required: true },
      'client.browseVideos.defaultSort': {
        kind: 'choice',
        options: ['-publishedAt', '-originallyPublishedAt', 'name', '-trending', '-hot', '-likes', '-views'],
      },
      'client.browseVideos.defaultScope': { kind: 'choice', options: ['local', 'federated'] },
      'trending.videos.algorithms.enabled': { kind: 'choices', options: ['hot', 'most-viewed', 'most-liked', 'best'] },
      'trending.videos.algorithms.default': { kind: 'choice', options: ['hot', 'most-viewed', 'most-liked', 'best'] },
    },
  },
  {
    id: 'publish',
    fields: {
      'defaults.publish.privacy': { kind: 'choice', options: [1, 2, 3, 4, 5] },
      'defaults.publish.licence': { kind: 'known-choice', of: 'licences' },
      'defaults.publish.commentsPolicy': { kind: 'choice', options: [1, 2, 3] },
      'defaults.publish.downloadEnabled': toggle,
      'videoFile.update.enabled': toggle,
    },
  },
  {
    id: 'player',
    fields: {
      'defaults.player.theme': { kind: 'choice', options: ['lucide', 'galaxy'] },
      'defaults.player.autoPlay': toggle,
      'defaults.p2p.webapp.enabled': toggle,
      'defaults.p2p.embed.enabled': toggle,
    },
  },
  {
    id: 'moderation',
    fields: {
      'autoBlacklist.videos.ofUsers.enabled': toggle,
      'videoComments.acceptRemoteComments': toggle,
      'blocklist.publicLog.enabled': toggle,
    },
  },
  {
    id: 'broadcast',
    fields: {
      'broadcastMessage.enabled': toggle,
      'broadcastMessage.message': { kind: 'lines', rows: 3, under: 'broadcastMessage.enabled' },
      'broadcastMessage.level': {
        kind: 'choice',
        options: ['info', 'warning', 'error'],
        under: 'broadcastMessage.enabled',
      },
      'broadcastMessage.dismissable': { ...toggle, under: 'broadcastMessage.enabled' },
    },
  },
  {
    id: 'imports',
    fields: {
      'import.videos.http.enabled': toggle,
      'import.videos.torrent.enabled': toggle,
      'import.videos.concurrency': { kind: 'number', min: 0 },
      'import.videoChannelSynchronization.enabled': { ...toggle, under: 'import.videos.http.enabled' },
      'import.videoChannelSynchronization.maxPerUser': {
        kind: 'number',
        min: 0,
        under: 'import.videoChannelSynchronization.enabled',
      },
    },
  },
  {
    id: 'archives',
    fields: {
      'import.users.enabled': toggle,
      'export.users.enabled': toggle,
      'export.users.maxUserVideoQuota': {
        kind: 'limit',
        none: -1,
        measure: 'bytes',
        under: 'export.users.enabled',
      },
      'export.users.exportExpiration': {
        kind: 'limit',
        none: -1,
        measure: 'duration',
        under: 'export.users.enabled',
      },
    },
  },
]

const customization: SettingGroup[] = [
  {
    id: 'interface',
    fields: {
      'theme.default': { kind: 'known-choice', of: 'themes' },
      'client.header.hideInstanceName': toggle,
      'client.videos.miniature.preferAuthorDisplayName': toggle,
      'client.menu.login.redirectOnSingleExternalAuth': toggle,
    },
  },
  {
    id: 'colours',
    fields: {
      'theme.customization.primaryColor': colour,
      'theme.customization.onPrimaryColor': colour,
      'theme.customization.foregroundColor': colour,
      'theme.customization.backgroundColor': colour,
      'theme.customization.backgroundSecondaryColor': colour,
      'theme.customization.menuForegroundColor': colour,
      'theme.customization.menuBackgroundColor': colour,
      'theme.customization.menuBorderRadius': { kind: 'radius' },
      'theme.customization.headerForegroundColor': colour,
      'theme.customization.headerBackgroundColor': colour,
      'theme.customization.inputBorderRadius': { kind: 'radius' },
    },
  },
  {
    id: 'code',
    fields: {
      'instance.customizations.css': { kind: 'lines', rows: 10, format: 'code' },
      'instance.customizations.javascript': { kind: 'lines', rows: 10, format: 'code' },
    },
  },
]

const vod: SettingGroup[] = [
  {
    id: 'transcoding',
    fields: {
      'transcoding.enabled': toggle,
      'transcoding.hls.enabled': { ...toggle, under: 'transcoding.enabled' },
      'transcoding.hls.splitAudioAndVideo': { ...toggle, under: 'transcoding.hls.enabled' },
      'transcoding.webVideos.enabled': { ...toggle, under: 'transcoding.enabled' },
      'transcoding.originalFile.keep': { ...toggle, under: 'transcoding.enabled' },
      'transcoding.allowAdditionalExtensions': { ...toggle, under: 'transcoding.enabled' },
      'transcoding.allowAudioFiles': { ...toggle, under: 'transcoding.enabled' },
    },
  },
  {
    id: 'ladder',
    fields: {
      'transcoding.resolutions.0p': resolution('transcoding.enabled'),
      'transcoding.resolutions.144p': resolution('transcoding.enabled'),
      'transcoding.resolutions.240p': resolution('transcoding.enabled'),
      'transcoding.resolutions.360p': resolution('transcoding.enabled'),
      'transcoding.resolutions.480p': resolution('transcoding.enabled'),
      'transcoding.resolutions.720p': resolution('transcoding.enabled'),
      'transcoding.resolutions.1080p': resolution('transcoding.enabled'),
      'transcoding.resolutions.1440p': resolution('transcoding.enabled'),
      'transcoding.resolutions.2160p': resolution('transcoding.enabled'),
      'transcoding.alwaysTranscodeOriginalResolution': { ...toggle, under: 'transcoding.enabled' },
      'transcoding.alwaysTranscodePodcastOptimizedAudio': { ...toggle, under: 'transcoding.enabled' },
      'transcoding.fps.max': { kind: 'limit', none: null, measure: 'count', under: 'transcoding.enabled' },
    },
  },
  {
    id: 'work',
    fields: {
      'transcoding.concurrency': { kind: 'number', min: 1 },
      'transcoding.threads': { kind: 'number', min: 0 },
      'transcoding.profile': { kind: 'known-choice', of: 'profiles' },
      'transcoding.remoteRunners.enabled': { ...toggle, under: 'transcoding.enabled' },
    },
  },
  {
    id: 'studio',
    fields: {
      'videoStudio.enabled': { ...toggle, under: 'transcoding.enabled' },
      'videoStudio.remoteRunners.enabled': { ...toggle, under: 'videoStudio.enabled' },
    },
  },
  {
    id: 'storyboards',
    fields: {
      'storyboards.enabled': toggle,
      'storyboards.remoteRunners.enabled': { ...toggle, under: 'storyboards.enabled' },
    },
  },
  {
    id: 'transcription',
    fields: {
      'videoTranscription.enabled': toggle,
      'videoTranscription.remoteRunners.enabled': { ...toggle, under: 'videoTranscription.enabled' },
    },
  },
]

const live: SettingGroup[] = [
  {
    id: 'live',
    fields: {
      'live.enabled': toggle,
      'live.allowReplay': { ...toggle, under: 'live.enabled' },
      'defaults.live.saveReplay': { ...toggle, under: 'live.allowReplay' },
      'live.latencySetting.enabled': { ...toggle, under: 'live.enabled' },
      'live.maxDuration': { kind: 'limit', none: -1, measure: 'duration', under: 'live.enabled' },
      'live.maxInstanceLives': { kind: 'limit', none: -1, measure: 'count', under: 'live.enabled' },
      'live.maxUserLives': { kind: 'limit', none: -1, measure: 'count', under: 'live.enabled' },
      'live.dvr.maxWindow': { kind: 'limit', none: null, measure: 'duration', under: 'live.enabled' },
    },
  },
  {
    id: 'live-transcoding',
    fields: {
      'live.transcoding.enabled': { ...toggle, under: 'live.enabled' },
      'live.transcoding.resolutions.144p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.240p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.360p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.480p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.720p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.1080p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.1440p': resolution('live.transcoding.enabled'),
      'live.transcoding.resolutions.2160p': resolution('live.transcoding.enabled'),
      'live.transcoding.alwaysTranscodeOriginalResolution': { ...toggle, under: 'live.transcoding.enabled' },
      'live.transcoding.fps.max': { kind: 'limit', none: null, measure: 'count', under: 'live.transcoding.enabled' },
      'live.transcoding.threads': { kind: 'number', min: 0, under: 'live.transcoding.enabled' },
      'live.transcoding.profile': { kind: 'known-choice', of: 'live-profiles', under: 'live.transcoding.enabled' },
      'live.transcoding.remoteRunners.enabled': { ...toggle, under: 'live.transcoding.enabled' },
    },
  },
]

const advanced: SettingGroup[] = [
  {
    id: 'federation',
    fields: {
      'followers.instance.enabled': toggle,
      'followers.instance.manualApproval': { ...toggle, under: 'followers.instance.enabled' },
      'followers.channels.enabled': toggle,
      'followings.instance.autoFollowBack.enabled': toggle,
      'followings.instance.autoFollowIndex.enabled': toggle,
      'followings.instance.autoFollowIndex.indexUrl': {
        ...link,
        under: 'followings.instance.autoFollowIndex.enabled',
      },
    },
  },
  {
    id: 'search',
    fields: {
      'search.remoteUri.users': toggle,
      'search.remoteUri.anonymous': toggle,
      'search.searchIndex.enabled': { ...toggle, under: 'search.remoteUri.users' },
      'search.searchIndex.url': { ...link, under: 'search.searchIndex.enabled' },
      'search.searchIndex.isDefaultSearch': { ...toggle, under: 'search.searchIndex.enabled' },
      'search.searchIndex.disableLocalSearch': { ...toggle, under: 'search.searchIndex.enabled' },
    },
  },
  {
    id: 'mails',
    fields: {
      'email.subject.prefix': { kind: 'text' },
      'email.body.signature': { kind: 'lines', rows: 3 },
    },
  },
]

/** Every member of the custom configuration, once. */
export const sections: Readonly<Record<SectionId, readonly SettingGroup[]>> = {
  information,
  general,
  customization,
  vod,
  live,
  advanced,
}

/** The fields of a group in order. */
export const fieldsOf = (group: SettingGroup): Array<[SettingPath, SettingField]> =>
  Object.entries(group.fields) as Array<[SettingPath, SettingField]>
