import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

const url = '/api/v1/metrics/playback'
const report = {
  playerMode: 'p2p-media-loader',
  resolution: 720,
  fps: 30,
  p2pEnabled: true,
  p2pPeers: 3,
  resolutionChanges: 1,
  bufferStalled: 2,
  errors: 0,
  downloadedBytesP2P: 10,
  downloadedBytesHTTP: 4_000_000_000,
  uploadedBytesP2P: 7,
}

async function occupyPort(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

const metricsOn = (port: number) => ({
  open_telemetry: {
    metrics: {
      enabled: true,
      http_request_duration: { enabled: true },
      prometheus_exporter: { hostname: '127.0.0.1', port },
    },
  },
})

describe('metrics', () => {
  let server: TestServer
  let port: number
  before(async () => {
    const occupied = await occupyPort()
    port = occupied.port
    await new Promise((resolve) => occupied.server.close(resolve))
    server = await startTestServer({ settings: metricsOn(port) })
  })
  after(() => server.close())

  const send = (payload: object) => server.request({ method: 'POST', url, payload })
  const read = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type')!, /^text\/plain/)
    return answer.text()
  }
  /** Lines of a metric: labels and value. */
  const samples = (text: string, name: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
      .map((line) => ({
        labels: line,
        value: Number(
          line
            .replace(/ \d{13}$/, '')
            .split(' ')
            .at(-1),
        ),
      }))

  test('tell queues, content, network, runners and the process', async () => {
    await makeTestVideo(server.ctx)
    const text = await read()
    const families = [
      ...['job_queue_total', 'users_total', 'active_users_total', 'channels_total', 'active_channels_total'],
      ...['videos_total', 'video_views_total', 'video_downloads_total', 'video_bytes_total', 'comments_total'],
      ...['playlists_total', 'viewers_total', 'running_lives_total', 'instance_followers_total'],
      ...['instance_following_total', 'redundancy_used_bytes_total', 'redundancy_available_bytes_total'],
      ...['ap_inbox_success_total', 'ap_inbox_error_total', 'ap_inbox_waiting_total', 'runner_count'],
    ]
    for (const family of families) assert.ok(samples(text, `peertube_${family}`).length > 0, family)
    const runtime = [
      ...['nodejs_memory_usage_bytes', 'nodejs_eventloop_lag_seconds', 'nodejs_active_handles_total'],
      ...['nodejs_active_resources_total', 'process_cpu_seconds_total', 'process_cpu_user_seconds_total'],
      ...['process_cpu_system_seconds_total', 'process_open_fds'],
    ]
    for (const family of runtime) assert.ok(samples(text, family).length > 0, family)
    assert.equal(samples(text, 'peertube_users_total')[0]!.value, 1)
    const local = samples(text, 'peertube_videos_total').find(({ labels }) => labels.includes('videoOrigin="local"'))
    assert.equal(local!.value, 1)
    const active = samples(text, 'peertube_active_users_total').map(
      ({ labels }) => /activeInterval="(\w+)"/.exec(labels)?.[1],
    )
    assert.deepEqual(active, ['daily', 'weekly', 'monthly'])
    const available = samples(text, 'peertube_redundancy_available_bytes_total')
    assert.deepEqual([available.length, available[0]!.value], [3, 1000 * 1024 * 1024])
  })

  test('add up what players report', async () => {
    const { uuid, id } = await makeTestVideo(server.ctx)
    for (const videoId of [uuid, id]) assert.equal((await send({ ...report, videoId })).statusCode, 204)
    const text = await read()
    const [downloaded] = samples(text, 'peertube_playback_http_downloaded_bytes_total')
    assert.equal(downloaded!.value, 8_000_000_000)
    for (const label of [
      'videoOrigin="local"',
      'playerMode="p2p-media-loader"',
      'resolution="720"',
      'fps="30"',
      `videoUUID="${uuid}"`,
    ]) {
      assert.ok(downloaded!.labels.includes(label), `${label} in ${downloaded!.labels}`)
    }
    assert.equal(samples(text, 'peertube_playback_buffer_stalled_count_total')[0]!.value, 4)
    assert.equal(samples(text, 'peertube_playback_p2p_peers')[0]!.value, 3)
  })

  test('time requests by route, without what tells who asked', async () => {
    await server.request({ url: '/api/v1/videos/a-secret-name' })
    const text = await read()
    const counts = samples(text, 'http_request_duration_ms_count').map(({ labels }) => labels)
    assert.ok(
      counts.some((labels) => /path="\/api\/v1\/videos\/:id"/.test(labels) && /statusCode="400"/.test(labels)),
      counts.join('\n'),
    )
    assert.ok(!text.includes('a-secret-name'))
  })

  const required = ['playerMode', 'resolution', 'p2pEnabled', 'resolutionChanges', 'errors', 'downloadedBytesP2P']
  const wrong: [string, unknown][] = [
    ...[...required, 'downloadedBytesHTTP', 'uploadedBytesP2P', 'videoId'].map((name): [string, unknown] => [
      name,
      undefined,
    ]),
    ['playerMode', 'flash'],
    ['resolution', -1],
    ['fps', 'many'],
    ['p2pPeers', -1],
    ['bufferStalled', 1.5],
    ['p2pEnabled', 'perhaps'],
    ['videoId', 'x y'],
  ]
  for (const [field, value] of wrong) {
    test(`400 names ${field} = ${String(value)}`, async () => {
      const answer = await send({ ...report, videoId: 1, [field]: value })
      assert.equal(answer.statusCode, 400, answer.body)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    })
  }

  test('404 for an unknown video', async () => assert.equal((await send({ ...report, videoId: 9999 })).statusCode, 404))
})

test('while metrics are off a report is not looked at', async (t) => {
  const server = await startTestServer()
  t.after(() => server.close())
  assert.equal((await server.request({ method: 'POST', url, payload: { nothing: 'right' } })).statusCode, 204)
})

test('a port in use stops nothing', async (t) => {
  const occupied = await occupyPort()
  t.after(() => occupied.server.close())
  const server = await startTestServer({ settings: metricsOn(occupied.port) })
  t.after(() => server.close())
  assert.equal((await server.request({ url: '/api/v1/ping' })).statusCode, 200)
})
