import assert from 'node:assert/strict'
import { test } from 'node:test'
import { videoLanguages } from '@sepiola/contract/languages.ts'
import { createI18n, type MessageGroup, type Plural } from './i18n.ts'
import { languageNames } from './language-names.fr.ts'
import { catalogues, chooseLocale, loadMessages, locales } from './locales.ts'

const placeholders = (message: string | Plural): string[] =>
  [...(typeof message === 'string' ? message : message.other).matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()

const groups = Object.keys(catalogues['en']!) as MessageGroup[]

test('every locale says everything, with the same placeholders', async () => {
  for (const group of groups) {
    const english: Record<string, string | Plural> = (await catalogues['en']![group]()).messages
    for (const locale of locales) {
      const messages: Record<string, string | Plural> = (await catalogues[locale]![group]()).messages
      assert.deepEqual(Object.keys(messages).toSorted(), Object.keys(english).toSorted(), `${locale} ${group}`)
      for (const [key, message] of Object.entries(english)) {
        assert.deepEqual(placeholders(messages[key]!), placeholders(message), `${locale} ${key}`)
      }
    }
  }
})

test('no key is said by two groups', async () => {
  const keys = (await Promise.all(groups.map((group) => catalogues['en']![group]()))).flatMap(({ messages }) =>
    Object.keys(messages),
  )
  assert.deepEqual(
    keys.filter((key, index) => keys.indexOf(key) !== index),
    [],
  )
})

test('the nearest language is chosen: cookie, header, instance, English', () => {
  assert.equal(chooseLocale('fr-FR', 'en'), 'fr')
  assert.equal(chooseLocale(undefined, 'de;q=0.9, fr-CA;q=0.8, en;q=0.1'), 'fr')
  assert.equal(chooseLocale(undefined, 'de'), 'en')
  assert.equal(chooseLocale(undefined, null, 'fr'), 'fr')
})

test('plurals, numbers and ages follow the language', async () => {
  const fr = createI18n('fr', await loadMessages('fr', 'core', 'late'))
  const en = createI18n('en', await loadMessages('en', 'core', 'late'))
  assert.equal(fr.t('video.views', { count: 0, short: '0' }), '0 vue')
  assert.equal(en.t('video.views', { count: 0, short: '0' }), '0 views')
  assert.equal(en.bytes(1_500_000), '1.5 MB')
  const now = Date.parse('2026-01-10T00:00:00Z')
  assert.equal(en.ago('2026-01-07T00:00:00Z', now), '3 days ago')
})

test('French signs stay on the line of their word; what is filled in stays as it is', async () => {
  const fr = createI18n('fr', { ...(await loadMessages('fr', 'account')) })
  assert.equal(fr.t('archives.notZip', { name: 'a ; b' }), '«\u00a0a ; b\u00a0» n’est pas un fichier ZIP.')
  assert.match(fr.t('archives.failed', { error: 'x' }), /créée\u00a0: x/)
})

test('every language that a video can have has a French name', () => {
  assert.deepEqual(Object.keys(languageNames).toSorted(), Object.keys(videoLanguages).toSorted())
})
