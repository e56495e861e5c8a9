import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { formOf } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'

let server: TestServer
let root: string
before(async () => {
  server = await startTestServer({ worker: true })
  root = await server.login()
})
after(() => server.close())

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 10, b: 10, alpha: 1 } } })

const send = (path: string, field: string, content: Buffer | string, name: string, as: string | undefined = root) =>
  server.request({
    method: 'POST',
    url: `/api/v1/config/${path}/pick`,
    payload: formOf({}, { [field]: [name, content] }),
    ...(as && { as }),
  })
const drop = (path: string, as: string | undefined = root) =>
  server.request({ method: 'DELETE', url: `/api/v1/config/${path}`, ...(as && { as }) })
const instance = async () => (await server.request({ url: '/api/v1/config' })).json().instance
const logosOf = async (type: string) =>
  (await instance()).logo.filter((logo: { type: string }) => logo.type === type) as Record<string, unknown>[]
const fetchFile = (fileUrl: unknown) => server.request({ url: new URL(String(fileUrl)).pathname })

/** The audience that a removed file had: it goes after the transaction. */
async function gone(path: string) {
  for (let tries = 0; existsSync(path) && tries < 200; tries++) await sleep(20)
  assert.equal(existsSync(path), false)
}

describe('avatar and banner of the instance', () => {
  for (const [path, field, list, sizes] of [
    ['instance-avatar', 'avatarfile', 'avatars', [1500, 600, 120, 48]],
    ['instance-banner', 'bannerfile', 'banners', [1920, 600]],
  ] as const) {
    test(`${path}: picked, shown by config, about and manifest, and deleted`, async () => {
      const answer = await send(path, field, await picture(600, 300).png().toBuffer(), 'a.png')
      assert.equal(answer.statusCode, 204, answer.body)
      const images = (await instance())[list]
      assert.deepEqual(
        images.map(({ width }: { width: number }) => width),
        sizes,
      )
      assert.equal((await fetchFile(images[0].fileUrl)).statusCode, 200)
      const about = (await server.request({ url: '/api/v1/config/about' })).json().instance
      assert.equal(about[list].length, sizes.length)
      if (list === 'avatars') {
        const { icons } = (await server.request({ url: '/manifest.webmanifest' })).json()
        assert.deepEqual([icons[0].src, icons[0].sizes], [images[0].fileUrl, '1500x1500'])
        assert.equal((await logosOf('favicon'))[0]!.isFallback, true)
      }
      assert.equal((await drop(path)).statusCode, 204)
      assert.deepEqual((await instance())[list], [])
      assert.equal((await drop(path)).statusCode, 204)
    })
  }
})

describe('logos', () => {
  for (const [type, width, height] of [
    ['favicon', 32, 32],
    ['header-square', 48, 48],
    ['header-wide', 144, 48],
    ['opengraph', 1200, 650],
  ] as const) {
    test(`${type}: picked in its size, replaced and deleted with its file`, async () => {
      const pick = async (name: string, bytes: Buffer) => {
        const answer = await send(`instance-logo/${type}`, 'logofile', bytes, name)
        assert.equal(answer.statusCode, 204, answer.body)
        const [logo, ...more] = await logosOf(type)
        assert.deepEqual([logo!.width, logo!.height, logo!.isFallback, more.length], [width, height, false, 0])
        assert.match(String(logo!.fileUrl), /\/static\/uploads\/images\/[\w-]+\.\w+$/)
        const file = await fetchFile(logo!.fileUrl)
        assert.equal(file.statusCode, 200)
        const real = await sharp(file.rawPayload).metadata()
        assert.deepEqual([real.width, real.height], [width, height])
        return join(server.ctx.settings.current.storage.uploads, 'images', String(logo!.fileUrl).split('/').at(-1)!)
      }
      const first = await pick('a.png', await picture(600, 200).png().toBuffer())
      const second = await pick('b.WEBP', await picture(600, 200).webp().toBuffer())
      await gone(first)
      assert.equal((await drop(`instance-logo/${type}`)).statusCode, 204)
      await gone(second)
      assert.notEqual((await logosOf(type))[0]?.isFallback, false)
      assert.equal((await drop(`instance-logo/${type}`)).statusCode, 204)
    })
  }

  test('SVG stays as it is, of any size, and may do nothing', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>'
    assert.equal((await send('instance-logo/favicon', 'logofile', svg, 'logo.svg')).statusCode, 204)
    const [logo] = await logosOf('favicon')
    assert.deepEqual([logo!.width, logo!.height], [null, null])
    const file = await fetchFile(logo!.fileUrl)
    assert.equal(file.body, svg)
    assert.match(file.headers['content-type']!, /^image\/svg\+xml/)
    assert.match(String(file.headers['content-security-policy']), /default-src 'none'.*sandbox/)
    assert.equal(file.headers['x-content-type-options'], 'nosniff')
    await drop('instance-logo/favicon')
  })

  test('two at one time leave one', async () => {
    const bytes = await picture(50, 50).png().toBuffer()
    const answers = await Promise.all([1, 2, 3].map(() => send('instance-logo/favicon', 'logofile', bytes, 'a.png')))
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [204, 204, 204],
    )
    assert.equal((await logosOf('favicon')).length, 1)
    await drop('instance-logo/favicon')
  })

  test('404 for files that are none, and outside the folder', async () => {
    for (const name of ['none.png', '..%2f..%2fpeertube.log', '.hidden']) {
      assert.equal((await server.request({ url: `/static/uploads/images/${name}` })).statusCode, 404, name)
    }
  })
})

describe('what is refused', () => {
  const hostile: [string, string, string, Buffer | string, string][] = [
    ['no picture', 'instance-avatar', 'avatarfile', 'no picture', 'a.png'],
    ['a page', 'instance-logo/favicon', 'logofile', '<html><script>1</script></html>', 'a.png'],
    [
      'a script in SVG',
      'instance-logo/favicon',
      'logofile',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
    ],
    [
      'an SVG called otherwise',
      'instance-logo/favicon',
      'logofile',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'a.png',
    ],
    ['an SVG avatar', 'instance-avatar', 'avatarfile', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'],
    ['another type', 'instance-banner', 'bannerfile', 'BM', 'a.bmp'],
    ['a large file', 'instance-banner', 'bannerfile', Buffer.alloc(200_000), 'a.png'],
    ['another field', 'instance-banner', 'avatarfile', 'x', 'a.png'],
  ]
  for (const [name, path, field, content, filename] of hostile) {
    test(`400: ${name}`, async () => {
      const answer = await send(path, field, content, filename)
      assert.equal(answer.statusCode, 400, answer.body)
      const { avatars, banners, logo } = await instance()
      assert.deepEqual([avatars, banners], [[], []])
      assert.ok(logo.every(({ isFallback }: { isFallback: boolean }) => isFallback))
    })
  }

  test('400: an unknown type of logo', async () => {
    const bytes = await picture(50, 50).png().toBuffer()
    assert.equal((await send('instance-logo/footer', 'logofile', bytes, 'a.png')).statusCode, 400)
    assert.equal((await drop('instance-logo/footer')).statusCode, 400)
  })

  test('401 without a token, 403 for a moderator', async () => {
    await addUser(server.ctx, 'moderator', { role: 1 })
    const moderator = await server.login('moderator', userPassword)
    const bytes = await picture(50, 50).png().toBuffer()
    for (const [path, field] of [
      ['instance-avatar', 'avatarfile'],
      ['instance-banner', 'bannerfile'],
      ['instance-logo/favicon', 'logofile'],
    ] as const) {
      assert.equal((await send(path, field, bytes, 'a.png', '')).statusCode, 401)
      assert.equal((await send(path, field, bytes, 'a.png', moderator)).statusCode, 403)
      assert.equal((await drop(path, '')).statusCode, 401)
      assert.equal((await drop(path, moderator)).statusCode, 403)
    }
  })
})
