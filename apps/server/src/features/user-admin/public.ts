// What higher slices may use of the administration of users; events are in user-admin.events.ts.
export { findTargetUser, isEmailTakenByOther, type TargetUser } from './find-target.sql.ts'
export { outOfScope, requireUser } from './moderation-scope.ts'
export { removeUser } from './remove/remove-user.ts'
export { saveUser } from './edit/save-user.ts'
