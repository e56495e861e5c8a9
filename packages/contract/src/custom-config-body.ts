import { z } from 'zod'
import { nsfwPolicies, playerThemes } from './enums.ts'
import { commentsPolicy, videoPrivacy } from './fields.ts'
import { boolean, email, integer, nullable, largeInteger } from './lenient.ts'
import { define } from './operation.ts'

/** Must be there, whatever its value is. */
function present() {
  return z.unknown().refine((value) => value !== undefined, 'Missing.')
}

/** The members of the editable settings that must be sent; others are kept as sent (spec 02 §6.2). */
export const customConfigBody = define(() =>
  z.looseObject({
    instance: z.looseObject({
      name: present(),
      shortDescription: present(),
      description: present(),
      terms: present(),
      codeOfConduct: present(),
      creationReason: present(),
      moderationInformation: present(),
      administrator: present(),
      maintenanceLifetime: present(),
      businessModel: present(),
      hardwareInformation: present(),
      serverCountry: present(),
      support: z.looseObject({ text: present() }),
      social: z.looseObject({
        externalLink: present(),
        mastodonLink: present(),
        blueskyLink: present(),
        xLink: present(),
      }),
      defaultLanguage: present(),
      isNSFW: boolean(),
      languages: z.array(z.string()),
      categories: z.array(z.int()),
      defaultNSFWPolicy: z.enum(nsfwPolicies),
      defaultClientRoute: present(),
      customizations: z.looseObject({ css: present(), javascript: present() }),
    }),
    services: z.looseObject({ twitter: z.looseObject({ username: present() }) }),
    signup: z.looseObject({
      enabled: boolean(),
      limit: integer(),
      requiresEmailVerification: boolean(),
      requiresApproval: boolean(),
      minimumAge: integer(),
    }),
    admin: z.looseObject({ email: email() }),
    contactForm: z.looseObject({ enabled: boolean() }),
    user: z.looseObject({
      history: z.looseObject({ videos: z.looseObject({ enabled: boolean() }) }),
      videoQuota: largeInteger({ min: -1 }),
      videoQuotaDaily: largeInteger({ min: -1 }),
    }),
    videoChannels: z.looseObject({ maxPerUser: integer() }),
    transcoding: z.looseObject({
      enabled: boolean(),
      originalFile: z.looseObject({ keep: boolean() }),
      allowAdditionalExtensions: boolean(),
      threads: integer(),
      concurrency: integer({ min: 1 }),
      resolutions: z.looseObject({
        '0p': boolean(),
        '144p': boolean(),
        '240p': boolean(),
        '360p': boolean(),
        '480p': boolean(),
        '720p': boolean(),
        '1080p': boolean(),
        '1440p': boolean(),
        '2160p': boolean(),
      }),
      remoteRunners: z.looseObject({ enabled: boolean() }),
      alwaysTranscodeOriginalResolution: boolean(),
      fps: z.looseObject({ max: z.nullable(integer()) }),
      webVideos: z.looseObject({ enabled: boolean() }),
      hls: z.looseObject({ enabled: boolean() }),
    }),
    videoStudio: z.looseObject({ enabled: boolean(), remoteRunners: z.looseObject({ enabled: boolean() }) }),
    videoFile: z.looseObject({ update: z.looseObject({ enabled: boolean() }) }),
    import: z.looseObject({
      videos: z.looseObject({
        concurrency: integer({ min: 0 }),
        http: z.looseObject({ enabled: boolean() }),
        torrent: z.looseObject({ enabled: boolean() }),
      }),
      videoChannelSynchronization: z.looseObject({ enabled: boolean() }),
      users: z.looseObject({ enabled: boolean() }),
    }),
    export: z.looseObject({
      users: z.looseObject({ enabled: boolean(), maxUserVideoQuota: present(), exportExpiration: present() }),
    }),
    trending: z.looseObject({
      videos: z.looseObject({ algorithms: z.looseObject({ default: present(), enabled: present() }) }),
    }),
    followers: z.looseObject({
      instance: z.looseObject({ enabled: boolean(), manualApproval: boolean() }),
      channels: z.looseObject({ enabled: boolean() }),
    }),
    theme: z.looseObject({ default: z.string() }),
    broadcastMessage: z.looseObject({
      enabled: boolean(),
      message: present(),
      level: present(),
      dismissable: boolean(),
    }),
    blocklist: z.looseObject({ publicLog: z.looseObject({ enabled: boolean() }) }),
    live: z.looseObject({
      enabled: boolean(),
      allowReplay: boolean(),
      maxDuration: largeInteger(),
      maxInstanceLives: z.nullable(integer()),
      maxUserLives: z.nullable(integer()),
      transcoding: z.looseObject({
        enabled: boolean(),
        threads: integer(),
        resolutions: z.looseObject({
          '144p': boolean(),
          '240p': boolean(),
          '360p': boolean(),
          '480p': boolean(),
          '720p': boolean(),
          '1080p': boolean(),
          '1440p': boolean(),
          '2160p': boolean(),
        }),
        alwaysTranscodeOriginalResolution: boolean(),
        fps: z.looseObject({ max: z.nullable(integer()) }),
        remoteRunners: z.looseObject({ enabled: boolean() }),
      }),
      dvr: z.looseObject({ maxWindow: z.nullable(integer()) }),
    }),
    defaults: z.looseObject({
      live: z.looseObject({ saveReplay: boolean() }),
      publish: z.looseObject({
        commentsPolicy: commentsPolicy(),
        privacy: videoPrivacy(),
        licence: nullable(integer({ min: 1 })),
      }),
      p2p: z.looseObject({
        webapp: z.looseObject({ enabled: boolean() }),
        embed: z.looseObject({ enabled: boolean() }),
      }),
      player: z.looseObject({ autoPlay: boolean(), theme: z.enum(playerThemes) }),
    }),
    search: z.looseObject({
      remoteUri: z.looseObject({ users: boolean(), anonymous: boolean() }),
      searchIndex: z.looseObject({
        enabled: boolean(),
        url: present(),
        disableLocalSearch: boolean(),
        isDefaultSearch: boolean(),
      }),
    }),
    email: z.looseObject({
      body: z.looseObject({ signature: present() }),
      subject: z.looseObject({ prefix: present() }),
    }),
    videoComments: z.looseObject({ acceptRemoteComments: boolean() }),
  }),
)
