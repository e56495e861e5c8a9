import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { getAccount } from '@sepiola/api-client/endpoints/accounts/get-account.ts'
import { getAccountVideos } from '@sepiola/api-client/endpoints/accounts/get-account-videos.ts'
import { getAccountsByNameVideoChannels } from '@sepiola/api-client/endpoints/video-channels/get-accounts-by-name-video-channels.ts'
import { getVideoChannel } from '@sepiola/api-client/endpoints/video-channels/get-video-channel.ts'
import { getVideoChannelVideos } from '@sepiola/api-client/endpoints/video/get-video-channel-videos.ts'
import { error } from '@sveltejs/kit'
import { call } from '#lib/api/call.ts'
import type { Actor, Channel, List, ListedVideo } from '#lib/api/types.ts'
import { pageNumber } from '#lib/video/paging.ts'

export const perPage = 24

export const query = (number: number) => ({
  start: (number - 1) * perPage,
  count: perPage,
  sort: '-publishedAt' as const,
})

export interface AccountPage {
  account: Actor
  channels: Channel[]
  list: List<ListedVideo>
  number: number
}

export interface ChannelPage {
  channel: Channel
  list: List<ListedVideo>
  number: number
}

export async function loadAccount(name: string, url: URL, fetch: typeof globalThis.fetch): Promise<AccountPage> {
  const number = pageNumber(url)
  const params = { name }
  return orRefuse(async () => {
    const [account, channels, list] = await Promise.all([
      call(getAccount, { params, fetch }),
      call(getAccountsByNameVideoChannels, { params, query: { count: 20 }, fetch }),
      call(getAccountVideos, { params, query: query(number), fetch }),
    ])
    return { account, channels: channels.data, list, number }
  })
}

export async function loadChannel(
  channelHandle: string,
  url: URL,
  fetch: typeof globalThis.fetch,
): Promise<ChannelPage> {
  const number = pageNumber(url)
  const params = { channelHandle }
  return orRefuse(async () => {
    const [channel, list] = await Promise.all([
      call(getVideoChannel, { params, fetch }),
      call(getVideoChannelVideos, { params, query: query(number), fetch }),
    ])
    return { channel, list, number }
  })
}

async function orRefuse<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status, problem.detail)
    throw problem
  }
}
