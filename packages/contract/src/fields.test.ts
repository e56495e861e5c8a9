import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import {
  created,
  npmName,
  password,
  studioTasks,
  username,
  version,
  videoAttributes,
  watchedWordsList,
} from './fields.ts'

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

describe('names and passwords', () => {
  it('keep the alphabet of usernames', () => {
    for (const name of ['a', 'root', 'a.b-c_1', '_a']) assert.ok(accepts(username(), name), name)
    for (const name of ['', 'Root', '.a', 'a.', '-a', 'a b', 'a'.repeat(51)])
      assert.ok(!accepts(username(), name), name)
  })
  it('limit passwords by characters and bytes', () => {
    assert.ok(accepts(password(), 'a'.repeat(50)))
    assert.ok(!accepts(password(), 'a'.repeat(51)))
    assert.ok(!accepts(password(), 'é'.repeat(37)))
    assert.ok(!accepts(password(), ''))
  })
  it('know plugins and versions', () => {
    assert.ok(accepts(npmName(), 'peertube-plugin-hello-world'))
    assert.ok(!accepts(npmName(), 'hello-world'))
    assert.ok(accepts(version(), '1.2.3') && accepts(version(), '1.2.3-rc.1'))
    assert.ok(!accepts(version(), '1.2'))
  })
})

describe('videoAttributes', () => {
  const schema = z.object(videoAttributes())
  it('reads a form', () => {
    const sent = {
      privacy: '1',
      nsfw: 'false',
      tags: 'one',
      category: 'null',
      scheduleUpdate: { updateAt: '2030-01-01', privacy: '1' },
    }
    assert.deepEqual(schema.parse(sent), {
      privacy: 1,
      nsfw: false,
      tags: ['one'],
      category: null,
      scheduleUpdate: { updateAt: new Date('2030-01-01T00:00:00Z'), privacy: 1 },
    })
  })
  it('leaves absent what was not sent', () => assert.deepEqual(schema.parse({}), {}))
  it('refuses wrong values', () => {
    for (const wrong of [
      { privacy: 6 },
      { tags: ['a'] },
      { tags: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'] },
      { description: 'ab' },
      { videoPasswords: ['secret', 'secret'] },
      { scheduleUpdate: { privacy: 1 } },
      { scheduleUpdate: { updateAt: '2030-01-01', privacy: 3 } },
    ]) {
      assert.ok(!accepts(schema, wrong), JSON.stringify(wrong))
    }
  })
})

describe('studioTasks', () => {
  it('reads the tasks of a form', () => {
    const sent = [
      { name: 'cut', options: { start: '1', end: '4' } },
      { name: 'add-intro' },
      {
        name: 'remove-segments',
        options: {
          segments: [
            { start: '0', end: '1' },
            { start: 2, end: 3 },
          ],
        },
      },
    ]
    const [cut] = studioTasks().parse(sent)
    assert.deepEqual(cut, { name: 'cut', options: { start: 1, end: 4 } })
  })
  it('refuses impossible ones', () => {
    for (const wrong of [
      [],
      [{ name: 'cut', options: {} }],
      [{ name: 'cut', options: { start: 4, end: 4 } }],
      [
        {
          name: 'remove-segments',
          options: {
            segments: [
              { start: 2, end: 3 },
              { start: 3, end: 4 },
            ],
          },
        },
      ],
      [{ name: 'unknown' }],
    ]) {
      assert.ok(!accepts(studioTasks(), wrong), JSON.stringify(wrong))
    }
  })
})

it('watched words have limits', () => {
  const schema = z.object(watchedWordsList())
  assert.ok(accepts(schema, { listName: 'list', words: ['one'] }))
  assert.ok(!accepts(schema, { listName: 'list', words: [] }))
  assert.ok(!accepts(schema, { listName: '', words: ['one'] }))
})

it('creations answer strictly', () => {
  assert.ok(accepts(created('abuse')(), { abuse: { id: 1 } }))
  assert.ok(!accepts(created('abuse')(), { abuse: { id: 1, more: true } }))
  assert.ok(!accepts(created('abuse')(), { abuse: { id: 1 }, more: true }))
})
