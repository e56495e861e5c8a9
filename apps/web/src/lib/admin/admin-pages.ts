import type { Component } from 'svelte'
import Ban from '@lucide/svelte/icons/ban'
import Bug from '@lucide/svelte/icons/bug'
import Clapperboard from '@lucide/svelte/icons/clapperboard'
import Film from '@lucide/svelte/icons/film'
import Gauge from '@lucide/svelte/icons/gauge'
import House from '@lucide/svelte/icons/house'
import Image from '@lucide/svelte/icons/image'
import Info from '@lucide/svelte/icons/info'
import ListChecks from '@lucide/svelte/icons/list-checks'
import MessageSquare from '@lucide/svelte/icons/message-square'
import Palette from '@lucide/svelte/icons/palette'
import Radio from '@lucide/svelte/icons/radio'
import Rocket from '@lucide/svelte/icons/rocket'
import ScrollText from '@lucide/svelte/icons/scroll-text'
import Settings2 from '@lucide/svelte/icons/settings-2'
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal'
import TextSearch from '@lucide/svelte/icons/text-search'
import UserCheck from '@lucide/svelte/icons/user-check'
import Users from '@lucide/svelte/icons/users'
import VolumeX from '@lucide/svelte/icons/volume-x'
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
      { href: '/admin/overview/videos/list', label: 'admin.videos', right: 'SEE_ALL_VIDEOS', icon: Clapperboard },
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
      {
        href: '/admin/overview/comments/list',
        label: 'admin.comments',
        right: 'SEE_ALL_COMMENTS',
        icon: MessageSquare,
      },
      {
        href: '/admin/moderation/video-blocks/list',
        label: 'admin.blocks',
        right: 'MANAGE_VIDEO_BLACKLIST',
        icon: Ban,
      },
      {
        href: '/admin/moderation/blocklist/accounts',
        label: 'admin.mutes',
        right: 'MANAGE_SERVER_ACCOUNTS_BLOCKLIST',
        icon: VolumeX,
        below: '/admin/moderation/blocklist',
      },
      {
        href: '/admin/moderation/watched-words/list',
        label: 'admin.words',
        right: 'MANAGE_INSTANCE_WATCHED_WORDS',
        icon: TextSearch,
        below: '/admin/moderation/watched-words',
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
