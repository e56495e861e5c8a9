import type { FastifyRequest } from 'fastify'
import type { ImplementOptions } from '#foundation/http/implement.ts'
import { requireManagedChannelByHandle, type WantedOfChannel } from './managed-channel.ts'
import type { ChannelAccess } from './managed-channel.sql.ts'

interface ChannelOfRequest {
  before: NonNullable<ImplementOptions['before']>
  of(request: FastifyRequest): ChannelAccess
}

/**
 * For operations on `{channelHandle}`: the channel is looked up and the viewer's right over it checked before the field
 * rules (spec 04, rights recap). `before` throws 404, 403.
 */
export function channelOfRequest(wanted: WantedOfChannel = {}): ChannelOfRequest {
  const channels = new WeakMap<FastifyRequest, ChannelAccess>()
  return {
    async before({ ctx, viewer, request }) {
      const { channelHandle } = request.params as { channelHandle: string }
      channels.set(request, await requireManagedChannelByHandle(ctx, viewer!, channelHandle, wanted))
    },
    of: (request) => channels.get(request)!,
  }
}
