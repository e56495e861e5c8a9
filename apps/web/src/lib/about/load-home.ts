import { getAccountVideos } from '@sepiola/api-client/endpoints/accounts/get-account-videos.ts'
import { getCustomPagesHomepageInstance } from '@sepiola/api-client/endpoints/homepage/get-custom-pages-homepage-instance.ts'
import { getVideo } from '@sepiola/api-client/endpoints/video/get-video.ts'
import { getVideoChannel } from '@sepiola/api-client/endpoints/video-channels/get-video-channel.ts'
import { getVideoChannelVideos } from '@sepiola/api-client/endpoints/video/get-video-channel-videos.ts'
import { getVideos } from '@sepiola/api-client/endpoints/video/get-videos.ts'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { call } from '#lib/api/call.ts'
import type { HomeNode } from './home-tree.ts'

type Ask = typeof fetch
type Element = Extract<HomeNode, { kind: 'element' }>

/** A homepage may ask for so much at most: each of them is a request. */
const mostRequests = 20
const mostVideos = 50

/** The administrators' homepage with what its elements show; undefined when there is none. */
export async function loadHome(fetch: Ask): Promise<HomeNode[] | undefined> {
  let page: { content?: string; tree?: HomeNode[] }
  try {
    page = await call(getCustomPagesHomepageInstance, { fetch })
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined
    throw problem
  }
  // What came with the HTML was read on the server.
  const tree = page.tree ?? (page.content ? (await import('./home-tree.ts')).readHome(page.content) : [])
  if (tree.length === 0) return undefined
  return fillHome(tree, fetch)
}

/** What its elements show is asked for together; what is not there is left out. */
export async function fillHome(tree: HomeNode[], fetch: Ask): Promise<HomeNode[]> {
  const wanted = elementsOf(tree).slice(0, mostRequests)
  await Promise.all(
    wanted.map(async (element) => {
      element.found = await ask(element, fetch).catch(() => undefined)
    }),
  )
  return tree
}

function elementsOf(nodes: HomeNode[]): Element[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return []
    return node.kind === 'element' ? [node, ...elementsOf(node.children)] : elementsOf(node.children)
  })
}

async function ask({ name, data }: Element, fetch: Ask): Promise<unknown> {
  if (name === 'videos-list') return (await askVideos(data, fetch)).data
  if (name === 'video-miniature' && data['uuid']) return call(getVideo, { params: { id: data['uuid'] }, fetch })
  if (name !== 'channel-miniature' || !data['name']) return undefined
  const channelHandle = data['name']
  const [channel, latest] = await Promise.all([
    call(getVideoChannel, { params: { channelHandle }, fetch }),
    data['display-latest-video'] === 'true'
      ? call(getVideoChannelVideos, { params: { channelHandle }, query: { count: 1, sort: '-publishedAt' }, fetch })
      : undefined,
  ])
  return { channel, latest: latest?.data[0] }
}

function askVideos(data: Record<string, string>, fetch: Ask) {
  const list = (text: string | undefined) =>
    text
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean)
  const count = Math.min(mostVideos, Math.max(1, Number.parseInt(data['count'] ?? '', 10) || 10))
  const categories = list(data['category-one-of'])?.map(Number).filter(Number.isInteger)
  const languages = list(data['language-one-of'])
  const query = {
    count,
    sort: (data['sort'] ?? '-publishedAt') as '-publishedAt',
    ...(categories?.length ? { categoryOneOf: categories } : {}),
    ...(languages?.length ? { languageOneOf: languages } : {}),
    ...(data['is-live'] ? { isLive: data['is-live'] === 'true' } : {}),
    ...(data['only-local'] === 'true' ? { isLocal: true } : {}),
  }
  const [accountHandle, channelHandle] = [data['account-handle'], data['channel-handle']]
  if (channelHandle) return call(getVideoChannelVideos, { params: { channelHandle }, query, fetch })
  if (accountHandle) return call(getAccountVideos, { params: { name: accountHandle }, query, fetch })
  return call(getVideos, { query: { ...query, ...(data['host'] ? { host: data['host'] } : {}) }, fetch })
}
