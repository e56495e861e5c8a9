import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

let server: TestServer
before(async () => {
  server = await startTestServer({
    settings: { instance: { name: 'Fish & <Chips>', short_description: 'Videos of fish', robots: 'User-agent: *\n' } },
  })
  await addUser(server.ctx, 'maria')
})
after(() => server.close())

const get = (url: string, headers: Record<string, string> = {}) => server.request({ url, headers })
const origin = () => server.ctx.origin

describe('webfinger', () => {
  const ask = (resource: string) => server.request({ url: '/.well-known/webfinger', query: { resource } })

  test('finds accounts, channels and the instance, ignoring case', async () => {
    for (const name of ['maria', 'MARIA', 'maria_channel', 'peertube']) {
      const resource = `acct:${name}@${origin().host}`
      const answer = await ask(resource)
      assert.equal(answer.statusCode, 200, answer.body)
      assert.match(answer.headers['content-type']!, /^application\/json/)
      assert.equal(answer.headers['access-control-allow-origin'], '*')
      const { subject, aliases, links } = answer.json()
      assert.equal(subject, resource)
      assert.deepEqual(links[0], { rel: 'self', type: 'application/activity+json', href: aliases[0] })
      assert.equal(links[1].template, `${origin().url}/remote-interaction?uri={uri}`)
    }
    const account = await ask(`acct:maria@${origin().host}`)
    assert.equal(account.json().aliases[0], `${origin().url}/accounts/maria`)
  })

  for (const resource of [
    'maria',
    'https://x.example/accounts/maria',
    'acct:maria',
    'acct:maria@other.example',
    'acct:a@b@c',
  ]) {
    test(`400 for ${resource}`, async () => {
      const answer = await ask(resource)
      assert.equal(answer.statusCode, 400)
      assert.match(answer.headers['content-type']!, /problem\+json/)
    })
  }

  test('400 without a resource, 404 for nobody', async () => {
    assert.equal((await get('/.well-known/webfinger')).statusCode, 400)
    assert.equal((await ask(`acct:nobody@${origin().host}`)).statusCode, 404)
  })
})

test('host-meta names the webfinger address', async () => {
  const answer = await get('/.well-known/host-meta')
  assert.match(answer.headers['content-type']!, /^application\/xml/)
  assert.match(answer.body, /http:\/\/docs\.oasis-open\.org\/ns\/xri\/xrd-1\.0/)
  assert.ok(answer.body.includes(`template="${origin().url}/.well-known/webfinger?resource={uri}"`))
})

describe('nodeinfo', () => {
  test('the index names document and instance actor', async () => {
    const { links } = (await get('/.well-known/nodeinfo')).json()
    assert.equal(links[0].href, `${origin().url}/nodeinfo/2.0.json`)
    assert.equal(links[1].href, `${origin().url}/accounts/peertube`)
  })

  test('the document tells software, usage and settings', async () => {
    const answer = await get('/nodeinfo/2.0.json')
    assert.equal(answer.statusCode, 200, answer.body)
    const schema = 'http://nodeinfo.diaspora.software/ns/schema/2.0#'
    assert.ok(answer.headers['content-type']!.startsWith(`application/json; profile="${schema}"`))
    const { software, usage, metadata, openRegistrations } = answer.json()
    assert.deepEqual([software, openRegistrations], [{ name: 'peertube', version: '8.2.1' }, true])
    assert.equal(usage.users.total, 2)
    assert.deepEqual([metadata.nodeName, metadata.nodeDescription], ['Fish & <Chips>', 'Videos of fish'])
    assert.deepEqual(metadata.nodeConfig.user, (await get('/api/v1/config')).json().user)
    assert.equal(metadata.nodeConfig.transcoding.hls.enabled, true)
  })

  test('404 for other versions', async () => assert.equal((await get('/nodeinfo/2.1.json')).statusCode, 404))
})

describe('texts', () => {
  test('robots.txt and security.txt are those of the settings', async () => {
    const robots = await get('/robots.txt')
    assert.deepEqual([robots.statusCode, robots.body], [200, 'User-agent: *\n'])
    assert.match(robots.headers['content-type']!, /^text\/plain/)
    assert.match((await get('/.well-known/security.txt')).body, /^Contact: /)
    const moved = await get('/security.txt')
    assert.deepEqual([moved.statusCode, moved.headers.location], [301, '/.well-known/security.txt'])
  })

  test('change-password leads to the settings of the account', async () => {
    const answer = await get('/.well-known/change-password')
    assert.deepEqual([answer.statusCode, answer.headers.location], [302, '/my-account/security#password'])
  })

  test('tracking: status, and a policy that the administrator may replace', async () => {
    assert.deepEqual((await get('/.well-known/dnt/')).json(), { tracking: 'N' })
    const policy = await get('/.well-known/dnt-policy.txt')
    assert.match(policy.body, /Do Not Track on Fish & <Chips>/)
    assert.match(policy.headers['content-type']!, /^text\/plain/)
    await writeFile(join(server.ctx.settings.current.storage.well_known, 'dnt-policy.txt'), 'Ours')
    assert.equal((await get('/.well-known/dnt-policy.txt')).body, 'Ours')
  })
})

describe('files of the administrator', () => {
  before(async () => {
    const folder = server.ctx.settings.current.storage.well_known
    await mkdir(join(folder, 'acme-challenge'))
    await writeFile(join(folder, 'proof.txt'), 'proof')
    await writeFile(join(folder, 'acme-challenge/token'), 'answer')
    await writeFile(join(folder, '.hidden'), 'secret')
    await writeFile(join(folder, '../beside.txt'), 'secret')
  })

  test('are served, also from folders', async () => {
    assert.equal((await get('/.well-known/proof.txt')).body, 'proof')
    assert.equal((await get('/.well-known/acme-challenge/token')).body, 'answer')
  })

  for (const path of [
    'none.txt',
    '.hidden',
    '..%2fbeside.txt',
    'acme-challenge/..%2f..%2fbeside.txt',
    'acme-challenge',
  ]) {
    test(`404 for ${path}`, async () => {
      const answer = await get(`/.well-known/${path}`)
      assert.equal(answer.statusCode, 404, answer.body)
      assert.doesNotMatch(answer.body, /secret/)
    })
  }
})

describe('redirects to actors', () => {
  test('by handle: accounts, and any actor', async () => {
    const account = await get('/services/redirect/accounts/maria')
    assert.deepEqual([account.statusCode, account.headers.location], [302, `${origin().url}/accounts/maria`])
    const channel = await get(`/services/redirect/actors/maria_channel@${origin().host}`)
    assert.equal(channel.headers.location, `${origin().url}/video-channels/maria_channel`)
    const remote = { type: 'Person' as const, url: 'https://far.example/users/lou', preferredUsername: 'lou' }
    const now = new Date()
    const dates = { createdAt: now, updatedAt: now }
    const { id } = await server.ctx.db
      .insertInto('server')
      .values({ host: 'far.example', redundancyAllowed: false, ...dates })
      .returning('id')
      .executeTakeFirstOrThrow()
    await server.ctx.db
      .insertInto('actor')
      .values({
        ...remote,
        serverId: id,
        followersCount: 0,
        followingCount: 0,
        inboxUrl: `${remote.url}/inbox`,
        ...dates,
      })
      .execute()
    assert.equal((await get('/services/redirect/actors/lou@far.example')).headers.location, remote.url)
  })

  test('by handle: actors that only their own server knows', async (t) => {
    const answers: Record<string, unknown> = {
      good: {
        links: [
          { rel: 'other', href: 'https://no.example/' },
          { rel: 'self', href: 'https://far.example/good' },
        ],
      },
      script: { links: [{ rel: 'self', href: 'javascript:alert(1)' }] },
      none: { links: [] },
      strange: [1],
    }
    const asked: string[] = []
    const far = createServer((request, response) => {
      const resource = new URL(request.url!, 'http://far').searchParams.get('resource')!
      asked.push(resource)
      const answer = answers[/acct:(\w+)@/.exec(resource)![1]!]
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
    })
    await new Promise<void>((resolve) => far.listen(0, 'localhost', resolve))
    t.after(() => far.close())
    const host = `localhost:${(far.address() as AddressInfo).port}`
    const ask = (name: string) => get(`/services/redirect/actors/${name}@${host}`)
    assert.equal((await ask('good')).headers.location, 'https://far.example/good')
    assert.deepEqual(asked, [`acct:good@${host}`])
    for (const name of ['script', 'none', 'strange', 'nobody']) assert.equal((await ask(name)).statusCode, 404, name)
    await server.ctx.settings.override({ federation: { prevent_ssrf: true } })
    assert.equal((await ask('good')).statusCode, 404)
    await server.ctx.settings.clearOverride()
  })

  test('404 as text for nobody', async () => {
    for (const path of ['accounts/nobody', 'accounts/maria_channel', 'actors/nobody', 'actors/a@b@c']) {
      const answer = await get(`/services/redirect/${path}`)
      assert.deepEqual([answer.statusCode, answer.body], [404, 'Not Found'], path)
    }
  })
})

describe('the sitemap', () => {
  test('has pages, accounts, channels and public videos only', async () => {
    const seen = await makeTestVideo(server.ctx, { owner: 'maria', name: 'Fish & <chips>', tags: ['sea'] })
    const hidden = await makeTestVideo(server.ctx, { owner: 'maria', name: 'Unlisted', privacy: 2 })
    const answer = await get('/sitemap.xml')
    assert.equal(answer.statusCode, 200, answer.body)
    assert.match(answer.headers['content-type']!, /^application\/xml/)
    const xml = answer.body
    for (const path of ['/about/instance', '/a/maria', '/c/maria_channel', `/w/${uuidToShort(seen.uuid)}`]) {
      assert.ok(xml.includes(`<loc>${origin().url}${path}</loc>`), path)
    }
    assert.match(xml, /<video:title>Fish &amp; &lt;chips&gt;<\/video:title>/)
    assert.match(xml, /<video:tag>sea<\/video:tag>/)
    assert.ok(xml.includes(`${origin().url}/videos/embed/${uuidToShort(seen.uuid)}`))
    assert.ok(!xml.includes(uuidToShort(hidden.uuid)))
    assert.ok(!xml.includes('/a/peertube'))
  })

  test('comes gzipped to those who take it', async () => {
    const answer = await get('/sitemap.xml', { 'accept-encoding': 'gzip' })
    assert.equal(answer.headers['content-encoding'], 'gzip')
    assert.match(gunzipSync(answer.rawPayload).toString(), /^<\?xml/)
  })
})

describe('the application', () => {
  test('has a manifest with our icons until there is an avatar', async () => {
    const answer = await get('/manifest.webmanifest')
    assert.match(answer.headers['content-type']!, /^application\/manifest\+json/)
    const { name, description, start_url, display, icons } = answer.json()
    assert.deepEqual([name, description], ['Fish & <Chips>', 'Videos of fish'])
    assert.deepEqual([start_url, display, icons.length], ['/', 'standalone', 2])
  })

  test('offers its search to browsers', async () => {
    const { body, headers } = await get('/opensearch.xml')
    assert.match(headers['content-type']!, /^application\/opensearchdescription\+xml/)
    assert.match(body, /<ShortName>Fish &amp; &lt;Chips&gt;<\/ShortName>/)
    assert.ok(body.includes(`template="${origin().url}/search?search={searchTerms}"`))
  })
})

describe('the language of the pages', () => {
  const choose = (language: unknown, name = 'update-interface-language') =>
    server.request({ method: 'POST', url: `/api/v1/client-config/${name}`, payload: { language } })

  test('is kept in a cookie for 90 days, and forgotten', async () => {
    for (const name of ['update-interface-language', 'update-language']) {
      const answer = await choose('fr-FR', name)
      assert.equal(answer.statusCode, 204, answer.body)
      assert.match(String(answer.headers['set-cookie']), /^clientLanguage=fr-FR; Max-Age=7776000; Path=\//)
    }
    assert.match(String((await choose(null)).headers['set-cookie']), /^clientLanguage=; Max-Age=0/)
  })

  for (const language of ['xx-XX', 'fr; Domain=evil.example', 3, undefined]) {
    test(`400 for ${JSON.stringify(language)}`, async () => {
      const answer = await choose(language)
      assert.equal(answer.statusCode, 400)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['language'])
      assert.equal(answer.headers['set-cookie'], undefined)
    })
  }
})
