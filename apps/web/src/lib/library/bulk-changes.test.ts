import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulkBody, problemsOfBulk, type BulkDraft } from './bulk-changes.ts'

const draft = (change: Partial<BulkDraft>): BulkDraft => ({
  fields: [],
  channelId: 1,
  category: 2,
  licence: null,
  language: 'fr',
  tags: '',
  tagWay: 'add',
  commentsPolicy: 2,
  downloadEnabled: false,
  nsfw: false,
  nsfwFlags: [],
  nsfwSummary: '',
  support: '',
  ...change,
})

test('only what was chosen is changed', () => {
  assert.deepEqual(bulkBody(draft({ fields: ['category'] }), {}), { category: 2 })
  assert.deepEqual(bulkBody(draft({ fields: ['licence', 'language', 'channel'] }), {}), {
    licence: null,
    language: 'fr',
    channelId: 1,
  })
  assert.deepEqual(bulkBody(draft({ fields: ['comments', 'downloads', 'support'] }), {}), {
    commentsPolicy: 2,
    downloadEnabled: false,
    support: null,
  })
})

test('sensitive content goes with its kinds and its words', () => {
  const fields: BulkDraft['fields'] = ['sensitive']
  assert.deepEqual(bulkBody(draft({ fields, nsfw: true, nsfwFlags: [1, 2], nsfwSummary: ' Blood ' }), {}), {
    nsfw: true,
    nsfwFlags: 3,
    nsfwSummary: 'Blood',
  })
  assert.deepEqual(bulkBody(draft({ fields, nsfwFlags: [1] }), {}), { nsfw: false, nsfwFlags: 0, nsfwSummary: null })
})

test('tags are added, taken away or replaced, whatever their case', () => {
  const tags = (tagWay: BulkDraft['tagWay'], text: string, before?: string[]) =>
    bulkBody(draft({ fields: ['tags'], tagWay, tags: text }), before ? { tags: before } : {})?.['tags']
  assert.deepEqual(tags('add', 'sea, ice', ['Sea', 'reef']), ['Sea', 'reef', 'ice'])
  assert.deepEqual(tags('add', 'sea'), ['sea'])
  assert.deepEqual(tags('remove', 'SEA, other', ['Sea', 'reef']), ['reef'])
  assert.deepEqual(tags('replace', 'ice', ['Sea', 'reef']), ['ice'])
  assert.deepEqual(tags('replace', '', ['Sea']), [])
  assert.equal(tags('add', 'one more', ['aa', 'bb', 'cc', 'dd', 'ee']), undefined)
})

test('what is wrong is told of the chosen fields only', () => {
  assert.deepEqual([...problemsOfBulk(draft({ support: 'ab' }))], ['fields'])
  assert.deepEqual([...problemsOfBulk(draft({ fields: ['support'], support: 'ab' }))], ['support'])
  assert.deepEqual([...problemsOfBulk(draft({ fields: ['tags'] }))], ['tagsNeeded'])
  assert.deepEqual([...problemsOfBulk(draft({ fields: ['tags'], tagWay: 'replace' }))], [])
  assert.deepEqual([...problemsOfBulk(draft({ fields: ['tags'], tags: 'x' }))], ['tags'])
  const nsfw = { nsfw: true, nsfwSummary: 'ab' }
  assert.deepEqual([...problemsOfBulk(draft({ fields: ['sensitive'], ...nsfw }))], ['nsfwSummary'])
})
