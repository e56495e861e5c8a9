import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { defaultChannel, makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { indexPendingCaptions } from './index/index-captions.ts'

const features = featuresUpTo('search')

interface Found {
  id: number
  name: string
  uuid: string
  url: string
  captionMatches?: { language: string; start: number; text: string }[]
}

describe('search', () => {
  let server: TestServer
  let index: Server
  let asked: { url: string; body: Record<string, unknown> }[] = []
  const tokens: Record<string, string> = {}

  before(async () => {
    index = createServer((request, response) => {
      void json(request).then((body) => {
        asked.push({ url: request.url ?? '', body: body as Record<string, unknown> })
        response.end(JSON.stringify({ total: 1, data: [{ name: 'from the index' }] }))
      })
    }).listen(0, '127.0.0.1')
    await once(index, 'listening')
    const url = `http://127.0.0.1:${(index.address() as AddressInfo).port}/`
    server = await startTestServer({
      features,
      settings: { search: { search_index: { enabled: true, url } }, federation: { prevent_ssrf: false } },
    })
    tokens['root'] = await server.login()
    for (const name of ['owner', 'viewer']) {
      await addUser(server.ctx, name)
      tokens[name] = await server.login(name, userPassword)
    }
  })
  after(async () => {
    await server.close()
    index.close()
  })

  const make = (name: string, change: Parameters<typeof makeTestVideo>[1] = {}) =>
    makeTestVideo(server.ctx, { name, ...change })
  const ask = async (path: string, query: Record<string, string | number>, as?: string) => {
    const parameters = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    )
    return server.request({
      url: `/api/v1/search/${path}?${parameters.toString()}`,
      ...(as ? { as: tokens[as]! } : {}),
    })
  }
  const videos = async (search: string, more: Record<string, string | number> = {}, as?: string) => {
    const answer = await ask('videos', { search, ...more }, as)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<{ total: number; data: Found[] }>()
  }
  const names = async (search: string, more: Record<string, string | number> = {}, as?: string) =>
    (await videos(search, more, as)).data.map((video) => video.name)

  describe('of videos', () => {
    test('the name comes before tags, tags before description and channel', async () => {
      await make('Holiday', { description: 'We saw a platypus in the river.' })
      await make('Animals of the south', { tags: ['platypus'] })
      await make('The platypus')
      assert.deepEqual(await names('platypus'), ['The platypus', 'Animals of the south', 'Holiday'])
    })

    test('a video that is called so comes before newer ones that are called longer', async () => {
      await make('Pottery')
      await make('Advanced pottery, with glazes')
      await make('Pottery for beginners')
      assert.equal((await names('pottery'))[0], 'Pottery')
    })

    test('accents, case, half words, words inside words and typing errors are forgiven', async () => {
      await make('Crème brûlée')
      await make('Donaudampfschifffahrt')
      await make('Introduction to photosynthesis')
      for (const search of ['creme brulee', 'BRULEE', 'crèm', 'brul'])
        assert.deepEqual(await names(search), ['Crème brûlée'])
      assert.deepEqual(await names('dampfschiff'), ['Donaudampfschifffahrt'])
      for (const search of ['photosyntesis', 'phtosynthesis', 'introduction photosinthesis']) {
        assert.deepEqual(await names(search), ['Introduction to photosynthesis'], search)
      }
    })

    test('videos with all words come first, those with some of them follow', async () => {
      await make('Bread with walnuts')
      await make('Walnut oil')
      await make('Bread and butter')
      const found = await names('bread walnut')
      assert.equal(found[0], 'Bread with walnuts')
      assert.deepEqual(found.slice(1).toSorted(), ['Bread and butter', 'Walnut oil'])
    })

    test('signs that mean something in queries are only text', async () => {
      await make("It's 100 % \\ 'quoted' & | ! (a:*b)")
      for (const search of [
        "It's",
        '100 %',
        "'quoted'",
        "\\ 'quoted' & | ! (a:*b)",
        '%',
        ':*',
        "'",
        '\\',
        '!!!',
        '…',
      ]) {
        const answer = await ask('videos', { search })
        assert.equal(answer.statusCode, 200, search)
      }
      assert.match((await names("it's quoted"))[0]!, /^It's 100/)
    })

    test('a change is found at once: name, tags, channel, deletion', async () => {
      const video = await make('Zucchini')
      assert.deepEqual(await names('zucchini'), ['Zucchini'])
      const change = (payload: object) =>
        server.request({ method: 'PUT', url: `/api/v1/videos/${video.uuid}`, payload, as: tokens['root']! })
      await change({ name: 'Aubergine' })
      assert.deepEqual(await names('zucchini'), [])
      assert.deepEqual(await names('aubergine'), ['Aubergine'])
      await change({ tags: ['nightshade'] })
      assert.deepEqual(await names('nightshade'), ['Aubergine'])
      const { id } = await defaultChannel(server.ctx, 'root')
      await server.ctx.db.updateTable('videoChannel').set({ name: 'Kitchengarden' }).where('id', '=', id).execute()
      assert.ok((await names('kitchengarden', { count: 100 })).includes('Aubergine'))
      await server.request({ method: 'DELETE', url: `/api/v1/videos/${video.uuid}`, as: tokens['root']! })
      assert.deepEqual(await names('aubergine'), [])
    })

    test('nothing is found that lists would not show', async () => {
      for (const privacy of [1, 2, 3, 4, 5]) await make(`Secret ${privacy} xylophone`, { privacy, owner: 'owner' })
      await make('Secret failed xylophone', { state: 7, owner: 'owner' })
      const blocked = await make('Secret blocked xylophone', { owner: 'owner' })
      await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
        VALUES (false, 1, ${blocked.id}, now(), now())`.execute(server.ctx.db)
      assert.deepEqual(await names('xylophone'), ['Secret 1 xylophone'])
      for (const as of ['owner', 'viewer']) {
        assert.deepEqual((await names('xylophone', {}, as)).toSorted(), ['Secret 1 xylophone', 'Secret 4 xylophone'])
      }
    })

    test('by UUID, long', async () => {
      const video = await make('Only by number')
      assert.deepEqual(await names(video.uuid), ['Only by number'])
    })

    test('filters of its own and those of every list', async () => {
      const long = await make('Quokka long', { duration: 600, category: 3, tags: ['marsupial'] })
      await make('Quokka short', { duration: 30, originallyPublishedAt: new Date('1999-05-01T00:00:00Z') })
      assert.deepEqual(await names('quokka', { durationMin: 100 }), ['Quokka long'])
      assert.deepEqual(await names('quokka', { durationMax: 100 }), ['Quokka short'])
      assert.deepEqual(await names('quokka', { categoryOneOf: 3 }), ['Quokka long'])
      assert.deepEqual(await names('quokka', { tagsOneOf: 'Marsupial' }), ['Quokka long'])
      assert.deepEqual(await names('quokka', { originallyPublishedEndDate: '2000-01-01' }), ['Quokka short'])
      assert.deepEqual(await names('quokka', { originallyPublishedStartDate: '2000-01-01' }), [])
      assert.deepEqual(await names('quokka', { startDate: '2999-01-01' }), [])
      assert.equal((await names('quokka', { endDate: '2999-01-01' })).length, 2)
      assert.deepEqual(await names('quokka', { sort: 'duration' }), ['Quokka short', 'Quokka long'])
      assert.deepEqual(await names('quokka', { sort: '-duration', count: 1, start: 1 }), ['Quokka short'])
      assert.deepEqual(await names('quokka', { uuids: long.uuid }), ['Quokka long'])
      assert.deepEqual(await names('quokka', { host: 'elsewhere.example' }), [])
      const withoutText = (await ask('videos', { uuids: long.uuid })).json<{ data: Found[] }>()
      assert.deepEqual(
        withoutText.data.map(({ name }) => name),
        ['Quokka long'],
      )
      const { total } = (await ask('videos', { search: 'quokka', skipCount: 'true' })).json<{ total?: number }>()
      assert.equal(total, undefined)
    })

    test('what is said in captions is found, with its moment', async () => {
      const video = await make('Interview')
      await server.ctx.storage.write(
        'captions',
        'said.vtt',
        'WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning\n\n01:02.500 --> 01:05.000\n<v Ann>The <b>Pangolin</b> eats ants\n',
      )
      await sql`INSERT INTO "videoCaption" ("language", "filename", "automaticallyGenerated", "cached", "videoId", "createdAt", "updatedAt")
        VALUES ('en', 'said.vtt', false, false, ${video.id}, now(), now())`.execute(server.ctx.db)
      await indexPendingCaptions(server.ctx, new AbortController().signal)
      const { data } = await videos('pangolin')
      assert.deepEqual(data[0]?.captionMatches, [{ language: 'en', start: 62.5, text: 'The Pangolin eats ants' }])
      await sql`DELETE FROM "videoCaption" WHERE "videoId" = ${video.id}`.execute(server.ctx.db)
      assert.deepEqual(await names('pangolin'), [])
    })

    test('by address, as far as the viewer may see it', async () => {
      const video = await make('At an address')
      const secret = await make('At a secret address', { privacy: 3, owner: 'owner' })
      const { url: home } = server.ctx.origin
      const secretAddress = `${home}/videos/watch/${secret.uuid}`
      for (const address of [
        `${home}/videos/watch/${video.uuid}`,
        `${home}/w/${video.uuid}?start=3`,
        `${home}/w/${uuidToShort(video.uuid)}`,
        `${home}/w/${uuidToShort(video.uuid)};threadId=5`,
        `${home}/w/${uuidToShort(video.uuid)}/`,
        `${home.replace('http', 'Http')}/videos/watch/${video.uuid}`,
        `${home}/videos/embed/${uuidToShort(video.uuid)}?start=3`,
      ]) {
        assert.deepEqual(await names(address), ['At an address'], address)
      }
      assert.deepEqual(await names(secretAddress), [])
      assert.deepEqual(await names(secretAddress, {}, 'viewer'), [])
      assert.deepEqual(await names(secretAddress, {}, 'owner'), ['At a secret address'])
      assert.deepEqual(await names('https://elsewhere.example/videos/watch/1'), [])
    })
  })

  test('of channels: name, handle, owner, address', async () => {
    const { ctx } = server
    const channels = async (query: Record<string, string | number>) => {
      const answer = await ask('video-channels', query)
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json<{ total: number; data: { name: string; url: string }[] }>()
    }
    await ctx.db
      .updateTable('videoChannel')
      .set({ name: 'Wörkshop of wonders' })
      .where('name', '=', 'Main viewer channel')
      .execute()
    const [mine] = (await channels({ search: 'workshop' })).data
    assert.equal(mine?.name, 'viewer_channel')
    for (const search of [
      'workshops',
      'viewer_chan',
      '@viewer_channel',
      `viewer_channel@${ctx.origin.host}`,
      mine.url,
      `${mine.url}/videos`,
      `${ctx.origin.url}/c/viewer_channel/about`,
    ]) {
      const { total, data } = await channels({ search })
      assert.ok(total >= 1)
      assert.equal(data[0]?.name, 'viewer_channel', search)
    }
    assert.equal((await channels({ handles: 'viewer_channel' })).total, 1)
    assert.equal((await channels({ search: 'workshop', count: 0 })).data.length, 1, 'no limit but that of a page')
    assert.equal((await channels({ search: 'workshop', host: 'elsewhere.example' })).total, 0)
    assert.equal((await channels({ search: 'nobody@elsewhere.example' })).total, 0)
  })

  test('of playlists: public ones with videos only', async () => {
    const video = await make('In a playlist')
    const add = async (displayName: string, privacy: number, filled: boolean) => {
      const { id } = await defaultChannel(server.ctx, 'root')
      const created = await server.request({
        payload: { displayName, privacy, videoChannelId: id },
        method: 'POST',
        url: '/api/v1/video-playlists',
        as: tokens['root']!,
      })
      assert.equal(created.statusCode, 200, created.body)
      const { videoPlaylist } = created.json<{ videoPlaylist: { id: number } }>()
      if (!filled) return
      await server.request({
        method: 'POST',
        url: `/api/v1/video-playlists/${videoPlaylist.id}/videos`,
        payload: { videoId: video.id },
        as: tokens['root']!,
      })
    }
    await add('Meerkat evening', 1, true)
    await add('Meerkat morning', 1, false)
    await add('Meerkat night', 3, true)
    const answer = await ask('video-playlists', { search: 'meerkats' })
    const found = answer.json<{ total: number; data: { displayName: string; url: string }[] }>()
    assert.deepEqual([found.total, found.data.map((list) => list.displayName)], [1, ['Meerkat evening']])
    const byAddress = (await ask('video-playlists', { search: found.data[0]!.url })).json<{ total: number }>()
    assert.equal(byAddress.total, 1)
  })

  test('the search index is asked when wanted, with who is muted', async () => {
    asked = []
    await sql`INSERT INTO "server" ("host", "createdAt", "updatedAt") VALUES ('muted.example', now(), now())`.execute(
      server.ctx.db,
    )
    await sql`INSERT INTO "serverBlocklist" ("accountId", "targetServerId", "createdAt", "updatedAt")
      SELECT a."id", s."id", now(), now() FROM "account" a, "server" s
      WHERE a."applicationId" IS NOT NULL AND s."host" = 'muted.example'`.execute(server.ctx.db)
    const answer = await ask('videos', { search: 'far away', searchTarget: 'search-index' })
    assert.deepEqual(answer.json(), { total: 1, data: [{ name: 'from the index' }] })
    assert.equal(asked[0]?.url, '/api/v1/search/videos')
    assert.deepEqual(asked[0]?.body['blockedHosts'], ['muted.example'])
    assert.equal(asked[0]?.body['nsfw'], 'both')
    assert.equal((await ask('videos', { search: 'far away' })).json<{ total: number }>().total, 0)
  })

  test('bad questions are named', async () => {
    const bad: [string, Record<string, string | number>, string][] = [
      ['videos', { search: '' }, 'search'],
      ['videos', { search: 'a', sort: 'comments' }, 'sort'],
      ['videos', { search: 'a', startDate: 'yesterday' }, 'startDate'],
      ['videos', { search: 'a', durationMin: 'long' }, 'durationMin'],
      ['videos', { search: 'a', searchTarget: 'moon' }, 'searchTarget'],
      ['videos', { search: 'a', uuids: 'no' }, 'uuids'],
      ['video-channels', { search: '' }, 'search'],
      ['video-channels', { search: 'a', sort: 'views' }, 'sort'],
      ['video-playlists', { search: 'a', host: '-' }, 'host'],
    ]
    for (const [path, query, parameter] of bad) {
      const answer = await ask(path, query)
      assert.equal(answer.statusCode, 400, JSON.stringify(query))
      assert.ok(parameter in answer.json<{ 'invalid-params': object }>()['invalid-params'], answer.body)
    }
    for (const [key, value] of [['include', 1] as const, ['privacyOneOf', 3] as const]) {
      assert.equal((await ask('videos', { search: 'a', [key]: value }, 'viewer')).statusCode, 401)
    }
  })
})
