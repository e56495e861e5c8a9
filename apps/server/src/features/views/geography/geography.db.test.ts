import assert from 'node:assert/strict'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { makeGeoDatabase } from '../testing/make-geo-database.ts'
import { endIdleSessions } from '../views.sql.ts'
import { fetchGeoDatabase } from './fetch-geo-database.ts'
import { locateViewer } from './locate-viewer.ts'

const features = featuresUpTo('views')
const nowhere = { country: null, subdivisionName: null }
const brittany = makeGeoDatabase({ country: { iso_code: 'FR' }, subdivisions: [{ names: { en: 'Brittany' } }] })

let server: TestServer
let mirror: Server
let origin: string
/** What the mirror gives, by path. */
const files = new Map<string, Buffer>()
const asked: string[] = []

before(async () => {
  server = await startTestServer({ features, settings: { geo_ip: { enabled: true } } })
  mirror = createServer((request, response) => {
    asked.push(request.url!)
    const file = files.get(request.url!)
    response.writeHead(file ? 200 : 404).end(file)
  })
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`
  files.set('/city.mmdb', brittany)
  files.set('/city.mmdb.gz', gzipSync(brittany))
  const archive = pack()
  archive.entry({ name: 'GeoLite2-City/LICENSE.txt' }, 'free')
  archive.entry({ name: 'GeoLite2-City/GeoLite2-City.mmdb' }, brittany)
  archive.finalize()
  files.set('/city.tar.gz', gzipSync(await buffer(archive)))
  const empty = pack()
  empty.entry({ name: 'readme.txt' }, 'nothing')
  empty.finalize()
  files.set('/empty.tar.gz', gzipSync(await buffer(empty)))
  files.set('/words.mmdb', Buffer.from('no database at all'))
})
after(async () => {
  await server.close()
  mirror.close()
})

const locate = (address: string) => locateViewer(server.ctx, address)
async function until(what: () => Promise<boolean>) {
  for (let tries = 0; tries < 200; tries++) {
    if (await what()) return
    await sleep(25)
  }
  throw new Error('it did not come to pass')
}

test('countries of known addresses, of both kinds, without asking anybody', async () => {
  for (const [address, country] of [
    ['193.0.6.139', 'NL'],
    ['90.63.0.1', 'FR'],
    ['::ffff:90.63.0.1', 'FR'],
    ['217.0.43.1', 'DE'],
    ['133.1.1.1', 'JP'],
    ['200.160.2.3', 'BR'],
    ['2001:67c:2e8:22::c100:68b', 'NL'],
    ['2a01:e0a::1', 'FR'],
  ] as const) {
    assert.deepEqual(await locate(address), { country, subdivisionName: null }, address)
  }
  for (const address of ['127.0.0.1', '10.1.2.3', '::1', 'fe80::1', '192.168.1.1', '203.0.113.7', 'unknown', '']) {
    assert.deepEqual(await locate(address), nowhere, address)
  }
  assert.deepEqual(asked, [])
})

test('the statistics of a viewer hold the country of the first report, not the address', async () => {
  const { db } = server.ctx
  const video = await makeTestVideo(server.ctx)
  const report = (currentTime: number, remoteAddress: string) =>
    server.request({
      method: 'POST',
      url: `/api/v1/videos/${video.uuid}/views`,
      payload: { currentTime, sessionId: 'moving' },
      remoteAddress,
    })
  for (const [time, address] of [
    [0, '10.0.0.1'],
    [3, '90.63.0.1'],
    [12, '217.0.43.1'],
  ] as const) {
    assert.equal((await report(time, address)).statusCode, 204)
  }
  await endIdleSessions(db, new Date(Date.now() + 1000), 'http://localhost/videos/local-viewer/')
  const [viewer, ...others] = await db
    .selectFrom('localVideoViewer')
    .selectAll()
    .where('videoId', '=', video.id)
    .execute()
  assert.deepEqual([viewer!.country, viewer!.subdivisionName, others.length], ['FR', null, 0])
  assert.doesNotMatch(JSON.stringify(viewer), /90\.63/)
})

test('nothing is looked up where it is switched off', async () => {
  await server.ctx.settings.override({ geo_ip: { enabled: false } })
  assert.deepEqual(await locate('90.63.0.1'), nowhere)
  await server.ctx.settings.clearOverride()
})

test('databases come plain, compressed, or in an archive; what is none replaces nothing', async () => {
  const { ctx } = server
  const path = ctx.storage.localPath('bin', 'geo-ip/tried.mmdb')
  await ctx.settings.override({ federation: { prevent_ssrf: false } })
  for (const name of ['city.mmdb', 'city.mmdb.gz', 'city.tar.gz']) {
    await fetchGeoDatabase(ctx, `${origin}/${name}`, path)
    const [found] = await readdir(ctx.storage.localPath('bin', 'geo-ip'))
    assert.equal(found, 'tried.mmdb')
  }
  await assert.rejects(fetchGeoDatabase(ctx, `${origin}/words.mmdb`, path))
  await assert.rejects(fetchGeoDatabase(ctx, `${origin}/empty.tar.gz`, path), /no database/)
  await assert.rejects(fetchGeoDatabase(ctx, `${origin}/missing.mmdb`, path), /404/)
  await ctx.settings.override({ federation: { prevent_ssrf: true } })
  await assert.rejects(fetchGeoDatabase(ctx, `${origin}/city.mmdb`, path), /public internet/)
  await ctx.settings.clearOverride()
  assert.deepEqual(await readdir(ctx.storage.localPath('bin', 'geo-ip')), ['tried.mmdb'])
})

test('regions come of a database of cities that the settings name: fetched beside, and anew after a week', async () => {
  const { ctx } = server
  asked.length = 0
  const city = (name: string) => ({ geo_ip: { city: { database_url: `${origin}/${name}` } } })
  await ctx.settings.override({ federation: { prevent_ssrf: false }, ...city('city.mmdb.gz') })
  assert.deepEqual(await locate('217.0.43.1'), { country: 'DE', subdivisionName: null }, 'nobody waits for it')
  await until(async () => (await locate('217.0.43.1')).subdivisionName === 'Brittany')
  assert.equal((await locate('217.0.43.1')).country, 'DE', 'countries are the business of the other one')
  assert.deepEqual(asked, ['/city.mmdb.gz'])
  assert.equal((await locate('2a01:e0a::1')).subdivisionName, null, 'it knows IPv4 only')

  // Another address: one that was fetched long ago is used, and replaced.
  const folder = ctx.storage.localPath('bin', 'geo-ip')
  const before = await readdir(folder)
  await ctx.settings.override({ federation: { prevent_ssrf: false }, ...city('city.tar.gz') })
  await until(async () => (await locate('217.0.43.1')).subdivisionName === 'Brittany')
  const now = await readdir(folder)
  assert.notDeepEqual(now, before)
  assert.equal(now.filter((name) => name.startsWith('city-')).length, 1, 'the former one is gone')
  await ctx.settings.clearOverride()
})

test('an address of countries takes the place of what came along; a damaged copy is no reason to lose a view', async () => {
  files.set('/later.mmdb', makeGeoDatabase({ country_code: 'CH' }))
  const later = {
    federation: { prevent_ssrf: false },
    geo_ip: { enabled: true, country: { database_url: `${origin}/later.mmdb` } },
  }
  await server.ctx.settings.override(later)
  assert.deepEqual(await locate('90.63.0.1'), { country: 'FR', subdivisionName: null })
  await until(async () => (await locate('90.63.0.1')).country === 'CH')
  const names = await readdir(server.ctx.storage.localPath('bin', 'geo-ip'))
  const name = names.find((one) => one.startsWith('country-'))!
  await server.ctx.settings.clearOverride()

  // A node that starts with a copy of last week, which somebody cut off.
  const second = await startTestServer({ features, settings: later })
  try {
    const { ctx } = second
    const copy = ctx.storage.localPath('bin', `geo-ip/${name}`)
    await mkdir(dirname(copy), { recursive: true })
    await writeFile(copy, 'damaged')
    const old = new Date(Date.now() - 8 * 24 * 3_600_000)
    await utimes(copy, old, old)
    asked.length = 0
    assert.deepEqual(await locateViewer(ctx, '90.63.0.1'), { country: 'FR', subdivisionName: null })
    await until(async () => (await locateViewer(ctx, '90.63.0.1')).country === 'CH')
    assert.deepEqual(asked, ['/later.mmdb'])
  } finally {
    await second.close()
  }
})
