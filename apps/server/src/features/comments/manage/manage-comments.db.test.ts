import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { callsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { addRemoteAccount } from '#features/accounts/testing/add-remote-actors.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { commentCreated } from '../comments.events.ts'
import { addRemoteComment } from '../public.ts'
import { removeCommentsOfJob } from './remove-comments-of.job.ts'

const follower = {
  name: 'follower',
  subscriptions: [subscribe(commentCreated, 'follower/on-comment-created', async () => {})],
}
const features = [...featuresUpTo('comments'), follower]

const everywhere = '/videos/comments'
const mine = '/users/me/videos/comments'

describe('comments for owners and moderators', () => {
  let server: TestServer
  let first: TestVideo
  let second: TestVideo
  let remoteVideo: TestVideo
  let rita: number
  const tokens: Record<string, string> = {}
  const users: Record<string, { accountId: number; channelId: number }> = {}

  before(async () => {
    const unlimited = { window: '10 seconds', max: 1_000_000 }
    server = await startTestServer({ features, settings: { rates_limit: { api: unlimited } } })
    const { ctx } = server
    for (const name of ['owner', 'editor', 'alice', 'moderator']) {
      const person = await addPerson(server, name, name === 'moderator' ? 1 : 2)
      users[name] = person
      tokens[name] = person.as
    }
    const { channelId } = users.owner!
    await addCollaborator(ctx.db, { channelId, accountId: users.editor!.accountId })
    rita = (await addRemoteAccount(ctx.db, { name: 'rita', displayName: 'Remote Rita', host: 'remote.example' }))
      .accountId

    await call('POST', '/watched-words/accounts/owner/lists', 'owner', { listName: 'Rude', words: ['dumb'] })
    await call('POST', '/watched-words/server/lists', 'moderator', { listName: 'Foul', words: ['dumb'] })
    first = await makeTestVideo(ctx, { owner: 'owner', name: 'Été in the garden' })
    second = await makeTestVideo(ctx, { owner: 'alice', name: 'Another', commentsPolicy: 3 })
    remoteVideo = await makeTestVideo(ctx, { owner: 'alice', name: 'Far away' })
    await sql`UPDATE "video" SET "remote" = true WHERE "id" = ${remoteVideo.id}`.execute(ctx.db)
    await say('alice', first, 'So dumb')
    await say('owner', second, 'Waits 100%')
    await say('owner', remoteVideo, 'On a remote one')
    const { body } = await say('editor', first, 'To be deleted')
    await call('DELETE', `/videos/${first.uuid}/comments/${body.comment.id}`, 'editor')
    await addRemoteComment(ctx, {
      url: 'https://remote.example/c/1',
      text: 'From afar',
      videoId: first.id,
      accountId: rita,
      inReplyToCommentId: null,
      createdAt: new Date(),
      deletedAt: null,
      replyApproval: null,
    })
  })
  after(() => server.close())

  const call = callsTo(() => server, tokens)
  const say = (as: string, { uuid }: TestVideo, text: string) =>
    call('POST', `/videos/${uuid}/comment-threads`, as, { text })
  const texts = async (url: string, as: string) => {
    const { status, body } = await call('GET', url, as)
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(body.total, body.data.length)
    return body.data.map((comment: any) => comment.text)
  }

  test('who may see all comments', async () => {
    assert.equal((await call('GET', everywhere)).status, 401)
    assert.equal((await call('GET', everywhere, 'owner')).status, 403)
    assert.equal((await call('GET', mine)).status, 401)
    assert.deepEqual(await texts(everywhere, 'moderator'), ['From afar', 'On a remote one', 'Waits 100%', 'So dumb'])
    assert.deepEqual(await texts(`${everywhere}?sort=createdAt&count=4`, 'moderator'), [
      ...['So dumb', 'Waits 100%', 'On a remote one', 'From afar'],
    ])
    assert.equal((await texts(`${everywhere}?count=0`, 'moderator')).length, 4, 'no limit but that of a page')
    const page = (await call('GET', `${everywhere}?start=1&count=1`, 'moderator')).body
    assert.deepEqual([page.total, page.data[0].text], [4, 'On a remote one'])
  })

  test('an item says whose it is, where, and its tags', async () => {
    const [item] = (await call('GET', `${everywhere}?sort=createdAt`, 'moderator')).body.data
    assert.deepEqual(
      [item.account.name, item.video.uuid, item.video.name, item.video.channel.name, item.automaticTags, item.threadId],
      ['alice', first.uuid, 'Été in the garden', 'owner_channel', ['Foul'], item.id],
    )
    const [own] = (await call('GET', `${mine}?sort=createdAt`, 'owner')).body.data
    assert.deepEqual(own.automaticTags, ['Rude'])
  })

  test('filters', async () => {
    for (const [query, expected] of [
      ['search=DUMB', ['So dumb']],
      ['search=100%25', ['Waits 100%']],
      ['search=rita', ['From afar']],
      ['search=été', ['From afar', 'So dumb']],
      ['search=nothing', []],
      ['searchAccount=remote%20r', ['From afar']],
      ['searchAccount=owner', ['On a remote one', 'Waits 100%']],
      ['searchVideo=garden', ['From afar', 'So dumb']],
      ['autoTagOneOf=foul', ['So dumb']],
      ['autoTagOneOf=Rude', []],
      ['isLocal=false', ['From afar']],
      ['isLocal=true', ['On a remote one', 'Waits 100%', 'So dumb']],
      ['onLocalVideo=false', ['On a remote one']],
      ['onLocalVideo=true&isLocal=true', ['Waits 100%', 'So dumb']],
      [`videoId=${second.uuid}`, ['Waits 100%']],
      [`videoId=${first.id}`, ['From afar', 'So dumb']],
      [`videoChannelId=${users.alice!.channelId}`, ['On a remote one', 'Waits 100%']],
    ] as const) {
      assert.deepEqual(await texts(`${everywhere}?${query}`, 'moderator'), expected, query)
    }
    for (const query of ['videoId=no', 'videoChannelId=no', 'sort=text', 'isLocal=maybe', 'count=101']) {
      assert.equal((await call('GET', `${everywhere}?${query}`, 'moderator')).status, 400, query)
    }
    for (const query of ['videoId=00000000-0000-4000-8000-000000000000', 'videoChannelId=99999']) {
      assert.equal((await call('GET', `${everywhere}?${query}`, 'moderator')).status, 404, query)
      assert.equal((await call('GET', `${mine}?${query}`, 'owner')).status, 404, query)
    }
  })

  test('authors muted by the instance are shown on demand; owners see all', async () => {
    await call('POST', '/server/blocklist/accounts', 'moderator', { accountName: 'alice' })
    await call('POST', '/server/blocklist/servers', 'moderator', { host: 'remote.example' })
    assert.deepEqual(await texts(everywhere, 'moderator'), ['On a remote one', 'Waits 100%'])
    assert.equal((await texts(`${everywhere}?includeMuted=true`, 'moderator')).length, 4)
    assert.deepEqual(await texts(mine, 'owner'), ['From afar', 'So dumb'])
    await call('DELETE', '/server/blocklist/accounts/alice', 'moderator')
    await call('DELETE', '/server/blocklist/servers/remote.example', 'moderator')
  })

  test('owners and editors see the comments on their videos', async () => {
    assert.deepEqual(await texts(mine, 'owner'), ['From afar', 'So dumb'])
    assert.deepEqual(await texts(`${mine}?sort=-publishedAt`, 'owner'), ['From afar', 'So dumb'])
    assert.deepEqual(await texts(`${mine}?sort=createdAt`, 'owner'), ['So dumb', 'From afar'])
    assert.deepEqual(await texts(`${mine}?autoTagOneOf=Rude`, 'owner'), ['So dumb'])
    assert.deepEqual(await texts(`${mine}?search=afar&videoId=${first.uuid}`, 'owner'), ['From afar'])
    assert.deepEqual(await texts(mine, 'editor'), [])
    assert.deepEqual(await texts(`${mine}?includeCollaborations=true`, 'editor'), ['From afar', 'So dumb'])
    assert.deepEqual(await texts(`${mine}?isHeldForReview=true`, 'alice'), ['Waits 100%'])
    assert.deepEqual(await texts(`${mine}?isHeldForReview=false`, 'alice'), ['On a remote one'])
    for (const query of [`videoId=${first.uuid}`, `videoChannelId=${users.owner!.channelId}`]) {
      assert.equal((await call('GET', `${mine}?${query}`, 'alice')).status, 403, query)
      assert.equal((await call('GET', `${mine}?${query}`, 'editor')).status, 200, query)
      assert.equal((await call('GET', `${mine}?${query}`, 'moderator')).status, 200, query)
    }
    assert.equal((await call('GET', `${mine}?sort=text`, 'owner')).status, 400)
  })

  describe('from other servers', () => {
    const add = (change: object) =>
      addRemoteComment(server.ctx, {
        url: 'https://remote.example/c/2',
        text: 'Second',
        videoId: first.id,
        accountId: rita,
        inReplyToCommentId: null,
        createdAt: new Date('2020-01-01'),
        deletedAt: null,
        replyApproval: null,
        ...change,
      })

    test('known ones are not added twice, those of muted authors are told', async () => {
      const added = await add({})
      assert.deepEqual([added!.isNew, added!.heldForReview, added!.authorMuted], [true, false, false])
      assert.deepEqual({ ...(await add({})), isNew: true }, added)
      const reply = await add({ url: 'https://remote.example/c/3', inReplyToCommentId: added!.id })
      const stored = await server.ctx.db
        .selectFrom('videoComment')
        .selectAll()
        .where('id', '=', reply!.id)
        .executeTakeFirstOrThrow()
      assert.deepEqual([stored.originCommentId, stored.createdAt], [added!.id, new Date('2020-01-01')])
      await call('POST', '/users/me/blocklist/servers', 'owner', { host: 'remote.example' })
      assert.equal((await add({ url: 'https://remote.example/c/4' }))!.authorMuted, true)
      assert.equal((await add({ url: 'https://remote.example/c/5', videoId: second.id }))!.authorMuted, false)
      await call('DELETE', '/users/me/blocklist/servers/remote.example', 'owner')
    })

    test('a tombstone keeps its place and is no news', async () => {
      const told = async () =>
        (
          await server.ctx.db
            .selectFrom('sepiola.job')
            .select('id')
            .where('type', '=', 'follower/on-comment-created')
            .execute()
        ).length
      const before = await told()
      const tombstone = await add({
        url: 'https://remote.example/c/t',
        text: '',
        accountId: null,
        deletedAt: new Date(),
      })
      assert.equal(tombstone!.isNew, true)
      assert.equal(await told(), before)
      await add({ url: 'https://remote.example/c/u', inReplyToCommentId: tombstone!.id })
      assert.equal(await told(), before + 1)
      const { body } = await call('GET', `/videos/${first.uuid}/comment-threads/${tombstone!.id}`)
      assert.deepEqual([body.comment.isDeleted, body.children.length], [true, 1])
    })

    test('they are held as local ones are, or refused', async (t) => {
      const held = await add({ url: 'https://remote.example/c/6', videoId: second.id })
      assert.equal(held!.heldForReview, true)
      await sql`UPDATE "video" SET "commentsPolicy" = 2 WHERE "id" = ${second.id}`.execute(server.ctx.db)
      assert.equal(await add({ url: 'https://remote.example/c/7', videoId: second.id }), undefined)
      await sql`UPDATE "video" SET "commentsPolicy" = 3 WHERE "id" = ${second.id}`.execute(server.ctx.db)
      assert.equal(await add({ url: 'https://remote.example/c/7', videoId: 99_999 }), undefined)
      assert.equal(await add({ url: 'https://remote.example/c/7', inReplyToCommentId: held!.id }), undefined)
      const { video_comments } = server.ctx.settings.current
      video_comments.accept_remote_comments = false
      assert.equal(await add({ url: 'https://remote.example/c/7' }), undefined)
      video_comments.accept_remote_comments = true
      const hook = 'filter:activity-pub.remote-video-comment.create.accept.result'
      t.after(server.ctx.hooks.on(hook, () => ({ accepted: false })))
      assert.equal(await add({ url: 'https://remote.example/c/7' }), undefined)
    })
  })

  describe('all comments of an account are deleted', () => {
    const url = '/bulk/remove-comments-of'

    async function work() {
      const job = await server.ctx.db
        .deleteFrom('sepiola.job')
        .where('type', '=', 'remove-comments-of')
        .returningAll()
        .executeTakeFirstOrThrow()
      const signal = new AbortController().signal
      const { id, payload } = job
      await removeCommentsOfJob.run(server.ctx, {
        id,
        payload: payload as never,
        attempt: 1,
        signal,
        progress: () => {},
      })
    }
    const left = async (accountName: string) =>
      (await call('GET', `${everywhere}?searchAccount=${accountName}&includeMuted=true`, 'moderator')).body.total

    test('who may, and what is refused', async () => {
      assert.equal((await call('POST', url, undefined, { accountName: 'alice', scope: 'my-videos' })).status, 401)
      assert.equal((await call('POST', url, 'owner', { accountName: 'alice', scope: 'instance' })).status, 403)
      assert.equal((await call('POST', url, 'owner', { accountName: 'nobody', scope: 'my-videos' })).status, 404)
      for (const wrong of [{}, { accountName: 'alice' }, { accountName: 'alice', scope: 'all' }]) {
        assert.equal((await call('POST', url, 'owner', wrong)).status, 400)
      }
    })

    test('on own videos, on those one edits, everywhere', async () => {
      for (let i = 0; i < 150; i++) await say('alice', first, `Many ${i}`)
      await say('alice', second, 'Elsewhere')
      assert.equal(await left('alice'), 152)
      assert.equal((await call('POST', url, 'editor', { accountName: 'alice', scope: 'my-videos' })).status, 204)
      await work()
      assert.equal(await left('alice'), 152)
      await call('POST', url, 'editor', { accountName: 'alice', scope: 'my-videos-and-collaborations' })
      await work()
      assert.equal(await left('alice'), 1)
      const { body } = await call('GET', `/videos/${first.uuid}/comment-threads`, 'alice')
      assert.ok(body.total > 150, 'their places stay')
      assert.equal((await call('GET', `/videos/${first.uuid}`)).body.comments, body.totalNotDeletedComments)
      await call('POST', url, 'moderator', { accountName: 'alice', scope: 'instance' })
      await work()
      assert.equal(await left('alice'), 0)
      await call('POST', url, 'owner', { accountName: 'rita@remote.example', scope: 'my-videos' })
      await work()
      assert.equal((await texts(`${mine}?searchAccount=rita`, 'owner')).length, 0)
    })
  })
})
