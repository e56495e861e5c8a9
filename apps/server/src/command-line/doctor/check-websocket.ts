import type { Origin } from '#foundation/origin.ts'
import { askServer } from './ask-server.ts'
import { good, warning, type Finding } from './finding.ts'

/** Of Socket.IO: pages are told of notifications, and runners of jobs, as they come (spec 10 §9). */
const socketPath = '/socket.io/?EIO=4&transport=websocket'

const advice =
  'Let the proxy pass upgrades on (nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade").'

/** Whether the proxy lets connections become WebSockets. Without them pages ask again and again, and runners wait. */
export async function checkWebSocket(origin: Origin): Promise<Finding> {
  const subject = 'WebSocket'
  try {
    const { status } = await askServer(new URL(socketPath, origin.url), { webSocket: true })
    if (status === 101) return good(subject, 'comes through to the server')
    return warning(subject, `the proxy does not pass WebSocket on (${status}): live news reach pages late`, advice)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return warning(subject, `the proxy ends connections that ask for WebSocket (${code ?? message})`, advice)
  }
}
