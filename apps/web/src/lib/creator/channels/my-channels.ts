import type { VideoChannel } from '@sepiola/contract/schemas/actors.ts'
import { getAccountsByNameVideoChannels } from '@sepiola/api-client/endpoints/video-channels.ts'
import { call } from '#lib/api/call.ts'

/** Channels of somebody and those that they help to run, with figures; at most 100. */
export async function loadMyChannels(name: string): Promise<VideoChannel[]> {
  const query = { count: 100, sort: 'name', withStats: true, includeCollaborations: true } as const
  return (await call(getAccountsByNameVideoChannels, { params: { name }, query })).data
}
