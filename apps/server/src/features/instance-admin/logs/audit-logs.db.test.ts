import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import type { TestServer } from '#app/test-server.ts'
import type { Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { startMailServer } from '#features/mails/testing/start-mail-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

const url = '/api/v1/server/audit-logs'

type Entry = Record<string, unknown> & { message: string }

describe('GET /server/audit-logs', () => {
  let server: TestServer
  let mailbox: Mailbox
  let close: () => Promise<void>
  let root: string
  before(async () => {
    ;({ mailbox, server, close } = await startMailServer())
    root = await server.login()
  })
  after(() => close())
  afterEach(() => server.ctx.settings.clearOverride())

  const list = async (startDate: Date): Promise<Entry[]> => {
    const answer = await server.request({ url, query: { startDate: startDate.toISOString() }, as: root })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }

  /** What is told about one request. */
  const told = async (method: 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, as = root) => {
    const startDate = new Date()
    const answer = await server.request({ method, url: `/api/v1${path}`, as, ...(payload && { payload }) })
    assert.ok(answer.statusCode < 300, `${answer.statusCode} ${answer.body}`)
    const entries = await list(startDate)
    assert.equal(entries.length, 1, JSON.stringify(entries))
    return { answer, entry: entries[0]! }
  }
  const kind = ({ user, domain, action }: Entry) => [user, domain, action]

  const askForAccount = async (username: string): Promise<{ id: number; body: object }> => {
    await server.ctx.settings.override({ signup: { limit: -1, requires_approval: true } })
    const email = `${username}@example.org`
    const body = { username, password: userPassword, email, registrationReason: 'I film whales' }
    const answer = await server.request({ method: 'POST', url: '/api/v1/users/registrations/request', payload: body })
    assert.equal(answer.statusCode, 200, answer.body)
    return { id: answer.json().id, body }
  }

  test('users: created, changed, blocked, changed by themselves, deleted', async () => {
    const body = { username: 'maria', password: userPassword, email: 'maria@example.org', role: 2 }
    const made = await told('POST', '/users', { ...body, videoQuota: 5, videoQuotaDaily: -1 })
    assert.deepEqual(kind(made.entry), ['root', 'users', 'create'])
    assert.deepEqual([made.entry['user-username'], made.entry['user-videoQuota']], ['maria', 5])
    assert.doesNotMatch(JSON.stringify(made.entry), new RegExp(userPassword))
    const { id } = made.answer.json().user

    const changed = await told('PUT', `/users/${id}`, { email: 'm@example.org', password: 'another password' })
    assert.deepEqual(kind(changed.entry), ['root', 'users', 'update'])
    const { 'user-email': old, 'new-user-email': now } = changed.entry
    assert.deepEqual([old, now], ['maria@example.org', 'm@example.org'])
    assert.equal('new-user-username' in changed.entry, false)

    const blocked = await told('POST', `/users/${id}/block`, { reason: 'Too loud' })
    assert.deepEqual([blocked.entry['new-user-blocked'], blocked.entry['user-blocked']], [true, false])
    await told('POST', `/users/${id}/unblock`)
    const maria = await server.login('maria', 'another password')
    const own = await told('PUT', '/users/me', { displayName: 'Maria' }, maria)
    assert.deepEqual(kind(own.entry), ['maria', 'users', 'update'])
    assert.equal(own.entry['new-user-displayName'], 'Maria')
    const gone = await told('DELETE', `/users/${id}`)
    assert.deepEqual([...kind(gone.entry), gone.entry['user-username']], ['root', 'users', 'delete', 'maria'])
  })

  test('a deleted account and a signup are told of the person', async () => {
    await addUser(server.ctx, 'leaver')
    const leaver = await server.login('leaver', userPassword)
    assert.deepEqual(kind((await told('DELETE', '/users/me', undefined, leaver)).entry), ['leaver', 'users', 'delete'])
    const body = { username: 'joiner', password: userPassword, email: 'joiner@example.org' }
    assert.deepEqual(kind((await told('POST', '/users/register', body)).entry), ['joiner', 'users', 'create'])
  })

  test('requests for an account: accepted, rejected, deleted', async () => {
    const response = { moderationResponse: 'We have looked at it' }
    const { id: first } = await askForAccount('asker1')
    const accepted = (await told('POST', `/users/registrations/${first}/accept`, response)).entry
    assert.deepEqual([...kind(accepted), accepted['user-username']], ['root', 'users', 'create', 'asker1'])
    assert.deepEqual([accepted['user-registration-id'], accepted['user-registration-state']], [first, 3])

    const { id: second } = await askForAccount('asker2')
    const rejected = (await told('POST', `/users/registrations/${second}/reject`, response)).entry
    assert.deepEqual(kind(rejected), ['root', 'users', 'update'])
    assert.deepEqual([rejected['user-registration-username'], rejected['user-registration-state']], ['asker2', 1])
    const now = [rejected['new-user-registration-state'], rejected['new-user-registration-moderationResponse']]
    assert.deepEqual(now, [2, response.moderationResponse])

    const deleted = (await told('DELETE', `/users/registrations/${second}`)).entry
    assert.deepEqual([...kind(deleted), deleted['user-registration-id']], ['root', 'users', 'delete', second])
  })

  test('what people prove by a link, and their second factor', async () => {
    const { userId } = await addUser(server.ctx, 'careful')
    const address = 'careful@example.com'
    await server.request({ method: 'POST', url: '/api/v1/users/ask-reset-password', payload: { email: address } })
    const { verificationString } = await mailbox.linkTo(address)
    const password = 'another password'
    const reset = (await told('POST', `/users/${userId}/reset-password`, { verificationString, password })).entry
    assert.deepEqual([...kind(reset), reset['new-user-resetByMail']], ['careful', 'users', 'update', true])
    assert.doesNotMatch(JSON.stringify(reset), /another password|[0-9a-f]{64}/)

    await server.ctx.settings.override({ signup: { requires_email_verification: true } })
    const careful = await server.login('careful', password)
    const email = 'new@example.org'
    await told('PUT', '/users/me', { email, currentPassword: password }, careful)
    const proof = { verificationString: (await mailbox.linkTo(email)).verificationString, isPendingEmail: true }
    const verified = (await told('POST', `/users/${userId}/verify-email`, proof)).entry
    assert.deepEqual([verified['user-email'], verified['new-user-email']], [address, email])

    const asked = await server.request({
      method: 'POST',
      url: `/api/v1/users/${userId}/two-factor/request`,
      payload: { currentPassword: password },
      as: careful,
    })
    const { requestToken, secret } = asked.json().otpRequest
    const otpToken = TOTP.generate({ secret: Secret.fromBase32(secret) })
    const confirm = { requestToken, otpToken }
    const on = (await told('POST', `/users/${userId}/two-factor/confirm-request`, confirm, careful)).entry
    assert.deepEqual([...kind(on), on['new-user-twoFactorEnabled']], ['careful', 'users', 'update', true])
    const off = (await told('POST', `/users/${userId}/two-factor/disable`, {})).entry
    assert.deepEqual([...kind(off), off['new-user-twoFactorEnabled']], ['root', 'users', 'update', false])
    assert.doesNotMatch(JSON.stringify([on, off]), new RegExp(secret))
  })

  test('pictures and homepage of the instance', async () => {
    const dropped = (await told('DELETE', '/config/instance-logo/favicon')).entry
    assert.deepEqual([...kind(dropped), dropped['new-config-logo-favicon']], ['root', 'config', 'update', null])
    const page = (await told('PUT', '/custom-pages/homepage/instance', { content: '# Welcome' })).entry
    assert.deepEqual([...kind(page), page['new-config-homepage']], ['root', 'config', 'update', '# Welcome'])
  })

  test('what moderators do with videos and comments', async () => {
    await addUser(server.ctx, 'chatty')
    const chatty = await server.login('chatty', userPassword)
    const video = await makeTestVideo(server.ctx, { owner: 'chatty' })
    const blocked = (await told('POST', `/videos/${video.uuid}/blacklist`, { reason: 'Too loud' })).entry
    assert.deepEqual([blocked['new-video-blocked'], blocked['new-video-blockReason']], [true, 'Too loud'])
    const unblocked = (await told('DELETE', `/videos/${video.uuid}/blacklist`)).entry
    assert.deepEqual([unblocked['video-uuid'], unblocked['new-video-blocked']], [video.uuid, false])

    const path = `/videos/${video.uuid}/comment-threads`
    const { comment } = (await told('POST', path, { text: 'Hello' }, chatty)).answer.json()
    await sql`UPDATE "videoComment" SET "heldForReview" = true WHERE id = ${comment.id}`.execute(server.ctx.db)
    const approved = (await told('POST', `/videos/${video.uuid}/comments/${comment.id}/approve`)).entry
    assert.deepEqual([...kind(approved), approved['new-comment-heldForReview']], ['root', 'comments', 'update', false])
    const wiped = { accountName: 'chatty', scope: 'instance' }
    const gone = (await told('POST', '/bulk/remove-comments-of', wiped)).entry
    assert.deepEqual([...kind(gone), gone['comment-account-name']], ['root', 'comments', 'delete', 'chatty'])
  })

  test('channels and videos', async () => {
    await addUser(server.ctx, 'maker')
    const maker = await server.login('maker', userPassword)
    const channel = await told('POST', '/video-channels', { name: 'second', displayName: 'Second' }, maker)
    assert.deepEqual([...kind(channel.entry), channel.entry['channel-name']], ['maker', 'channels', 'create', 'second'])
    const video = await makeTestVideo(server.ctx, { owner: 'maker', name: 'Old name' })
    const renamed = await told('PUT', `/videos/${video.uuid}`, { name: 'New name', tags: ['one'] }, maker)
    assert.deepEqual(kind(renamed.entry), ['maker', 'videos', 'update'])
    const names = [renamed.entry['video-name'], renamed.entry['new-video-name'], renamed.entry['new-video-tags-0']]
    assert.deepEqual(names, ['Old name', 'New name', 'one'])
    const removed = await told('DELETE', `/videos/${video.uuid}`)
    assert.deepEqual([...kind(removed.entry), removed.entry['video-uuid']], ['root', 'videos', 'delete', video.uuid])
  })

  test('settings: what changed, and that they were reset', async () => {
    const config = (await server.request({ url: '/api/v1/config/custom', as: root })).json()
    config.instance.name = 'Sepia'
    const { entry } = await told('PUT', '/config/custom', config)
    assert.deepEqual(kind(entry), ['root', 'config', 'update'])
    assert.deepEqual([entry['config-instance-name'], entry['new-config-instance-name']], ['PeerTube', 'Sepia'])
    assert.deepEqual(
      Object.keys(entry).filter((name) => name.startsWith('new-')),
      ['new-config-instance-name'],
    )
    assert.deepEqual(kind((await told('DELETE', '/config/custom')).entry), ['root', 'config', 'delete'])
  })

  test('the message repeats the entry as text', async () => {
    const { entry } = await told('POST', '/video-channels', { name: 'third', displayName: 'Third' })
    const message = JSON.parse(entry.message) as Record<string, unknown>
    assert.deepEqual([message.user, message.domain, message['channel-name']], ['root', 'channels', 'third'])
    assert.equal(entry.level, 'info')
  })

  test('reads rotated files, oldest first, up to the end date; those of the other log are not its own', async () => {
    const at = (hour: number) => new Date(Date.UTC(2020, 0, 1, hour)).toISOString()
    const folder = server.ctx.settings.current.storage.logs
    const write = (name: string, hour: number) =>
      writeFile(join(folder, name), `${JSON.stringify({ level: 'info', timestamp: at(hour), user: name })}\n`)
    await write('peertube-audit.2.log', 1)
    await write('peertube-audit.1.log', 2)
    await write('peertube.1.log', 2)
    const answer = await server.request({ url, query: { startDate: at(0), endDate: at(3) }, as: root })
    assert.deepEqual(
      answer.json<{ user: string }[]>().map(({ user }) => user),
      ['peertube-audit.2.log', 'peertube-audit.1.log'],
    )
  })

  for (const [field, query] of [
    ['startDate', {}],
    ['startDate', { startDate: 'yesterday' }],
    ['endDate', { startDate: new Date().toISOString(), endDate: 'tomorrow' }],
  ] as const) {
    test(`400 names ${field} of ${JSON.stringify(query)}`, async () => {
      const answer = await server.request({ url, query, as: root })
      assert.equal(answer.statusCode, 400)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    })
  }

  test('401 without a token, 403 for a moderator', async () => {
    await addUser(server.ctx, 'moderator', { role: 1 })
    const query = { startDate: new Date().toISOString() }
    assert.equal((await server.request({ url, query })).statusCode, 401)
    const as = await server.login('moderator', userPassword)
    assert.equal((await server.request({ url, query, as })).statusCode, 403)
  })
})
