import { getVideoTranscodingProgress } from '@sepiola/api-client/endpoints/sepiola.ts'
import { call } from './call.ts'
import type { TranscodingProgress } from './types.ts'

export function getTranscodingProgress(id: string): Promise<TranscodingProgress> {
  return call(getVideoTranscodingProgress, { params: { id } })
}
