// What higher slices may use of users.
export { quotaUsed, requireQuota } from './quota/check-quota.ts'
export { createUser, type NewUser } from './create/create-user.ts'
export { runFirstStart, type FirstStart } from './first-start/run-first-start.ts'
export { builtInThemes, effectiveUserTheme } from './me/themes.ts'
export { findPasswordFault } from './create/password-rules.ts'
export { isUserTaken } from './create/user.sql.ts'
export { findMyUser, type UserRow } from './me/me.sql.ts'
export { myUserView } from './me/user.view.ts'
