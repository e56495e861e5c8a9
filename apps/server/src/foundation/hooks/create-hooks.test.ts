import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { createHooks } from './create-hooks.ts'

function startHooks() {
  const failures: Record<string, any>[] = []
  const log = pino({}, { write: (line: string) => void failures.push(JSON.parse(line)) })
  return { hooks: createHooks(log), failures }
}

test('filters pass the value on, highest priority first, stable within one', async () => {
  const { hooks } = startHooks()
  hooks.on('filter:x', (value: string) => `${value}b`)
  hooks.on('filter:x', async (value: string, { by }: { by: string }) => value + by)
  hooks.on('filter:x', (value: string) => `${value}a`, { priority: 5 })
  assert.equal(await hooks.filter('filter:x', '-', { by: 'c' }), '-abc')
  assert.equal(await hooks.filter('filter:other', 1), 1)
})

test('undefined is a value like any other', async () => {
  const { hooks } = startHooks()
  hooks.on('filter:x', () => undefined)
  assert.equal(await hooks.filter<number | undefined>('filter:x', 1), undefined)
})

test('a failing handler is logged and skipped', async () => {
  const { hooks, failures } = startHooks()
  const seen: unknown[] = []
  hooks.on('filter:x', () => Promise.reject(new Error('rejected')), { owner: 'plugin-a' })
  hooks.on('filter:x', (value: number) => value + 1)
  hooks.on('action:y', () => {
    throw new Error('thrown')
  })
  hooks.on('action:y', (params) => void seen.push(params))
  assert.equal(await hooks.filter('filter:x', 1), 2)
  await hooks.action('action:y', { id: 3 })
  assert.deepEqual(seen, [{ id: 3 }])
  assert.deepEqual(
    failures.map(({ err, hook, owner }) => [err.message, hook, owner]),
    [
      ['rejected', 'filter:x', 'plugin-a'],
      ['thrown', 'action:y', undefined],
    ],
  )
})

test('a handler can be taken away, also while its hook runs', async () => {
  const { hooks } = startHooks()
  const ran: string[] = []
  const end = hooks.on('action:x', () => {
    ran.push('a')
    end()
  })
  hooks.on('action:x', () => void ran.push('b'))
  await hooks.action('action:x')
  await hooks.action('action:x')
  assert.deepEqual(ran, ['a', 'b', 'b'])
})
