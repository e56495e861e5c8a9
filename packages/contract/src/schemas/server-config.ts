import { z } from 'zod'
import { builtInThemes } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { enabled } from './common.ts'
import { ActorImage } from './actors.ts'
import { themeCustomization } from './theme-customization.ts'

export const FileConstraints = define(() =>
  z.strictObject({
    size: z.strictObject({
      max: z.number(),
    }),
    extensions: z.array(z.string()),
  }),
)
export type FileConstraints = Infer<typeof FileConstraints>

export const ClientScriptJSON = define(() => z.strictObject({ script: z.string(), scopes: z.array(z.string()) }))
export type ClientScriptJSON = Infer<typeof ClientScriptJSON>

export const ServerConfigPlugin = define(() =>
  z.strictObject({
    name: z.string(),
    npmName: z.string(),
    version: z.string(),
    description: z.string().nullable(),
    clientScripts: z.record(z.string(), ClientScriptJSON()),
  }),
)
export type ServerConfigPlugin = Infer<typeof ServerConfigPlugin>

export const ServerConfigTheme = define(() =>
  z.strictObject({ ...ServerConfigPlugin().shape, css: z.array(z.string()) }),
)
export type ServerConfigTheme = Infer<typeof ServerConfigTheme>

export const RegisteredExternalAuthConfig = define(() =>
  z.strictObject({
    npmName: z.string(),
    name: z.string(),
    version: z.string(),
    authName: z.string(),
    authDisplayName: z.string(),
  }),
)
export type RegisteredExternalAuthConfig = Infer<typeof RegisteredExternalAuthConfig>

export const RegisteredIdAndPassAuthConfig = define(() =>
  z.strictObject({
    npmName: z.string(),
    name: z.string(),
    version: z.string(),
    authName: z.string(),
    weight: z.number(),
  }),
)
export type RegisteredIdAndPassAuthConfig = Infer<typeof RegisteredIdAndPassAuthConfig>

export const ServerConfig = define(() =>
  z.strictObject({
    instance: z.strictObject({
      name: z.string(),
      shortDescription: z.string(),
      defaultClientRoute: z.string(),
      isNSFW: z.boolean(),
      defaultNSFWPolicy: z.string(),
      serverCountry: z.string(),
      defaultLanguage: z.string(),
      support: z.strictObject({
        text: z.string(),
      }),
      social: z.strictObject({
        externalLink: z.string(),
        mastodonLink: z.string(),
        blueskyLink: z.string(),
        xLink: z.string(),
      }),
      customizations: z.strictObject({
        javascript: z.string(),
        css: z.string(),
      }),
      avatars: z.array(ActorImage()),
      banners: z.array(ActorImage()),
      logo: z.array(
        z.strictObject({
          type: z.enum(['favicon', 'header-wide', 'header-square', 'opengraph']),
          width: z.number().nullable(),
          height: z.number().nullable(),
          fileUrl: z.string(),
          isFallback: z.boolean(),
        }),
      ),
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
    plugin: z.strictObject({
      registered: z.array(ServerConfigPlugin()),
      registeredExternalAuths: z.array(RegisteredExternalAuthConfig()),
      registeredIdAndPassAuths: z.array(RegisteredIdAndPassAuthConfig()),
    }),
    theme: z.strictObject({
      registered: z.array(ServerConfigTheme()),
      builtIn: z.array(
        z.strictObject({
          name: z.enum(builtInThemes),
        }),
      ),
      default: z.string(),
      customization: themeCustomization(),
    }),
    email: enabled(),
    contactForm: enabled(),
    serverVersion: z.string(),
    serverCommit: z.string().optional(),
    signup: z.strictObject({
      allowed: z.boolean(),
      allowedForCurrentIP: z.boolean(),
      requiresEmailVerification: z.boolean(),
      requiresApproval: z.boolean(),
      minimumAge: z.number(),
    }),
    transcoding: z.strictObject({
      hls: z.strictObject({
        enabled: z.boolean(),
        splitAudioAndVideo: z.boolean(),
      }),
      web_videos: enabled(),
      enabledResolutions: z.array(z.int()),
      profile: z.string(),
      availableProfiles: z.array(z.string()),
      remoteRunners: enabled(),
      alwaysTranscodeOriginalResolution: z.boolean(),
      alwaysTranscodePodcastOptimizedAudio: z.boolean(),
    }),
    import: z.strictObject({
      videos: z.strictObject({
        http: enabled(),
        torrent: enabled(),
      }),
      videoChannelSynchronization: enabled(),
      users: enabled(),
    }),
    export: z.strictObject({
      users: z.strictObject({
        enabled: z.boolean(),
        exportExpiration: z.number(),
        maxUserVideoQuota: z.number(),
      }),
    }),
    autoBlacklist: z.strictObject({
      videos: z.strictObject({
        ofUsers: enabled(),
      }),
    }),
    blocklist: z.strictObject({
      publicLog: enabled(),
    }),
    avatar: z.strictObject({
      file: FileConstraints(),
    }),
    video: z.strictObject({
      image: z.strictObject({
        extensions: z.array(z.string()),
        size: z.strictObject({
          max: z.int(),
        }),
      }),
      file: z.strictObject({
        extensions: z.array(z.string()),
      }),
    }),
    videoCaption: z.strictObject({
      file: z.strictObject({
        size: z.strictObject({
          max: z.int(),
        }),
        extensions: z.array(z.string()),
      }),
    }),
    user: z.strictObject({
      videoQuota: z.int(),
      videoQuotaDaily: z.int(),
    }),
    trending: z.strictObject({
      videos: z.strictObject({
        intervalDays: z.int(),
        algorithms: z.strictObject({
          enabled: z.array(z.string()),
          default: z.string(),
        }),
      }),
    }),
    tracker: enabled(),
    followings: z.strictObject({
      instance: z.strictObject({
        autoFollowIndex: z.strictObject({
          indexUrl: z.string(),
        }),
      }),
    }),
    federation: enabled(),
    homepage: enabled(),
    openTelemetry: z.strictObject({
      metrics: z.strictObject({
        enabled: z.boolean(),
        playbackStatsInterval: z.number(),
      }),
    }),
    views: z.strictObject({
      videos: z.strictObject({
        remote: z.strictObject({
          maxAge: z.number(),
        }),
        local: z.strictObject({
          maxAge: z.number(),
        }),
        watchingInterval: z.strictObject({
          anonymous: z.number(),
          users: z.number(),
        }),
      }),
    }),
    client: z.strictObject({
      newFeaturesInfo: z.boolean(),
      header: z.strictObject({
        hideInstanceName: z.boolean(),
      }),
      videos: z.strictObject({
        miniature: z.strictObject({
          preferAuthorDisplayName: z.boolean(),
        }),
        resumableUpload: z.strictObject({
          maxChunkSize: z.number().nullable(),
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
      openInApp: z.strictObject({
        android: z.strictObject({
          intent: z.strictObject({
            enabled: z.boolean(),
            host: z.string(),
            scheme: z.string(),
            fallbackUrl: z.string(),
          }),
        }),
        ios: z.strictObject({
          enabled: z.boolean(),
          host: z.string(),
          scheme: z.string(),
          fallbackUrl: z.string(),
        }),
      }),
    }),
    defaults: z.strictObject({
      publish: z.strictObject({
        downloadEnabled: z.boolean(),
        commentsPolicy: z.int(),
        privacy: z.int(),
        licence: z.number().nullable(),
      }),
      live: z.strictObject({
        saveReplay: z.boolean(),
      }),
      p2p: z.strictObject({
        webapp: enabled(),
        embed: enabled(),
      }),
      player: z.strictObject({
        theme: z.enum(['galaxy', 'lucide']),
        autoPlay: z.boolean(),
      }),
    }),
    webadmin: z.strictObject({
      configuration: z.strictObject({
        edition: z.strictObject({
          allowed: z.boolean(),
        }),
      }),
    }),
    live: z.strictObject({
      enabled: z.boolean(),
      allowReplay: z.boolean(),
      dvr: z.strictObject({
        maxWindow: z.number().nullable(),
      }),
      latencySetting: enabled(),
      maxDuration: z.number(),
      maxInstanceLives: z.number().nullable(),
      maxUserLives: z.number().nullable(),
      transcoding: z.strictObject({
        enabled: z.boolean(),
        remoteRunners: enabled(),
        enabledResolutions: z.array(z.number()),
        profile: z.string(),
        availableProfiles: z.array(z.string()),
      }),
      rtmp: z.strictObject({
        port: z.number(),
      }),
    }),
    videoStudio: z.strictObject({
      enabled: z.boolean(),
      remoteRunners: enabled(),
    }),
    videoFile: z.strictObject({
      update: enabled(),
    }),
    banner: z.strictObject({
      file: FileConstraints(),
    }),
    logo: z.strictObject({
      file: FileConstraints(),
    }),
    videoChannels: z.strictObject({
      maxPerUser: z.number(),
    }),
    broadcastMessage: z.strictObject({
      enabled: z.boolean(),
      message: z.string(),
      level: z.enum(['info', 'warning', 'error']),
      dismissable: z.boolean(),
    }),
    storyboards: z.strictObject({
      enabled: z.boolean(),
      remoteRunners: enabled(),
    }),
    videoTranscription: z.strictObject({
      enabled: z.boolean(),
      remoteRunners: enabled(),
    }),
    webrtc: z.strictObject({
      stunServers: z.array(z.string()),
    }),
    nsfwFlagsSettings: enabled(),
    fieldsConstraints: z.strictObject({
      users: z.strictObject({
        password: z.strictObject({
          minLength: z.number(),
          maxLength: z.number(),
        }),
      }),
    }),
  }),
)
export type ServerConfig = Infer<typeof ServerConfig>

export const ServerConfigAbout = define(() =>
  z.strictObject({
    instance: z.strictObject({
      name: z.string(),
      shortDescription: z.string(),
      description: z.string(),
      terms: z.string(),
      codeOfConduct: z.string(),
      hardwareInformation: z.string(),
      creationReason: z.string(),
      moderationInformation: z.string(),
      administrator: z.string(),
      maintenanceLifetime: z.string(),
      businessModel: z.string(),
      languages: z.array(z.string()),
      categories: z.array(z.int()),
      avatars: z.array(ActorImage()),
      banners: z.array(ActorImage()),
    }),
  }),
)
export type ServerConfigAbout = Infer<typeof ServerConfigAbout>

export const CustomHomepage = define(() =>
  z.strictObject({
    content: z.string(),
  }),
)
export type CustomHomepage = Infer<typeof CustomHomepage>
