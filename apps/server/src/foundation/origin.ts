import type { Settings } from './config/settings.ts'

/** The server's public address. It never changes after the first start (spec 02 §7, `webserver.*`). */
export interface Origin {
  /** `https://video.example` or `http://localhost:9000`, without trailing slash. */
  url: string
  /** `video.example`, with the port unless it is 80/443: how actors of this server are addressed. */
  host: string
  hostname: string
  /** Port as clients reach it. */
  port: number
  https: boolean
  webSocketUrl: string
}

export function buildOrigin(webserver: Settings['webserver']): Origin {
  const { https, hostname, port } = webserver
  const standard = port === (https ? 443 : 80)
  const host = port === 80 || port === 443 ? hostname : `${hostname}:${port}`
  return {
    url: `${https ? 'https' : 'http'}://${standard ? hostname : `${hostname}:${port}`}`,
    host,
    hostname,
    port,
    https,
    webSocketUrl: `${https ? 'wss' : 'ws'}://${hostname}:${port}`,
  }
}
