import type { EnabledResolutions } from './ladder.ts'

/** What planning needs of the `transcoding` settings; `settings.transcoding` fits. */
export interface TranscodingSettings {
  resolutions: EnabledResolutions
  always_transcode_original_resolution: boolean
  always_transcode_podcast_optimized_audio: boolean
  fps: { max: number }
  web_videos: { enabled: boolean }
  hls: { enabled: boolean; split_audio_and_video: boolean }
}
