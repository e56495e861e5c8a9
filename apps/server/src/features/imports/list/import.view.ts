import { videoImportStateLabels } from '@sepiola/contract/enums.ts'
import type { VideoImport } from '@sepiola/contract/schemas/imports.ts'
import type { Video } from '@sepiola/contract/schemas/videos.ts'
import { labelledNumber } from '#foundation/labelled.ts'
import type { ListedImport } from './list-imports.sql.ts'

/** `video`: absent when it was deleted. */
export function importView(row: ListedImport, video: Video | undefined): VideoImport {
  const { id, targetUrl, magnetUri, torrentName, error, attempts, progress, channelSync } = row
  return {
    ...{ id, targetUrl, magnetUri, torrentName, attempts, error },
    state: labelledNumber(videoImportStateLabels, row.state),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(progress === null ? {} : { progress }),
    ...(video ? { video } : {}),
    ...(channelSync ? { videoChannelSync: channelSync } : {}),
  }
}
