import assert from 'node:assert/strict'
import { test } from 'node:test'
import { later, nothingWaits } from './later.ts'

test('parts are done in order, each in a task of its own', async () => {
  const done: string[] = []
  later(() => {
    done.push('first')
    setTimeout(() => done.push('what came in between'))
  })
  later(() => done.push('second'))
  assert.deepEqual(done, [], 'not at once')
  await nothingWaits()
  assert.deepEqual(done, ['first', 'what came in between', 'second'])
})

test('what was taken back is not done, and what is asked for meanwhile is', async () => {
  const done: string[] = []
  later(() => later(() => done.push('asked for by another one')))
  const forget = later(() => done.push('taken back'))
  forget()
  await nothingWaits()
  assert.deepEqual(done, ['asked for by another one'])
})
