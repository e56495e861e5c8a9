import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { formOf } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { drawDefaultPicture } from '#foundation/images/default-picture.ts'
import { playlistCalls, type CreatedPlaylist } from '../testing/playlist-calls.ts'

describe('what is in a playlist', () => {
  let server: TestServer
  const { ids, loginAll, ask, create, inChannel, get } = playlistCalls(() => server)

  before(async () => {
    server = await startTestServer({ features: featuresUpTo('playlists'), worker: true })
    await loginAll()
  })
  after(() => server.close())

  const add = async (playlist: CreatedPlaylist, video: { id: number }, body: object = {}): Promise<number> => {
    const answer = await ask('POST', `/video-playlists/${playlist.id}/videos`, 'owner', { videoId: video.id, ...body })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().videoPlaylistElement.id
  }
  const elements = async (playlist: CreatedPlaylist, as = 'owner', query = 'count=100') => {
    const answer = await ask('GET', `/video-playlists/${playlist.uuid}/videos?${query}`, as)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }
  const places = async (playlist: CreatedPlaylist) =>
    (await elements(playlist)).data.map((element: any) => [element.position, element.id])
  const eventually = async (check: () => Promise<boolean>, what: string) => {
    for (let tries = 0; tries < 200; tries++) {
      if (await check()) return
      await sleep(50)
    }
    assert.fail(`Never: ${what}`)
  }

  describe('elements', () => {
    let videos: TestVideo[]
    before(async () => {
      videos = []
      for (let i = 0; i < 5; i++) videos.push(await makeTestVideo(server.ctx))
    })

    test('are appended, changed and removed without gaps', async () => {
      const playlist = await create()
      const [a, b, c] = [
        await add(playlist, videos[0]!, { startTimestamp: 5, stopTimestamp: 10 }),
        await add(playlist, videos[1]!, { startTimestamp: 0, stopTimestamp: null }),
        await add(playlist, videos[0]!),
      ]
      assert.deepEqual(await places(playlist), [
        [1, a],
        [2, b],
        [3, c],
      ])
      const { total, data } = await elements(playlist)
      assert.deepEqual([total, (await get(playlist)).videosLength], [3, 3])
      assert.deepEqual(
        data.map((element: any) => [element.startTimestamp, element.stopTimestamp, element.type, element.video.id]),
        [
          [5, 10, 0, videos[0]!.id],
          [null, null, 0, videos[1]!.id],
          [null, null, 0, videos[0]!.id],
        ],
      )
      const page = await elements(playlist, 'owner', 'start=1&count=1')
      assert.deepEqual([page.total, page.data.map((element: any) => element.id)], [3, [b]])

      const path = `/video-playlists/${playlist.id}/videos`
      assert.equal((await ask('PUT', `${path}/${a}`, 'owner', { stopTimestamp: 20 })).statusCode, 204)
      assert.equal((await ask('PUT', `${path}/${b}`, 'owner', { startTimestamp: 7 })).statusCode, 204)
      await ask('PUT', `${path}/${b}`, 'owner', { startTimestamp: 0 })
      const changed = (await elements(playlist)).data
      assert.deepEqual([changed[0].startTimestamp, changed[0].stopTimestamp, changed[1].startTimestamp], [5, 20, null])
      assert.equal((await ask('DELETE', `${path}/${a}`)).statusCode, 204)
      assert.deepEqual(await places(playlist), [
        [1, b],
        [2, c],
      ])
      assert.equal((await ask('DELETE', `${path}/${a}`)).statusCode, 404)
    })

    test('who may change them, and what is refused', async () => {
      const [playlist, elsewhere] = [await inChannel(1), await create()]
      const element = await add(playlist, videos[0]!)
      const path = `/video-playlists/${playlist.id}/videos`
      const post = async (as: string, body: object = { videoId: uuidToShort(videos[1]!.uuid) }) =>
        (await ask('POST', path, as, body)).statusCode
      const put = async (as: string, id = element) => (await ask('PUT', `${path}/${id}`, as, {})).statusCode
      const statuses: number[][] = []
      for (const as of ['', 'other', 'helper', 'owner', 'chief']) statuses.push([await post(as), await put(as)])
      assert.deepEqual(statuses, [
        [401, 401],
        [403, 403],
        [200, 204],
        [200, 204],
        [200, 204],
      ])
      for (const body of [
        {},
        { videoId: 'x' },
        { videoId: 1, startTimestamp: -1 },
        { videoId: 1, stopTimestamp: 'x' },
      ]) {
        assert.equal(await post('owner', body), 400, JSON.stringify(body))
      }
      assert.equal(await post('owner', { videoId: 99999999 }), 404)
      assert.equal((await ask('POST', '/video-playlists/99999999/videos', 'owner', { videoId: 1 })).statusCode, 404)
      assert.equal(await put('owner', 99999999), 404)
      for (const [method, status] of [
        ['PUT', 404],
        ['DELETE', 404],
      ] as const) {
        const wrong = await ask(method, `/video-playlists/${elsewhere.id}/videos/${element}`, 'owner', {})
        assert.equal(wrong.statusCode, status, 'an element of another playlist')
      }
      assert.equal((await ask('DELETE', `${path}/${element}`, 'other')).statusCode, 403)
      assert.equal(await put('other', 99999999), 404, 'what does not exist comes before whose it is')
      assert.equal((await ask('DELETE', `${path}/99999999`, 'other')).statusCode, 404)
      for (const id of ['x', '0', '-1', '1.5']) {
        assert.equal((await ask('DELETE', `${path}/${id}`)).statusCode, 400, id)
      }
    })

    test('a move that changes nothing leaves no trace', async () => {
      const playlist = await inChannel(1)
      for (const video of videos.slice(0, 3)) await add(playlist, video)
      const trace = async () => {
        const activities = await ask('GET', '/video-channels/owner_channel/activities')
        return [(await get(playlist)).updatedAt, activities.json().total]
      }
      const before = await trace()
      const reorder = async (startPosition: number, insertAfterPosition: number, reorderLength = 1) => {
        const body = { startPosition, insertAfterPosition, reorderLength }
        return (await ask('POST', `/video-playlists/${playlist.id}/videos/reorder`, 'owner', body)).statusCode
      }
      assert.deepEqual([await reorder(2, 2), await reorder(2, 1), await reorder(1, 2, 3)], [204, 204, 204])
      assert.deepEqual(await trace(), before)
      assert.equal(await reorder(1, 3), 204)
      assert.notDeepEqual(await trace(), before)
    })

    test('blocks move, and places stay without gaps', async () => {
      const playlist = await create()
      const [a, b, c, d, e] = [0, 0, 0, 0, 0]
      const made = [a, b, c, d, e]
      for (const [index, video] of videos.entries()) made[index] = await add(playlist, video)
      const names = async () => {
        const list = await places(playlist)
        assert.deepEqual(
          list.map(([position]: [number]) => position),
          [1, 2, 3, 4, 5],
        )
        return list.map(([, id]: [number, number]) => 'abcde'[made.indexOf(id)]).join('')
      }
      const move = async (
        startPosition: unknown,
        insertAfterPosition: unknown,
        reorderLength?: unknown,
        as = 'owner',
      ) =>
        (
          await ask('POST', `/video-playlists/${playlist.id}/videos/reorder`, as, {
            ...{ startPosition, insertAfterPosition },
            ...(reorderLength !== undefined && { reorderLength }),
          })
        ).statusCode
      assert.equal(await move(5, 0), 204)
      assert.equal(await names(), 'eabcd')
      assert.equal(await move(1, 5), 204)
      assert.equal(await names(), 'abcde')
      assert.equal(await move(2, 5, 2), 204)
      assert.equal(await names(), 'adebc')
      assert.equal(await move(4, 1, 2), 204)
      assert.equal(await names(), 'abcde')
      assert.equal(await move(3, 3), 204)
      assert.equal(await names(), 'abcde')
      const refused: unknown[][] = [
        [6, 0],
        [1, 6],
        [4, 0, 3],
        [0, 1],
        [1, -1],
        [1, 2, 0],
        ['x', 1],
        [1, undefined],
      ]
      for (const [start, after, length] of refused) {
        assert.equal(await move(start, after, length), 400, JSON.stringify([start, after, length]))
      }
      assert.equal(await move(1, 2, 1, 'other'), 403)
      assert.equal(await move(1, 2, 1, ''), 401)
      assert.equal(await names(), 'abcde')
    })

    test('many changes at once leave neither gaps nor doubles', async () => {
      const playlist = await create()
      const made = await Promise.all(videos.flatMap((video) => [add(playlist, video), add(playlist, video)]))
      const path = `/video-playlists/${playlist.id}/videos`
      const reorder = (startPosition: number, insertAfterPosition: number) =>
        ask('POST', `${path}/reorder`, 'owner', { startPosition, insertAfterPosition })
      const answers = await Promise.all([
        ...made.slice(0, 4).map((id) => ask('DELETE', `${path}/${id}`)),
        ...[1, 2, 3, 4].map((place) => reorder(place, 6)),
        ...videos.map((video) => ask('POST', path, 'owner', { videoId: video.id })),
      ])
      assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([200, 204]))
      const list = await places(playlist)
      assert.deepEqual(
        list.map(([position]: [number]) => position),
        Array.from({ length: 11 }, (_, index) => index + 1),
      )
      assert.equal(new Set(list.map(([, id]: [number, number]) => id)).size, 11)
    })

    test('a video is shown only to those whom its page would let in', async () => {
      const playlist = await inChannel(1)
      const shown: { uuid: string; id: number; name: string }[] = []
      for (const privacy of [1, 2, 3, 4, 5]) {
        for (const blocked of [false, true]) {
          const video = await makeTestVideo(server.ctx, {
            ...{ owner: 'other', privacy, name: `privacy ${privacy}${blocked ? ', blocked' : ''}` },
            videoPasswords: privacy === 5 ? ['secret'] : [],
          })
          if (blocked) {
            await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
              VALUES (false, 1, ${video.id}, now(), now())`.execute(server.ctx.db)
          }
          await add(playlist, video)
          shown.push({ uuid: video.uuid, id: video.id, name: `privacy ${privacy}${blocked ? ', blocked' : ''}` })
        }
      }
      const gone = await makeTestVideo(server.ctx, { owner: 'other' })
      await add(playlist, gone)
      await sql`DELETE FROM "video" WHERE "id" = ${gone.id}`.execute(server.ctx.db)

      // public, blocked, unlisted, blocked, private, blocked, internal, blocked, password, blocked, deleted
      const expected: Record<string, number[]> = {
        '': [0, 3, 0, 3, 2, 2, 2, 2, 2, 2, 1],
        owner: [0, 3, 0, 3, 2, 2, 0, 3, 2, 2, 1],
        other: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        moderator: [0, 3, 0, 3, 2, 2, 0, 0, 2, 2, 1],
      }
      for (const [viewer, types] of Object.entries(expected)) {
        const { total, data } = await elements(playlist, viewer)
        assert.equal(total, 11)
        assert.deepEqual(
          data.map((element: any) => element.type),
          types,
          viewer,
        )
        for (const [index, element] of data.entries()) {
          assert.equal(element.video === null, element.type !== 0, `${viewer}: ${shown[index]?.name}`)
          if (!element.video) continue
          const page = await ask('GET', `/videos/${shown[index]!.uuid}`, viewer)
          assert.equal(page.statusCode, 200, `${viewer}: ${shown[index]!.name}`)
        }
      }
      await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
        VALUES (${ids.owner!.accountId}, ${ids.other!.accountId}, now(), now())`.execute(server.ctx.db)
      const muted = (await elements(playlist)).data.map((element: any) => element.type)
      assert.deepEqual(muted, [3, 3, 3, 3, 2, 2, 0, 3, 2, 2, 1])
      await sql`DELETE FROM "accountBlocklist"`.execute(server.ctx.db)
    })

    test('a remote video is hidden from visitors who may not look at other servers', async () => {
      const playlist = await inChannel(1)
      const video = await makeTestVideo(server.ctx, { owner: 'other' })
      await add(playlist, video)
      await sql`UPDATE "video" SET "remote" = true WHERE "id" = ${video.id}`.execute(server.ctx.db)
      assert.equal((await ask('GET', `/videos/${video.uuid}`, '')).statusCode, 403)
      assert.equal((await elements(playlist, '')).data[0].type, 3)
      assert.equal((await elements(playlist, 'owner')).data[0].type, 0)
    })

    test('where videos are already', async () => {
      const [mine, shared] = [await create({ displayName: 'Mine' }), await inChannel(3, { displayName: 'Shared' })]
      const [first, second, third] = [await makeTestVideo(server.ctx), await makeTestVideo(server.ctx), videos[2]!]
      const element = await add(mine, first, { startTimestamp: 3, stopTimestamp: 9 })
      await add(shared, first)
      await add(shared, second)
      const exist = (as: string, query: string) => ask('GET', `/users/me/video-playlists/videos-exist?${query}`, as)
      const query = `videoIds=${first.id}&videoIds=${second.id}`
      const own = (await exist('owner', query)).json()
      assert.deepEqual(own[first.id][0], {
        ...{ playlistElementId: element, playlistId: mine.id, playlistDisplayName: 'Mine' },
        ...{ playlistShortUUID: mine.shortUUID, startTimestamp: 3, stopTimestamp: 9 },
      })
      assert.deepEqual([own[first.id].length, own[second.id].length], [2, 1])
      const helping = (await exist('helper', query)).json()
      assert.deepEqual(
        helping[first.id].map((item: any) => item.playlistDisplayName),
        ['Shared'],
      )
      assert.deepEqual((await exist('other', query)).json(), { [first.id]: [], [second.id]: [] })
      assert.ok(third)
      assert.equal((await exist('owner', '')).statusCode, 400)
      assert.equal((await exist('owner', 'videoIds=x')).statusCode, 400)
      const many = Array.from({ length: 101 }, (_, index) => `videoIds=${index + 1}`).join('&')
      assert.equal((await exist('owner', many)).statusCode, 400)
      assert.equal((await exist('', query)).statusCode, 401)
    })

    test('plugins hear of elements and may change the list', async () => {
      const playlist = await create()
      const created: unknown[] = []
      const end = [
        server.ctx.hooks.on('action:api.video-playlist-element.created', ({ playlistElement }) =>
          created.push(playlistElement.id),
        ),
        server.ctx.hooks.on('filter:api.video-playlist.videos.list.params', (query) => ({ ...query, count: 1 })),
        server.ctx.hooks.on('filter:api.video-playlist.videos.list.result', (list) => ({ ...list, total: 42 })),
      ]
      const made = [await add(playlist, videos[0]!), await add(playlist, videos[1]!)]
      assert.deepEqual(created, made)
      const list = await elements(playlist)
      assert.deepEqual([list.total, list.data.length], [42, 1])
      for (const remove of end) remove()
    })
  })

  describe('pictures', () => {
    let folder: string
    let picture: Buffer
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sepiola-playlist-'))
      await drawDefaultPicture('audio', join(folder, 'picture.jpg'))
      picture = await readFile(join(folder, 'picture.jpg'))
    })
    after(() => rm(folder, { recursive: true, force: true }))

    const withPicture = async (change: object = {}) => {
      const video = await makeTestVideo(server.ctx, change)
      await server.ctx.storage.write('thumbnails', video.thumbnail, picture)
      return video
    }
    const thumbnails = async (playlist: CreatedPlaylist): Promise<string[]> =>
      (await get(playlist)).thumbnails.map((thumbnail: any) => thumbnail.fileUrl).sort()
    const changed = async (playlist: CreatedPlaylist, before: string[]) => {
      await eventually(async () => String(await thumbnails(playlist)) !== String(before), 'another picture')
      return thumbnails(playlist)
    }
    const send = (
      method: 'POST' | 'PUT',
      path: string,
      fields: Record<string, string>,
      name: string,
      content: Buffer,
    ) => ask(method, path, 'owner', formOf(fields, { thumbnailfile: [name, content] }))

    test('come from the first video, and follow it', async () => {
      const playlist = await create()
      const [first, second] = [await withPicture(), await withPicture()]
      const element = await add(playlist, first)
      const one = await changed(playlist, [])
      assert.equal(one.length, 5)
      assert.match(one[0]!, /\/lazy-static\/thumbnails\/playlist-[0-9a-f-]{36}\.jpg$/)
      assert.match((await get(playlist)).thumbnailPath, /playlist-/)
      const file = await server.request({ url: (await get(playlist)).thumbnailPath })
      assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'image/jpeg'])

      await add(playlist, second)
      await ask('POST', `/video-playlists/${playlist.id}/videos/reorder`, 'owner', {
        startPosition: 2,
        insertAfterPosition: 0,
      })
      const two = await changed(playlist, one)
      await eventually(
        async () => (await server.request({ url: new URL(one[0]!).pathname })).statusCode === 404,
        'the old file is gone',
      )
      const [, moved] = (await elements(playlist)).data
      assert.equal(moved.id, element)
      await ask('DELETE', `/video-playlists/${playlist.id}/videos/${(await elements(playlist)).data[0].id}`)
      const three = await changed(playlist, two)
      assert.equal(three.length, 5)
      await ask('DELETE', `/video-playlists/${playlist.id}/videos/${element}`)
      assert.deepEqual(await changed(playlist, three), [])
    })

    test('of videos that not everybody may see are not taken', async () => {
      const playlist = await inChannel(1)
      const [hidden, open] = [await withPicture({ owner: 'other', privacy: 3 }), await withPicture({ owner: 'other' })]
      await add(playlist, hidden)
      await add(playlist, open)
      const pictures = await changed(playlist, [])
      const change = await ask('PUT', `/videos/${open.id}`, 'other', { privacy: 3 })
      assert.equal(change.statusCode, 204, change.body)
      assert.deepEqual(await changed(playlist, pictures), [])
      const own = await create()
      await add(own, await withPicture({ owner: 'owner', privacy: 3 }))
      assert.equal((await changed(own, [])).length, 5, "a private playlist shows its owner's private video")
    })

    test('of a video that comes after blocked ones and ones without picture go with it', async () => {
      const [blocked, bare, open] = [await withPicture(), await withPicture(), await withPicture()]
      const now = new Date()
      const block = { videoId: blocked.id, type: 1, unfederated: false, createdAt: now, updatedAt: now }
      await server.ctx.db.insertInto('videoBlacklist').values(block).execute()
      await server.ctx.db.deleteFrom('thumbnail').where('videoId', '=', bare.id).execute()
      for (const before of [blocked, bare]) {
        const playlist = await inChannel(1)
        await add(playlist, before)
        const shown = await withPicture({ owner: 'other' })
        await add(playlist, shown)
        const pictures = await changed(playlist, [])
        assert.equal((await ask('PUT', `/videos/${shown.id}`, 'other', { privacy: 3 })).statusCode, 204)
        assert.deepEqual(await changed(playlist, pictures), [])
        await add(playlist, open)
        assert.equal((await changed(playlist, [])).length, 5)
      }
    })

    test('of a video that is deleted go with it', async () => {
      const playlist = await inChannel(1)
      const [first, second] = [await withPicture({ owner: 'owner' }), await withPicture({ owner: 'owner' })]
      await add(playlist, first)
      await add(playlist, second)
      const pictures = await changed(playlist, [])
      assert.equal((await ask('DELETE', `/videos/${first.id}`)).statusCode, 204)
      const others = await changed(playlist, pictures)
      assert.equal(others.length, 5, 'those of the next one')
      assert.equal((await ask('DELETE', `/videos/${second.id}`)).statusCode, 204)
      assert.deepEqual(await changed(playlist, others), [])
    })

    test('that were sent stay whatever comes first, and can be replaced', async () => {
      const path = '/video-playlists'
      const answer = await send('POST', path, { displayName: 'With picture', videoChannelId: 'null' }, 'p.jpg', picture)
      assert.equal(answer.statusCode, 200, answer.body)
      const playlist = answer.json().videoPlaylist
      const sent = await thumbnails(playlist)
      assert.equal(sent.length, 5)
      const video = await withPicture()
      await add(playlist, video)
      const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM sepiola.job
        WHERE type = 'playlists/thumbnail' AND payload->>'playlistId' = ${String(playlist.id)}`.execute(server.ctx.db)
      assert.equal(rows[0]!.total, 1)
      await eventually(async () => {
        const { rows: left } = await sql<{ state: string }>`SELECT state FROM sepiola.job
          WHERE type = 'playlists/thumbnail' AND payload->>'playlistId' = ${String(playlist.id)}`.execute(server.ctx.db)
        return left.every(({ state }) => state === 'completed')
      }, 'the job ends')
      assert.deepEqual(await thumbnails(playlist), sent)

      assert.equal((await send('PUT', `${path}/${playlist.id}`, {}, 'p.jpg', picture)).statusCode, 204)
      const replaced = await thumbnails(playlist)
      assert.notDeepEqual(replaced, sent)
      for (const [name, content] of [
        ['p.gif', picture],
        ['p.jpg', Buffer.from('no picture')],
      ] as const) {
        for (const refused of [
          await send('PUT', `${path}/${playlist.id}`, {}, name, content),
          await send('PUT', `${path}/99999999`, {}, name, content),
          await send('POST', path, { displayName: 'Another', videoChannelId: '99999999' }, name, content),
        ]) {
          assert.equal(refused.statusCode, 400, name)
          assert.deepEqual(Object.keys(refused.json()['invalid-params']), ['thumbnailfile'], 'a field comes first')
        }
      }
      assert.deepEqual(await thumbnails(playlist), replaced)
      assert.equal((await ask('DELETE', `${path}/${playlist.id}`)).statusCode, 204)
      await eventually(
        async () => (await server.request({ url: new URL(replaced[0]!).pathname })).statusCode === 404,
        'the files go with the playlist',
      )
    })
  })
})
