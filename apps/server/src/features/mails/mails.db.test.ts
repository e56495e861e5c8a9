import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { sendMailLater, sendPasswordLink, takeAccountLink } from './public.ts'
import { hashSecret } from './links/account-link.ts'
import { deleteExpiredLinks } from './links/account-link.sql.ts'
import { mailLinks, mailPaths, type MailTemplate } from './mail-templates.ts'
import { mailTexts } from './messages/choose-texts.ts'
import { renderMail } from './render/render-mail.ts'
import { startMailbox, type Mailbox } from './testing/start-mailbox.ts'

const templates = Object.keys(mailTexts.en!) as MailTemplate[]

/** Whatever any of them tells. */
const sampleData = {
  ...{ username: 'anna', email: 'anna@example.org', name: 'Anna', subject: 'Un été à Évian', body: 'Why?\n\nAnna' },
  ...{ reason: 'Films of whales & squids', response: 'Bienvenue à bord', error: 'No space left on <disk>' },
  ...{ account: '1 / 0 / 0', userSettings: '1 / 0 / 0', channels: '0 / 2 / 0', blocklist: null, following: null },
  ...{ videos: '12 / 3 / 1', likes: '2 / 0 / 0', dislikes: null, videoPlaylists: null, userVideoHistory: null },
  ...{ watchedWordsLists: null, commentAutoTagPolicies: null },
}

const features = featuresUpTo('accounts')

describe('mails', () => {
  let mailbox: Mailbox
  let server: TestServer
  before(async () => {
    mailbox = await startMailbox()
    const settings = {
      ...mailbox.settings,
      instance: { name: 'Tide', default_language: 'fr' },
      'email.body.signature': 'Yours, {{instanceName}}',
    }
    server = await startTestServer({ settings, worker: true, features })
  })
  after(async () => {
    await server.close()
    await mailbox.close()
  })

  const root = { id: 1, username: 'root', language: 'en' }
  const takeAs = (secret: string, purpose: 'reset-password' | 'verify-email' = 'reset-password', userId = 1) =>
    takeAccountLink(server.ctx, server.ctx.db, { purpose, owner: { userId }, secret })

  test('have sender, prefix, both parts, signature and the language of who gets them', async () => {
    await sendMailLater(server.ctx, server.ctx.db, {
      to: 'anna@example.org',
      template: 'contact-form',
      locale: 'en-US',
      data: { name: 'Bo', email: 'bo@example.org', subject: 'Hello', body: 'Good <b>day</b>' },
      replyTo: 'bo@example.org',
    })
    await sendMailLater(server.ctx, server.ctx.db, { to: 'bea@example.org', template: 'test', locale: null, data: {} })
    const mail = await mailbox.mailTo('anna@example.org')
    assert.deepEqual([mail.from?.name, mail.from?.address], ['Tide', 'test-admin@127.0.0.1'])
    assert.equal(mail.subject, '[Tide] Hello')
    assert.equal(mail.replyTo?.[0]?.address, 'bo@example.org')
    assert.match(mail.text!, /> Good <b>day<\/b>\n\nYours, Tide/)
    assert.match(mail.html!, /Good &lt;b&gt;day&lt;\/b&gt;[^]*Yours, Tide/)
    assert.match((await mailbox.mailTo('bea@example.org')).text!, /Ceci est un test/)
  })

  test('carry links whose secret is nowhere else, works once and ends its siblings', async () => {
    const to = 'carl@example.org'
    await sendPasswordLink(server.ctx, server.ctx.db, { ...root, email: to })
    await sendPasswordLink(server.ctx, server.ctx.db, { ...root, email: to })
    const first = await mailbox.linkTo(to, 1)
    const second = await mailbox.linkTo(to, 2)
    assert.equal(first.url.pathname, '/reset-password')
    assert.equal(first.id, '1')
    assert.match(first.verificationString, /^[0-9a-f]{64}$/)
    const rows = await server.ctx.db.selectFrom('sepiola.accountLink').selectAll().execute()
    const jobs = await server.ctx.db.selectFrom('sepiola.job').selectAll().execute()
    assert.equal(rows.length, 2)
    assert.ok(!JSON.stringify([rows, jobs]).includes(first.verificationString))

    assert.equal(await takeAs(first.verificationString, 'verify-email'), undefined)
    assert.equal(await takeAs(first.verificationString, 'reset-password', 2), undefined)
    assert.equal(await takeAs('00'.repeat(32)), undefined)
    assert.equal(await takeAs(first.verificationString), to)
    assert.equal(await takeAs(first.verificationString), undefined)
    assert.equal(await takeAs(second.verificationString), undefined)
  })

  test('carry links that expire', async () => {
    const to = 'dora@example.org'
    await sendPasswordLink(server.ctx, server.ctx.db, { ...root, email: to })
    await sendPasswordLink(server.ctx, server.ctx.db, { ...root, email: to }, { isFirst: true })
    const secrets = [(await mailbox.linkTo(to, 1)).verificationString, (await mailbox.linkTo(to, 2)).verificationString]
    const lives: number[] = []
    for (const secret of secrets) {
      const row = await server.ctx.db
        .selectFrom('sepiola.accountLink')
        .select('expiresAt')
        .where('secretHash', '=', hashSecret(secret))
        .executeTakeFirstOrThrow()
      lives.push(Math.round((row.expiresAt.getTime() - Date.now()) / 3_600_000))
    }
    assert.deepEqual(lives.toSorted(), [1, 168])
    await server.ctx.db.updateTable('sepiola.accountLink').set({ expiresAt: new Date() }).execute()
    assert.equal(await takeAs(secrets[0]!), undefined)
    await deleteExpiredLinks(server.ctx.db, new Date())
    assert.deepEqual(await server.ctx.db.selectFrom('sepiola.accountLink').selectAll().execute(), [])
  })

  test('are not sent for an owner who is gone', async () => {
    await sendMailLater(server.ctx, server.ctx.db, {
      to: 'emil@example.org',
      template: 'reset-password',
      locale: 'en',
      data: { username: 'emil' },
      link: { owner: { userId: 999 }, lifetime: 1000 },
    })
    await sendMailLater(server.ctx, server.ctx.db, { to: 'last@example.org', template: 'test', locale: null, data: {} })
    await mailbox.mailTo('last@example.org')
    assert.ok(!mailbox.received.some((mail) => mail.to?.[0]?.address === 'emil@example.org'))
  })

  for (const locale of ['en', 'fr']) {
    test(`all of them arrive whole, in ${locale}`, async () => {
      for (const template of templates) {
        await sendMailLater(server.ctx, server.ctx.db, {
          to: `${template}@${locale}.example.org`,
          template,
          locale,
          data: sampleData,
          ...(mailLinks[template] && { link: { owner: { userId: 1 }, lifetime: 60_000 } }),
        })
      }
      for (const template of templates) {
        const mail = await mailbox.mailTo(`${template}@${locale}.example.org`)
        const text = mail.text!.replace(/https?:\S+/, 'ADDRESS')
        const html = mail.html!.replaceAll(/https?:[^<"\s]+/g, 'ADDRESS')
        const written = mailTexts[locale]![template]
        const values = { ...sampleData, instanceName: 'Tide', url: 'ADDRESS' }
        const parts = renderMail(written, { values, language: locale, signature: 'Yours, Tide' })
        assert.equal(mail.subject, `[Tide] ${parts.subject}`, template)
        assert.equal(text.trim(), `${parts.text}\n\nYours, Tide`, template)
        assert.equal(html.trim(), parts.html.trim(), template)
        const leads = written.blocks.some((block) => typeof block === 'object' && 'button' in block)
        const url = /https?:\S+/.exec(mail.text!)?.[0]
        assert.equal(url !== undefined, leads, template)
        const path = mailPaths[template]
        if (path) assert.equal(url, server.ctx.origin.url + path)
        if (mailLinks[template]) assert.match(url!, /verificationString=[0-9a-f]{64}/)
      }
    })
  }
})

test('nothing is enqueued while mail is disabled', async (t) => {
  const server = await startTestServer({ features })
  t.after(() => server.close())
  await sendMailLater(server.ctx, server.ctx.db, { to: 'anna@example.org', template: 'test', locale: null, data: {} })
  const jobs = await server.ctx.db.selectFrom('sepiola.job').select('type').where('type', '=', 'email').execute()
  assert.deepEqual(jobs, [])
})

test('a mail that is refused is tried once in tests, five times else', async (t) => {
  const server = await startTestServer({ features, settings: { smtp: { hostname: '127.0.0.1', port: 9140 } } })
  t.after(() => server.close())
  const attemptsAs = async (testMode: boolean) => {
    await sendMailLater({ ...server.ctx, testMode }, server.ctx.db, {
      to: 'a@b.c',
      template: 'test',
      locale: null,
      data: {},
    })
    const query = server.ctx.db.selectFrom('sepiola.job').select('maxAttempts').where('type', '=', 'email')
    return (await query.orderBy('id', 'desc').executeTakeFirstOrThrow()).maxAttempts
  }
  assert.equal(await attemptsAs(true), 1)
  assert.equal(await attemptsAs(false), 5)
})
