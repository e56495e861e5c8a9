import type { Namespace } from 'socket.io'
import { viewersSince } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { countViewers } from './realtime.sql.ts'

/** Videos that one page follows at most. */
const mostRooms = 20

/** ms between two counts of the viewers of all videos that somebody follows here. */
const countEvery = (ctx: Context) => (ctx.testMode ? 500 : 5000)

interface Subscribing {
  subscribe: (asked: unknown) => void
  unsubscribe: (asked: unknown) => void
}

interface Telling {
  'state-change': (change: { state: number }) => void
  'views-change': (change: { viewers: number }) => void
  'force-end': () => void
}

const roomOf = (videoId: number) => `video:${videoId}`

/** Only numeric ids (spec 10 §9). */
function readVideoId(asked: unknown): number | undefined {
  const id = (asked as { videoId?: unknown } | null | undefined)?.videoId
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id < 2 ** 31 ? id : undefined
}

/** State, viewers and forced ends of the videos that clients of this node follow. */
export function addLiveVideos(ctx: Context, namespace: Namespace<Subscribing, Telling>) {
  /** As they were last told. */
  const viewers = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined

  /** Read from the sessions: no write is due to whoever watches a page that nobody follows. */
  async function count(): Promise<void> {
    const followed = [...namespace.adapter.rooms.keys()].flatMap((room) =>
      room.startsWith('video:') ? [Number(room.slice('video:'.length))] : [],
    )
    for (const known of viewers.keys()) if (!followed.includes(known)) viewers.delete(known)
    if (followed.length === 0) return stop()
    const counted = await countViewers(ctx.db, followed, viewersSince(ctx))
    for (const videoId of followed) {
      const now = counted.get(videoId) ?? 0
      if (viewers.get(videoId) === now) continue
      viewers.set(videoId, now)
      namespace.to(roomOf(videoId)).emit('views-change', { viewers: now })
    }
  }

  function start(): void {
    timer ??= setInterval(
      () => void count().catch((err: unknown) => ctx.log.warn({ err }, 'Viewers cannot be counted')),
      countEvery(ctx),
    )
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  namespace.on('connection', (socket) => {
    socket.on('subscribe', (asked) => {
      const videoId = readVideoId(asked)
      if (videoId === undefined || socket.rooms.size > mostRooms) return
      void socket.join(roomOf(videoId))
      // Told again to all, so that the newcomer knows.
      viewers.delete(videoId)
      start()
    })
    socket.on('unsubscribe', (asked) => {
      const videoId = readVideoId(asked)
      if (videoId !== undefined) void socket.leave(roomOf(videoId))
    })
  })

  return {
    tell(videoId: number, state: number | undefined) {
      const room = namespace.to(roomOf(videoId))
      if (state === undefined) room.emit('force-end')
      else room.emit('state-change', { state })
    },
    stop,
  }
}
