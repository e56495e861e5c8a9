import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { enabled } from './common.ts'
import { themeCustomization } from './theme-customization.ts'

export const ConfigResolutions = define(() =>
  z.strictObject({
    /** Not of lives. */
    '0p': z.boolean().optional(),
    '144p': z.boolean(),
    '240p': z.boolean(),
    '360p': z.boolean(),
    '480p': z.boolean(),
    '720p': z.boolean(),
    '1080p': z.boolean(),
    '1440p': z.boolean(),
    '2160p': z.boolean(),
  }),
)
export type ConfigResolutions = Infer<typeof ConfigResolutions>

export const ServerConfigCustom = define(() =>
  z.strictObject({
    instance: z.strictObject({
      name: z.string(),
      shortDescription: z.string(),
      description: z.string(),
      terms: z.string(),
      codeOfConduct: z.string(),
      creationReason: z.string(),
      moderationInformation: z.string(),
      administrator: z.string(),
      maintenanceLifetime: z.string(),
      businessModel: z.string(),
      hardwareInformation: z.string(),
      languages: z.array(z.string()),
      categories: z.array(z.number()),
      isNSFW: z.boolean(),
      defaultNSFWPolicy: z.string(),
      serverCountry: z.string(),
      support: z.strictObject({
        text: z.string(),
      }),
      social: z.strictObject({
        externalLink: z.string(),
        mastodonLink: z.string(),
        blueskyLink: z.string(),
        xLink: z.string(),
      }),
      defaultClientRoute: z.string(),
      customizations: z.strictObject({
        javascript: z.string(),
        css: z.string(),
      }),
      defaultLanguage: z.string(),
    }),
    theme: z.strictObject({
      default: z.string(),
      customization: themeCustomization(),
    }),
    services: z.strictObject({
      twitter: z.strictObject({
        username: z.string(),
      }),
    }),
    signup: z.strictObject({
      enabled: z.boolean(),
      limit: z.int(),
      requiresEmailVerification: z.boolean(),
      requiresApproval: z.boolean(),
      minimumAge: z.number(),
    }),
    admin: z.strictObject({
      email: z.string(),
    }),
    contactForm: enabled(),
    user: z.strictObject({
      videoQuota: z.int(),
      videoQuotaDaily: z.int(),
      history: z.strictObject({
        videos: enabled(),
      }),
      defaultChannelName: z.string(),
    }),
    transcoding: z.strictObject({
      enabled: z.boolean(),
      originalFile: z.strictObject({
        keep: z.boolean(),
      }),
      allowAdditionalExtensions: z.boolean(),
      allowAudioFiles: z.boolean(),
      threads: z.int(),
      concurrency: z.number(),
      profile: z.string(),
      resolutions: ConfigResolutions(),
      hls: z.strictObject({
        enabled: z.boolean(),
        splitAudioAndVideo: z.boolean(),
      }),
      remoteRunners: enabled(),
      alwaysTranscodeOriginalResolution: z.boolean(),
      alwaysTranscodePodcastOptimizedAudio: z.boolean(),
      fps: z.strictObject({
        max: z.number().nullable(),
      }),
      webVideos: enabled(),
    }),
    import: z.strictObject({
      videos: z.strictObject({
        http: enabled(),
        torrent: enabled(),
        concurrency: z.number(),
      }),
      videoChannelSynchronization: z.strictObject({
        enabled: z.boolean(),
        maxPerUser: z.number(),
      }),
      users: enabled(),
    }),
    autoBlacklist: z.strictObject({
      videos: z.strictObject({
        ofUsers: enabled(),
      }),
    }),
    blocklist: z.strictObject({
      publicLog: enabled(),
    }),
    followers: z.strictObject({
      instance: z.strictObject({
        enabled: z.boolean(),
        manualApproval: z.boolean(),
      }),
      channels: enabled(),
    }),
    defaults: z.strictObject({
      publish: z.strictObject({
        downloadEnabled: z.boolean(),
        commentsPolicy: z.int(),
        privacy: z.int(),
        licence: z.int().nullable(),
      }),
      p2p: z.strictObject({
        webapp: enabled(),
        embed: enabled(),
      }),
      player: z.strictObject({
        autoPlay: z.boolean(),
        theme: z.enum(['galaxy', 'lucide']),
      }),
      live: z.strictObject({
        saveReplay: z.boolean(),
      }),
    }),
    client: z.strictObject({
      header: z.strictObject({
        hideInstanceName: z.boolean(),
      }),
      videos: z.strictObject({
        miniature: z.strictObject({
          preferAuthorDisplayName: z.boolean(),
        }),
      }),
      browseVideos: z.strictObject({
        defaultSort: z.string(),
        defaultScope: z.string(),
      }),
      menu: z.strictObject({
        login: z.strictObject({
          redirectOnSingleExternalAuth: z.boolean(),
        }),
      }),
    }),
    email: z.strictObject({
      body: z.strictObject({
        signature: z.string(),
      }),
      subject: z.strictObject({
        prefix: z.string(),
      }),
    }),
    videoChannels: z.strictObject({
      maxPerUser: z.number(),
    }),
    live: z.strictObject({
      enabled: z.boolean(),
      allowReplay: z.boolean(),
      latencySetting: enabled(),
      maxDuration: z.number(),
      maxInstanceLives: z.number().nullable(),
      maxUserLives: z.number().nullable(),
      transcoding: z.strictObject({
        enabled: z.boolean(),
        remoteRunners: enabled(),
        threads: z.number(),
        profile: z.string(),
        resolutions: ConfigResolutions(),
        alwaysTranscodeOriginalResolution: z.boolean(),
        fps: z.strictObject({
          max: z.number().nullable(),
        }),
      }),
      dvr: z.strictObject({
        maxWindow: z.number().nullable(),
      }),
    }),
    videoStudio: z.strictObject({
      enabled: z.boolean(),
      remoteRunners: enabled(),
    }),
    videoTranscription: z.strictObject({
      enabled: z.boolean(),
      remoteRunners: enabled(),
    }),
    videoFile: z.strictObject({
      update: enabled(),
    }),
    export: z.strictObject({
      users: z.strictObject({
        enabled: z.boolean(),
        maxUserVideoQuota: z.number(),
        exportExpiration: z.number(),
      }),
    }),
    trending: z.strictObject({
      videos: z.strictObject({
        algorithms: z.strictObject({
          enabled: z.array(z.string()),
          default: z.string(),
        }),
      }),
    }),
    followings: z.strictObject({
      instance: z.strictObject({
        autoFollowBack: enabled(),
        autoFollowIndex: z.strictObject({
          enabled: z.boolean(),
          indexUrl: z.string(),
        }),
      }),
    }),
    broadcastMessage: z.strictObject({
      enabled: z.boolean(),
      message: z.string(),
      level: z.enum(['info', 'warning', 'error']),
      dismissable: z.boolean(),
    }),
    search: z.strictObject({
      remoteUri: z.strictObject({
        users: z.boolean(),
        anonymous: z.boolean(),
      }),
      searchIndex: z.strictObject({
        enabled: z.boolean(),
        url: z.string(),
        disableLocalSearch: z.boolean(),
        isDefaultSearch: z.boolean(),
      }),
    }),
    storyboards: z.strictObject({
      enabled: z.boolean(),
      remoteRunners: enabled(),
    }),
    videoComments: z.strictObject({
      acceptRemoteComments: z.boolean(),
    }),
  }),
)
export type ServerConfigCustom = Infer<typeof ServerConfigCustom>
