import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import {
  announce,
  archiveSettings,
  call,
  counts,
  imported,
  importPath,
  put,
  upload,
  uploadIdOf,
} from '../testing/import-calls.ts'
import { packZip } from '../testing/pack-zip.ts'

let to: TestServer
let mailbox: Mailbox

before(async () => {
  mailbox = await startMailbox()
  to = await startTestServer({ worker: true, settings: { ...archiveSettings, ...mailbox.settings } })
})
after(() => Promise.all([to.close(), mailbox.close()]))

describe('who may import', () => {
  test('the owner and administrators; what is announced must fit', async () => {
    const { userId } = await addUser(to.ctx, 'mia')
    await addUser(to.ctx, 'other')
    await addUser(to.ctx, 'moderator', { role: 1 })
    const root = await to.login()
    const mia = await to.login('mia', userPassword)
    const other = await to.login('other', userPassword)
    const moderator = await to.login('moderator', userPassword)
    assert.equal((await announce(to, undefined, { userId })).statusCode, 401)
    const bare = await to.request({ method: 'POST', url: importPath(userId), as: mia, payload: { filename: 'a.zip' } })
    assert.equal(bare.statusCode, 400)
    assert.deepEqual(Object.keys(bare.json()['invalid-params']), ['x-upload-content-length', 'x-upload-content-type'])
    assert.equal((await announce(to, mia, { userId, filename: 'a.tar' })).statusCode, 400)
    assert.equal((await announce(to, mia, { userId: 99_999 })).statusCode, 404)
    for (const as of [other, moderator]) {
      assert.equal((await announce(to, as, { userId })).statusCode, 403)
      assert.equal((await to.request({ url: `/api/v1/users/${userId}/imports/latest`, as })).statusCode, 403)
    }
    await call(to, root, 'PUT', `users/${userId}`, { videoQuota: 1000 })
    const full = await announce(to, mia, { userId, size: 5000 })
    assert.equal(full.statusCode, 413)
    assert.equal(full.json().code, 'quota_reached')
    const announced = await announce(to, root, { userId, size: 10 })
    assert.equal(announced.statusCode, 201)
    const id = uploadIdOf(announced.headers.location)
    assert.equal((await put(to, mia, userId, id, Buffer.alloc(10), 0, 10)).statusCode, 403)
    const asVideo = await to.request({
      method: 'PUT',
      url: `/api/v1/videos/upload-resumable?upload_id=${id}`,
      as: root,
      headers: { 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-9/10' },
      payload: Buffer.alloc(10),
    })
    assert.equal(asVideo.statusCode, 404)
    const cancel = () => to.request({ method: 'DELETE', url: `${importPath(userId)}?upload_id=${id}`, as: root })
    assert.equal((await cancel()).statusCode, 204)
    assert.equal((await put(to, root, userId, id, Buffer.alloc(10), 0, 10)).statusCode, 404)
    await sql`
      INSERT INTO "userImport" ("filename", "state", "userId", "createdAt", "updatedAt")
      VALUES ('waiting.zip', 1, ${userId}, now(), now())`.execute(to.ctx.db)
    assert.equal((await announce(to, mia, { userId, size: 10 })).statusCode, 400)
    to.ctx.settings.current.import.users.enabled = false
    assert.equal((await announce(to, other, { userId: 1 })).statusCode, 400)
    to.ctx.settings.current.import.users.enabled = true
  })

  test('settings that the API would refuse stay out', async () => {
    const { userId } = await addUser(to.ctx, 'odd')
    const as = await to.login('odd', userPassword)
    const settings = { nsfwPolicy: 'blur', theme: 'no-such-theme', notificationSettings: { newFollow: 9 } }
    await upload(
      to,
      as,
      userId,
      await packZip({ 'peertube/user-settings.json': { ...settings, nsfwFlagsHidden: 1, nsfwFlagsBlurred: 3 } }),
    )
    assert.deepEqual((await imported(to, as, userId)).resultSummary.stats.userSettings, counts(0, 0, 1))
    assert.equal((await call(to, as, 'GET', 'users/me')).nsfwPolicy, 'display')
    await upload(to, as, userId, await packZip({ 'peertube/user-settings.json': { ...settings, nsfwFlagsHidden: 1 } }))
    for (let tries = 0; (await imported(to, as, userId)).resultSummary.stats.userSettings.success === 0; tries++) {
      assert.ok(tries < 200)
      await sleep(50)
    }
    const me = await call(to, as, 'GET', 'users/me')
    assert.deepEqual([me.nsfwPolicy, me.nsfwFlagsHidden, me.theme], ['blur', 1, 'instance-default'])
    assert.equal(me.notificationSettings.newFollow, 1)
  })
})

describe('hostile archives are refused before anything changes', () => {
  const account = { displayName: 'Changed', description: 'Changed by the archive' }

  async function refused(name: string, bytes: Buffer): Promise<string> {
    const { userId } = await addUser(to.ctx, name)
    const as = await to.login(name, userPassword)
    await upload(to, as, userId, bytes)
    const { state, error, resultSummary } = await imported(to, as, userId)
    assert.deepEqual([state.label, resultSummary], ['Failed', null], name)
    const me = await call(to, as, 'GET', 'users/me')
    assert.equal(me.account.displayName, name)
    assert.match((await mailbox.mailTo(`${name}@example.com`)).subject ?? '', /could not be imported/)
    return error
  }

  test('no ZIP, a cut one, none of an account', async () => {
    assert.match(await refused('nozip', Buffer.from('this is no zip at all')), /no ZIP/)
    const zip = await packZip({ 'peertube/account.json': account, 'files/x': Buffer.alloc(5000, 7) })
    assert.match(await refused('cut', zip.subarray(0, zip.length - 30)), /no ZIP/)
    assert.match(
      await refused('foreign', await packZip({ 'holiday.txt': Buffer.from('x') })),
      /no archive of an account/,
    )
  })

  test('names that leave the archive, twins, links, broken JSON, lists that are none', async () => {
    const clean = await packZip({ 'peertube/account.json': account, 'aa/aaaa': Buffer.from('x') })
    const slip = Buffer.from(clean.toString('latin1').replaceAll('aa/aaaa', '../evil'), 'latin1')
    assert.match(await refused('slip', slip), /no ZIP/)
    const absolute = Buffer.from(clean.toString('latin1').replaceAll('aa/aaaa', '/etc/ev'), 'latin1')
    assert.match(await refused('absolute', absolute), /no ZIP/)
    const twins = await packZip({
      'peertube/account.json': account,
      'files/a': Buffer.from('x'),
      'files/b': Buffer.from('y'),
    })
    const twice = Buffer.from(twins.toString('latin1').replaceAll('files/b', 'files/a'), 'latin1')
    assert.match(await refused('twins', twice), /there twice/)
    const link = await packZip(
      { 'peertube/account.json': account, 'files/l': Buffer.from('/etc/passwd') },
      { linkMode: 'files/l' },
    )
    assert.match(await refused('link', link), /is a link/)
    const broken = await packZip({
      'peertube/account.json': account,
      'peertube/videos.json': Buffer.from('{"videos": ['),
    })
    assert.match(await refused('broken', broken), /no JSON/)
    const noList = await packZip({ 'peertube/account.json': account, 'peertube/videos.json': { videos: 'many' } })
    assert.match(await refused('nolist', noList), /no list of videos/)
  })

  test('bombs: more bytes or files than an archive of its size holds', async () => {
    const zip = await packZip({ 'peertube/account.json': account, 'files/z': Buffer.alloc(300_000) })
    const claimed = Buffer.from(zip)
    // The size in the directory, which is not that of the file.
    const at = claimed.lastIndexOf(Buffer.from('files/z')) - 46 + 24
    claimed.writeUInt32LE(2_000_000_000, at)
    assert.match(await refused('bomb', claimed), /more than an archive of its size/)
    const lying = Buffer.from(zip)
    const jsonAt = lying.lastIndexOf(Buffer.from('peertube/account.json')) - 46 + 24
    lying.writeUInt32LE(3, jsonAt)
    assert.match(await refused('lying', lying), /no ZIP/)
    // The number of files, twice in the last record of the directory.
    const many = Buffer.from(zip)
    for (const offset of [8, 10]) many.writeUInt16LE(10_001, many.length - 22 + offset)
    assert.match(await refused('many', many), /More than 10000/)
  })

  test('JSON cannot name a file outside', async () => {
    const { userId } = await addUser(to.ctx, 'outside')
    const as = await to.login('outside', userPassword)
    const zip = await packZip({
      'peertube/account.json': { ...account, archiveFiles: { avatar: '../../../../etc/passwd' } },
      'peertube/user-settings.json': {
        email: 'thief@example.com',
        nsfwPolicy: 'blur',
        role: 0,
        password: 'stolen stolen',
      },
    })
    await upload(to, as, userId, zip)
    const { resultSummary } = await imported(to, as, userId)
    assert.deepEqual([resultSummary.stats.account, resultSummary.stats.userSettings], [counts(1), counts(1)])
    const me = await call(to, as, 'GET', 'users/me')
    assert.deepEqual([me.email, me.role.id, me.account.avatars, me.nsfwPolicy], ['outside@example.com', 2, [], 'blur'])
    await to.login('outside', userPassword)
  })
})
