import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FastifyRequest } from 'fastify'
import { refusalTexts, translateRefusal } from './translate-refusal.ts'

const english = 'Video not found'
const french = 'Cette vidéo n’existe pas.'

function inLanguage(headers: Record<string, string>, language: string | null = null, defaultLanguage = 'en-US') {
  const request = { headers, viewer: language === null ? undefined : { language } } as unknown as FastifyRequest
  return translateRefusal(english, request, defaultLanguage) === french ? 'fr' : 'en'
}

test('the header counts before the user, the user before the browser, the browser before the server', () => {
  assert.equal(inLanguage({ 'x-peertube-language': 'fr', 'accept-language': 'en' }, 'en-US'), 'fr')
  assert.equal(inLanguage({ 'x-peertube-language': 'en', 'accept-language': 'fr' }, 'fr-FR', 'fr-FR'), 'en')
  assert.equal(inLanguage({ 'accept-language': 'en' }, 'fr-FR'), 'fr')
  assert.equal(inLanguage({ 'accept-language': 'de, fr-CH;q=0.8, en;q=0.5' }), 'fr')
  assert.equal(inLanguage({ 'accept-language': 'en, fr;q=0.5' }, null, 'fr-FR'), 'en')
  assert.equal(inLanguage({}, null, 'fr-FR'), 'fr')
  assert.equal(inLanguage({}), 'en')
})

test('what has no translation is English', () => {
  assert.equal(inLanguage({ 'x-peertube-language': 'xx' }), 'en')
  assert.equal(inLanguage({ 'x-peertube-language': '__proto__' }), 'en')
  const request = { headers: { 'x-peertube-language': 'fr' } } as unknown as FastifyRequest
  assert.equal(translateRefusal('Nobody says so.', request, 'en-US'), 'Nobody says so.')
  assert.equal(translateRefusal('constructor', request, 'en-US'), 'constructor')
  const fields = translateRefusal('Incorrect request parameters: name, tags', request, 'en-US')
  assert.equal(fields, 'Paramètres incorrects : name, tags')
})

test('each translated text is one that the server says', async () => {
  const root = join(import.meta.dirname, '../../..')
  let code = ''
  for await (const file of glob('**/*.ts', { cwd: root })) {
    if (!file.includes('refusals/') && !file.endsWith('.test.ts')) code += await readFile(join(root, file), 'utf8')
  }
  for (const { details } of Object.values(refusalTexts)) {
    const gone = Object.keys(details).filter((text) => !code.includes(`'${text}'`) && !code.includes(`${text}\``))
    assert.deepEqual(gone, [])
  }
})
