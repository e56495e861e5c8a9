// What higher slices may use of playlists; events are in playlists.events.ts.
export { requirePlaylist, requireReadablePlaylist } from './access/require-playlist.ts'
export { findPlaylists, type PlaylistRow } from './read/playlist-json.sql.ts'
export { playlistView } from './read/playlist.view.ts'
export { isKnownPlaylist } from './read/list-playlists.sql.ts'
export { releaseChannelPlaylists, transferChannelPlaylists } from './edit/channel-playlists.ts'
export { createPlaylist } from './edit/create-playlist.ts'
export { regeneratePlaylistThumbnails } from './thumbnails/regenerate-thumbnails.ts'
export { addVideosToPlaylist } from './elements/add-videos.ts'
