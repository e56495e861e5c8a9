import type { Component } from 'svelte'
import Bug from '@lucide/svelte/icons/bug'
import Gauge from '@lucide/svelte/icons/gauge'
import ListChecks from '@lucide/svelte/icons/list-checks'
import ScrollText from '@lucide/svelte/icons/scroll-text'
import UserCheck from '@lucide/svelte/icons/user-check'
import Users from '@lucide/svelte/icons/users'
import type { UserRight } from '@sepiola/contract/rights.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'

export interface AdminPage {
  href: string
  label: MessageKey
  /** Who lacks it does not see the page. */
  right: UserRight
  icon?: Component<{ size?: number; 'aria-hidden'?: 'true' }>
  /** Pages below this address belong to it; default: below `href`. */
  below?: string
}

/** The administration, as its navigation shows it. */
export const adminGroups: ReadonlyArray<{ label: MessageKey; pages: readonly AdminPage[] }> = [
  {
    label: 'admin.overview',
    pages: [
      { href: '/admin', label: 'admin.dashboard.title', right: 'MANAGE_USERS', icon: Gauge, below: '' },
      {
        href: '/admin/overview/users/list',
        label: 'admin.users.title',
        right: 'MANAGE_USERS',
        icon: Users,
        below: '/admin/overview/users',
      },
    ],
  },
  {
    label: 'admin.moderation',
    pages: [
      {
        href: '/admin/moderation/registrations/list',
        label: 'admin.registrations.title',
        right: 'MANAGE_REGISTRATIONS',
        icon: UserCheck,
      },
    ],
  },
  {
    label: 'admin.system',
    pages: [
      { href: '/admin/settings/system/jobs', label: 'admin.jobs.title', right: 'MANAGE_JOBS', icon: ListChecks },
      { href: '/admin/settings/system/logs', label: 'admin.logs.title', right: 'MANAGE_LOGS', icon: ScrollText },
      { href: '/admin/settings/system/debug', label: 'admin.debug.title', right: 'MANAGE_DEBUG', icon: Bug },
    ],
  },
]
