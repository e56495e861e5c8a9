import History from '@lucide/svelte/icons/history'
import ListVideo from '@lucide/svelte/icons/list-video'
import UsersRound from '@lucide/svelte/icons/users-round'
import type { LibraryPage, LibraryView } from '#lib/creator/library-views.ts'

/** What who watches keeps here (spec 09 §2.3). */
export const viewerPages = [
  { href: '/my-library/video-playlists', label: 'myPlaylists.title', icon: ListVideo, below: true },
  { href: '/my-library/history/videos', label: 'history.title', icon: History },
  { href: '/my-library/subscriptions', label: 'subscriptions.title', icon: UsersRound },
] as const satisfies readonly LibraryPage[]

export const viewerViews: readonly LibraryView[] = [
  { path: /^history\/videos$/, title: 'history.title', load: () => import('./History.svelte') },
  { path: /^followers$/, title: 'followers.title', load: () => import('./Followers.svelte') },
  { path: /^subscriptions$/, title: 'subscriptions.title', load: () => import('./Subscriptions.svelte') },
  { path: /^video-playlists$/, title: 'myPlaylists.title', headed: false, load: () => import('./Playlists.svelte') },
  { path: /^video-playlists\/create$/, title: 'myPlaylists.create', load: () => import('./CreatePlaylist.svelte') },
  {
    path: /^video-playlists\/update\/([^/]+)$/,
    title: 'myPlaylists.editTitle',
    load: () => import('./EditPlaylist.svelte'),
  },
  {
    path: /^video-playlists\/([^/]+)$/,
    title: 'myPlaylists.title',
    headed: false,
    load: () => import('./PlaylistPage.svelte'),
  },
]
