import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { createTestDatabase } from '../db/test-database.ts'
import { listJobs } from '../jobs/job-list.sql.ts'
import { startTestNode, waitUntil } from '../jobs/test-node.ts'
import { createEventBus, subscriptionJobs } from './create-event-bus.ts'
import { defineEvent, subscribe } from './define-event.ts'

const database = await createTestDatabase()
const node = await startTestNode(database.connection)
after(async () => {
  await node.close()
  await database.close()
})
const { db } = node

const created = defineEvent('film.created', () => z.object({ id: z.number() }))
const deleted = defineEvent('film.deleted', () => z.object({ id: z.number() }))

test('an event becomes one job per subscriber in the transaction of its publisher, and is delivered', async () => {
  const heard: string[] = []
  const subscriptions = [
    subscribe(created, 'mail/on-film-created', async (_ctx, { id }) => void heard.push(`mail ${id}`)),
    subscribe(created, 'search/on-film-created', async (_ctx, { id }) => void heard.push(`search ${id}`)),
    subscribe(deleted, 'search/on-film-deleted', async () => assert.fail('another event')),
  ]
  const bus = createEventBus(subscriptions, node.ctx.jobs)
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await bus.publish(tx, created, { id: 1 })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  await db.transaction().execute((tx) => bus.publish(tx, created, { id: 2 }))
  const { data } = await listJobs(db, { start: 0, count: 10, sort: 'createdAt' })
  assert.deepEqual(data.map((job) => job.type).sort(), ['mail/on-film-created', 'search/on-film-created'])
  await node.work(subscriptionJobs(subscriptions))
  await waitUntil(() => heard.length === 2, 'both heard')
  assert.deepEqual(heard.sort(), ['mail 2', 'search 2'])
})

test('a payload against the schema is refused, also when nobody listens', async () => {
  const bus = createEventBus([], node.ctx.jobs)
  await assert.rejects(
    db.transaction().execute((tx) => bus.publish(tx, created, { id: 'x' } as never)),
    /expected number/,
  )
  await db.transaction().execute((tx) => bus.publish(tx, created, { id: 3 }))
})
