import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseTexts, mailTexts } from '../messages/choose-texts.ts'
import { renderMail } from './render-mail.ts'

const values = {
  username: 'anna',
  instanceName: 'Tide',
  url: 'https://tide.example/login?a=1&b=2',
  reason: 'because',
  response: 'yes',
  email: 'anna@example.org',
  name: 'Anna',
  subject: 'A question',
  body: 'Why?',
  error: 'No space left',
  ...Object.fromEntries(
    ['account', 'blocklist', 'channels', 'commentAutoTagPolicies', 'dislikes', 'following', 'likes', 'userSettings']
      .concat('userVideoHistory', 'videoPlaylists', 'videos', 'watchedWordsLists')
      .map((kind) => [kind, '1 taken over']),
  ),
}
const options = { values, language: 'en', signature: '' }

test('every mail of every language can be filled, and the languages say the same things', () => {
  const { en, ...others } = mailTexts
  const placeholders = (text: unknown) => [...JSON.stringify(text).matchAll(/\{\w+\}/g)].map(String).toSorted()
  for (const [name, text] of Object.entries(en!)) {
    for (const [language, texts] of Object.entries(others)) {
      const twin = texts[name as keyof typeof texts]
      assert.deepEqual([...new Set(placeholders(twin))], [...new Set(placeholders(text))], `${language} ${name}`)
      assert.equal(twin.blocks.length, text.blocks.length, `${language} ${name}`)
    }
    const mail = renderMail(text, options)
    assert.doesNotMatch(mail.subject + mail.text, /[{}]|null|undefined/, name)
  }
})

test('what a person wrote is text everywhere and never markup, placeholder or header', () => {
  const hostile = '<script>alert("x")</script> {url} & \'more\''
  const mail = renderMail(mailTexts.en!['contact-form'], {
    ...options,
    values: { ...values, name: hostile, body: `${hostile}\nsecond line`, subject: 'Hi\r\nBcc: all@example.org' },
  })
  assert.equal(mail.subject, 'Hi Bcc: all@example.org')
  assert.ok(mail.text.includes(`> ${hostile}\n> second line`))
  assert.doesNotMatch(mail.html, /<script/)
  assert.ok(
    mail.html.includes('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; {url} &amp; &#39;more&#39;<br>second line'),
  )
})

test('the button leads to the address in both parts', () => {
  const mail = renderMail(mailTexts.en!['reset-password'], options)
  assert.match(mail.text, /Choose a new password\nhttps:\/\/tide\.example\/login\?a=1&b=2\n/)
  assert.match(mail.html, /<a href="https:\/\/tide\.example\/login\?a=1&amp;b=2"/)
})

test('a datum that is not there takes its paragraph with it; the signature ends the HTML part', () => {
  const mail = renderMail(mailTexts.fr!['user-blocked'], {
    values: { ...values, reason: null },
    language: 'fr',
    signature: 'Amitiés,\nTide <3',
  })
  assert.doesNotMatch(mail.text, />/)
  assert.doesNotMatch(mail.html, /blockquote/)
  assert.match(mail.html, /<html lang="fr">/)
  assert.match(mail.html, /Amitiés,<br>Tide &lt;3<\/p>\n<\/body>/)
})

test('the language is that of the recipient, else of the instance, else English', () => {
  assert.equal(chooseTexts('fr-CA', 'en').language, 'fr')
  assert.equal(chooseTexts(null, 'fr_FR').language, 'fr')
  assert.equal(chooseTexts('tok', 'fr').language, 'fr')
  assert.equal(chooseTexts('tok', '__proto__').language, 'en')
})
