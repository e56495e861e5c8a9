import type { Component } from 'svelte'
import Film from '@lucide/svelte/icons/film'
import type { Me, PublicConfig } from '#lib/api/types.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'

/** What a page of the library is given. */
export interface LibraryViewProps {
  me: Me
  config: PublicConfig
  /** The parts of its address that its pattern holds. */
  parts: readonly string[]
}

interface LibraryView {
  /** Below `/my-library/`. */
  path: RegExp
  title: MessageKey
  /** Whether the title is the page's heading; otherwise it brings its own. */
  headed?: boolean
  load: () => Promise<{
    default: Component<LibraryViewProps> | Component<{ me: Me }> | Component<Record<string, never>>
  }>
}

export const libraryPages = [
  { href: '/my-library/videos', label: 'library.title', icon: Film },
] as const satisfies ReadonlyArray<{ href: string; label: MessageKey; icon: Component; below?: true }>

/** Addresses as spec 09 §2.3 names them. */
const views: LibraryView[] = [
  { path: /^videos$/, title: 'library.title', load: () => import('#lib/library/MyVideos.svelte') },
]

export function findLibraryView(path: string): { view: LibraryView; parts: string[] } | undefined {
  for (const view of views) {
    const match = view.path.exec(path.replace(/\/$/, ''))
    if (match) return { view, parts: match.slice(1) }
  }
  return undefined
}
