import { z } from 'zod'
import { define, type Infer } from '../operation.ts'

export const ConfigResolutions = define(() =>
  z.strictObject({
    '0p': z.boolean(),
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
    instance: z
      .strictObject({
        name: z.string().optional(),
        shortDescription: z.string().optional(),
        description: z.string().optional(),
        terms: z.string().optional(),
        codeOfConduct: z.string().optional(),
        creationReason: z.string().optional(),
        moderationInformation: z.string().optional(),
        administrator: z.string().optional(),
        maintenanceLifetime: z.string().optional(),
        businessModel: z.string().optional(),
        hardwareInformation: z.string().optional(),
        languages: z.array(z.string()).optional(),
        categories: z.array(z.number()).optional(),
        isNSFW: z.boolean().optional(),
        defaultNSFWPolicy: z.string().optional(),
        serverCountry: z.string().optional(),
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
        defaultClientRoute: z.string().optional(),
        customizations: z
          .strictObject({
            javascript: z.string().optional(),
            css: z.string().optional(),
          })
          .optional(),
        defaultLanguage: z.string().optional(),
      })
      .optional(),
    theme: z
      .strictObject({
        default: z.string().optional(),
        customization: z
          .strictObject({
            primaryColor: z.string(),
            onPrimaryColor: z.string(),
            foregroundColor: z.string(),
            backgroundColor: z.string(),
            backgroundSecondaryColor: z.string(),
            menuForegroundColor: z.string(),
            menuBackgroundColor: z.string(),
            menuBorderRadius: z.string(),
            headerForegroundColor: z.string(),
            headerBackgroundColor: z.string(),
            inputBorderRadius: z.string(),
          })
          .optional(),
      })
      .optional(),
    services: z
      .strictObject({
        twitter: z
          .strictObject({
            username: z.string().optional(),
          })
          .optional(),
      })
      .optional(),
    signup: z
      .strictObject({
        enabled: z.boolean().optional(),
        limit: z.int().optional(),
        requiresEmailVerification: z.boolean().optional(),
        requiresApproval: z.boolean().optional(),
        minimumAge: z.number().optional(),
      })
      .optional(),
    admin: z
      .strictObject({
        email: z.string().optional(),
      })
      .optional(),
    contactForm: z
      .strictObject({
        enabled: z.boolean().optional(),
      })
      .optional(),
    user: z
      .strictObject({
        videoQuota: z.int().optional(),
        videoQuotaDaily: z.int().optional(),
        history: z
          .strictObject({
            videos: z.strictObject({
              enabled: z.boolean(),
            }),
          })
          .optional(),
        defaultChannelName: z.string().optional(),
      })
      .optional(),
    transcoding: z
      .strictObject({
        enabled: z.boolean().optional(),
        originalFile: z
          .strictObject({
            keep: z.boolean().optional(),
          })
          .optional(),
        allowAdditionalExtensions: z.boolean().optional(),
        allowAudioFiles: z.boolean().optional(),
        threads: z.int().optional(),
        concurrency: z.number().optional(),
        profile: z.literal('default').optional(),
        resolutions: z
          .strictObject({
            '0p': z.boolean().optional(),
            '144p': z.boolean().optional(),
            '240p': z.boolean().optional(),
            '360p': z.boolean().optional(),
            '480p': z.boolean().optional(),
            '720p': z.boolean().optional(),
            '1080p': z.boolean().optional(),
            '1440p': z.boolean().optional(),
            '2160p': z.boolean().optional(),
          })
          .optional(),
        hls: z
          .strictObject({
            enabled: z.boolean().optional(),
            splitAudioAndVideo: z.boolean().optional(),
          })
          .optional(),
        remoteRunners: z
          .strictObject({
            enabled: z.boolean(),
          })
          .optional(),
        alwaysTranscodeOriginalResolution: z.boolean().optional(),
        alwaysTranscodePodcastOptimizedAudio: z.boolean().optional(),
        fps: z
          .strictObject({
            max: z.number(),
          })
          .optional(),
        webVideos: z
          .strictObject({
            enabled: z.boolean(),
          })
          .optional(),
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
            concurrency: z.number().optional(),
          })
          .optional(),
        videoChannelSynchronization: z
          .strictObject({
            enabled: z.boolean(),
            maxPerUser: z.number(),
          })
          .optional(),
        users: z
          .strictObject({
            enabled: z.boolean(),
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
    followers: z
      .strictObject({
        instance: z
          .strictObject({
            enabled: z.boolean().optional(),
            manualApproval: z.boolean().optional(),
          })
          .optional(),
        channels: z
          .strictObject({
            enabled: z.boolean(),
          })
          .optional(),
      })
      .optional(),
    defaults: z
      .strictObject({
        publish: z
          .strictObject({
            downloadEnabled: z.boolean().optional(),
            commentsPolicy: z.int().optional(),
            privacy: z.int().optional(),
            licence: z.int().optional(),
          })
          .optional(),
        p2p: z
          .strictObject({
            webapp: z
              .strictObject({
                enabled: z.boolean().optional(),
              })
              .optional(),
            embed: z
              .strictObject({
                enabled: z.boolean().optional(),
              })
              .optional(),
          })
          .optional(),
        player: z
          .strictObject({
            autoPlay: z.boolean().optional(),
            theme: z.enum(['galaxy', 'lucide']).optional(),
          })
          .optional(),
        live: z
          .strictObject({
            saveReplay: z.boolean(),
          })
          .optional(),
      })
      .optional(),
    client: z
      .strictObject({
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
      })
      .optional(),
    email: z
      .strictObject({
        body: z.strictObject({
          signature: z.string(),
        }),
        subject: z.strictObject({
          prefix: z.string(),
        }),
      })
      .optional(),
    videoChannels: z
      .strictObject({
        maxPerUser: z.number(),
      })
      .optional(),
    live: z
      .strictObject({
        enabled: z.boolean(),
        allowReplay: z.boolean(),
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
          threads: z.number(),
          profile: z.string(),
          resolutions: ConfigResolutions(),
          alwaysTranscodeOriginalResolution: z.boolean(),
          fps: z.strictObject({
            max: z.number(),
          }),
        }),
        dvr: z.strictObject({
          maxWindow: z.number(),
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
    videoTranscription: z
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
    export: z
      .strictObject({
        users: z.strictObject({
          enabled: z.boolean(),
          maxUserVideoQuota: z.number(),
          exportExpiration: z.number(),
        }),
      })
      .optional(),
    trending: z
      .strictObject({
        videos: z.strictObject({
          algorithms: z.strictObject({
            enabled: z.array(z.string()),
            default: z.string(),
          }),
        }),
      })
      .optional(),
    followings: z
      .strictObject({
        instance: z.strictObject({
          autoFollowBack: z.strictObject({
            enabled: z.boolean(),
          }),
          autoFollowIndex: z.strictObject({
            enabled: z.boolean(),
            indexUrl: z.string(),
          }),
        }),
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
    search: z
      .strictObject({
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
    videoComments: z
      .strictObject({
        acceptRemoteComments: z.boolean(),
      })
      .optional(),
  }),
)
export type ServerConfigCustom = Infer<typeof ServerConfigCustom>
