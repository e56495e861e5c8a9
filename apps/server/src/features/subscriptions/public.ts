// What higher slices may use of subscriptions; events are in subscriptions.events.ts.
export { followChannel, subscribeToHandle } from './follow-channel.ts'
export { countFollow, findFollowTarget, type FollowState, type FollowTarget } from './follow.sql.ts'
export { followView } from './follow.view.ts'
export { listFollowers, type FollowRow } from './followers.sql.ts'
export { findFollowed, type Followed } from './subscriptions.sql.ts'
