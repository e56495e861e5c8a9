// What higher slices may use of subscriptions; events are in subscriptions.events.ts.
export { subscribeToHandle } from './follow-channel.ts'
export { findFollowTarget } from './follow.sql.ts'
export { findFollowed } from './subscriptions.sql.ts'
