import { LADDER_RESOLUTIONS } from '@sepiola/media/resolutions.ts'
import type { Settings } from '#foundation/config/settings.ts'

type Transcoding = Pick<Settings['transcoding'], 'resolutions' | 'always_transcode_original_resolution'>

const usual = 720
const modern = '[vcodec!*=av01][vcodec!*=vp9.2]'

/** What yt-dlp shall prefer (spec 05 §23): nothing larger than what is kept, and what is easy to transcode. */
export function chooseFormat({ resolutions, always_transcode_original_resolution: keepsAll }: Transcoding): string {
  const height = Math.max(...LADDER_RESOLUTIONS.filter((each) => resolutions[`${each}p`]), 0) || usual
  const limited = [
    `bestvideo[vcodec^=avc1][height=${height}]+bestaudio[ext=m4a]`,
    `bestvideo${modern}[height=${height}]+bestaudio`,
    `bestvideo[vcodec^=avc1][height<=${height}]+bestaudio[ext=m4a]`,
  ]
  const any = [`bestvideo${modern}+bestaudio`, `best${modern}`, 'bestvideo[ext=mp4]+bestaudio[ext=m4a]', 'best']
  return [...(keepsAll ? [] : limited), ...any].join('/')
}
