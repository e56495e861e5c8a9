import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createI18n, type Messages } from './i18n.ts'
import { chooseLocale, loadLateMessages, loadMessages, locales } from './locales.ts'

const all = async (locale: string): Promise<Required<Messages>> => {
  await loadLateMessages(locale)
  return (await loadMessages(locale)) as Required<Messages>
}

const placeholders = (message: string | { other: string }): string[] =>
  [...(typeof message === 'string' ? message : message.other).matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()

test('every locale says everything, with the same placeholders', async () => {
  const english = await all('en')
  for (const locale of locales) {
    const messages = await all(locale)
    for (const part of ['core', 'late'] as const) {
      assert.deepEqual(Object.keys(messages[part]).toSorted(), Object.keys(english[part]).toSorted(), locale)
      for (const [key, message] of Object.entries(english[part])) {
        const translated = (messages[part] as typeof english.core)[key as keyof typeof english.core]
        assert.deepEqual(placeholders(translated), placeholders(message), `${locale} ${key}`)
      }
    }
  }
})

test('the nearest language is chosen: cookie, header, instance, English', () => {
  assert.equal(chooseLocale('fr-FR', 'en'), 'fr')
  assert.equal(chooseLocale(undefined, 'de;q=0.9, fr-CA;q=0.8, en;q=0.1'), 'fr')
  assert.equal(chooseLocale(undefined, 'de'), 'en')
  assert.equal(chooseLocale(undefined, null, 'fr'), 'fr')
})

test('plurals, numbers and ages follow the language', async () => {
  const fr = createI18n('fr', await all('fr'))
  const en = createI18n('en', await all('en'))
  assert.equal(fr.t('video.views', { count: 0, short: '0' }), '0 vue')
  assert.equal(en.t('video.views', { count: 0, short: '0' }), '0 views')
  assert.equal(en.bytes(1_500_000), '1.5 MB')
  const now = Date.parse('2026-01-10T00:00:00Z')
  assert.equal(en.ago('2026-01-07T00:00:00Z', now), '3 days ago')
})
