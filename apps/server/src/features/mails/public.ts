// What higher slices may use of mails.
export { deleteAccountLinks } from './links/account-link.sql.ts'
export { hashSecret, takeAccountLink } from './links/account-link.ts'
export {
  choosePasswordLink,
  sendPasswordLink,
  sendVerifyChangedLink,
  sendVerifyLink,
  sendVerifyRequestLink,
} from './links/send-link.ts'
export { chooseLanguage } from './messages/choose-texts.ts'
export type { MailTemplates } from './mail-templates.ts'
export { sendMailLater } from './send/send-mail-later.ts'
export { sendMailNow } from './send/send-mail-now.ts'
