// What higher slices may use of channels.
export {
  isChannelManager,
  isChannelOwner,
  requireManagedChannel,
  requireManagedChannelByHandle,
} from './access/managed-channel.ts'
export { findChannelAccessById, findChannelAccessByName, type ChannelAccess } from './access/managed-channel.sql.ts'
export { findChannelByHandle, requireChannel } from './read/find-channel.ts'
export { channelContentChanged } from './edit/edit-channel.sql.ts'
export { isPublicChannel } from './read/list-channels.sql.ts'
