import { z } from 'zod'
import { nsfwPolicies } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Account, VideoChannel } from './actors.ts'
import { Constant, date } from './common.ts'

export const UserNotificationSettings = define(() =>
  z.strictObject({
    abuseAsModerator: z.int(),
    videoAutoBlacklistAsModerator: z.int(),
    newUserRegistration: z.int(),
    newVideoFromSubscription: z.int(),
    blacklistOnMyVideo: z.int(),
    myVideoPublished: z.int(),
    myVideoImportFinished: z.int(),
    commentMention: z.int(),
    newCommentOnMyVideo: z.int(),
    newFollow: z.int(),
    newInstanceFollower: z.int(),
    autoInstanceFollowing: z.int(),
    abuseStateChange: z.int(),
    abuseNewMessage: z.int(),
    newPeerTubeVersion: z.int(),
    newPluginVersion: z.int(),
    myVideoStudioEditionFinished: z.int(),
    myVideoTranscriptionGenerated: z.int(),
    automaticBlocklist: z.number(),
  }),
)
export type UserNotificationSettings = Infer<typeof UserNotificationSettings>

/** Spec 02 §1.2. */
const userShape = () => ({
  id: z.int(),
  username: z.string(),
  email: z.string(),
  pendingEmail: z.string().nullable(),
  emailVerified: z.boolean().nullable(),
  nsfwPolicy: z.enum(nsfwPolicies),
  nsfwFlagsDisplayed: z.int(),
  nsfwFlagsHidden: z.int(),
  nsfwFlagsWarned: z.int(),
  nsfwFlagsBlurred: z.int(),
  adminFlags: z.int().optional(),
  autoPlayVideo: z.boolean(),
  autoPlayNextVideo: z.boolean(),
  autoPlayNextVideoPlaylist: z.boolean(),
  p2pEnabled: z.boolean(),
  videosHistoryEnabled: z.boolean(),
  videoLanguages: z.array(z.string()).nullable(),
  language: z.string().nullable(),
  role: Constant(),
  videoQuota: z.int(),
  videoQuotaDaily: z.int(),
  theme: z.string(),
  account: Account(),
  notificationSettings: UserNotificationSettings().optional(),
  blocked: z.boolean(),
  blockedReason: z.string().nullable(),
  noInstanceConfigWarningModal: z.boolean(),
  noWelcomeModal: z.boolean(),
  noAccountSetupWarningModal: z.boolean(),
  createdAt: date(),
  pluginAuth: z.string().nullable(),
  lastLoginDate: date().nullable(),
  twoFactorEnabled: z.boolean(),
  newFeaturesInfoRead: z.int(),
  ...userFigures(),
})

/** In the administrators' lists and with statistics; sizes in bytes. */
const userFigures = () => ({
  videoQuotaUsed: z.int().optional(),
  videoQuotaUsedDaily: z.int().optional(),
  totalVideoFileSize: z.int().optional(),
  videosCount: z.int().optional(),
  abusesCount: z.int().optional(),
  abusesAcceptedCount: z.int().optional(),
  abusesCreatedCount: z.int().optional(),
  videoCommentsCount: z.int().optional(),
})

export const User = define(() => z.strictObject({ ...userShape(), videoChannels: z.array(UserVideoChannel()) }))
export type User = Infer<typeof User>

export const UserVideoChannel = define(() =>
  z.strictObject({ ...VideoChannel().shape, ownerAccountId: z.int(), ownerAccountName: z.string() }),
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
    ...userShape(),
    videoChannels: z.array(UserVideoChannel()),
    specialPlaylists: z.array(MyUserSpecialPlaylist()),
    videoChannelCollaborations: z.array(UserVideoChannel()),
  }),
)
export type MyUser = Infer<typeof MyUser>

export const AddUserResponse = define(() =>
  z.strictObject({
    user: z.strictObject({
      id: z.int(),
      account: z.strictObject({
        id: z.int(),
      }),
    }),
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
    id: z.int(),
    currentSession: z.boolean(),
    loginDevice: z.string().nullable(),
    loginIP: z.string().nullable(),
    loginDate: date().nullable(),
    lastActivityDevice: z.string().nullable(),
    lastActivityIP: z.string().nullable(),
    lastActivityDate: date().nullable(),
    createdAt: date(),
  }),
)
export type TokenSession = Infer<typeof TokenSession>

export const OAuthClient = define(() =>
  z.strictObject({
    client_id: z.string(),
    client_secret: z.string(),
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
    otpRequest: z.strictObject({
      requestToken: z.string(),
      secret: z.string(),
      uri: z.string(),
    }),
  }),
)
export type RequestTwoFactorResponse = Infer<typeof RequestTwoFactorResponse>

export const RegistrationResult = define(() =>
  z.strictObject({
    state: Constant(),
  }),
)
export type RegistrationResult = Infer<typeof RegistrationResult>

export const UserRegistration = define(() =>
  z.strictObject({
    id: z.int(),
    state: Constant(),
    registrationReason: z.string().nullable(),
    moderationResponse: z.string().nullable(),
    username: z.string(),
    email: z.string(),
    emailVerified: z.boolean().nullable(),
    accountDisplayName: z.string().nullable(),
    channelHandle: z.string().nullable(),
    channelDisplayName: z.string().nullable(),
    createdAt: date(),
    updatedAt: date(),
    user: z
      .strictObject({
        id: z.int(),
      })
      .nullable(),
  }),
)
export type UserRegistration = Infer<typeof UserRegistration>

export const ScopedToken = define(() =>
  z.strictObject({
    feedToken: z.string(),
  }),
)
export type ScopedToken = Infer<typeof ScopedToken>
