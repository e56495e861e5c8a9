import type { Component } from 'svelte'
import type { MessageGroup } from '#lib/i18n/i18n.ts'
import type { ServerRules } from './server-rules.ts'

/** What a page of one's account is given. */
export interface AccountViewProps {
  rules: ServerRules
}

interface AccountView {
  messages?: readonly MessageGroup[]
  load: () => Promise<{ default: Component<AccountViewProps> | Component<Record<string, never>> }>
}

const mutes: AccountView = { messages: ['table', 'moderation'], load: () => import('./pages/MutesPage.svelte') }

/** By what follows `/my-account/` (spec 09 §2.4). */
const views: Partial<Record<string, AccountView>> = {
  settings: { load: () => import('./pages/ProfilePage.svelte') },
  preferences: { load: () => import('./pages/PreferencesPage.svelte') },
  security: { load: () => import('./pages/SecurityPage.svelte') },
  'two-factor-auth': { load: () => import('./pages/TwoFactorPage.svelte') },
  applications: { load: () => import('./pages/ApplicationsPage.svelte') },
  'import-export': { load: () => import('./pages/ArchivesPage.svelte') },
  'blocklist/accounts': mutes,
  'blocklist/servers': mutes,
}

export const findAccountView = (path: string): AccountView | undefined => views[path.replace(/\/$/, '')]
