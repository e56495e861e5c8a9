import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refusalTexts, refusalTranslator, translateText } from './translate-refusal.ts'

const english = 'Video not found'
const french = 'Cette vidéo n’existe pas.'

function inLanguage(headers: Record<string, string>, language: string | null = null, defaultLanguage = 'en-US') {
  const request = { headers, viewer: language === null ? undefined : { language } } as unknown as FastifyRequest
  return refusalTranslator(request, defaultLanguage)(english) === french ? 'fr' : 'en'
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
  assert.equal(translateText('Nobody says so.', 'fr'), 'Nobody says so.')
  assert.equal(translateText('constructor', 'fr'), 'constructor')
  assert.equal(translateText('Incorrect request parameters: name, tags', 'fr'), 'Paramètres incorrects : name, tags')
})

const samples: [english: string, french: string][] = [
  [
    'Another actor (account/channel) with the name ana on this instance already exists or has already existed.',
    'Un compte ou une chaîne porte, ou a porté, le nom ana ici.',
  ],
  ['Channel with name films already exists.', 'Une chaîne porte déjà le nom films.'],
  ['The account is blocked. Reason: spam', 'Ce compte est bloqué. Raison : spam'],
  ['The password must have at least 8 characters.', 'Le mot de passe doit avoir au moins 8 caractères.'],
  ['The file must be one of: png, jpg.', 'Le fichier doit être de l’un de ces types : png, jpg.'],
  ['the studio needs transcoding.enabled', 'le studio a besoin de transcoding.enabled'],
  ['expected a whole number, at least 1', 'un nombre entier d’au moins 1 est attendu'],
  ['User ana cannot manage the channel films.', 'La chaîne films ne peut pas être gérée par ana.'],
  [
    'There is no position 7 to start from: the list has 3 places.',
    'Il n’y a pas de place 7 d’où partir : la liste en a 3.',
  ],
  ['You cannot invite yourself.', 'Vous ne pouvez pas vous inviter vous-même.'],
  ['The mail server refused: 550 no', 'Le serveur de courriel a refusé : 550 no'],
]

test('texts that name something are said in French, wherever the thing stands', () => {
  for (const [english, french] of samples) assert.equal(translateText(english, 'fr'), french)
})

test('what the rules of fields say about what was sent is French', () => {
  const schema = z.object({
    name: z.string().min(3).max(5),
    gone: z.string(),
    number: z.int().min(1).max(9),
    flag: z.boolean(),
    email: z.email(),
    kind: z.enum(['a', 'b']),
    list: z.array(z.string()).min(1),
    code: z.string().regex(/^\d$/),
  })
  const refused = (value: object) => {
    const fine = {
      name: 'abcd',
      gone: '',
      number: 1,
      flag: true,
      email: 'a@example.org',
      kind: 'a',
      list: ['x'],
      code: '1',
    }
    const { error } = schema.safeParse({ ...fine, ...value })
    return translateText(error!.issues[0]!.message, 'fr')
  }
  assert.equal(refused({ name: 'a' }), 'Il faut au moins 3 caractères.')
  assert.equal(refused({ name: 'abcdef' }), 'Il faut au plus 5 caractères.')
  assert.equal(refused({ gone: undefined }), 'Cette valeur manque.')
  assert.equal(refused({ name: 3 }), 'Un texte est attendu.')
  assert.equal(refused({ number: 0 }), 'La valeur doit être d’au moins 1.')
  assert.equal(refused({ number: 10 }), 'La valeur doit être d’au plus 9.')
  assert.equal(refused({ number: 1.5 }), 'Un nombre entier est attendu.')
  assert.equal(refused({ number: 'x' }), 'Un nombre est attendu.')
  assert.equal(refused({ flag: 'x' }), 'Vrai ou faux est attendu.')
  assert.equal(refused({ email: 'x' }), 'Ce n’est pas une adresse électronique.')
  assert.equal(refused({ kind: 'x' }), 'Une de ces valeurs est attendue : "a"|"b".')
  assert.equal(refused({ list: [] }), 'Il faut au moins 1 élément(s).')
  assert.equal(refused({ list: 'x' }), 'Une liste est attendue.')
  assert.equal(refused({ code: 'x' }), 'Cette valeur contient des caractères qui ne sont pas acceptés.')
})

test('of a list the place is told, too', () => {
  assert.equal(
    translateText('item 2, options: Not a host.', 'fr'),
    'élément 2, options : Ce n’est pas un nom de serveur.',
  )
})

test('each translated text is one that the server says', async () => {
  const code = await readCode(['apps/server/src', 'packages/contract/src'])
  for (const { details } of Object.values(refusalTexts)) {
    const gone = Object.keys(details).filter((text) => !code.includes(`'${text}'`) && !code.includes(`${text}\``))
    assert.deepEqual(gone, [])
  }
})

/** Folders whose refusals people read on pages. */
const spoken = [
  ...['registrations', 'users', 'user-admin', 'account-settings', 'archives', 'instance-admin', 'jobs-admin'],
  ...['accounts', 'channels', 'channel-settings', 'channel-syncs', 'comments', 'playlists', 'subscriptions', 'ratings'],
  ...['history', 'search', 'feeds', 'oembed', 'watched-words', 'blocklists', 'ownership'],
]

test('each refusal that pages show has its translation', async () => {
  const code = await readCode(spoken.map((slice) => `apps/server/src/features/${slice}`))
  const said = [...code.matchAll(/[pP]roblem\(\s*[\w']+,\s*'([^'\\]+)'/g)].map(([, text]) => text!)
  assert.ok(said.length > 30, `${said.length} found`)
  for (const language of Object.keys(refusalTexts)) {
    const untranslated = said.filter((text) => translateText(text, language) === text)
    assert.deepEqual(untranslated, [], language)
  }
})

async function readCode(folders: readonly string[]): Promise<string> {
  let code = ''
  for (const folder of folders) {
    const cwd = join(import.meta.dirname, '../../../../../..', folder)
    for await (const file of glob('**/*.ts', { cwd })) {
      if (!file.includes('refusals/') && !file.endsWith('.test.ts')) code += await readFile(join(cwd, file), 'utf8')
    }
  }
  return code
}
