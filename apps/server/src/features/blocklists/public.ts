// What higher slices may use of mutes; events are in blocklists.events.ts.
export { isNotMuted, mutedAccounts, muterIds } from './hidden-accounts.sql.ts'
export { defineListSync } from './subscriptions/define-list-sync.ts'
export { fetchActions } from './subscriptions/fetch-actions.ts'
export { listFollowedLists, type FollowedListPage } from './subscriptions/followed-list.sql.ts'
export { followedListView } from './subscriptions/followed-list.view.ts'
export { muteAccount, muteServer } from './mute.ts'
