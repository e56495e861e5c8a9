import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { VideoState } from '@sepiola/contract/enums.ts'
import type { VideoTranscription } from '@sepiola/contract/schemas/video-transcription.ts'
import { probeMedia } from '@sepiola/media/probe.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startWorker } from '#foundation/jobs/worker.ts'
import { setVideoState } from '#features/videos/public.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { defaultChannel, makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { captionGenerated } from '../captions.events.ts'
import { endTranscription, finishTranscription } from './finish-transcription.ts'
import { transcriptionJob } from './transcribe.job.ts'

/**
 * Stands in for the speech recogniser: a program of its own that is called as Whisper is. It wants 16 kHz mono, says
 * how far it is, and writes its results where Whisper does; files in its folder say what it hears and how it ends.
 */
const engine = `#!/bin/sh
here=$(dirname "$0")
echo "$@" >> "$here/calls"
input=$1
while [ $# -gt 0 ]; do [ "$1" = --output_dir ] && out=$2; shift; done
cp "$input" "$here/heard.wav"
name=$(basename "$input" .wav)
echo '[00:00.000 --> 00:01.000]  Hello'
if [ -e "$here/hang" ]; then
  sleep 300 & echo $! > "$here/child"
  while [ -e "$here/hang" ]; do sleep 0.1; done
  kill $!
fi
if [ -e "$here/fail" ]; then echo 'Traceback' >&2; echo 'RuntimeError: no model of this name' >&2; exit 1; fi
printf '{"text":"x","segments":[],"language":"%s"}' "$(cat "$here/language")" > "$out/$name.json"
cp "$here/words" "$out/$name.vtt"
`
const words = 'WEBVTT\n\n00:00.000 --> 00:01.500\nHello there\n'

const folder = mkdtempSync(join(tmpdir(), 'sepiola-captions-'))
const enginePath = join(folder, 'whisper')
const clips = { spoken: join(folder, 'spoken.mp4'), silent: join(folder, 'silent.mp4') }
let server: TestServer
let root: string
let moderator: string
let owner: string
let other: string
let channelId: number

before(async () => {
  writeFileSync(enginePath, engine)
  chmodSync(enginePath, 0o755)
  server = await startTestServer({
    worker: true,
    listen: true,
    settings: {
      transcoding: { enabled: false },
      video_studio: { enabled: false },
      video_file: { update: { enabled: true } },
      video_transcription: { enabled: true, engine_path: enginePath },
    },
  })
  ;({ owner, other, moderator } = await addPeople(server, { owner: 2, other: 2, moderator: 1 }))
  root = await server.login()
  channelId = (await defaultChannel(server.ctx, 'owner')).id
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=128x72:rate=5:duration=2']
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2']
  const run = (args: string[]) => execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', '-y', ...args])
  run([...picture, ...sound, '-c:v', 'libx264', '-c:a', 'aac', '-shortest', clips.spoken])
  run([...picture, '-c:v', 'libx264', clips.silent])
})

after(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** What the recogniser hears from now on, and whether it hangs or fails. */
function engineHears(what: { language?: string; words?: string; hang?: boolean; fail?: boolean } = {}) {
  writeFileSync(join(folder, 'language'), what.language ?? 'en')
  writeFileSync(join(folder, 'words'), what.words ?? words)
  for (const name of ['hang', 'fail'] as const) {
    if (what[name]) writeFileSync(join(folder, name), '')
    else rmSync(join(folder, name), { force: true })
  }
  rmSync(join(folder, 'calls'), { force: true })
  rmSync(join(folder, 'child'), { force: true })
}

async function upload(fields: Record<string, string> = {}, file = clips.spoken): Promise<string> {
  const form = new FormData()
  const all = { name: 'A talk', channelId: String(channelId), privacy: '1', generateTranscription: 'false', ...fields }
  for (const [name, value] of Object.entries(all)) form.set(name, value)
  form.set('videofile', new File([readFileSync(file)], 'talk.mp4', { type: 'video/mp4' }))
  const headers = { authorization: `Bearer ${owner}` }
  const answer = await fetch(`${server.url}/api/v1/videos/upload`, { method: 'POST', body: form, headers })
  const body = (await answer.json()) as { video: { uuid: string } }
  assert.equal(answer.status, 200, JSON.stringify(body))
  return body.video.uuid
}

const generate = (id: string | number, as: string | undefined = owner, payload: object = {}) =>
  server.request({ method: 'POST', url: `/api/v1/videos/${id}/captions/generate`, payload, ...(as && { as }) })
const captionsOf = async (uuid: string) =>
  (await server.request({ url: `/api/v1/videos/${uuid}/captions` })).json().data
const detailsOf = async (uuid: string) => (await server.request({ url: `/api/v1/videos/${uuid}`, as: root })).json()
async function stateOf(uuid: string): Promise<VideoTranscription> {
  const answer = await server.request({ url: `/api/v1/videos/${uuid}/transcription`, as: owner })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
async function pendingOf(uuid: string) {
  const row = await server.ctx.db
    .selectFrom('videoJobInfo as i')
    .innerJoin('video as v', 'v.id', 'i.videoId')
    .select('i.pendingTranscription')
    .where('v.uuid', '=', uuid)
    .executeTakeFirst()
  return row?.pendingTranscription ?? 0
}
async function until<T>(what: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await what()
    if (found) return found
    await sleep(50)
  }
  throw new Error('it did not come to pass')
}
const whenState = (uuid: string, state: VideoTranscription['state']) =>
  until(async () => {
    const now = await stateOf(uuid)
    return now.state === state && now
  })
/** A retry comes after a minute: here at once. */
const hurry = (uuid: string) =>
  server.ctx.db
    .updateTable('sepiola.job')
    .set({ runAt: new Date(0) })
    .where('key', '=', uuid)
    .execute()
/** Process id of what the hanging engine has started. */
const engineChild = async () =>
  Number(await until(() => existsSync(join(folder, 'child')) && readFileSync(join(folder, 'child'), 'utf8')))
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('an upload gets captions and the language that was heard, unless it says that it wants none', async () => {
  engineHears({ language: 'fr' })
  const without = await upload()
  const uuid = await upload({ generateTranscription: 'true' })
  await whenState(uuid, 'done')
  const [caption] = await captionsOf(uuid)
  assert.deepEqual(caption.language, { id: 'fr', label: 'French' })
  assert.equal(caption.automaticallyGenerated, true)
  assert.equal((await server.request({ url: caption.captionPath })).body, words)
  assert.equal((await detailsOf(uuid)).language.id, 'fr')
  assert.equal(await pendingOf(uuid), 0)
  const { audio, metadata } = await probeMedia(join(folder, 'heard.wav'), server.ctx.media)
  assert.deepEqual([audio?.codec, audio?.channels, metadata.streams![0]!.sample_rate], ['pcm_s16le', 1, '16000'])
  assert.match(readFileSync(join(folder, 'calls'), 'utf8'), /--model tiny .*--output_format all/)
  assert.equal((await stateOf(without)).state, 'none')
  assert.deepEqual(await captionsOf(without), [])
})

test('a client that does not mention it gets captions; a silent video none', async () => {
  engineHears()
  const silent = await upload({ generateTranscription: 'true' }, clips.silent)
  const form = new FormData()
  for (const [name, value] of Object.entries({ name: 'A talk', channelId: String(channelId) })) form.set(name, value)
  form.set('videofile', new File([readFileSync(clips.spoken)], 'talk.mp4', { type: 'video/mp4' }))
  const headers = { authorization: `Bearer ${owner}` }
  const answer = await fetch(`${server.url}/api/v1/videos/upload`, { method: 'POST', body: form, headers })
  const { video } = (await answer.json()) as { video: { uuid: string } }
  await whenState(video.uuid, 'done')
  assert.equal((await stateOf(silent)).state, 'none')
  const refused = await generate(silent)
  assert.equal(refused.statusCode, 400)
  assert.match(refused.json().detail, /no sound/)
})

test('asked for: the owner sees it wait, run and end, and asking again meanwhile is a 409', async () => {
  engineHears({ hang: true })
  const uuid = await upload({ language: 'de' })
  assert.equal((await generate(uuid)).statusCode, 204)
  const running = await until(async () => {
    const now = await stateOf(uuid)
    return now.state === 'running' && now.progress > 40 && now
  })
  assert.ok(running.progress < 100)
  const again = await generate(uuid)
  assert.deepEqual([again.statusCode, again.json().code], [409, 'video_already_being_transcribed'])
  assert.equal((await generate(uuid, owner, { forceTranscription: true })).statusCode, 403)
  assert.equal((await generate(uuid, moderator, { forceTranscription: true })).statusCode, 204)
  const jobs = await server.ctx.db.selectFrom('sepiola.job').select('id').where('key', '=', uuid).execute()
  assert.equal(jobs.length, 1, 'forced or not, one at a time')
  assert.equal(await pendingOf(uuid), 1)

  // An administrator cancels it: the program and what it started are gone.
  const child = await engineChild()
  assert.equal(isAlive(child), true)
  const cancel = await server.request({
    method: 'POST',
    url: `/api/v1/jobs/video-transcription/${jobs[0]!.id}/cancel`,
    as: root,
  })
  assert.equal(cancel.statusCode, 204, cancel.body)
  const failed = await whenState(uuid, 'failed')
  assert.match(failed.error!, /cancelled/)
  await until(async () => (await pendingOf(uuid)) === 0)
  assert.equal(isAlive(child), false)

  engineHears()
  assert.equal((await generate(uuid)).statusCode, 204)
  await whenState(uuid, 'done')
  const [caption] = await captionsOf(uuid)
  assert.equal(caption.language.id, 'en')
  assert.equal((await detailsOf(uuid)).language.id, 'de', 'what people said stays')
  const full = await generate(uuid)
  assert.deepEqual([full.statusCode, full.json().code], [400, 'video_already_has_captions'])
})

test('a failing program is tried twice; what it said is told', async () => {
  engineHears({ fail: true })
  const uuid = await upload()
  await generate(uuid)
  const waiting = await until(async () => {
    const now = await stateOf(uuid)
    return now.state === 'waiting' && now.error !== undefined && now
  })
  assert.match(waiting.error!, /whisper-ctranslate2 failed: RuntimeError: no model of this name/)
  assert.equal(await pendingOf(uuid), 1)
  await hurry(uuid)
  await server.ctx.jobs.add(server.ctx.db, transcriptionJob, { videoUUID: 'wakes the worker' })
  const failed = await whenState(uuid, 'failed')
  assert.match(failed.error!, /no model of this name/)
  await until(async () => (await pendingOf(uuid)) === 0)
  assert.equal(readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').length, 2)
  assert.deepEqual(await captionsOf(uuid), [])
})

test('a missing program says how to install it', async () => {
  engineHears()
  await server.ctx.settings.override({ video_transcription: { engine_path: join(folder, 'nowhere') } })
  const uuid = await upload()
  await generate(uuid)
  const { error } = await until(async () => {
    const now = await stateOf(uuid)
    return now.error !== undefined && now
  })
  assert.equal(error, 'The program whisper-ctranslate2, which recognises speech, is not where it should be.')
  const forRoot = await server.request({ url: `/api/v1/videos/${uuid}/transcription`, as: root })
  assert.match(forRoot.json().error, /at \S+nowhere .*pip3 install -t \S+ whisper-ctranslate2==/)
  await server.ctx.settings.clearOverride()
})

test('a server that stops kills the program, and another one does the work', async () => {
  engineHears({ hang: true })
  const lonely = await startTestServer({
    settings: { video_transcription: { enabled: true, engine_path: enginePath } },
  })
  const { ctx } = lonely
  try {
    const video = await makeTestVideo(ctx)
    await ctx.storage.write('web_videos', video.webVideo, readFileSync(clips.spoken))
    const as = await lonely.login()
    const url = `/api/v1/videos/${video.uuid}/captions`
    const asked = await lonely.request({ method: 'POST', url: `${url}/generate`, payload: {}, as })
    assert.equal(asked.statusCode, 204, asked.body)
    const first = await startWorker({ ctx, jobs: [transcriptionJob] })
    const child = await engineChild()
    assert.equal(isAlive(child), true)
    await first.stop()
    assert.equal(isAlive(child), false)
    const state = (await lonely.request({ url: `/api/v1/videos/${video.uuid}/transcription`, as })).json()
    assert.deepEqual(state, { state: 'waiting', progress: 0 })

    engineHears()
    const second = await startWorker({ ctx, jobs: [transcriptionJob] })
    await until(async () => (await lonely.request({ url })).json().total === 1)
    await second.stop()
  } finally {
    await lonely.close()
  }
})

test('what comes of it: captions of people stay, unknown languages and silence give none, followers hear', async () => {
  const { ctx } = server
  const video = await makeTestVideo(ctx, { owner: 'owner' })
  const told: unknown[] = []
  ctx.hooks.on('action:api.video-caption.created', ({ caption }: any) => void told.push(caption.language))
  const vtt = Buffer.from(words)
  await finishTranscription(ctx, video.uuid, { language: 'klingon', vtt })
  await finishTranscription(ctx, video.uuid, { language: 'en', vtt: Buffer.from('WEBVTT\n\n') })
  assert.deepEqual(await captionsOf(video.uuid), [])
  assert.equal((await detailsOf(video.uuid)).language.id, null)
  await assert.rejects(finishTranscription(ctx, video.uuid, { language: 'en', vtt: Buffer.from('{}') }), /no WebVTT/)

  await finishTranscription(ctx, video.uuid, { language: 'jw', vtt })
  await finishTranscription(ctx, video.uuid, { language: 'jw', vtt })
  const [caption] = await captionsOf(video.uuid)
  assert.equal(caption.language.id, 'jv')
  assert.deepEqual(told, ['jv', 'jv'])

  const typed = await makeTestVideo(ctx, { owner: 'owner' })
  const boundary = 'caption-boundary'
  const put = await server.request({
    method: 'PUT',
    url: `/api/v1/videos/${typed.uuid}/captions/en`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\nContent-Disposition: form-data; name="captionfile"; filename="a.vtt"\r\n\r\nWEBVTT\n\n00:01.000 --> 00:02.000\nTyped\n\r\n--${boundary}--\r\n`,
    as: owner,
  })
  assert.equal(put.statusCode, 204, put.body)
  await finishTranscription(ctx, typed.uuid, { language: 'en', vtt })
  const [kept] = await captionsOf(typed.uuid)
  assert.equal(kept.automaticallyGenerated, false)
  assert.match((await server.request({ url: kept.captionPath })).body, /Typed/)
  assert.equal((await detailsOf(typed.uuid)).language.id, 'en', 'the language is known all the same')
  await endTranscription(ctx, 'ffffffff-ffff-4fff-8fff-ffffffffffff')
  assert.equal(captionGenerated.name, 'caption.generated')
})

async function replaceFile(uuid: string): Promise<void> {
  const content = readFileSync(clips.spoken)
  const url = `/api/v1/videos/${uuid}/source/replace-resumable`
  const headers = { 'x-upload-content-length': String(content.length), 'x-upload-content-type': 'video/mp4' }
  const begun = await server.request({ method: 'POST', url, headers, payload: { filename: 'new.mp4' }, as: owner })
  assert.equal(begun.statusCode, 201, begun.body)
  const sent = await server.request({
    method: 'PUT',
    url: `${url}?${String(begun.headers.location).split('?')[1]}`,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${content.length - 1}/${content.length}`,
    },
    payload: content,
    as: owner,
  })
  assert.ok([200, 204].includes(sent.statusCode), sent.body)
}

test('another file is heard anew where the captions were made by the server', async () => {
  engineHears()
  const uuid = await upload({ generateTranscription: 'true' })
  await whenState(uuid, 'done')
  engineHears({ words: words.replace('Hello', 'Good bye') })
  await replaceFile(uuid)
  await until(async () => {
    const [caption] = await captionsOf(uuid)
    return (await server.request({ url: caption.captionPath })).body.includes('Good bye')
  })
})

test('a file that is replaced while it is heard is not what the captions are of', async () => {
  engineHears({ hang: true })
  const uuid = await upload()
  await generate(uuid)
  await engineChild()
  await replaceFile(uuid)
  rmSync(join(folder, 'hang'))
  await whenState(uuid, 'done')
  assert.equal(readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').length, 2)
  assert.equal((await captionsOf(uuid)).length, 1)
})

test('a video that is deleted is listened to no more', async () => {
  engineHears({ hang: true })
  const uuid = await upload()
  await generate(uuid)
  const child = await engineChild()
  const gone = await server.request({ method: 'DELETE', url: `/api/v1/videos/${uuid}`, as: owner })
  assert.equal(gone.statusCode, 204, gone.body)
  await until(() => !isAlive(child))
})

test('who may, and what is refused', async () => {
  engineHears()
  const { ctx } = server
  const video = await makeTestVideo(ctx, { owner: 'owner' })
  const statusOf = async (id: string | number, as: string | undefined, payload: object = {}) =>
    (await generate(id, as, payload)).statusCode
  assert.equal(await statusOf(video.uuid, ''), 401)
  assert.equal(await statusOf(video.uuid, other), 403)
  assert.equal(await statusOf('no-id', owner), 400)
  assert.equal(await statusOf(video.uuid, owner, { forceTranscription: 'perhaps' }), 400)
  assert.equal(await statusOf('5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001', owner), 404)
  for (const [as, expected] of [
    ['', 401],
    [other, 403],
    [owner, 200],
    [moderator, 200],
    [root, 200],
  ] as const) {
    const answer = await server.request({ url: `/api/v1/videos/${video.uuid}/transcription`, ...(as && { as }) })
    assert.equal(answer.statusCode, expected)
  }

  const live = await makeTestVideo(ctx, { owner: 'owner', isLive: true })
  assert.equal(await statusOf(live.uuid, owner), 400)
  await ctx.db.transaction().execute((tx) => setVideoState(ctx, tx, video.id, VideoState.TO_EDIT))
  assert.equal(await statusOf(video.uuid, owner), 400)
  await ctx.db.updateTable('video').set({ state: 1, remote: true }).where('id', '=', video.id).execute()
  assert.equal(await statusOf(video.uuid, owner), 400)
  await ctx.settings.override({ video_transcription: { enabled: false } })
  const off = await generate('5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001')
  assert.equal(off.statusCode, 400, 'before it is looked for')
  assert.match(off.json().detail, /disabled/)
  await ctx.settings.clearOverride()
  assert.equal(await pendingOf(video.uuid), 0)
})
