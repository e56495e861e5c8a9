import type { importedKinds } from '@sepiola/contract/schemas/imports.ts'
import type { LinkPurpose } from './links/account-link.ts'

/**
 * Mails and what they tell (spec 02 §12); a datum that is null is left out together with its paragraph. Placeholders
 * `url`, where the button leads, and `instanceName` are always there.
 */
export interface MailTemplates {
  'reset-password': { username: string }
  'choose-password': { username: string }
  'verify-account': { username: string }
  'verify-changed-address': { username: string; email: string }
  'verify-request': { username: string }
  'request-accepted': { username: string; response: string }
  'request-rejected': { username: string; response: string }
  'user-blocked': { username: string; reason: string | null }
  'user-unblocked': { username: string; reason: string | null }
  'user-registered': { username: string }
  'registration-requested': { username: string; reason: string }
  'contact-form': { name: string; email: string; subject: string; body: string }
  'export-ready': { username: string }
  'export-failed': { username: string; error: string }
  'import-done': { username: string } & Record<(typeof importedKinds)[number], string | null>
  'import-failed': { username: string; error: string }
  test: Record<never, never>
}

export type MailTemplate = keyof MailTemplates

/** Where the button of a mail leads, when not to a secret link: a path below the origin. */
export const mailPaths: Partial<Record<MailTemplate, string>> = {
  'request-accepted': '/login',
  'user-unblocked': '/login',
  'user-registered': '/admin/overview/users/list',
  'registration-requested': '/admin/moderation/registrations/list',
  'export-ready': '/my-account/import-export',
  'export-failed': '/my-account/import-export',
  'import-done': '/my-account/import-export',
  'import-failed': '/my-account/import-export',
}

/** The link with a secret that a mail carries. */
export const mailLinks: Partial<Record<MailTemplate, LinkPurpose>> = {
  'reset-password': 'reset-password',
  'choose-password': 'reset-password',
  'verify-account': 'verify-email',
  'verify-changed-address': 'verify-pending-email',
  'verify-request': 'verify-registration',
}
