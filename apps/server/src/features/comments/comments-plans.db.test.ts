import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { CompiledQuery, sql, type Kysely } from 'kysely'
import { createTestDatabase, type TestDatabase } from '#foundation/db/test-database.ts'
import type { Db } from '#foundation/db/database.ts'
import { listComments, type CommentFilters } from './manage/list-comments.sql.ts'
import { countComments, findThreadComments, findThreads } from './read/threads.sql.ts'

const videos = 100_000
const comments = 300_000

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PlanNode[]
}

/** Tables that grow with the content. */
const large = new Set(['video', 'videoComment', 'commentAutomaticTag', 'actor', 'account'])

function largeScans(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name']!) ? [node['Relation Name']!] : []
  return [...own, ...(node.Plans ?? []).flatMap(largeScans)]
}

describe('comments of a large server', () => {
  let database: TestDatabase
  let db: Db
  let busyVideo: number
  let busyThread: number

  before(async () => {
    database = await createTestDatabase()
    db = database.db
    await seed(db)
    const { rows } = await sql<{ id: number; videoId: number }>`
      SELECT "originCommentId" AS "id", "videoId" FROM "videoComment" WHERE "originCommentId" IS NOT NULL
       GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1`.execute(db)
    busyThread = rows[0]!.id
    busyVideo = rows[0]!.videoId
  })
  after(() => database.close())

  /** Runs `query` and explains every statement that it sent. */
  async function plans(query: (explaining: Db) => Promise<unknown>): Promise<{ scans: string[]; ms: number }> {
    const sent: CompiledQuery[] = []
    const listening = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => result,
    })
    const executor = listening.getExecutor()
    const compile = executor.compileQuery.bind(executor)
    executor.compileQuery = (node, id) => {
      const compiled = compile(node, id)
      sent.push(compiled)
      return compiled
    }
    await query(listening)
    const started = performance.now()
    await query(listening)
    const ms = performance.now() - started
    const scans: string[] = []
    for (const compiled of sent) {
      const explained = await db.executeQuery<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        CompiledQuery.raw(`EXPLAIN (FORMAT JSON) ${compiled.sql}`, [...compiled.parameters]),
      )
      scans.push(...largeScans(explained.rows[0]!['QUERY PLAN'][0]!.Plan))
    }
    assert.ok(sent.length >= 2, 'statements were seen')
    return { scans, ms }
  }

  /** ms; far above what is measured on two busy cores, far below what a scan of everything per row takes. */
  const patience = 1500

  async function checkPlans(query: (explaining: Db) => Promise<unknown>) {
    const { scans, ms } = await plans(query)
    if (process.env.SHOW_TIMES) console.log(ms.toFixed(1), 'ms')
    assert.deepEqual(scans, [])
    assert.ok(ms < patience, `${ms} ms`)
  }

  const sight = { viewerAccountId: 7, ownerAccountId: 3, seesHeld: false }

  for (const sort of ['-createdAt', 'createdAt', '-totalReplies'] as const) {
    test(`threads of a video with thousands of comments, ${sort}`, () =>
      checkPlans((explaining) => findThreads(explaining, busyVideo, sight, { start: 0, count: 100, sort })))
  }

  test('their number', () => checkPlans((explaining) => countComments(explaining, busyVideo, sight)))

  test('a thread with thousands of answers', () =>
    checkPlans((explaining) => findThreadComments(explaining, { id: busyThread, videoId: busyVideo }, sight)))

  const page600 = { start: 599 * 15, count: 15, descending: true }
  const lists: Record<string, CommentFilters> = {
    moderators: { tagsAccountId: 1, hideMuted: true },
    'moderators, with muted ones': { tagsAccountId: 1, hideMuted: false },
    'moderators, by tag': { tagsAccountId: 1, hideMuted: true, autoTagOneOf: ['seed tag 1'] },
    'moderators, searching': { tagsAccountId: 1, hideMuted: true, search: 'number 299' },
    'moderators, one author': { tagsAccountId: 1, hideMuted: true, searchAccount: 'seed author 77' },
    'an owner': { tagsAccountId: 3, hideMuted: false, ownerAccountId: 3 },
    'an owner, held ones': { tagsAccountId: 3, hideMuted: false, ownerAccountId: 3, isHeldForReview: true },
  }
  for (const [name, filters] of Object.entries(lists)) {
    test(`page 600 of the list of ${name}`, () =>
      checkPlans((explaining) => listComments(explaining, filters, page600)))
  }
})

/**
 * A thousand accounts, the first hundred with a channel each; 100,000 videos; 300,000 comments, of which the first video
 * has 6000, half of them in one thread. One in a hundred is held, one in fifty deleted, ten authors are muted.
 */
async function seed(db: Kysely<any>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(tx)
    // Indexes are built faster than they are filled.
    const { rows: indexes } = await sql<{ name: string; definition: string }>`
      SELECT quote_ident(indexname) AS "name", indexdef AS "definition" FROM pg_indexes
       WHERE tablename IN ('video', 'videoComment', 'commentAutomaticTag') AND indexdef NOT LIKE 'CREATE UNIQUE%'`.execute(
      tx,
    )
    for (const { name } of indexes) await sql`DROP INDEX ${sql.raw(name)}`.execute(tx)
    await sql`INSERT INTO "account" ("id", "name", "applicationId", "createdAt", "updatedAt")
      SELECT n, 'Seed author ' || n, CASE WHEN n = 1 THEN 1 END, now(), now() FROM generate_series(1, 20000) n`.execute(
      tx,
    )
    await sql`INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl",
        "accountId", "serverId", "createdAt", "updatedAt")
      SELECT 'Person', 'author_' || n, 'https://x.example/a/' || n, 0, 0, 'https://x.example/inbox', n,
        CASE WHEN n % 2 = 0 THEN 1 + n % 50 END, now(), now() FROM generate_series(1, 20000) n`.execute(tx)
    await sql`INSERT INTO "videoChannel" ("id", "name", "accountId", "createdAt", "updatedAt")
      SELECT n, 'Channel ' || n, n, now(), now() FROM generate_series(1, 100) n`.execute(tx)
    await sql`INSERT INTO "video" ("id", "uuid", "name", "privacy", "nsfw", "duration", "remote", "url", "commentsPolicy",
        "downloadEnabled", "embedPrivacyPolicy", "waitTranscoding", "state", "publishedAt", "channelId", "createdAt",
        "updatedAt")
      SELECT n, md5('v' || n)::uuid, 'Video ' || n, 1, false, 10, n % 3 = 0, 'https://x.example/v/' || n, 1, true, 1, false,
        1, now() - n * interval '1 minute', 1 + n % 100, now(), now() FROM generate_series(1, ${videos}::int) n`.execute(
      tx,
    )
    await sql`INSERT INTO "videoComment" ("id", "url", "text", "heldForReview", "originCommentId", "inReplyToCommentId",
        "videoId", "accountId", "deletedAt", "createdAt", "updatedAt")
      SELECT n, 'https://x.example/c/' || n, 'Comment number ' || n, n % 100 = 0,
        CASE WHEN n > 1 AND n <= 6000 AND n % 2 = 0 THEN 1 WHEN n > 6000 AND n % 3 = 0 THEN n - 1 END,
        CASE WHEN n > 1 AND n <= 6000 AND n % 2 = 0 THEN 1 WHEN n > 6000 AND n % 3 = 0 THEN n - 1 END,
        CASE WHEN n <= 6000 THEN 2 ELSE 1 + (n / 3) % ${videos}::int END,
        CASE WHEN n % 50 = 1 AND n > 1 THEN NULL ELSE 1 + n % 20000 END,
        CASE WHEN n % 50 = 1 AND n > 1 THEN now() END,
        now() - (n::bigint * 7919 % ${comments}::int) * interval '1 second', now()
      FROM generate_series(1, ${comments}::int) n`.execute(tx)
    await sql`INSERT INTO "automaticTag" ("id", "name") SELECT n, 'seed tag ' || n FROM generate_series(1, 20) n`.execute(
      tx,
    )
    await sql`INSERT INTO "commentAutomaticTag" ("commentId", "automaticTagId", "accountId", "createdAt", "updatedAt")
      SELECT n, 1 + n % 20, 1, now(), now() FROM generate_series(1, ${comments}::int, 3) n`.execute(tx)
    await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
      SELECT CASE WHEN n % 2 = 0 THEN 1 ELSE 7 END, 100 + n, now(), now() FROM generate_series(1, 10) n`.execute(tx)
    await sql`INSERT INTO "serverBlocklist" ("accountId", "targetServerId", "createdAt", "updatedAt")
      VALUES (1, 11, now(), now())`.execute(tx)
    for (const { definition } of indexes) await sql`${sql.raw(definition)}`.execute(tx)
  })
  await sql`VACUUM ANALYZE`.execute(db)
}
