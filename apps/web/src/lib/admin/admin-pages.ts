import type { Component } from 'svelte'
import Bug from '@lucide/svelte/icons/bug'
import Film from '@lucide/svelte/icons/film'
import Gauge from '@lucide/svelte/icons/gauge'
import House from '@lucide/svelte/icons/house'
import Image from '@lucide/svelte/icons/image'
import Info from '@lucide/svelte/icons/info'
import ListChecks from '@lucide/svelte/icons/list-checks'
import Palette from '@lucide/svelte/icons/palette'
import Radio from '@lucide/svelte/icons/radio'
import Rocket from '@lucide/svelte/icons/rocket'
import ScrollText from '@lucide/svelte/icons/scroll-text'
import Settings2 from '@lucide/svelte/icons/settings-2'
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal'
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

const settings = '/admin/settings/config'
const right = 'MANAGE_CONFIGURATION'

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
    label: 'settings.title',
    pages: [
      { href: `${settings}/information`, label: 'settings.section.information', right, icon: Info },
      { href: `${settings}/logo`, label: 'settings.section.logo', right, icon: Image },
      { href: `${settings}/general`, label: 'settings.section.general', right, icon: SlidersHorizontal },
      {
        href: `${settings}/homepage`,
        label: 'settings.section.homepage',
        right: 'MANAGE_INSTANCE_CUSTOM_PAGE',
        icon: House,
      },
      { href: `${settings}/customization`, label: 'settings.section.customization', right, icon: Palette },
      { href: `${settings}/vod`, label: 'settings.section.vod', right, icon: Film },
      { href: `${settings}/live`, label: 'settings.section.live', right, icon: Radio },
      { href: `${settings}/advanced`, label: 'settings.section.advanced', right, icon: Settings2 },
      { href: '/admin/settings/setup', label: 'settings.setup', right, icon: Rocket },
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
