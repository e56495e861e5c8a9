// What higher slices may use of users.
export { quotaUsed, requireQuota } from './quota/check-quota.ts'
export { createUser, type NewUser } from './create/create-user.ts'
export { runFirstStart, type FirstStart } from './first-start/run-first-start.ts'
export { builtInThemes } from './me/themes.ts'
