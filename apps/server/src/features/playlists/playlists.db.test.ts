import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { playlistsFeature } from './feature.ts'
import { playlistCalls, type CreatedPlaylist } from './testing/playlist-calls.ts'

describe('playlists', () => {
  let server: TestServer
  const { ids, login, loginAll, ask, create, inChannel, get } = playlistCalls(() => server)

  before(async () => {
    server = await startTestServer({ features: featuresUpTo('playlists'), worker: true })
    await loginAll()
  })
  after(() => server.close())

  describe('making, reading and changing one', () => {
    test('a private one by default, with all that it shows', async () => {
      const made = await create({ description: 'What it holds' })
      assert.match(made.shortUUID, /^\w{22}$/)
      const playlist = await get(made)
      assert.equal(playlist.displayName, 'A playlist')
      assert.equal(playlist.description, 'What it holds')
      assert.deepEqual(playlist.privacy, { id: 3, label: 'Private' })
      assert.deepEqual(playlist.type, { id: 1, label: 'Regular' })
      assert.deepEqual([playlist.videosLength, playlist.isLocal, playlist.videoChannel], [0, true, null])
      assert.equal(playlist.url, `${server.ctx.origin.url}/video-playlists/${made.uuid}`)
      assert.equal(playlist.embedPath, `/video-playlists/embed/${made.shortUUID}`)
      assert.deepEqual([playlist.thumbnailPath, playlist.thumbnails], [null, []])
      assert.equal(playlist.ownerAccount.name, 'owner')
    })

    test('in a channel it belongs to the owner of the channel, also when a collaborator makes it', async () => {
      const made = await create({ privacy: 1, videoChannelId: ids.owner!.channelId }, 'helper')
      const playlist = await get(made, '')
      assert.deepEqual([playlist.ownerAccount.name, playlist.videoChannel.name], ['owner', 'owner_channel'])
      assert.equal(typeof playlist.videoChannelPosition, 'number')
      const { rows } = await sql<{ action: number; targetType: number; accountId: number }>`
        SELECT "action", "targetType", "accountId" FROM "videoChannelActivity"
        WHERE "videoPlaylistId" = ${made.id}`.execute(server.ctx.db)
      assert.deepEqual(rows, [{ action: 1, targetType: 2, accountId: ids.helper!.accountId }])
    })

    test('what a new one may not be', async () => {
      const status = async (body: object, as = 'owner') => (await ask('POST', '/video-playlists', as, body)).statusCode
      const displayName = 'A playlist'
      assert.equal(await status({ displayName }, ''), 401)
      assert.equal(await status({}), 400)
      assert.equal(await status({ displayName: '' }), 400)
      assert.equal(await status({ displayName: 'x'.repeat(121) }), 400)
      assert.equal(await status({ displayName, description: 'x' }), 400)
      assert.equal(await status({ displayName, privacy: 4 }), 400)
      assert.equal(await status({ displayName, videoChannelId: 'x' }), 400)
      assert.equal(await status({ displayName, privacy: 1 }), 400)
      assert.equal(await status({ displayName, privacy: 2 }), 400)
      assert.equal(await status({ displayName, videoChannelId: null }), 200)
      assert.equal(await status({ displayName, videoChannelId: 99999999 }), 404)
      assert.equal(await status({ displayName, privacy: 1, videoChannelId: ids.owner!.channelId }, 'other'), 403)
    })

    test('who may read it, by privacy and role', async () => {
      const status = async (ref: string | number, as: string) =>
        (await ask('GET', `/video-playlists/${ref}`, as)).statusCode
      const all = ['', 'other', 'owner', 'helper', 'moderator', 'chief']
      const statuses = (ref: string | number) => Promise.all(all.map((as) => status(ref, as)))
      const [open, unlisted, hidden, alone] = [
        await inChannel(1),
        await inChannel(2),
        await inChannel(3),
        await create(),
      ]
      for (const ref of [open.id, open.uuid, open.shortUUID, unlisted.uuid, unlisted.shortUUID]) {
        assert.deepEqual(await statuses(ref), [200, 200, 200, 200, 200, 200], String(ref))
      }
      assert.deepEqual(await statuses(unlisted.id), [404, 404, 404, 404, 404, 404])
      assert.deepEqual(await statuses(hidden.uuid), [401, 403, 200, 200, 200, 200])
      assert.deepEqual(await statuses(alone.uuid), [401, 403, 200, 403, 403, 200])
      assert.equal((await ask('GET', `/video-playlists/${alone.uuid}/videos`, '')).statusCode, 401)
      assert.equal((await ask('GET', `/video-playlists/${alone.uuid}/videos`, 'other')).statusCode, 403)
      assert.equal((await ask('GET', `/video-playlists/${unlisted.id}/videos`, 'owner')).statusCode, 404)
      assert.equal(await status('nonsense', ''), 400)
      assert.equal(await status(99999999, ''), 404)
      assert.equal(await status('99999999999', ''), 400, 'no number of the database')
      assert.equal((await ask('GET', '/video-playlists/privacies', '')).json()['2'], 'Unlisted')
    })

    test('who may change and delete it', async () => {
      const change = async (playlist: CreatedPlaylist, as: string) =>
        (await ask('PUT', `/video-playlists/${playlist.id}`, as, { displayName: `By ${as}` })).statusCode
      const alone = await create()
      const shared = await inChannel(3)
      const all = ['', 'other', 'helper', 'owner', 'moderator', 'chief']
      const byAll = async (use: (as: string) => Promise<number>) => {
        const statuses: number[] = []
        for (const as of all) statuses.push(await use(as))
        return statuses
      }
      assert.deepEqual(await byAll((as) => change(alone, as)), [401, 403, 403, 204, 204, 204])
      assert.deepEqual(await byAll((as) => change(shared, as)), [401, 403, 204, 204, 204, 204])
      assert.equal((await get(shared)).displayName, 'By chief')
      const remove = async (as: string) => {
        const playlist = await inChannel(3)
        return (await ask('DELETE', `/video-playlists/${playlist.id}`, as)).statusCode
      }
      assert.deepEqual(await byAll(remove), [401, 403, 204, 204, 204, 204])
      assert.equal((await ask('DELETE', '/video-playlists/99999999')).statusCode, 404)
      assert.equal((await ask('PUT', '/video-playlists/99999999', 'owner', {})).statusCode, 404)
    })

    test('what is absent stays, null empties', async () => {
      const made = await inChannel(2, { description: 'Described' })
      const change = (body: object) => ask('PUT', `/video-playlists/${made.id}`, 'owner', body)
      assert.equal((await change({ displayName: 'Renamed' })).statusCode, 204)
      assert.deepEqual(
        [(await get(made)).displayName, (await get(made)).description, (await get(made)).privacy.id],
        ['Renamed', 'Described', 2],
      )
      await change({ description: null, privacy: 1 })
      assert.deepEqual([(await get(made)).description, (await get(made)).privacy.id], [null, 1])
      for (const body of [{ videoChannelId: null }, { displayName: '' }, { privacy: 9 }, { description: 'x' }]) {
        assert.equal((await change(body)).statusCode, 400, JSON.stringify(body))
      }
      assert.equal((await change({ videoChannelId: 99999999 })).statusCode, 404)
      assert.equal((await change({ videoChannelId: ids.other!.channelId })).statusCode, 403)
      assert.equal((await get(made)).videoChannel.name, 'owner_channel')
      const foreign = await ask('PUT', `/video-playlists/${made.id}`, 'moderator', {
        videoChannelId: ids.moderator!.channelId,
      })
      assert.equal(foreign.statusCode, 400, 'a channel of another account')
      assert.equal((await change({ videoChannelId: null, privacy: 3 })).statusCode, 204)
      assert.deepEqual([(await get(made)).videoChannel, (await get(made)).videoChannelPosition], [null, null])
      assert.equal((await change({ privacy: 1 })).statusCode, 400)
      const switched = await change({ privacy: 2 })
      assert.equal(switched.statusCode, 204, 'an existing one may become unlisted without a channel (spec 04 §11)')
    })

    test('everybody has "Watch later", which can be filled but not changed', async () => {
      const me = (await ask('GET', '/users/me')).json()
      assert.deepEqual(
        me.specialPlaylists.map((playlist: any) => [playlist.name, playlist.type]),
        [['Watch later', 2]],
      )
      const { id } = me.specialPlaylists[0]
      assert.equal((await ask('PUT', `/video-playlists/${id}`, 'owner', { displayName: 'x' })).statusCode, 400)
      assert.equal((await ask('DELETE', `/video-playlists/${id}`)).statusCode, 400)
      const video = await makeTestVideo(server.ctx)
      assert.equal(
        (await ask('POST', `/video-playlists/${id}/videos`, 'owner', { videoId: video.uuid })).statusCode,
        200,
      )

      await sql`DELETE FROM "videoPlaylist" WHERE "ownerAccountId" = ${ids.other!.accountId} AND "type" = 2`.execute(
        server.ctx.db,
      )
      for (let i = 0; i < 2; i++) await playlistsFeature.onStart!(server.ctx)
      const again = (await ask('GET', '/users/me', 'other')).json().specialPlaylists
      assert.equal(again.length, 1)
      assert.equal((await ask('GET', `/video-playlists/${again[0].id}`, 'other')).json().privacy.id, 3)
    })
  })

  describe('lists', () => {
    const names = async (path: string, as = '') => {
      const answer = await ask('GET', path, as)
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json().data.map((playlist: any) => playlist.displayName)
    }

    before(async () => {
      await login('lister')
      await login('friend')
      const videoChannelId = ids.lister!.channelId
      await create({ displayName: 'Éclairs', privacy: 1, videoChannelId }, 'lister')
      await create({ displayName: 'Hidden list', privacy: 3, videoChannelId }, 'lister')
      await create({ displayName: 'By link', privacy: 2, videoChannelId }, 'lister')
      await create({ displayName: 'Bread', privacy: 1, videoChannelId }, 'lister')
      await create({ displayName: 'Alone' }, 'lister')
      await create({ displayName: 'Of the friend' }, 'friend')
      await addCollaborator(server.ctx.db, { channelId: videoChannelId, accountId: ids.friend!.accountId })
    })

    const ofAccount = '/accounts/lister/video-playlists'
    const ofChannel = '/video-channels/lister_channel/video-playlists'

    test('show the public ones, and all to whom they belong', async () => {
      for (const as of ['', 'other', 'friend', 'moderator', 'chief']) {
        assert.deepEqual(await names(ofAccount, as), ['Bread', 'Éclairs'], as)
        assert.deepEqual(await names(ofChannel, as), ['Bread', 'Éclairs'], as)
      }
      const own = ['Alone', 'Bread', 'By link', 'Hidden list', 'Éclairs']
      assert.deepEqual(await names(`${ofAccount}?playlistType=1`, 'lister'), own)
      assert.deepEqual(await names(`${ofAccount}?playlistType=2`, 'lister'), ['Watch later'])
      assert.deepEqual(await names(ofChannel, 'lister'), own.slice(1))
      const everywhere = await names('/video-playlists?count=100')
      assert.ok(everywhere.includes('Bread') && !everywhere.includes('By link') && !everywhere.includes('Alone'))
      assert.deepEqual(await names('/video-playlists?playlistType=2', 'lister'), [])
    })

    test('are sorted, searched, narrowed and paged', async () => {
      assert.deepEqual(await names(`${ofAccount}?sort=name`), ['Bread', 'Éclairs'])
      assert.deepEqual(await names(`${ofAccount}?sort=-displayName`), ['Éclairs', 'Bread'])
      assert.deepEqual(await names(`${ofChannel}?sort=videoChannelPosition`), ['Éclairs', 'Bread'])
      assert.deepEqual(await names(`${ofAccount}?search=eclair`), ['Éclairs'])
      assert.deepEqual(await names(`${ofChannel}?search=REA`), ['Bread'])
      assert.deepEqual(await names(`${ofAccount}?search=%25`), [])
      assert.deepEqual(await names(`${ofAccount}?channelNameOneOf=lister_channel&playlistType=1`, 'lister'), [
        ...['Bread', 'By link', 'Hidden list', 'Éclairs'],
      ])
      assert.deepEqual(await names(`${ofAccount}?channelNameOneOf=nobody`, 'lister'), [])
      const page = (await ask('GET', `${ofAccount}?start=1&count=1`, '')).json()
      assert.deepEqual([page.total, page.data[0].displayName], [2, 'Éclairs'])
      assert.deepEqual(await names('/accounts/friend/video-playlists?playlistType=1', 'friend'), ['Of the friend'])
      const together = await names(
        '/accounts/friend/video-playlists?includeCollaborations=true&playlistType=1',
        'friend',
      )
      assert.deepEqual(together.sort(), ['Bread', 'By link', 'Hidden list', 'Of the friend', 'Éclairs'])
      assert.deepEqual(await names('/accounts/friend/video-playlists?includeCollaborations=true', 'other'), [])
    })

    test('refuse bad questions', async () => {
      for (const query of ['playlistType=3', 'sort=position', 'count=101', 'start=-1', 'search=']) {
        assert.equal((await ask('GET', `${ofAccount}?${query}`, '')).statusCode, 400, query)
        assert.equal((await ask('GET', `${ofChannel}?${query}`, '')).statusCode, 400, query)
      }
      assert.equal((await ask('GET', '/video-playlists?sort=x', '')).statusCode, 400)
      assert.equal((await ask('GET', '/accounts/nobody/video-playlists?count=x', '')).statusCode, 404)
      assert.equal((await ask('GET', '/video-channels/nobody/video-playlists?count=x', '')).statusCode, 404)
    })

    test('playlists of other servers are shown when the instance follows those', async () => {
      const { db } = server.ctx
      await login('far')
      const far = await create({ displayName: 'Far away', privacy: 1, videoChannelId: ids.far!.channelId }, 'far')
      await sql`WITH s AS (INSERT INTO "server" ("host", "redundancyAllowed", "createdAt", "updatedAt")
          VALUES ('far.example', false, now(), now()) RETURNING "id")
        UPDATE "actor" SET "serverId" = (SELECT "id" FROM s)
        WHERE "accountId" = ${ids.far!.accountId} OR "videoChannelId" = ${ids.far!.channelId}`.execute(db)
      const path = '/accounts/far@far.example/video-playlists'
      assert.deepEqual(await names(path), [])
      assert.deepEqual(await names(path, 'other'), ['Far away'])
      assert.equal((await names('/video-playlists?count=100', 'other')).includes('Far away'), false)
      await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
        SELECT 'accepted', me."id", t."id", now(), now() FROM "actor" me JOIN "account" i ON i."id" = me."accountId"
          AND i."applicationId" IS NOT NULL, "actor" t WHERE t."accountId" = ${ids.far!.accountId}`.execute(db)
      assert.deepEqual(await names(path), ['Far away'])
      assert.ok((await names('/video-playlists?count=100')).includes('Far away'))
      assert.equal((await get(far, '')).isLocal, false)
      for (const method of ['PUT', 'DELETE'] as const) {
        assert.equal((await ask(method, `/video-playlists/${far.id}`, 'chief', {})).statusCode, 403)
      }
      const video = await makeTestVideo(server.ctx)
      const added = await ask('POST', `/video-playlists/${far.id}/videos`, 'chief', { videoId: video.id })
      assert.equal(added.statusCode, 403)
    })
  })

  describe('places in a channel', () => {
    const positions = async () => {
      const path = '/video-channels/shelf_channel/video-playlists?sort=videoChannelPosition&count=100'
      const list = (await ask('GET', path, 'shelf')).json().data
      return list.map((playlist: any) => `${playlist.videoChannelPosition}${playlist.displayName}`).join(' ')
    }

    test('stay without gaps when playlists come, go and move', async () => {
      await login('shelf')
      const videoChannelId = ids.shelf!.channelId
      const make = (displayName: string) => create({ displayName, privacy: 1, videoChannelId }, 'shelf')
      const [a, b, c] = [await make('a'), await make('b'), await make('c')]
      assert.equal(await positions(), '1a 2b 3c')
      await ask('PUT', `/video-playlists/${b.id}`, 'shelf', { videoChannelId: null, privacy: 3 })
      assert.equal(await positions(), '1a 2c')
      await ask('PUT', `/video-playlists/${b.id}`, 'shelf', { videoChannelId })
      await ask('PUT', `/video-playlists/${a.id}`, 'shelf', { videoChannelId })
      assert.equal(await positions(), '1a 2c 3b')
      const reorder = async (body: object, as = 'shelf', handle = 'shelf_channel') =>
        (await ask('POST', `/video-channels/${handle}/video-playlists/reorder`, as, body)).statusCode
      assert.equal(await reorder({ startPosition: 3, insertAfterPosition: 0 }), 204)
      assert.equal(await positions(), '1b 2a 3c')
      assert.equal(await reorder({ startPosition: 1, insertAfterPosition: 3, reorderLength: 2 }), 204)
      assert.equal(await positions(), '1c 2b 3a')
      await ask('DELETE', `/video-playlists/${c.id}`, 'shelf')
      assert.equal(await positions(), '1b 2a')
      assert.equal(await reorder({ startPosition: 3, insertAfterPosition: 0 }), 400)
      assert.equal(await reorder({ startPosition: 1 }), 400)
      assert.equal(await reorder({ startPosition: 1, insertAfterPosition: 2 }, 'other'), 403)
      assert.equal(await reorder({}, ''), 401)
      assert.equal(await reorder({}, 'other', 'nobody'), 404)
      assert.equal(await positions(), '1b 2a')

      await Promise.all([
        ...['d', 'e', 'f', 'g'].map(make),
        reorder({ startPosition: 1, insertAfterPosition: 2 }),
        ask('DELETE', `/video-playlists/${a.id}`, 'shelf'),
      ])
      assert.match(await positions(), /^1\w 2\w 3\w 4\w 5\w$/)
    })
  })
})
