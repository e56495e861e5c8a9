/** Keys of older PeerTube versions: their files are accepted with a warning that names the successor. */
export const renamedSettings: Readonly<Record<string, string | undefined>> = {
  'storage.videos': 'storage.web_videos',
  'object_storage.videos': 'object_storage.web_videos',
  'transcoding.webtorrent': 'transcoding.web_videos',
  'views.videos.ip_view_expiration': 'views.videos.view_expiration',
  'defaults.publish.comments_enabled': 'defaults.publish.comments_policy',
  'import.videos.http.youtube_dl_release.repository': 'import.videos.http.youtube_dl_release.url',
  'email.object': 'email.subject',
  'video_channels.max_collaborators': 'video_channels.max_collaborators_per_channel',
}
