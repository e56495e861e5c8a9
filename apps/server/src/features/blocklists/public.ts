// What higher slices may use of mutes; events are in blocklists.events.ts.
export { isNotMuted, mutedAccounts, muterIds } from './hidden-accounts.sql.ts'
export { fetchActions } from './subscriptions/fetch-actions.ts'
export { muteAccount, muteServer } from './mute.ts'
