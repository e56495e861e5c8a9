import { z } from 'zod'
import { nsfwPolicies } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Account, ActorImage, VideoChannel, ViewsPerDate } from './actors.ts'
import { Constant, date } from './common.ts'

export const UserNotificationSettings = define(() =>
  z.strictObject({
    abuseAsModerator: z.int().optional(),
    videoAutoBlacklistAsModerator: z.int().optional(),
    newUserRegistration: z.int().optional(),
    newVideoFromSubscription: z.int().optional(),
    blacklistOnMyVideo: z.int().optional(),
    myVideoPublished: z.int().optional(),
    myVideoImportFinished: z.int().optional(),
    commentMention: z.int().optional(),
    newCommentOnMyVideo: z.int().optional(),
    newFollow: z.int().optional(),
    newInstanceFollower: z.int().optional(),
    autoInstanceFollowing: z.int().optional(),
    abuseStateChange: z.int().optional(),
    abuseNewMessage: z.int().optional(),
    newPeerTubeVersion: z.int().optional(),
    newPluginVersion: z.int().optional(),
    myVideoStudioEditionFinished: z.int().optional(),
    myVideoTranscriptionGenerated: z.int().optional(),
    automaticBlocklist: z.number().optional(),
  }),
)
export type UserNotificationSettings = Infer<typeof UserNotificationSettings>

export const User = define(() =>
  z.strictObject({
    id: z.int().optional(),
    username: z.string().optional(),
    email: z.string().optional(),
    emailVerified: z.boolean().nullable().optional(),
    nsfwPolicy: z.enum(nsfwPolicies).optional(),
    nsfwFlagsDisplayed: z.int().optional(),
    nsfwFlagsHidden: z.int().optional(),
    nsfwFlagsWarned: z.int().optional(),
    nsfwFlagsBlurred: z.int().optional(),
    adminFlags: z.int().optional(),
    autoPlayNextVideo: z.boolean().optional(),
    autoPlayNextVideoPlaylist: z.boolean().optional(),
    autoPlayVideo: z.boolean().optional(),
    p2pEnabled: z.boolean().optional(),
    videosHistoryEnabled: z.boolean().optional(),
    videoLanguages: z.array(z.string()).nullable().optional(),
    language: z.string().nullable().optional(),
    videoQuota: z.int().optional(),
    videoQuotaDaily: z.int().optional(),
    role: Constant().optional(),
    theme: z.string().optional(),
    account: Account().optional(),
    notificationSettings: UserNotificationSettings().optional(),
    videoChannels: z.array(VideoChannel()).optional(),
    blocked: z.boolean().optional(),
    blockedReason: z.string().nullable().optional(),
    noInstanceConfigWarningModal: z.boolean().optional(),
    noAccountSetupWarningModal: z.boolean().optional(),
    noWelcomeModal: z.boolean().optional(),
    createdAt: z.string().optional(),
    pluginAuth: z.string().nullable().optional(),
    lastLoginDate: date().nullable().optional(),
    twoFactorEnabled: z.boolean().optional(),
    newFeaturesInfoRead: z.number().optional(),
    pendingEmail: z.string().nullable().optional(),
    videoQuotaUsed: z.number().optional(),
    videoQuotaUsedDaily: z.number().optional(),
    totalVideoFileSize: z.number().optional(),
    videosCount: z.number().optional(),
    abusesCount: z.number().optional(),
    abusesAcceptedCount: z.number().optional(),
    abusesCreatedCount: z.number().optional(),
    videoCommentsCount: z.number().optional(),
  }),
)
export type User = Infer<typeof User>

export const UserVideoChannel = define(() =>
  z.strictObject({
    url: z.string(),
    id: z.number(),
    name: z.string(),
    createdAt: date(),
    updatedAt: date(),
    displayName: z.string(),
    description: z.string(),
    support: z.string(),
    publicEmail: z.string().optional(),
    isLocal: z.boolean(),
    videosCount: z.number().optional(),
    viewsPerDay: z.array(ViewsPerDate()).optional(),
    totalViews: z.number().optional(),
    banners: z.array(ActorImage()),
    host: z.string(),
    followingCount: z.number(),
    followersCount: z.number(),
    avatars: z.array(ActorImage()),
    ownerAccountId: z.number(),
    ownerAccountName: z.string(),
  }),
)
export type UserVideoChannel = Infer<typeof UserVideoChannel>

export const MyUserSpecialPlaylist = define(() =>
  z.strictObject({
    id: z.number(),
    name: z.string(),
    type: z.int(),
  }),
)
export type MyUserSpecialPlaylist = Infer<typeof MyUserSpecialPlaylist>

export const MyUser = define(() =>
  z.strictObject({
    specialPlaylists: z.array(MyUserSpecialPlaylist()),
    videoChannelCollaborations: z.array(UserVideoChannel()).optional(),
    id: z.number(),
    username: z.string(),
    email: z.string(),
    pendingEmail: z.string().nullable(),
    emailVerified: z.boolean().nullable(),
    nsfwPolicy: z.enum(nsfwPolicies),
    nsfwFlagsDisplayed: z.number(),
    nsfwFlagsHidden: z.number(),
    nsfwFlagsBlurred: z.number(),
    nsfwFlagsWarned: z.number(),
    adminFlags: z.number().optional(),
    autoPlayVideo: z.boolean(),
    autoPlayNextVideo: z.boolean(),
    autoPlayNextVideoPlaylist: z.boolean(),
    p2pEnabled: z.boolean(),
    videosHistoryEnabled: z.boolean(),
    videoLanguages: z.array(z.string()).nullable(),
    language: z.string().nullable(),
    role: Constant(),
    videoQuota: z.number(),
    videoQuotaDaily: z.number(),
    videoQuotaUsed: z.number().optional(),
    videoQuotaUsedDaily: z.number().optional(),
    totalVideoFileSize: z.number().optional(),
    videosCount: z.number().optional(),
    abusesCount: z.number().optional(),
    abusesAcceptedCount: z.number().optional(),
    abusesCreatedCount: z.number().optional(),
    videoCommentsCount: z.number().optional(),
    theme: z.string(),
    account: Account(),
    notificationSettings: UserNotificationSettings().optional(),
    videoChannels: z.array(UserVideoChannel()).optional(),
    blocked: z.boolean(),
    blockedReason: z.string().nullable().optional(),
    noInstanceConfigWarningModal: z.boolean(),
    noWelcomeModal: z.boolean(),
    noAccountSetupWarningModal: z.boolean(),
    createdAt: date(),
    pluginAuth: z.string().nullable(),
    lastLoginDate: date().nullable(),
    twoFactorEnabled: z.boolean(),
    newFeaturesInfoRead: z.number(),
  }),
)
export type MyUser = Infer<typeof MyUser>

export const AddUserResponse = define(() =>
  z.strictObject({
    user: z
      .strictObject({
        id: z.int().optional(),
        account: z
          .strictObject({
            id: z.int().optional(),
          })
          .optional(),
      })
      .optional(),
  }),
)
export type AddUserResponse = Infer<typeof AddUserResponse>

export const UserVideoQuota = define(() =>
  z.strictObject({
    videoQuotaUsed: z.number(),
    videoQuotaUsedDaily: z.number(),
  }),
)
export type UserVideoQuota = Infer<typeof UserVideoQuota>

export const TokenSession = define(() =>
  z.strictObject({
    id: z.int().optional(),
    currentSession: z.boolean().optional(),
    loginDevice: z.string().nullable().optional(),
    loginIP: z.string().nullable().optional(),
    loginDate: date().nullable().optional(),
    lastActivityDevice: z.string().nullable().optional(),
    lastActivityIP: z.string().nullable().optional(),
    lastActivityDate: date().nullable().optional(),
    createdAt: date().optional(),
  }),
)
export type TokenSession = Infer<typeof TokenSession>

export const OAuthClient = define(() =>
  z.strictObject({
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
  }),
)
export type OAuthClient = Infer<typeof OAuthClient>

export const OAuthTokenResponse = define(() =>
  z.strictObject({
    token_type: z.literal('Bearer'),
    access_token: z.string(),
    refresh_token: z.string(),
    expires_in: z.int(),
    refresh_token_expires_in: z.int(),
  }),
)
export type OAuthTokenResponse = Infer<typeof OAuthTokenResponse>

export const TokenRevokeResult = define(() =>
  z.strictObject({
    success: z.boolean(),
    redirectUrl: z.string().optional(),
  }),
)
export type TokenRevokeResult = Infer<typeof TokenRevokeResult>

export const RequestTwoFactorResponse = define(() =>
  z.strictObject({
    otpRequest: z
      .strictObject({
        requestToken: z.string().optional(),
        secret: z.string().optional(),
        uri: z.string().optional(),
      })
      .optional(),
  }),
)
export type RequestTwoFactorResponse = Infer<typeof RequestTwoFactorResponse>

export const RegistrationResult = define(() =>
  z.strictObject({
    state: Constant().optional(),
  }),
)
export type RegistrationResult = Infer<typeof RegistrationResult>

export const UserRegistration = define(() =>
  z.strictObject({
    id: z.int().optional(),
    state: Constant().optional(),
    registrationReason: z.string().nullable().optional(),
    moderationResponse: z.string().nullable().optional(),
    username: z.string().optional(),
    email: z.string().optional(),
    emailVerified: z.boolean().nullable().optional(),
    accountDisplayName: z.string().nullable().optional(),
    channelHandle: z.string().nullable().optional(),
    channelDisplayName: z.string().nullable().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    user: z
      .strictObject({
        id: z.int().optional(),
      })
      .nullable()
      .optional(),
  }),
)
export type UserRegistration = Infer<typeof UserRegistration>

export const ScopedToken = define(() =>
  z.strictObject({
    feedToken: z.string(),
  }),
)
export type ScopedToken = Infer<typeof ScopedToken>
