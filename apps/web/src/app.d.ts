import type { Caption, PublicConfig } from '#lib/api/types.ts'
import type { Subject } from '#lib/server/head/page-head.ts'
import type { ReadStyle } from '#lib/server/paint-first.ts'

declare global {
  namespace App {
    interface Error {
      /** Message of the API in the visitor's language, when there is one. */
      detail?: string
    }
    interface Locals {
      locale: string
      /** Status of the page when its load answers with less than the whole page (spec 09 §7.1). */
      status?: number
      config: PublicConfig
      subject?: Subject
      captions?: Caption[]
    }
    interface Platform {
      fetchApi: (path: string, init: { headers: Record<string, string> }) => Promise<Response>
      /** Public origin of this server, without a final slash. */
      origin: string
      readStyle: ReadStyle
    }
  }
}

export {}
