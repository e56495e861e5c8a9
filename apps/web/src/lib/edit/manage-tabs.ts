import type { VideoDetails } from '@sepiola/contract/schemas/videos.ts'
import type { Component } from 'svelte'
import Captions from '@lucide/svelte/icons/captions'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import Files from '@lucide/svelte/icons/files'
import FolderSync from '@lucide/svelte/icons/folder-sync'
import ListOrdered from '@lucide/svelte/icons/list-ordered'
import Pencil from '@lucide/svelte/icons/pencil'
import Settings2 from '@lucide/svelte/icons/settings-2'
import Shield from '@lucide/svelte/icons/shield'
import type { Me, PublicConfig } from '#lib/api/types.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'

/** What each part of the editing of a video is given. */
export interface ManageProps {
  video: VideoDetails
  me: Me
  config: PublicConfig
  /** Asks for the video again, after a change. */
  reload: () => Promise<void>
}

interface ManageTab {
  /** Below `/videos/manage/{id}/` (spec 09 §2.5). */
  path: string
  label: MessageKey
  icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>
  /** A live has none. */
  recordedOnly?: true
  load: () => Promise<{ default: Component<ManageProps> | Component<Pick<ManageProps, 'video'>> }>
}

export const manageTabs: readonly ManageTab[] = [
  { path: '', label: 'manage.info', icon: Pencil, load: () => import('./MainInfo.svelte') },
  {
    path: 'customization',
    label: 'manage.customization',
    icon: Settings2,
    load: () => import('./Customization.svelte'),
  },
  { path: 'moderation', label: 'manage.moderation', icon: Shield, load: () => import('./Moderation.svelte') },
  {
    path: 'captions',
    label: 'captions.title',
    icon: Captions,
    recordedOnly: true,
    load: () => import('./captions/CaptionsTab.svelte'),
  },
  {
    path: 'chapters',
    label: 'manage.chapters',
    icon: ListOrdered,
    recordedOnly: true,
    load: () => import('./Chapters.svelte'),
  },
  { path: 'files', label: 'files.title', icon: Files, recordedOnly: true, load: () => import('./VideoFiles.svelte') },
  {
    path: 'replace-file',
    label: 'replace.title',
    icon: FolderSync,
    recordedOnly: true,
    load: () => import('./ReplaceFile.svelte'),
  },
  { path: 'stats', label: 'stats.title', icon: ChartColumn, load: () => import('#lib/stats/StatsTab.svelte') },
]
