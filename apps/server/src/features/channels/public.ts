// What higher slices may use of channels; events are in channels.events.ts.
export {
  isChannelManager,
  isChannelOwner,
  requireManagedChannel,
  requireManagedChannelByHandle,
} from './access/managed-channel.ts'
export { channelOfRequest } from './access/channel-of-request.ts'
export { findChannelAccessById, findChannelAccessByName, type ChannelAccess } from './access/managed-channel.sql.ts'
export { saveChannelActivity, type ActivityTarget, type ChannelActivity } from './activities/save-activity.sql.ts'
export { deleteCollaborator } from './collaborators/collaborators.sql.ts'
export { findChannelByHandle, requireChannel } from './read/find-channel.ts'
export { channelContentChanged, countChannels, setChannelOwner } from './edit/edit-channel.sql.ts'
export { isPublicChannel } from './read/list-channels.sql.ts'
export { addChannel } from './edit/add-channel.ts'
