// What higher slices may use of mails.
export { deleteAccountLinks } from './links/account-link.sql.ts'
export { hashSecret, takeAccountLink, type LinkOwner, type LinkPurpose } from './links/account-link.ts'
export {
  choosePasswordLink,
  sendPasswordLink,
  sendVerifyChangedLink,
  sendVerifyLink,
  sendVerifyRequestLink,
  type LinkRecipient,
} from './links/send-link.ts'
export type { MailTemplate, MailTemplates } from './mail-templates.ts'
export { sendMailLater, type MailRequest } from './send/send-mail-later.ts'
export { sendMailNow } from './send/send-mail-now.ts'
