import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { ActorImage } from './actors.ts'

export const FileConstraints = define(() =>
  z.strictObject({
    size: z.strictObject({
      max: z.number(),
    }),
    extensions: z.array(z.string()),
  }),
)
export type FileConstraints = Infer<typeof FileConstraints>

export const ClientScriptJSON = define(() =>
  z.strictObject({
    script: z.string(),
    scopes: z.array(
      z.enum([
        'common',
        'video-watch',
        'search',
        'signup',
        'login',
        'embed',
        'video-edit',
        'admin-plugin',
        'my-library',
        'video-channel',
        'my-account',
        'admin-users',
        'admin-comments',
        'moderation',
      ]),
    ),
  }),
)
export type ClientScriptJSON = Infer<typeof ClientScriptJSON>

export const ServerConfigPlugin = define(() =>
  z.strictObject({
    name: z.string(),
    npmName: z.string(),
    version: z.string(),
    description: z.string(),
    clientScripts: z.record(z.string(), ClientScriptJSON()),
  }),
)
export type ServerConfigPlugin = Infer<typeof ServerConfigPlugin>

export const ServerConfigTheme = define(() =>
  z.strictObject({
    css: z.array(z.string()),
    name: z.string(),
    npmName: z.string(),
    version: z.string(),
    description: z.string(),
    clientScripts: z.record(z.string(), ClientScriptJSON()),
  }),
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
    instance: z
      .strictObject({
        name: z.string().optional(),
        shortDescription: z.string().optional(),
        defaultClientRoute: z.string().optional(),
        isNSFW: z.boolean().optional(),
        defaultNSFWPolicy: z.string().optional(),
        serverCountry: z.string().optional(),
        defaultLanguage: z.string().optional(),
        support: z
          .strictObject({
            text: z.string().optional(),
          })
          .optional(),
        social: z
          .strictObject({
            externalLink: z.string().optional(),
            mastodonLink: z.string().optional(),
            blueskyLink: z.string().optional(),
            xLink: z.string().optional(),
          })
          .optional(),
        customizations: z
          .strictObject({
            javascript: z.string().optional(),
            css: z.string().optional(),
          })
          .optional(),
        avatars: z.array(ActorImage()).optional(),
        banners: z.array(ActorImage()).optional(),
        logo: z
          .array(
            z.strictObject({
              type: z.enum(['favicon', 'header-wide', 'header-square', 'opengraph']),
              width: z.number().nullable(),
              height: z.number().nullable(),
              fileUrl: z.string(),
              isFallback: z.boolean(),
            }),
          )
          .optional(),
      })
      .optional(),
    search: z
      .strictObject({
        remoteUri: z
          .strictObject({
            users: z.boolean().optional(),
            anonymous: z.boolean().optional(),
          })
          .optional(),
        searchIndex: z
          .strictObject({
            enabled: z.boolean(),
            url: z.string(),
            disableLocalSearch: z.boolean(),
            isDefaultSearch: z.boolean(),
          })
          .optional(),
      })
      .optional(),
    plugin: z
      .strictObject({
        registered: z.array(ServerConfigPlugin()).optional(),
        registeredExternalAuths: z.array(RegisteredExternalAuthConfig()).optional(),
        registeredIdAndPassAuths: z.array(RegisteredIdAndPassAuthConfig()).optional(),
      })
      .optional(),
    theme: z
      .strictObject({
        registered: z.array(ServerConfigTheme()).optional(),
        builtIn: z
          .array(
            z.strictObject({
              name: z.enum(['peertube-core-light-beige', 'peertube-core-dark-brown']),
            }),
          )
          .optional(),
        default: z.string().optional(),
        customization: z
          .strictObject({
            primaryColor: z.string().nullable(),
            onPrimaryColor: z.string().nullable(),
            foregroundColor: z.string().nullable(),
            backgroundColor: z.string().nullable(),
            backgroundSecondaryColor: z.string().nullable(),
            menuForegroundColor: z.string().nullable(),
            menuBackgroundColor: z.string().nullable(),
            menuBorderRadius: z.string().nullable(),
            headerForegroundColor: z.string().nullable(),
            headerBackgroundColor: z.string().nullable(),
            inputBorderRadius: z.string().nullable(),
          })
          .optional(),
      })
      .optional(),
    email: z
      .strictObject({
        enabled: z.boolean().optional(),
      })
      .optional(),
    contactForm: z
      .strictObject({
        enabled: z.boolean().optional(),
      })
      .optional(),
    serverVersion: z.string().optional(),
    serverCommit: z.string().optional(),
    signup: z
      .strictObject({
        allowed: z.boolean().optional(),
        allowedForCurrentIP: z.boolean().optional(),
        requiresEmailVerification: z.boolean().optional(),
        requiresApproval: z.boolean().optional(),
        minimumAge: z.number().optional(),
      })
      .optional(),
    transcoding: z
      .strictObject({
        hls: z
          .strictObject({
            enabled: z.boolean().optional(),
            splitAudioAndVideo: z.boolean().optional(),
          })
          .optional(),
        web_videos: z
          .strictObject({
            enabled: z.boolean().optional(),
          })
          .optional(),
        enabledResolutions: z.array(z.int()).optional(),
        profile: z.string().optional(),
        availableProfiles: z.array(z.string()).optional(),
        remoteRunners: z
          .strictObject({
            enabled: z.boolean(),
          })
          .optional(),
        alwaysTranscodeOriginalResolution: z.boolean().optional(),
        alwaysTranscodePodcastOptimizedAudio: z.boolean().optional(),
      })
      .optional(),
    import: z
      .strictObject({
        videos: z
          .strictObject({
            http: z
              .strictObject({
                enabled: z.boolean().optional(),
              })
              .optional(),
            torrent: z
              .strictObject({
                enabled: z.boolean().optional(),
              })
              .optional(),
          })
          .optional(),
        videoChannelSynchronization: z
          .strictObject({
            enabled: z.boolean().optional(),
          })
          .optional(),
        users: z
          .strictObject({
            enabled: z.boolean().optional(),
          })
          .optional(),
      })
      .optional(),
    export: z
      .strictObject({
        users: z
          .strictObject({
            enabled: z.boolean().optional(),
            exportExpiration: z.number().optional(),
            maxUserVideoQuota: z.number().optional(),
          })
          .optional(),
      })
      .optional(),
    autoBlacklist: z
      .strictObject({
        videos: z
          .strictObject({
            ofUsers: z
              .strictObject({
                enabled: z.boolean().optional(),
              })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    blocklist: z
      .strictObject({
        publicLog: z
          .strictObject({
            enabled: z.boolean().optional(),
          })
          .optional(),
      })
      .optional(),
    avatar: z
      .strictObject({
        file: z
          .strictObject({
            size: z
              .strictObject({
                max: z.int().optional(),
              })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    video: z
      .strictObject({
        image: z
          .strictObject({
            extensions: z.array(z.string()).optional(),
            size: z
              .strictObject({
                max: z.int().optional(),
              })
              .optional(),
          })
          .optional(),
        file: z
          .strictObject({
            extensions: z.array(z.string()).optional(),
          })
          .optional(),
      })
      .optional(),
    videoCaption: z
      .strictObject({
        file: z
          .strictObject({
            size: z
              .strictObject({
                max: z.int().optional(),
              })
              .optional(),
            extensions: z.array(z.string()).optional(),
          })
          .optional(),
      })
      .optional(),
    user: z
      .strictObject({
        videoQuota: z.int().optional(),
        videoQuotaDaily: z.int().optional(),
      })
      .optional(),
    trending: z
      .strictObject({
        videos: z
          .strictObject({
            intervalDays: z.int().optional(),
            algorithms: z
              .strictObject({
                enabled: z.array(z.string()),
                default: z.string(),
              })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    tracker: z
      .strictObject({
        enabled: z.boolean().optional(),
      })
      .optional(),
    followings: z
      .strictObject({
        instance: z
          .strictObject({
            autoFollowIndex: z
              .strictObject({
                indexUrl: z.string().optional(),
              })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    federation: z
      .strictObject({
        enabled: z.boolean().optional(),
      })
      .optional(),
    homepage: z
      .strictObject({
        enabled: z.boolean().optional(),
      })
      .optional(),
    openTelemetry: z
      .strictObject({
        metrics: z
          .strictObject({
            enabled: z.boolean().optional(),
            playbackStatsInterval: z.number().optional(),
          })
          .optional(),
      })
      .optional(),
    views: z
      .strictObject({
        videos: z
          .strictObject({
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
          })
          .optional(),
      })
      .optional(),
    client: z
      .strictObject({
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
      })
      .optional(),
    defaults: z
      .strictObject({
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
          webapp: z.strictObject({
            enabled: z.boolean(),
          }),
          embed: z.strictObject({
            enabled: z.boolean(),
          }),
        }),
        player: z.strictObject({
          theme: z.enum(['galaxy', 'lucide']),
          autoPlay: z.boolean(),
        }),
      })
      .optional(),
    webadmin: z
      .strictObject({
        configuration: z.strictObject({
          edition: z.strictObject({
            allowed: z.boolean(),
          }),
        }),
      })
      .optional(),
    live: z
      .strictObject({
        enabled: z.boolean(),
        allowReplay: z.boolean(),
        dvr: z.strictObject({
          maxWindow: z.number(),
        }),
        latencySetting: z.strictObject({
          enabled: z.boolean(),
        }),
        maxDuration: z.number(),
        maxInstanceLives: z.number(),
        maxUserLives: z.number(),
        transcoding: z.strictObject({
          enabled: z.boolean(),
          remoteRunners: z.strictObject({
            enabled: z.boolean(),
          }),
          enabledResolutions: z.array(z.number()),
          profile: z.string(),
          availableProfiles: z.array(z.string()),
        }),
        rtmp: z.strictObject({
          port: z.number(),
        }),
      })
      .optional(),
    videoStudio: z
      .strictObject({
        enabled: z.boolean(),
        remoteRunners: z.strictObject({
          enabled: z.boolean(),
        }),
      })
      .optional(),
    videoFile: z
      .strictObject({
        update: z.strictObject({
          enabled: z.boolean(),
        }),
      })
      .optional(),
    banner: z
      .strictObject({
        file: FileConstraints(),
      })
      .optional(),
    logo: z
      .strictObject({
        file: FileConstraints(),
      })
      .optional(),
    videoChannels: z
      .strictObject({
        maxPerUser: z.number(),
      })
      .optional(),
    broadcastMessage: z
      .strictObject({
        enabled: z.boolean(),
        message: z.string(),
        level: z.enum(['info', 'warning', 'error']),
        dismissable: z.boolean(),
      })
      .optional(),
    storyboards: z
      .strictObject({
        enabled: z.boolean(),
        remoteRunners: z.strictObject({
          enabled: z.boolean(),
        }),
      })
      .optional(),
    videoTranscription: z
      .strictObject({
        enabled: z.boolean(),
        remoteRunners: z.strictObject({
          enabled: z.boolean(),
        }),
      })
      .optional(),
    webrtc: z
      .strictObject({
        stunServers: z.array(z.string()),
      })
      .optional(),
    nsfwFlagsSettings: z
      .strictObject({
        enabled: z.boolean(),
      })
      .optional(),
    fieldsConstraints: z
      .strictObject({
        users: z.strictObject({
          password: z.strictObject({
            minLength: z.number(),
            maxLength: z.number(),
          }),
        }),
      })
      .optional(),
  }),
)
export type ServerConfig = Infer<typeof ServerConfig>

export const ServerConfigAbout = define(() =>
  z.strictObject({
    instance: z
      .strictObject({
        name: z.string().optional(),
        shortDescription: z.string().optional(),
        description: z.string().optional(),
        terms: z.string().optional(),
        codeOfConduct: z.string().optional(),
        hardwareInformation: z.string().optional(),
        creationReason: z.string().optional(),
        moderationInformation: z.string().optional(),
        administrator: z.string().optional(),
        maintenanceLifetime: z.string().optional(),
        businessModel: z.string().optional(),
        languages: z.array(z.string()).optional(),
        categories: z.array(z.int()).optional(),
        avatars: z.array(ActorImage()).optional(),
        banners: z.array(ActorImage()).optional(),
      })
      .optional(),
  }),
)
export type ServerConfigAbout = Infer<typeof ServerConfigAbout>

export const CustomHomepage = define(() =>
  z.strictObject({
    content: z.string().optional(),
  }),
)
export type CustomHomepage = Infer<typeof CustomHomepage>
