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
      .map((kind) => [kind, '3 / 1 / 0']),
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
  assert.match(mail.html, /<a class="button" href="https:\/\/tide\.example\/login\?a=1&amp;b=2"/)
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
  assert.match(mail.html, /Amitiés,<br>Tide &lt;3<\/p>\n<\/div>\n<\/body>/)
})

test('both parts of every mail say the same', () => {
  const plain = (html: string) =>
    html
      .replace(/[^]*<body[^>]*>/, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  const words = (text: string) => new Set(text.split(/[\s>/():]+/).filter(Boolean))
  for (const [language, texts] of Object.entries(mailTexts)) {
    for (const [name, text] of Object.entries(texts)) {
      const mail = renderMail(text, { values, language, signature: '' })
      const [shown, written] = [words(plain(mail.html)), words(mail.text)]
      // The page has the name of the instance above everything.
      shown.delete(values.instanceName)
      written.delete(values.instanceName)
      assert.deepEqual([...shown].toSorted(), [...written].toSorted(), `${language} ${name}`)
    }
  }
})

test('figures are rows of a table; in the text part each is a line', () => {
  const mail = renderMail(mailTexts.fr!['import-done'], {
    ...options,
    values: { ...values, channels: '0 / 2 / 0', likes: null },
  })
  assert.match(mail.text, /\(importés \/ déjà là \/ échoués\)\nProfil : 3 \/ 1 \/ 0\n[^]*Chaînes : 0 \/ 2 \/ 0\n/)
  assert.doesNotMatch(mail.text + mail.html, /J’aime/)
  assert.match(mail.html, />Chaînes<\/th><td[^>]*>0<\/td><td[^>]*>2<\/td><td[^>]*>0<\/td><\/tr>/)
})

test('no line begins with a sign of French punctuation', () => {
  const { html } = renderMail(mailTexts.fr!['verify-account'], { ...options, language: 'fr' })
  assert.match(html, /la vôtre\u00a0; le lien/)
})

test('the language is that of the recipient, else of the instance, else English', () => {
  assert.equal(chooseTexts('fr-CA', 'en').language, 'fr')
  assert.equal(chooseTexts(null, 'fr_FR').language, 'fr')
  assert.equal(chooseTexts('tok', 'fr').language, 'fr')
  assert.equal(chooseTexts('tok', '__proto__').language, 'en')
})
