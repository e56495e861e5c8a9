// Tables that are ours alone, in the schema "sepiola". A new migration changes this file in the same commit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export interface JobTable {
  id: GeneratedAlways<number>
  type: string
  state: 'blocked' | 'delayed' | 'waiting' | 'active' | 'completed' | 'failed'
  /** Lower runs first. */
  priority: Generated<number>
  payload: ColumnType<unknown, string, string>
  runAt: Generated<Date>
  key: string | null
  parent: number | null
  after: number | null
  attempts: Generated<number>
  maxAttempts: Generated<number>
  crashes: Generated<number>
  /** 0–100 */
  progress: Generated<number>
  error: string | null
  stack: string | null
  worker: string | null
  leaseUntil: Date | null
  cancelRequested: Generated<boolean>
  failureDue: Date | null
  createdAt: Generated<Date>
  processedAt: Date | null
  finishedAt: Date | null
}

export interface FlagTable {
  name: string
  setAt: Generated<Date>
}

export interface ScheduleTable {
  name: string
  lastRunAt: Date
}

export interface MigrationTable {
  name: string
  appliedAt: Generated<Date>
}

export interface AccountLinkTable {
  /** SHA-256 in hex. */
  secretHash: string
  purpose: 'reset-password' | 'verify-email' | 'verify-pending-email' | 'verify-registration'
  userId: number | null
  registrationId: number | null
  /** Where the link was sent. */
  email: string
  expiresAt: Date
}

export interface TwoFactorRequestTable {
  /** SHA-256 in hex. */
  tokenHash: string
  userId: number
  /** Encrypted like `user.otpSecret`. */
  otpSecret: string
  expiresAt: Date
}

export interface SettingOverridesTable {
  id: Generated<number>
  /** Nested names of the configuration files; {} after a reset. */
  values: ColumnType<Record<string, unknown>, string, string>
  updatedAt: Generated<Date>
}

export interface BlocklistLogTable {
  id: GeneratedAlways<number>
  /** Whose mute it is. */
  accountId: number
  action: 'block' | 'unblock'
  /** `name@host` or a host. */
  target: string
  createdAt: Date
  /** Not by a list that the instance follows. */
  manual: Generated<boolean>
}

/** A list of another server that is followed; the state is a `SyncState`. */
interface SubscriptionColumns {
  id: GeneratedAlways<number>
  name: string
  url: string
  state: number
  lastSyncAt: Date | null
  lastActionAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export interface BlocklistSubscriptionTable extends SubscriptionColumns {}

export interface SubscribedMuteTable {
  muteId: number
  subscriptionId: number
}

export interface WordListSubscriptionTable extends SubscriptionColumns {
  accountId: number
  listId: number | null
}

export interface VideoBlockNoteTable {
  blockId: number
  note: string
}

export interface CountedActTable {
  /** `contact:192.0.2.7` */
  name: string
  count: number
  endsAt: Date
}

export interface LoginFailureTable {
  keyHash: string
  lastAt: Date
  forgottenAt: Date
}

export interface ImportedVideoTable {
  accountId: number
  /** ActivityPub id where it was exported. */
  sourceUrl: string
  videoId: number
}

export interface ChannelSyncFailureTable {
  channelSyncId: number
  error: string
}

export interface SepiolaTables {
  'sepiola.channelSyncFailure': ChannelSyncFailureTable
  'sepiola.importedVideo': ImportedVideoTable
  'sepiola.job': JobTable
  'sepiola.flag': FlagTable
  'sepiola.schedule': ScheduleTable
  'sepiola.migration': MigrationTable
  'sepiola.accountLink': AccountLinkTable
  'sepiola.twoFactorRequest': TwoFactorRequestTable
  'sepiola.blocklistLog': BlocklistLogTable
  'sepiola.videoBlockNote': VideoBlockNoteTable
  'sepiola.blocklistSubscription': BlocklistSubscriptionTable
  'sepiola.subscribedAccountMute': SubscribedMuteTable
  'sepiola.subscribedServerMute': SubscribedMuteTable
  'sepiola.wordListSubscription': WordListSubscriptionTable
  'sepiola.settingOverrides': SettingOverridesTable
  'sepiola.countedAct': CountedActTable
  'sepiola.loginFailure': LoginFailureTable
}
