import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { defaultSettings } from '#foundation/config/load-settings.ts'
import type { Settings } from '#foundation/config/settings.ts'
import { engineArguments, findEngine, engineOf } from './engines.ts'

let folder: string
before(async () => (folder = await mkdtemp(join(tmpdir(), 'sepiola-engines-'))))
after(() => rm(folder, { recursive: true }))

const transcription = (change: Partial<Settings['video_transcription']> = {}) => ({
  ...defaultSettings().video_transcription,
  ...change,
})
const find = (change: Partial<Settings['video_transcription']> = {}, environment: NodeJS.ProcessEnv = {}) =>
  findEngine(
    { video_transcription: transcription(change), storage: { ...defaultSettings().storage, bin: join(folder, 'bin') } },
    environment,
  )
const makeProgram = async (path: string) => {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, '#!/bin/sh\n')
  await chmod(path, 0o755)
}

test('what both engines are called with', () => {
  const place = { input: '/in/speech.wav', folder: '/out' }
  assert.deepEqual(engineArguments(engineOf(transcription()), transcription({ model: 'tiny' }), place), [
    ...['/in/speech.wav', '--model', 'tiny', '--word_timestamps', 'True', '--vad_filter', 'true'],
    ...['--vad_min_silence_duration_ms', '5000', '--output_format', 'all', '--output_dir', '/out'],
  ])
  const openai = transcription({ engine: 'openai-whisper', model_path: '/models/large.pt' })
  assert.deepEqual(engineArguments(engineOf(openai), openai, place), [
    ...['/in/speech.wav', '--model', '/models/large.pt', '--word_timestamps', 'True'],
    ...['--output_format', 'all', '--output_dir', '/out'],
  ])
  const own = transcription({ model_path: '/models/ct2' })
  assert.deepEqual(engineArguments(engineOf(own), own, place).slice(1, 3), ['--model_directory', '/models/ct2'])
})

test('where it is looked for, and what is said when it is nowhere', async () => {
  await assert.rejects(
    find(),
    /program whisper-ctranslate2,.*not installed.*pip3 install -t \S+bin\/pip whisper-ctranslate2==0\.4\.4/s,
  )
  await assert.rejects(find({ engine: 'openai-whisper' }), /program whisper,.*openai-whisper==20231117/s)
  await assert.rejects(find({ engine_path: join(folder, 'nowhere') }), /not where it should be.*at \S+nowhere/)
  await assert.rejects(find({ engine_path: folder }), /nothing can be run at/)

  await makeProgram(join(folder, 'system', 'whisper-ctranslate2'))
  const PATH = `/nonexistent:${join(folder, 'system')}`
  assert.equal((await find({}, { PATH })).path, join(folder, 'system', 'whisper-ctranslate2'))
  await makeProgram(join(folder, 'bin', 'pip', 'bin', 'whisper-ctranslate2'))
  const own = await find({}, { PATH })
  assert.deepEqual(own.env, { PYTHONPATH: join(folder, 'bin', 'pip') })
  assert.equal(own.path, join(folder, 'bin', 'pip', 'bin', 'whisper-ctranslate2'))
  await makeProgram(join(folder, 'elsewhere'))
  assert.equal((await find({ engine_path: join(folder, 'elsewhere') })).path, join(folder, 'elsewhere'))
})
