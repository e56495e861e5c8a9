import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openUpload, published, sendChunk, signIn, until, uploadOffset, uploadVideo } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer, type RealServerOptions } from '../support/real-server.ts'

const settings: RealServerOptions['settings'] = {
  transcoding: {
    resolutions: { '144p': true, '240p': true, '360p': true, '480p': false, '720p': false, '1080p': false },
  },
}

describe('kill -9 of the server', () => {
  let clips: Clips
  let server: RealServer

  const restart = async () => {
    server = await startRealServer({ data: server.data, port: server.port, settings, args: ['--no-client'] })
  }

  before(async () => {
    clips = await createClips()
    server = await startRealServer({ settings, args: ['--no-client'] })
  })
  after(async () => {
    await server.stop()
    await removeData(server.data)
    await clips.remove()
  })

  test('during an upload loses no byte that was confirmed; the upload goes on and is published', async () => {
    const clip = await readFile(await clips.make('upload.mp4'))
    const third = Math.floor(clip.length / 3)
    const before = await signIn(server.url)
    const session = await openUpload(before, clip.length)
    const first = await sendChunk(before, session, clip.subarray(0, third), 0)
    assert.equal(first.status, 308)
    assert.equal(first.headers.get('range'), `bytes=0-${third - 1}`)

    const cut = sendChunk(before, session, clip.subarray(third), third).catch(() => undefined)
    await server.kill()
    await cut
    await restart()

    const api = await signIn(server.url)
    const offset = await uploadOffset(api, session)
    assert.ok(offset >= third, `${offset} of ${third} confirmed bytes`)
    const last = await sendChunk(api, session, clip.subarray(offset), offset)
    const body = (await last.json()) as { video: { uuid: string } }
    assert.equal(last.status, 200, JSON.stringify(body))
    const video = await published(api, body.video.uuid, 1)
    assert.equal(video.duration, 4)
  })

  test('during transcoding: every rendition is there after the restart, and nothing is left over', async () => {
    const path = await clips.make('long.mp4', { duration: 16, width: 1280, height: 720 })
    const uploaded = await uploadVideo(await signIn(server.url), path, { name: 'A long one' })
    await until('ffmpeg at work', async () => ffmpegBelow(server.pid) > 0)
    await server.kill()
    await restart()
    const api = await signIn(server.url)
    // 720p (the source's), 360p, 240p, 144p
    const video = await published(api, uploaded.uuid, 4)
    for (const file of video.streamingPlaylists[0].files) {
      const { format } = await clips.probe(file.playlistUrl)
      assert.ok(Math.abs(Number(format.duration) - 16) < 1, `${file.resolution.label}: ${format.duration} s`)
    }
    await until('the job to end', async () => {
      const { total } = await api.get('/api/v1/jobs/active?jobType=video-transcoding')
      return total === 0
    })
    const left = (await readdir(join(server.data, 'storage/tmp'))).filter((name) => name !== 'resumable-uploads')
    assert.deepEqual(left, [])
    const folder = join(server.data, 'storage/streaming-playlists/hls', uploaded.uuid)
    const known = new Set(
      [
        video.streamingPlaylists[0].playlistUrl,
        video.streamingPlaylists[0].segmentsSha256Url,
        ...video.streamingPlaylists[0].files.flatMap((file: any) => [file.fileUrl, file.playlistUrl]),
      ].map((url: string) => url.split('/').pop()),
    )
    for (const name of await readdir(folder)) {
      assert.ok(known.has(name), `${name} belongs to nothing`)
      assert.ok((await stat(join(folder, name))).size > 0)
    }
  })

  test('leaves no ffmpeg running', async () => {
    const path = await clips.make('long-again.mp4', { duration: 16, width: 1280, height: 720 })
    await uploadVideo(await signIn(server.url), path, { name: 'Another long one' })
    await until('ffmpeg at work', async () => ffmpegBelow(server.pid) > 0)
    const stoppedIn = await server.stop()
    assert.ok(stoppedIn < 5000, `${stoppedIn} ms`)
    assert.equal(processes().filter(({ command }) => command.includes(server.data)).length, 0)
    await restart()
  })
})

interface Process {
  pid: number
  parent: number
  command: string
}

function processes(): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') }
  })
}

function ffmpegBelow(pid: number): number {
  return processes().filter((process) => process.parent === pid && /ffmpeg/.test(process.command)).length
}
