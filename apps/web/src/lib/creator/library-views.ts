import type { Component } from 'svelte'
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right'
import FileDown from '@lucide/svelte/icons/file-down'
import Film from '@lucide/svelte/icons/film'
import FolderSync from '@lucide/svelte/icons/folder-sync'
import MessageSquare from '@lucide/svelte/icons/message-square'
import TextSearch from '@lucide/svelte/icons/text-search'
import UserCheck from '@lucide/svelte/icons/user-check'
import Tv from '@lucide/svelte/icons/tv'
import type { Me, PublicConfig } from '#lib/api/types.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'
import { viewerViews } from '#lib/library/viewer-views.ts'

/** What a page of the library is given. */
export interface LibraryViewProps {
  me: Me
  config: PublicConfig
  /** The parts of its address that its pattern holds. */
  parts: readonly string[]
}

export interface LibraryView {
  /** Below `/my-library/`. */
  path: RegExp
  title: MessageKey
  /** Whether the title is the page's heading; otherwise it brings its own. */
  headed?: boolean
  load: () => Promise<{
    default: Component<LibraryViewProps> | Component<{ me: Me }> | Component<Record<string, never>>
  }>
}

/** A page in the navigation of the library. */
export interface LibraryPage {
  href: string
  label: MessageKey
  icon: Component
  below?: true
}

export const libraryPages = [
  { href: '/my-library/videos', label: 'library.title', icon: Film },
  { href: '/my-library/video-channels', label: 'channels.title', icon: Tv, below: true },
  { href: '/my-library/video-imports', label: 'imports.mine', icon: FileDown },
  { href: '/my-library/video-channel-syncs', label: 'syncs.title', icon: FolderSync, below: true },
  { href: '/my-library/comments-on-my-videos', label: 'my.comments', icon: MessageSquare },
  { href: '/my-library/followers', label: 'followers.title', icon: UserCheck },
  { href: '/my-library/watched-words/list', label: 'creator.words', icon: TextSearch },
  { href: '/my-library/ownership', label: 'ownership.title', icon: ArrowLeftRight },
] as const satisfies readonly LibraryPage[]

/** Addresses as spec 09 §2.3 names them. */
const views: LibraryView[] = [
  ...viewerViews,
  { path: /^videos$/, title: 'library.title', load: () => import('#lib/library/MyVideos.svelte') },
  { path: /^video-channels$/, title: 'channels.title', load: () => import('./channels/ChannelList.svelte') },
  {
    path: /^video-channels\/create$/,
    title: 'channels.createTitle',
    load: () => import('./channels/CreateChannel.svelte'),
  },
  {
    path: /^video-channels\/manage\/([^/]+)(?:\/(general|playlists|editors|podcast|activities))?$/,
    title: 'channels.manageTitle',
    headed: false,
    load: () => import('./channels/ManageChannel.svelte'),
  },
  {
    path: /^comments-on-my-videos$/,
    title: 'received.title',
    load: () => import('./comments/ReceivedComments.svelte'),
  },
  {
    path: /^(?:watched-words\/list|auto-tag-policies)$/,
    title: 'creator.words',
    load: () => import('#lib/moderation/MyWords.svelte'),
  },
  { path: /^video-imports$/, title: 'imports.mine', load: () => import('#lib/imports/MyImports.svelte') },
  { path: /^video-channel-syncs$/, title: 'syncs.title', load: () => import('#lib/imports/ChannelSyncs.svelte') },
  {
    path: /^video-channel-syncs\/create$/,
    title: 'syncs.create',
    load: () => import('#lib/imports/CreateSync.svelte'),
  },
  { path: /^ownership$/, title: 'ownership.title', load: () => import('./ownership/Ownership.svelte') },
]

export function findLibraryView(path: string): { view: LibraryView; parts: string[] } | undefined {
  for (const view of views) {
    const match = view.path.exec(path.replace(/\/$/, ''))
    if (match) return { view, parts: match.slice(1) }
  }
  return undefined
}
