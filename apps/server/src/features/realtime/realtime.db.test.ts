import assert from 'node:assert/strict'
import { request as requestHttp } from 'node:http'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { pushAvailableJobs, pushForceEnd, pushNotification, pushVideoState } from './public.ts'

let server: TestServer
let video: TestVideo
let root: string
const sockets: Socket[] = []

before(async () => {
  server = await startTestServer({ listen: true })
  video = await makeTestVideo(server.ctx)
  root = await server.login()
})
after(() => server.close())
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

function connect(namespace: string, options: Partial<ManagerOptions & SocketOptions> = {}): Socket {
  const socket = io(`${server.url}${namespace}`, {
    ...{ forceNew: true, transports: ['websocket'], reconnection: false },
    ...options,
  })
  sockets.push(socket)
  return socket
}

const within = <T>(promise: Promise<T>, what: string) =>
  Promise.race([promise, sleep(5000, undefined, { ref: false }).then(() => assert.fail(`not within 5 s: ${what}`))])

/** The next event; its payload, `undefined` when there is none. */
const next = <T = unknown>(socket: Socket, event: string): Promise<T> =>
  within(new Promise((resolve) => socket.once(event, resolve)), event)

async function connected(namespace: string, options?: Partial<ManagerOptions & SocketOptions>): Promise<Socket> {
  const socket = connect(namespace, options)
  await within(
    new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    }),
    `a connection to ${namespace}`,
  )
  return socket
}

const refusal = async (namespace: string, options?: Partial<ManagerOptions & SocketOptions>) =>
  (await next<Error>(connect(namespace, options), 'connect_error')).message

const push = (act: (tx: never) => Promise<void>) => server.ctx.db.transaction().execute((tx) => act(tx as never))

const notification = (id: number) => ({ id, type: 1, read: false }) as never

describe('/user-notifications', () => {
  const join = (accessToken: string) => connected('/user-notifications', { query: { accessToken } })

  test('refuses who brings no token or a wrong one', async () => {
    assert.equal(await refusal('/user-notifications'), 'No access token provided')
    for (const accessToken of ['f'.repeat(40), 'x', '\0', "' OR 1=1"]) {
      assert.equal(await refusal('/user-notifications', { query: { accessToken } }), 'Invalid access token.')
    }
    const twice = { query: { accessToken: [root, root] } }
    assert.equal(await refusal('/user-notifications', twice as never), 'Invalid access token.')
  })

  test('brings every page of a user his notifications, and nobody else’s', async () => {
    await addUser(server.ctx, 'alice')
    const alice = await server.login('alice', userPassword)
    const [one, two, other] = await Promise.all([join(root), join(root), join(alice)])
    const heard: unknown[] = []
    other!.on('new-notification', (told) => heard.push(told))
    const both = Promise.all([next(one!, 'new-notification'), next(two!, 'new-notification')])
    await push((tx) => pushNotification(server.ctx, tx, 1, notification(7)))
    assert.deepEqual(await both, [notification(7), notification(7)])
    assert.deepEqual(heard, [])
  })

  test('says nothing of what was rolled back', async () => {
    const socket = await join(root)
    const told = next(socket, 'new-notification')
    const failing = push(async (tx) => {
      await pushNotification(server.ctx, tx, 1, notification(8))
      throw new Error('no')
    })
    await assert.rejects(failing, /no/)
    await push((tx) => pushNotification(server.ctx, tx, 1, notification(9)))
    assert.deepEqual(await told, notification(9))
  })

  test('ends with the session, and when the user is blocked', async () => {
    const bob = await addUser(server.ctx, 'bob')
    const tokens = [await server.login('bob', userPassword), await server.login('bob', userPassword)]
    const [one, two] = await Promise.all(tokens.map(join))
    const ended = next(one!, 'disconnect')
    await server.request({ method: 'POST', url: '/api/v1/users/revoke-token', as: tokens[0]! })
    await ended
    assert.equal(two!.connected, true)
    const blocked = next(two!, 'disconnect')
    const url = `/api/v1/users/${bob.userId}/block`
    assert.equal((await server.request({ method: 'POST', url, as: root })).statusCode, 204)
    await blocked
  })
})

describe('/live-videos', () => {
  const follow = async (videoId: unknown) => {
    const socket = await connected('/live-videos')
    socket.emit('subscribe', { videoId })
    return socket
  }

  test('tells state, forced end and viewers of the videos that are followed', async () => {
    const socket = await follow(video.id)
    assert.deepEqual(await next(socket, 'views-change'), { viewers: 0 })
    const changed = next(socket, 'state-change')
    await push((tx) => pushVideoState(server.ctx, tx, video.id + 1, 5))
    await push((tx) => pushVideoState(server.ctx, tx, video.id, 4))
    assert.deepEqual(await changed, { state: 4 })
    const ended = new Promise<unknown[]>((resolve) => socket.once('force-end', (...told) => resolve(told)))
    await push((tx) => pushForceEnd(server.ctx, tx, video.id))
    assert.deepEqual(await within(ended, 'force-end'), [])
    const counted = next(socket, 'views-change')
    const watching = { method: 'POST', url: `/api/v1/videos/${video.uuid}/views`, payload: { currentTime: 1 } } as const
    assert.equal((await server.request(watching)).statusCode, 204)
    assert.deepEqual(await counted, { viewers: 1 })
  })

  test('what was unsubscribed is told no more; what is no number never', async () => {
    const socket = await follow(video.id)
    await next(socket, 'views-change')
    const heard: unknown[] = []
    socket.on('state-change', (told) => heard.push(told))
    socket.emit('unsubscribe', { videoId: video.id })
    for (const wrong of [video.uuid, String(video.id), -1, 1.5, null, 2 ** 40, { a: 1 }]) {
      socket.emit('subscribe', { videoId: wrong })
    }
    socket.emit('subscribe')
    socket.emit('subscribe', null, () => {})
    socket.emit('unsubscribe', 'x')
    const other = await follow(video.id)
    await next(other, 'views-change')
    const told = next(other, 'state-change')
    await push((tx) => pushVideoState(server.ctx, tx, video.id, 1))
    await told
    await sleep(100)
    assert.deepEqual(heard, [])
    assert.equal(socket.connected, true)
  })

  test('works without WebSocket, too', async () => {
    const socket = await connected('/live-videos', { transports: ['polling'] })
    socket.emit('subscribe', { videoId: video.id })
    await next(socket, 'views-change')
    const told = next(socket, 'state-change')
    await push((tx) => pushVideoState(server.ctx, tx, video.id, 1))
    assert.deepEqual(await told, { state: 1 })
  })
})

describe('/runners', () => {
  const runnerToken = 'ptrrt-0b9c6f1e'
  before(async () => {
    const now = new Date()
    const row = { runnerToken, name: 'a runner', lastContact: now, ip: '127.0.0.1', createdAt: now, updatedAt: now }
    await server.ctx.db.insertInto('runner').values(row).execute()
  })

  test('refuses who is no runner, and says why', async () => {
    assert.equal(await refusal('/runners'), 'No runner token provided')
    assert.equal(await refusal('/runners', { auth: { runnerToken: 5 } }), 'Runner token is invalid')
    for (const wrong of ['x', '\0']) {
      assert.equal(await refusal('/runners', { auth: { runnerToken: wrong } }), 'Invalid runner token.')
    }
  })

  test('is told once of a burst of jobs', async () => {
    const socket = await connected('/runners', { auth: { runnerToken } })
    const heard: unknown[][] = []
    socket.on('available-jobs', (...told) => heard.push(told))
    for (let i = 0; i < 3; i++) await push((tx) => pushAvailableJobs(server.ctx, tx))
    await next(socket, 'available-jobs')
    await sleep(300)
    assert.deepEqual(heard, [[]])
  })
})

describe('the port', () => {
  test('an unknown namespace is refused, and what is no message harms nobody', async () => {
    assert.equal(await refusal('/nothing'), 'Invalid namespace')
    assert.match(await refusal('/'), /nothing/)
    const broken = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { method: 'POST', body: 'garbage' })
    assert.equal(broken.status, 400)
    assert.equal((await fetch(`${server.url}/socket.io/?EIO=99&transport=x`)).status, 400)
    assert.equal((await fetch(`${server.url}/api/v1/ping`)).status, 200)
  })

  /** The status of a request that asks for another protocol. */
  const upgrade = (path: string, protocol: string): Promise<number> =>
    within(
      new Promise((resolve, reject) => {
        const headers = {
          connection: 'Upgrade',
          upgrade: protocol,
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        }
        const request = requestHttp(`${server.url}${path}`, { headers, agent: false })
        request.on('response', (response) => (response.resume(), resolve(response.statusCode!)))
        request.on('upgrade', (response, socket) => (socket.destroy(), resolve(response.statusCode!)))
        request.on('error', reject)
        request.end()
      }),
      path,
    )

  test('other upgrades are answered as if they had not been asked for', async () => {
    assert.equal(await upgrade('/api/v1/ping', 'websocket'), 200)
    assert.equal(await upgrade('/api/v1/ping', 'h2c'), 200)
    assert.equal(await upgrade('/socket.io/?EIO=4&transport=websocket', 'h2c'), 400)
    assert.equal(await upgrade('/socket.io/?EIO=4&transport=websocket', 'websocket'), 101)
    assert.equal(await upgrade('/socket.io/?EIO=4&transport=nothing', 'websocket'), 400)
  })
})
