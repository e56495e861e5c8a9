// What higher slices, and the doctor, may use of imports.
export { findYtDlp } from './remote/yt-dlp.ts'
export { findAria2 } from './torrents/fetch-torrent.ts'
