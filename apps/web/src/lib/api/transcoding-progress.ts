import type { Answer, CallOptions, Endpoint } from '@sepiola/api-client/endpoint.ts'
import { call } from './call.ts'
import type { TranscodingProgress } from './types.ts'

/** Ours alone, and so not in the client that is made of PeerTube's contract. */
const endpoint: Endpoint<'getVideo'> = {
  method: 'GET',
  path: '/api/v1/videos/{id}/transcoding-progress',
  answer: 'json',
  body: 'none',
}

export async function getTranscodingProgress(id: string): Promise<TranscodingProgress> {
  const options: CallOptions<'getVideo'> = { params: { id } }
  const answer: Answer<'getVideo'> | TranscodingProgress = await call(endpoint, options)
  return answer as unknown as TranscodingProgress
}
