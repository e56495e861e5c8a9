import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Origin } from '#foundation/origin.ts'

const buildFolder = join(import.meta.dirname, '../../../../web/build')

/** Hashed files of the client, served below `/client/`. */
export const clientFolder = join(buildFolder, 'client')

export type FetchApi = (path: string, init: { headers: Record<string, string> }) => Promise<Response>

export interface WebRenderer {
  render(request: Request): Promise<Response>
}

/** True when the client was built (`npm start` builds it). */
export function hasWebClient(): boolean {
  return existsSync(join(buildFolder, 'server/render.js'))
}

/** The server half of the built client: renders a page's HTML with the data of its first paint. */
export async function loadRenderer(origin: Origin, fetchApi: FetchApi): Promise<WebRenderer> {
  const module = (await import(pathToFileURL(join(buildFolder, 'server/render.js')).href)) as {
    createRenderer(options: { fetchApi: FetchApi; origin: string }): Promise<WebRenderer>
  }
  return module.createRenderer({ fetchApi, origin: origin.url })
}
