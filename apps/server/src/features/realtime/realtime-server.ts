import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server as Engine } from 'engine.io'
import { Server, type Namespace, type Socket } from 'socket.io'
import type { Viewer } from '#foundation/http/viewer.ts'
import { findViewer, watchSessions } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { addLiveVideos } from './live-videos.ts'
import { decodeMessage, realtimeChannel, type RealtimeMessage } from './messages.ts'
import { isRunnerToken } from './realtime.sql.ts'

export interface RealtimeServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  handleRequest(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

/** Clients send nothing longer than a number, bytes. */
const longestMessage = 10_000
/** ms that a client has to join a namespace. */
const joinPatience = 10_000
/** ms; runners are told once of a burst of jobs. */
const jobsDebounce = 1000

/** The three namespaces of spec 10 §9, for the clients of this node. */
export async function startRealtimeServer(ctx: Context): Promise<RealtimeServer> {
  const io = new Server({ serveClient: false, connectTimeout: joinPatience })
  const engine = new Engine({ maxHttpBufferSize: longestMessage })
  io.bind(engine)
  io.of('/').use((_socket, next) => next(new Error('There is nothing in this namespace')))

  const users = addUserNotifications(ctx, io)
  const liveVideos = addLiveVideos(ctx, io.of('/live-videos'))
  const runners = addRunners(ctx, io)
  const deliver = (message: RealtimeMessage) => {
    if (message.to === 'user') return users.tell(message.userId, message.notification)
    if (message.to === 'video') return liveVideos.tell(message.videoId, message.state)
    return runners.tell()
  }
  const unlisten = [
    await ctx.notifier.listen(realtimeChannel, (payload) => void deliver(decodeMessage(payload))),
    await watchSessions(ctx, users.check),
  ]
  return {
    handleUpgrade: (request, socket, head) => engine.handleUpgrade(request as never, socket, head),
    handleRequest: (request, response) => engine.handleRequest(request as never, response),
    async close() {
      for (const stop of unlisten) stop()
      liveVideos.stop()
      runners.stop()
      await io.close()
      engine.close()
    },
  }
}

interface UserData {
  token: string
  viewer: Viewer
}

function addUserNotifications(ctx: Context, io: Server) {
  const namespace: Namespace<{}, { 'new-notification': (notification: unknown) => void }, {}, UserData> =
    io.of('/user-notifications')
  const roomOf = (userId: number) => `user:${userId}`

  namespace.use(async (socket, next) => {
    const { accessToken } = socket.handshake.query
    if (accessToken === undefined || accessToken === '') return next(new Error('No access token provided'))
    if (typeof accessToken !== 'string') return next(new Error('Access token is invalid'))
    try {
      socket.data = { token: accessToken, viewer: await findViewer(ctx, accessToken) }
      next()
    } catch {
      next(new Error('Invalid access token.'))
    }
  })
  namespace.on('connection', (socket) => socket.join(roomOf(socket.data.viewer.userId)))

  const socketsOf = (userId: number) =>
    [...(namespace.adapter.rooms.get(roomOf(userId)) ?? [])].flatMap((id) => namespace.sockets.get(id) ?? [])
  /** A session may end, or its user be blocked, while its page is open. */
  const isStillIn = async (socket: Socket<{}, {}, {}, UserData>): Promise<boolean> => {
    const viewer = await findViewer(ctx, socket.data.token).catch(() => undefined)
    if (!viewer) socket.disconnect(true)
    return viewer !== undefined
  }
  return {
    async tell(userId: number, notification: unknown) {
      for (const socket of socketsOf(userId)) {
        if (await isStillIn(socket)) socket.emit('new-notification', notification)
      }
    },
    check({ userId, tokenId }: { userId?: number; tokenId?: number }) {
      const all = userId === undefined ? [...namespace.sockets.values()] : socketsOf(userId)
      for (const socket of all) {
        if (tokenId === undefined || socket.data.viewer.tokenId === tokenId) void isStillIn(socket)
      }
    },
  }
}

function addRunners(ctx: Context, io: Server) {
  const namespace: Namespace<{}, { 'available-jobs': () => void }> = io.of('/runners')
  let timer: NodeJS.Timeout | undefined

  namespace.use(async (socket, next) => {
    const { runnerToken } = socket.handshake.auth as Record<string, unknown>
    if (runnerToken === undefined || runnerToken === '') return next(new Error('No runner token provided'))
    if (typeof runnerToken !== 'string') return next(new Error('Runner token is invalid'))
    const known = await isRunnerToken(ctx.db, runnerToken).catch(() => false)
    next(known ? undefined : new Error('Invalid runner token.'))
  })

  return {
    /** Each new reason restarts the wait, so that a burst is one message (spec 06 §B15). */
    tell() {
      clearTimeout(timer)
      timer = setTimeout(() => namespace.emit('available-jobs'), jobsDebounce)
    },
    stop: () => clearTimeout(timer),
  }
}
