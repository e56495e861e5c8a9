import type { VideoImport } from '@sepiola/contract/schemas/imports.ts'

type Stateful = Pick<VideoImport, 'state'>

/** States of spec 01 §10. */
export const isUnderWay = ({ state }: Stateful): boolean => state.id === 1 || state.id === 6
export const hasFailed = ({ state }: Stateful): boolean => state.id === 3 || state.id === 4
export const mayRetry = ({ state, video }: Pick<VideoImport, 'state' | 'video'>): boolean =>
  state.id === 3 && Boolean(video)

/** Where it comes from, as short as people know it. */
export function sourceOf({ targetUrl, magnetUri, torrentName }: VideoImport): string {
  return targetUrl ?? torrentName ?? magnetUri ?? ''
}

export function nameOf(one: VideoImport): string {
  return one.video?.name ?? sourceOf(one)
}
