// What higher slices may use of accounts and their actors.
export { localPlaylistUrl } from './actors/actor-urls.ts'
export { discountFollows, isLocalNameTaken, reserveActor } from './actors/actor.sql.ts'
export { createAccountActor, createLocalAccount } from './create/create-local-account.ts'
export { insertMissingWatchLater } from './create/create.sql.ts'
export { createLocalChannel } from './create/create-local-channel.ts'
export {
  accountJson,
  accountSummaryJson,
  actorImagesJson,
  actorJson,
  channelJson,
  channelSummaryJson,
  type AccountRow,
  type ActorImageRow,
  type ActorSummaryRow,
  type BareActorRow,
  type ChannelRow,
} from './read/actor-json.sql.ts'
export {
  accountView,
  actorImagePath,
  actorImageView,
  actorSummaryView,
  bareActorView,
  channelView,
} from './read/actor.view.ts'
export { followedServerIds, instanceAccountIds, requireInstanceAccountId } from './instance-account.sql.ts'
export { lockAccount } from './lock-account.sql.ts'
export { findAccountById } from './read/find-account.sql.ts'
export { findAccountByHandle, requireAccount } from './read/find-account.ts'
export { requireOwnAccount } from './read/require-own-account.ts'
export { resolveHandle } from './read/resolve-handle.ts'
