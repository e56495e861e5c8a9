import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createMemorySettings } from './config/live-settings.ts'
import { createLog } from './log.ts'

function startLog(t: TestContext, values: Record<string, unknown> = {}) {
  const logs = mkdtempSync(join(tmpdir(), 'sepiola-logs-'))
  t.after(() => rmSync(logs, { recursive: true }))
  const live = createMemorySettings({ 'storage.logs': logs, 'log.level': 'info', ...values })
  const lines: Record<string, any>[] = []
  const output = { write: (line: string) => void lines.push(JSON.parse(line)) }
  return { logs, live, lines, ...createLog({ settings: () => live.current, output }) }
}

test('a line goes to the output and to the file, with level, time and message as words', async (t) => {
  const { logs, lines, log, close } = startLog(t)
  log.info({ reqId: 'r1' }, 'hello')
  log.debug('not wanted')
  await close()
  assert.equal(lines.length, 1)
  assert.deepEqual({ ...lines[0], timestamp: '' }, { level: 'info', timestamp: '', reqId: 'r1', message: 'hello' })
  assert.ok(Math.abs(Date.parse(lines[0]!.timestamp) - Date.now()) < 10_000)
  assert.deepEqual(JSON.parse(readFileSync(join(logs, 'peertube.log'), 'utf8')), lines[0])
})

test('secrets are hidden at any usual depth', async (t) => {
  const { lines, log, close } = startLog(t)
  log.info({ password: 'a', body: { password: 'b', name: 'n' }, req: { headers: { authorization: 'Bearer c' } } }, 'x')
  await close()
  assert.deepEqual(lines[0]!.body, { password: '[hidden]', name: 'n' })
  assert.equal(lines[0]!.password, '[hidden]')
  assert.equal(lines[0]!.req.headers.authorization, '[hidden]')
})

test('addresses are shortened as soon as that is wanted', async (t) => {
  const { live, lines, log, close } = startLog(t)
  log.info({ ip: '203.0.113.77' }, 'x')
  await live.override({ log: { anonymize_ip: true } })
  log.info({ ip: '203.0.113.77' }, 'x')
  await close()
  assert.deepEqual(
    lines.map(({ ip }) => ip),
    ['203.0.113.77', '203.0.113.0'],
  )
})

test('the file rotates and old ones go', async (t) => {
  const { logs, log, close } = startLog(t, { 'log.rotation.max_file_size': 2000, 'log.rotation.max_files': 3 })
  for (let index = 0; index < 200; index++) {
    log.info({ index }, 'a line of some length')
    await new Promise((resolve) => setImmediate(resolve))
  }
  await close()
  assert.deepEqual(readdirSync(logs).sort(), ['peertube.1.log', 'peertube.2.log', 'peertube.log'])
  assert.ok(statSync(join(logs, 'peertube.1.log')).size < 20_000)
})

test('a process writes to standard output only and loses nothing at its end', (t) => {
  const logs = mkdtempSync(join(tmpdir(), 'sepiola-logs-'))
  t.after(() => rmSync(logs, { recursive: true }))
  const program = `
    const { createLog } = await import(${JSON.stringify(new URL('log.ts', import.meta.url).href)})
    const { defaultSettings } = await import(${JSON.stringify(new URL('config/load-settings.ts', import.meta.url).href)})
    const settings = defaultSettings({ 'storage.logs': ${JSON.stringify(logs)} })
    for (const terminal of [false, true]) {
      const { log, close } = createLog({ settings: () => settings, terminal })
      for (let i = 0; i < 500; i++) log.info({ i }, 'line')
      log.error({ err: new Error('broken') }, 'bad')
      await close()
    }`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = output.toString().trim().split('\n')
  assert.equal(lines.filter((line) => line.startsWith('{"level":"info"')).length, 500)
  assert.equal(lines.filter((line) => /INFO.*line/.test(line)).length, 500)
  assert.match(output.toString(), /ERROR.*bad/)
  assert.equal(readFileSync(join(logs, 'peertube.log'), 'utf8').trim().split('\n').length, 1002)
})
