import type { GroupMessages } from '../i18n.ts'

export const messages: GroupMessages<'account'> = {}
