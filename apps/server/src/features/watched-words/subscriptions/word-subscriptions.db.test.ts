import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { callsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { syncWordsJob } from './sync-words.job.ts'

const features = featuresUpTo('videos')

describe('followed word lists', () => {
  let server: TestServer
  const tokens: Record<string, string> = {}
  let list: unknown = {}
  const asked: string[] = []
  const other = createServer((request, response) => {
    asked.push(request.url!)
    response.end(JSON.stringify(list))
  })
  let url: string

  before(async () => {
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/words`
    server = await startTestServer({ features })
    Object.assign(tokens, await addPeople(server, { alice: 2, bob: 2, moderator: 1 }))
  })
  after(async () => {
    other.close()
    await server.close()
  })

  const call = callsTo(() => server, tokens, '/api/v1/watched-words')
  const action = (type: string, word: string, second: number) => ({
    type,
    word,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  })
  async function sync(subscriptionId: number) {
    const job = { id: 1, payload: { subscriptionId }, attempt: 1, signal: new AbortController().signal, progress() {} }
    await syncWordsJob.run(server.ctx, job).catch(async (error: Error) => {
      await syncWordsJob.failed!(server.ctx, { ...job, error: error.message, cancelled: false })
    })
  }

  for (const [kind, base, owner] of [
    ['account', '/accounts/alice', 'alice'],
    ['server', '/server', 'moderator'],
  ] as const) {
    const state = async () => (await call('GET', `${base}/subscriptions`, owner)).body.data[0]
    const lists = async () => {
      const { body } = await call('GET', `${base}/lists?sort=listName`, owner)
      return body.data.map((entry: any) => [entry.listName, entry.words, entry.subscriptionUrl])
    }

    test(`of the ${kind}: what is refused`, async () => {
      for (const [method, path, payload] of [
        ['GET', `${base}/subscriptions`, undefined],
        ['POST', `${base}/subscriptions`, { url }],
        ['DELETE', `${base}/subscriptions/1`, undefined],
      ] as const) {
        assert.equal((await call(method, path, undefined, payload)).status, 401)
        assert.equal((await call(method, path, 'bob', payload)).status, 403)
      }
      for (const wrong of [
        {},
        { name: 'x'.repeat(101), actions: [] },
        { name: 'A', actions: [action('forget', 'a', 1)] },
        { name: 'A', actions: [action('add', '', 1)] },
        { name: 'A', actions: [action('add', 'a\0b', 1)] },
        { name: 'A', actions: Array.from({ length: 2501 }, () => action('add', 'a', 1)) },
      ]) {
        list = wrong
        assert.equal((await call('POST', `${base}/subscriptions`, owner, { url })).status, 400)
      }
      assert.equal((await call('POST', `${base}/subscriptions`, owner, { url: 'none' })).status, 400)
      assert.equal((await call('DELETE', `${base}/subscriptions/99`, owner)).status, 404)
      assert.equal((await call('GET', `${base}/subscriptions?sort=url`, owner)).status, 400)
    })

    test(`of the ${kind}: words come, change and go`, async () => {
      await call('POST', `${base}/lists`, owner, { listName: 'Taken', words: ['x'] })
      list = { name: 'Taken', actions: [] }
      assert.equal((await call('POST', `${base}/subscriptions`, owner, { url })).status, 409, 'a list has the name')
      list = { name: 'Rude', actions: [action('remove', 'two', 3), action('add', 'two', 2), action('add', 'one', 1)] }
      const { status, body } = await call('POST', `${base}/subscriptions`, owner, { url })
      assert.deepEqual([status, body.name, body.state.id, body.importedWordsCount], [200, 'Rude', 1, 0])
      assert.equal((await call('POST', `${base}/subscriptions`, owner, { url })).status, 409)
      const served = list
      list = { nothing: 'any more' }
      assert.equal((await call('POST', `${base}/subscriptions`, owner, { url })).status, 409, 'it is not asked again')
      list = served
      await sync(body.id)
      assert.deepEqual(await lists(), [
        ['Rude', ['one'], url],
        ['Taken', ['x'], null],
      ])
      assert.deepEqual([(await state()).state.id, (await state()).importedWordsCount], [3, 1])

      list = { name: 'Ruder', actions: [action('remove', 'one', 3), action('add', 'three', 4)] }
      await sync(body.id)
      assert.equal(asked.at(-1), `/words?startDate=${encodeURIComponent('2026-01-01T00:00:03.000Z')}`)
      assert.deepEqual((await lists())[0], ['Ruder', ['one', 'three'], url], 'what was applied is not applied again')

      list = { name: 'Taken', actions: [] }
      await sync(body.id)
      assert.deepEqual([(await state()).state.id, (await state()).name], [4, 'Ruder'])
      const many = Array.from({ length: 500 }, (_, i) => action('add', `w${i}`, 10))
      list = { name: 'Ruder', actions: many }
      await sync(body.id)
      assert.equal((await state()).state.label, 'Failed', 'more than 500 words')
      assert.deepEqual((await lists())[0], ['Ruder', ['one', 'three'], url])

      list = { name: 'Ruder', actions: [action('remove', 'one', 20), action('remove', 'three', 20)] }
      await sync(body.id)
      assert.deepEqual(await lists(), [['Taken', ['x'], null]])
      list = { name: 'Ruder', actions: [action('add', 'four', 30)] }
      await sync(body.id)
      assert.deepEqual((await lists())[0], ['Ruder', ['four'], url])
      assert.equal((await call('GET', `${base}/subscriptions?search=rud`, owner)).body.total, 1)
      assert.equal((await call('DELETE', `${base}/subscriptions/${body.id}`, owner)).status, 204)
      assert.deepEqual(await lists(), [['Taken', ['x'], null]])
      await sync(body.id)
    })
  }
})
