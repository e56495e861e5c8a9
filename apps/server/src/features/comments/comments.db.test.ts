import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { callsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { defaultChannel, makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { commentApproved, commentCreated, commentDeleted } from './comments.events.ts'

const follower = {
  name: 'follower',
  subscriptions: [commentCreated, commentApproved, commentDeleted].map((event) =>
    subscribe<any>(event as any, `follower/${event.name}`, async () => {}),
  ),
}
const features = [...featuresUpTo('comments'), follower]

interface Tree {
  comment: any
  children: Tree[]
}

describe('comments of a video', () => {
  let server: TestServer
  let video: TestVideo
  const tokens: Record<string, string> = {}
  const accounts: Record<string, number> = {}
  const everybody = ['owner', 'editor', 'alice', 'bob', 'moderator']

  before(async () => {
    const unlimited = { window: '10 seconds', max: 1_000_000 }
    server = await startTestServer({ features, settings: { rates_limit: { api: unlimited } } })
    for (const name of everybody) {
      const person = await addPerson(server, name, name === 'moderator' ? 1 : 2)
      accounts[name] = person.accountId
      tokens[name] = person.as
    }
    const { id: channelId } = await defaultChannel(server.ctx, 'owner')
    await addCollaborator(server.ctx.db, { channelId, accountId: accounts.editor! })
  })
  after(() => server.close())
  beforeEach(async () => {
    for (const table of ['video', 'sepiola.job', 'accountBlocklist'] as const) {
      await server.ctx.db.deleteFrom(table).execute()
    }
    video = await makeTestVideo(server.ctx, { owner: 'owner' })
  })

  const call = callsTo(() => server, tokens)
  const threadsUrl = () => `/videos/${video.uuid}/comment-threads`
  const commentUrl = (id: number) => `/videos/${video.uuid}/comments/${id}`
  const say = async (as: string, text: string) => {
    const { status, body } = await call('POST', threadsUrl(), as, { text })
    assert.equal(status, 200, JSON.stringify(body))
    return body.comment
  }
  const answer = async (as: string, id: number, text: string) => {
    const { status, body } = await call('POST', commentUrl(id), as, { text })
    assert.equal(status, 200, JSON.stringify(body))
    return body.comment
  }
  const list = async (as?: string, query = '') => (await call('GET', `${threadsUrl()}?${query}`, as)).body
  const texts = async (as?: string, query = '') => (await list(as, query)).data.map((comment: any) => comment.text)
  const thread = async (id: number, as?: string): Promise<Tree> => (await call('GET', `${threadsUrl()}/${id}`, as)).body
  const outline = ({ comment, children }: Tree): unknown =>
    children.length === 0 ? comment.text : [comment.text, ...children.map(outline)]
  const counter = async () => (await call('GET', `/videos/${video.uuid}`)).body.comments
  const events = async () => {
    const jobs = await server.ctx.db
      .selectFrom('sepiola.job')
      .select(['type', 'payload'])
      .where('type', 'like', 'follower/%')
      .orderBy('id')
      .execute()
    return jobs.map(({ type, payload }) => [type.slice('follower/comment.'.length), payload as any] as const)
  }
  const setPolicy = (commentsPolicy: number) =>
    server.ctx.db.updateTable('video').set({ commentsPolicy }).where('id', '=', video.id).execute()

  test('a thread with answers: who, what, where', async () => {
    const first = await say('alice', '**Hi** <b>you</b>')
    const { origin } = server.ctx
    assert.equal(first.url, `${origin.url}/videos/watch/${video.uuid}/comments/${first.id}`)
    assert.deepEqual(
      [first.text, first.threadId, first.inReplyToCommentId, first.videoId, first.isDeleted, first.heldForReview],
      ['**Hi** <b>you</b>', first.id, null, video.id, false, false],
    )
    assert.equal(first.account.name, 'alice')
    const reply = await answer('owner', first.id, 'Hello')
    const deep = await answer('bob', reply.id, 'Hello too')
    await answer('owner', first.id, 'Again')
    assert.deepEqual([reply.threadId, deep.threadId, deep.inReplyToCommentId], [first.id, first.id, reply.id])
    const tree = await thread(first.id)
    assert.deepEqual(outline(tree), ['**Hi** <b>you</b>', ['Hello', 'Hello too'], 'Again'])
    const counts = ({ comment }: Tree) => [comment.totalReplies, comment.totalRepliesFromVideoAuthor]
    assert.deepEqual(
      [counts(tree), counts(tree.children[0]!), counts(tree.children[1]!)],
      [
        [3, 2],
        [1, 0],
        [0, 0],
      ],
    )
    const listed = await list()
    assert.deepEqual([listed.total, listed.totalNotDeletedComments], [1, 4])
    assert.deepEqual([listed.data[0].totalReplies, listed.data[0].totalRepliesFromVideoAuthor], [3, 2])
    assert.equal(await counter(), 4)
    assert.deepEqual((await events())[0], ['created', { commentId: first.id, videoId: video.id, heldForReview: false }])
  })

  test('threads are sorted and paged', async () => {
    const [one, two] = [await say('alice', 'one'), await say('bob', 'two')]
    await say('alice', 'three')
    await answer('bob', one.id, 'a')
    await answer('bob', one.id, 'b')
    await answer('bob', two.id, 'c')
    assert.deepEqual(await texts(), ['three', 'two', 'one'])
    assert.deepEqual(await texts(undefined, 'sort=createdAt'), ['one', 'two', 'three'])
    assert.deepEqual(await texts(undefined, 'sort=-totalReplies'), ['one', 'two', 'three'])
    assert.deepEqual(await texts(undefined, 'sort=totalReplies'), ['three', 'two', 'one'])
    assert.deepEqual(await texts(undefined, 'start=1&count=1'), ['two'])
    assert.deepEqual((await list(undefined, 'start=50')).total, 3)
    for (const query of ['sort=text', 'count=101', 'start=-1']) {
      assert.equal((await call('GET', `${threadsUrl()}?${query}`)).status, 400, query)
    }
  })

  test('what is refused', async () => {
    const first = await say('alice', 'First')
    for (const body of [
      {},
      { text: '' },
      { text: null },
      { text: 3 },
      { text: 'x'.repeat(10_001) },
      { text: 'a\0b' },
    ]) {
      assert.equal((await call('POST', threadsUrl(), 'alice', body)).status, 400, JSON.stringify(body).slice(0, 40))
      assert.equal((await call('POST', commentUrl(first.id), 'alice', body)).status, 400)
    }
    assert.equal((await call('POST', threadsUrl(), 'alice', { text: 'x'.repeat(10_000) })).status, 200)
    assert.equal((await call('POST', threadsUrl(), undefined, { text: 'a' })).status, 401)
    assert.equal((await call('POST', commentUrl(first.id), undefined, { text: 'a' })).status, 401)
    assert.equal((await call('POST', commentUrl(999_999), 'alice', { text: 'a' })).status, 404)
    const unknown = '/videos/00000000-0000-4000-8000-000000000000'
    assert.equal((await call('POST', `${unknown}/comment-threads`, 'alice', { text: 'a' })).status, 404)
    assert.equal((await call('GET', `${unknown}/comment-threads`)).status, 404)
    assert.equal((await call('GET', '/videos/nothing/comment-threads')).status, 400)

    const other = await makeTestVideo(server.ctx, { owner: 'owner' })
    for (const [method, path, payload] of [
      ['POST', `/videos/${other.uuid}/comments/${first.id}`, { text: 'a' }],
      ['DELETE', `/videos/${other.uuid}/comments/${first.id}`, undefined],
      ['POST', `/videos/${other.uuid}/comments/${first.id}/approve`, undefined],
      ['GET', `/videos/${other.uuid}/comment-threads/${first.id}`, undefined],
    ] as const) {
      const { status, body } = await call(method, path, 'alice', payload)
      assert.deepEqual([status, body.code], [400, 'comment_not_associated_to_video'], path)
    }
    const reply = await answer('bob', first.id, 'Reply')
    assert.equal((await call('GET', `${threadsUrl()}/${reply.id}`)).status, 400, 'a reply is no thread')
    assert.equal((await call('GET', `${threadsUrl()}/999999`)).status, 404)
    assert.equal((await call('GET', `${threadsUrl()}/none`)).status, 400)
  })

  test('comments may be disabled', async () => {
    const first = await say('alice', 'First')
    await setPolicy(2)
    assert.deepEqual(await list(), { total: 0, totalNotDeletedComments: 0, data: [] })
    assert.equal((await call('GET', `${threadsUrl()}/${first.id}`)).status, 404)
    assert.equal((await call('POST', threadsUrl(), 'owner', { text: 'a' })).status, 409)
    assert.equal((await call('POST', commentUrl(first.id), 'owner', { text: 'a' })).status, 409)
  })

  test('a plugin may refuse, and filters what is listed', async (t) => {
    const { hooks } = server.ctx
    const first = await say('alice', 'First')
    const refuse = (what: string) => () => ({ accepted: false, errorMessage: `No ${what}` })
    t.after(hooks.on('filter:api.video-thread.create.accept.result', refuse('thread')))
    t.after(hooks.on('filter:api.video-comment-reply.create.accept.result', refuse('reply')))
    const asked: unknown[] = []
    t.after(
      hooks.on('filter:api.video-threads.list.result', (result, params) => {
        asked.push(params.video.id, params.count)
        return { ...result, total: 42 }
      }),
    )
    const created: string[] = []
    t.after(hooks.on('action:api.video-comment.deleted', ({ comment }) => created.push(comment.url)))
    const thread = await call('POST', threadsUrl(), 'alice', { text: 'a' })
    assert.deepEqual([thread.status, thread.body.detail], [403, 'No thread'])
    const reply = await call('POST', commentUrl(first.id), 'alice', { text: 'a' })
    assert.deepEqual([reply.status, reply.body.detail], [403, 'No reply'])
    assert.equal((await list()).total, 42)
    assert.deepEqual(asked, [video.id, 15])
    await call('DELETE', commentUrl(first.id), 'alice')
    assert.deepEqual(created, [first.url])
  })

  test('a deleted comment leaves its place, without text and author', async () => {
    const first = await say('alice', 'First')
    const reply = await answer('bob', first.id, 'Reply')
    await answer('alice', reply.id, 'Below')
    assert.equal((await call('DELETE', commentUrl(reply.id), 'bob')).status, 204)
    assert.equal((await call('DELETE', commentUrl(reply.id), 'bob')).status, 409, 'twice')
    assert.equal((await call('POST', `${commentUrl(reply.id)}/approve`, 'owner')).status, 409)
    const tree = await thread(first.id)
    assert.deepEqual(outline(tree), ['First', ['', 'Below']])
    const tombstone = tree.children[0]!.comment
    assert.deepEqual([tombstone.isDeleted, tombstone.account], [true, null])
    assert.ok(tombstone.deletedAt)
    assert.equal(tree.comment.totalReplies, 1)
    assert.equal((await call('DELETE', commentUrl(first.id), 'alice')).status, 204)
    const listed = await list()
    assert.deepEqual([listed.total, listed.totalNotDeletedComments, await counter()], [1, 1, 1])
    const last = (await events()).at(-1)!
    assert.deepEqual(last, [
      'deleted',
      { commentId: first.id, videoId: video.id, url: first.url, accountId: accounts.alice, heldForReview: false },
    ])
  })

  test('who deletes', async () => {
    for (const [as, status] of [
      [undefined, 401],
      ['bob', 403],
      ['alice', 204],
      ['owner', 204],
      ['editor', 204],
      ['moderator', 204],
    ] as const) {
      const { id } = await say('alice', 'mine')
      assert.equal((await call('DELETE', commentUrl(id), as)).status, status, `${as}`)
    }
    assert.equal((await call('DELETE', commentUrl(999_999), 'moderator')).status, 404)
  })

  describe('visible as the video is', () => {
    for (const [name, privacy, expected] of [
      ['public', 1, { anonymous: 200, alice: 200, owner: 200, editor: 200, moderator: 200 }],
      ['unlisted', 2, { anonymous: 200, alice: 200, owner: 200, editor: 200, moderator: 200 }],
      ['private', 3, { anonymous: 401, alice: 403, owner: 200, editor: 200, moderator: 200 }],
      ['internal', 4, { anonymous: 401, alice: 200, owner: 200, editor: 200, moderator: 200 }],
      ['password-protected', 5, { anonymous: 401, alice: 403, owner: 200, editor: 200, moderator: 200 }],
    ] as const) {
      test(name, async () => {
        video = await makeTestVideo(server.ctx, { owner: 'owner', privacy, videoPasswords: ['secret word'] })
        const first = await say('owner', 'First')
        for (const [viewer, status] of Object.entries(expected)) {
          const as = viewer === 'anonymous' ? undefined : viewer
          assert.equal((await call('GET', threadsUrl(), as)).status, status, `list, ${viewer}`)
          assert.equal((await call('GET', `${threadsUrl()}/${first.id}`, as)).status, status, `thread, ${viewer}`)
          assert.equal(
            (await call('POST', threadsUrl(), as, { text: 'a' })).status,
            as ? status : 401,
            `post, ${viewer}`,
          )
          const reply = await call('POST', commentUrl(first.id), as, { text: 'a' })
          assert.equal(reply.status, as ? status : 401, `reply, ${viewer}`)
        }
        if (privacy === 2) {
          const byNumber = `/videos/${video.id}/comment-threads`
          assert.equal((await call('GET', byNumber)).status, 401)
          assert.equal((await call('GET', byNumber, 'alice')).status, 403)
        }
        if (privacy === 5) {
          const right = { 'x-peertube-video-password': 'secret word' }
          const wrong = { 'x-peertube-video-password': 'no' }
          assert.equal((await call('GET', threadsUrl(), undefined, undefined, right)).status, 200)
          assert.equal((await call('GET', threadsUrl(), undefined, undefined, wrong)).status, 403)
          assert.equal((await call('GET', `${threadsUrl()}/${first.id}`, undefined, undefined, right)).status, 200)
          assert.equal((await call('POST', threadsUrl(), 'alice', { text: 'a' }, right)).status, 200)
          assert.equal((await call('POST', commentUrl(first.id), 'alice', { text: 'a' }, wrong)).status, 403)
        }
      })
    }

    test('blocked', async () => {
      await say('owner', 'First')
      await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
        VALUES (false, 1, ${video.id}, now(), now())`.execute(server.ctx.db)
      for (const [as, status] of [
        [undefined, 401],
        ['alice', 403],
        ['owner', 200],
        ['moderator', 200],
      ] as const) {
        assert.equal((await call('GET', threadsUrl(), as)).status, status, `${as}`)
      }
    })
  })

  describe('mutes', () => {
    const mute = (as: string, accountName: string) => call('POST', '/users/me/blocklist/accounts', as, { accountName })

    test('of the viewer hide for the viewer, with all that answers', async () => {
      const first = await say('alice', 'First')
      const reply = await answer('bob', first.id, 'Reply of Bob')
      await answer('owner', reply.id, 'Below')
      await say('bob', 'Thread of Bob')
      await mute('alice', 'bob')
      assert.deepEqual(await texts('alice'), ['First'])
      const seen = await list('alice')
      assert.deepEqual([seen.total, seen.totalNotDeletedComments, seen.data[0].totalReplies], [1, 1, 1])
      assert.deepEqual(outline(await thread(first.id, 'alice')), 'First')
      const all = await list()
      assert.deepEqual([all.total, all.totalNotDeletedComments, all.data[1].totalReplies], [2, 4, 2])
      assert.deepEqual(outline(await thread(first.id, 'moderator')), ['First', ['Reply of Bob', 'Below']])
    })

    test('of the owner of the video, and of the instance, hide for everybody', async () => {
      const first = await say('bob', 'Thread of Bob')
      await say('alice', 'Thread of Alice')
      await mute('owner', 'bob')
      for (const as of [undefined, 'owner', 'alice', 'bob', 'moderator']) {
        assert.deepEqual(await texts(as), ['Thread of Alice'], `${as}`)
        assert.equal((await call('GET', `${threadsUrl()}/${first.id}`, as)).status, 404, `${as}`)
      }
      await call('DELETE', '/users/me/blocklist/accounts/bob', 'owner')
      assert.equal((await list()).total, 2)
      await call('POST', '/server/blocklist/accounts', 'moderator', { accountName: 'bob' })
      for (const as of [undefined, 'bob', 'moderator']) assert.deepEqual(await texts(as), ['Thread of Alice'], `${as}`)
    })

    test('of a server hide its accounts', async () => {
      await say('bob', 'Thread of Bob')
      await call('POST', '/users/me/blocklist/servers', 'alice', { host: 'remote.example' })
      await sql`UPDATE "actor" SET "serverId" = (SELECT "id" FROM "server" WHERE "host" = 'remote.example')
        WHERE "accountId" = ${accounts.bob}`.execute(server.ctx.db)
      assert.deepEqual(await texts('alice'), [])
      assert.equal((await list('alice')).totalNotDeletedComments, 0)
      assert.deepEqual(await texts(), ['Thread of Bob'])
      await sql`UPDATE "actor" SET "serverId" = NULL WHERE "accountId" = ${accounts.bob}`.execute(server.ctx.db)
    })
  })

  describe('review', () => {
    test('a held comment is seen by its author, the owner and moderators until it is approved', async () => {
      await setPolicy(3)
      const held = await say('alice', 'Please')
      assert.equal(held.heldForReview, true)
      for (const [as, seen] of [
        [undefined, 0],
        ['bob', 0],
        ['editor', 0],
        ['alice', 1],
        ['owner', 1],
        ['moderator', 1],
      ] as const) {
        const { total, totalNotDeletedComments, data } = await list(as)
        assert.deepEqual([total, totalNotDeletedComments, data.length], [seen, seen, seen], `${as}`)
        assert.equal((await call('GET', `${threadsUrl()}/${held.id}`, as)).status, seen ? 200 : 404, `${as}`)
      }
      assert.equal(await counter(), 0)
      const below = await answer('owner', held.id, 'An answer')
      assert.equal(below.heldForReview, false, 'not of the owner')
      assert.equal((await list()).totalNotDeletedComments, 0, 'an answer below a held comment')

      const approve = (as?: string) => call('POST', `${commentUrl(held.id)}/approve`, as)
      for (const [as, status] of [
        [undefined, 401],
        ['alice', 403],
        ['bob', 403],
        ['owner', 204],
        ['owner', 400],
      ] as const) {
        assert.equal((await approve(as)).status, status, `${as}`)
      }
      assert.deepEqual(outline(await thread(held.id)), ['Please', 'An answer'])
      assert.equal(await counter(), 2)
      assert.deepEqual((await events()).at(-1), ['approved', { commentId: held.id, videoId: video.id }])
      assert.equal((await call('POST', `${commentUrl(999_999)}/approve`, 'owner')).status, 404)
      for (const as of ['editor', 'moderator']) {
        const { id } = await say('bob', 'Another')
        assert.equal((await call('POST', `${commentUrl(id)}/approve`, as)).status, 204, as)
      }
      assert.equal((await say('moderator', 'Mine')).heldForReview, false)
    })

    test('an answer that is held counts, but is hidden', async () => {
      const first = await say('alice', 'First')
      await setPolicy(3)
      await answer('bob', first.id, 'Held')
      const listed = await list()
      assert.deepEqual([listed.total, listed.totalNotDeletedComments, listed.data[0].totalReplies], [1, 1, 1])
      assert.equal(outline(await thread(first.id)), 'First')
      assert.deepEqual(outline(await thread(first.id, 'bob')), ['First', 'Held'])
      assert.equal((await list('bob')).totalNotDeletedComments, 2)
    })

    test('a held comment that is deleted stays hidden', async () => {
      await setPolicy(3)
      const held = await say('alice', 'Please')
      await call('DELETE', commentUrl(held.id), 'owner')
      for (const as of [undefined, 'bob']) {
        const { total, totalNotDeletedComments, data } = await list(as)
        assert.deepEqual([total, totalNotDeletedComments, data], [0, 0, []])
      }
      assert.equal((await events()).at(-1)![1].heldForReview, true)
    })

    test('automatic tags that the owner wants to review hold a comment', async () => {
      await call('POST', '/watched-words/accounts/owner/lists', 'owner', { listName: 'Rude', words: ['dumb'] })
      await call('PUT', '/automatic-tags/policies/accounts/owner/comments', 'owner', { review: ['Rude'] })
      assert.equal((await say('alice', 'You are DUMB!')).heldForReview, true)
      assert.equal((await say('alice', 'You are dumber: https://elsewhere.example')).heldForReview, false)
      assert.equal((await say('owner', 'dumb')).heldForReview, false)
      const { rows } = await sql<{ tag: string; account: string }>`
        SELECT t."name" AS "tag", a."name" AS "account" FROM "commentAutomaticTag" ct
          JOIN "automaticTag" t ON t."id" = ct."automaticTagId" JOIN "account" a ON a."id" = ct."accountId"
         ORDER BY 1, 2`.execute(server.ctx.db)
      assert.deepEqual(
        rows.map(({ tag, account }) => `${tag} ${account}`),
        ['Rude owner', 'Rude owner', 'external-link owner', 'external-link peertube'],
      )
    })
  })

  test('a video that is deleted at the same moment is not found', async (t) => {
    const hook = 'filter:api.video-thread.create.accept.result'
    t.after(
      server.ctx.hooks.on(hook, async (value) => {
        await server.ctx.db.deleteFrom('video').execute()
        return value
      }),
    )
    assert.equal((await call('POST', threadsUrl(), 'alice', { text: 'a' })).status, 404)
  })

  test('comments at one time are all counted', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => say(i % 2 ? 'alice' : 'bob', `At once ${i}`)))
    assert.equal(await counter(), 12)
    assert.equal((await list()).total, 12)
  })

  test('a thread deeper than any stack is told', async () => {
    const first = await say('alice', 'First')
    await sql`INSERT INTO "videoComment" ("id", "url", "text", "heldForReview", "originCommentId", "inReplyToCommentId",
        "videoId", "accountId", "createdAt", "updatedAt")
      SELECT ${first.id} + n, 'https://x.example/' || n, 'Level ' || n, false, ${first.id}, ${first.id} + n - 1, ${video.id},
        ${accounts.bob}, now() + n * interval '1 ms', now() FROM generate_series(1, 5000) n`.execute(server.ctx.db)
    const tree = await thread(first.id)
    assert.equal(tree.comment.totalReplies, 5000)
    let node = tree
    for (let depth = 1; depth < 100; depth++) node = node.children[0]!
    assert.equal(node.comment.text, 'Level 99')
    assert.equal(node.children.length, 4901, 'what is deeper, side by side')
    assert.equal((await list()).totalNotDeletedComments, 5001)
    await sql`SELECT setval(pg_get_serial_sequence('"videoComment"', 'id'), ${first.id + 30_000})`.execute(
      server.ctx.db,
    )
  })
})
