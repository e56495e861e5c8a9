import type { Component } from 'svelte'
import type { Me } from '#lib/api/types.ts'
import type { MessageGroup, MessageKey } from '#lib/i18n/i18n.ts'
import { matchPath } from './match-path.ts'

/** What a page is given: who looks, and the number in its address (0 where there is none). */
export interface AdminViewProps {
  me: Me
  id: number
}

interface AdminView {
  /** Below `/admin/`; `:id` is a number. */
  path: string
  title: MessageKey
  /** Whether the title is the page's heading; otherwise it brings its own. */
  headed?: boolean
  /** Messages that it needs besides the administration's. */
  messages?: readonly MessageGroup[]
  load: () => Promise<{ default: Component<AdminViewProps> | Component<{ me: Me }> | Component<Record<string, never>> }>
}

/** Addresses as spec 09 §2.6 names them. */
const views: AdminView[] = [
  { path: '', title: 'admin.dashboard.title', load: () => import('./dashboard/Dashboard.svelte') },
  { path: 'overview/users/list', title: 'admin.users.title', load: () => import('./users/UsersTable.svelte') },
  { path: 'overview/users/create', title: 'admin.users.createTitle', load: () => import('./users/CreateUser.svelte') },
  {
    path: 'overview/users/update/:id',
    title: 'admin.users.editTitle',
    headed: false,
    messages: ['account'],
    load: () => import('./users/EditUser.svelte'),
  },
  {
    path: 'moderation/registrations/list',
    title: 'admin.registrations.title',
    load: () => import('./registrations/RegistrationsTable.svelte'),
  },
  {
    path: 'overview/videos/list',
    title: 'admin.videos',
    messages: ['moderation', 'creator'],
    load: () => import('#lib/moderation/AllVideos.svelte'),
  },
  {
    path: 'overview/comments/list',
    title: 'admin.comments',
    messages: ['moderation', 'creator'],
    load: () => import('#lib/moderation/AllComments.svelte'),
  },
  {
    path: 'moderation/video-blocks/list',
    title: 'admin.blocks',
    messages: ['moderation', 'creator'],
    load: () => import('#lib/moderation/VideoBlocks.svelte'),
  },
  ...['accounts', 'servers'].map((kind) => ({
    path: `moderation/blocklist/${kind}`,
    title: 'admin.mutes' as const,
    messages: ['moderation'] as const,
    load: () => import('#lib/moderation/InstanceMutes.svelte'),
  })),
  {
    path: 'moderation/watched-words/list',
    title: 'admin.words',
    messages: ['moderation'],
    load: () => import('#lib/moderation/InstanceWords.svelte'),
  },
  {
    path: 'settings/setup',
    title: 'wizard.title',
    headed: false,
    messages: ['settings'],
    load: () => import('#lib/wizard/SetUp.svelte'),
  },
  { path: 'settings/system/jobs', title: 'admin.jobs.title', load: () => import('./jobs/JobsTable.svelte') },
  { path: 'settings/system/logs', title: 'admin.logs.title', load: () => import('./logs/Logs.svelte') },
  { path: 'settings/system/debug', title: 'admin.debug.title', load: () => import('./debug/Debug.svelte') },
]

export function findAdminView(path: string): { view: AdminView; id: number } | undefined {
  for (const view of views) {
    const id = matchPath(view.path, path)
    if (id !== undefined) return { view, id }
  }
  return undefined
}
