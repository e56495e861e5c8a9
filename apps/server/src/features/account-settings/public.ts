// What others may use of the settings of accounts.
export { endTwoFactor } from './two-factor/end-two-factor.ts'
export { haveCommonFlag } from './profile/nsfw-flags.ts'
export { updateMe } from './profile/update-me.ts'
export { updateNotificationSettings } from './settings.sql.ts'
