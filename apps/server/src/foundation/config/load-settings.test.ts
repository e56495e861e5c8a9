import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { locateDataFolder } from './data-folder.ts'
import { loadSettings } from './load-settings.ts'
import { SettingsError } from './settings-error.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sepiola-settings-'))
  mkdirSync(join(root, 'config'))
})
afterEach(() => rmSync(root, { recursive: true }))

function load(env: Record<string, string> = {}, configFile?: string) {
  const complete = { SEPIOLA_DATA: root, ...env }
  return loadSettings({ folder: locateDataFolder(complete), env: complete, configFile })
}

const writeConfig = (name: string, content: string) => writeFileSync(join(root, 'config', name), content)

function problemsOf(env: Record<string, string>) {
  try {
    load(env)
  } catch (error) {
    assert.ok(error instanceof SettingsError)
    return error
  }
  assert.fail('the settings were accepted')
}

test('each place wins over the one before it', () => {
  const file = join(root, 'own.yaml')
  const elsewhere = join(root, 'elsewhere')
  const env: Record<string, string> = {}
  const port = () => load(env, env.file).settings.listen.port

  writeConfig('default.yaml', 'listen: { port: 1 }')
  assert.equal(port(), 1)
  writeConfig('production.yaml', 'listen: { port: 2 }')
  assert.equal(port(), 2)
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'default.yaml'), 'listen: { port: 3 }')
  env.NODE_CONFIG_DIR = `/nonexistent:${elsewhere}`
  assert.equal(port(), 3)
  writeFileSync(file, 'listen: { port: 4 }')
  env.file = file
  assert.equal(port(), 4)
  env.NODE_CONFIG = '{"listen":{"port":5}}'
  assert.equal(port(), 5)
  env.PEERTUBE_LISTEN_PORT = '6'
  assert.equal(port(), 6)
  writeConfig('local-production.json', '{"listen":{"port":7}}')
  assert.equal(port(), 7)
  assert.equal(load(env).sources.get('listen.port'), join(root, 'config/local-production.json'))
})

test('test mode has its own defaults, files and instance', () => {
  const env = { NODE_ENV: 'test', NODE_APP_INSTANCE: '2' }
  writeConfig('production.yaml', 'listen: { port: 1 }')
  writeConfig('test.yaml', 'instance: { name: one }')
  writeConfig('test-2.yaml', 'instance: { name: two }')
  const { settings, overrideFile } = load(env)
  assert.equal(settings.listen.port, 9000)
  assert.equal(settings.listen.hostname, '::')
  assert.equal(settings.instance.name, 'two')
  assert.equal(settings.secrets.peertube, 'my super secret')
  assert.equal(overrideFile, join(root, 'config/local-test-2.json'))
  assert.equal(load({ ...env, PEERTUBE_LOCAL_CONFIG: '/run/own' }).overrideFile, '/run/own/local-test-2.json')
})

test('names may be dotted, groups empty, lists replaced as a whole', () => {
  writeConfig('default.yaml', 'smtp:\nwebrtc:\n  stun_servers: [a, b]\n')
  const nodeConfig = { 'transcoding.resolutions': { '144p': true }, webrtc: { stun_servers: ['c'] } }
  const { settings } = load({ NODE_CONFIG: JSON.stringify(nodeConfig) })
  assert.equal(settings.transcoding.resolutions['144p'], true)
  assert.equal(settings.transcoding.resolutions['240p'], true)
  assert.deepEqual(settings.webrtc.stun_servers, ['c'])
  assert.equal(settings.smtp.port, 465)
})

test('variables are read in the format of the container image', () => {
  const { settings, warnings } = load({
    PEERTUBE_SMTP_PASSWORD: '12345',
    PEERTUBE_SMTP_SENDMAIL: '/usr/sbin/sendmail',
    PEERTUBE_TRUST_PROXY: '["10.0.0.0/8"]',
    PEERTUBE_INSTANCE_NAME: '',
    PEERTUBE_WEBSERVER_HTTPS: 'true',
    PEERTUBE_USER_VIDEO_QUOTA: '5GB 200MB',
    PEERTUBE_LISTEN_PROT: '80',
  })
  assert.equal(settings.smtp.password, '12345')
  assert.equal(settings.smtp.sendmail, '/usr/sbin/sendmail')
  assert.deepEqual(settings.trust_proxy, ['10.0.0.0/8'])
  assert.equal(settings.instance.name, 'Sepiola')
  assert.equal(settings.webserver.https, true)
  assert.equal(settings.user.video_quota, 5 * 1024 ** 3 + 200 * 1024 ** 2)
  assert.deepEqual(warnings, ['unknown variable PEERTUBE_LISTEN_PROT is ignored: did you mean PEERTUBE_LISTEN_PORT?'])
})

test('DATABASE_URL and any database setting choose an external PostgreSQL', () => {
  assert.equal(load().externalDatabase, false)
  assert.equal(load({ NODE_CONFIG: '{"database":{"suffix":"_test1"}}' }).externalDatabase, true)
  const { settings, externalDatabase } = load({
    DATABASE_URL: 'postgresql://me:p%40ss@db.example:6432/videos?sslmode=require',
  })
  assert.equal(externalDatabase, true)
  const { hostname, port, username, password, name, ssl } = settings.database
  assert.deepEqual([hostname, port, username, password, name, ssl], ['db.example', 6432, 'me', 'p@ss', 'videos', true])
  assert.equal(load({ DATABASE_URL: 'postgres:///v?host=/run/pg' }).settings.database.hostname, '/run/pg')
  assert.match(problemsOf({ DATABASE_URL: 'mysql://x' }).message, /expected postgres:/)
})

test('all wrong values are named at once, with source and expectation, secrets without value', () => {
  writeConfig('default.yaml', 'smtp: { transport: pigeon }\nlive: [1]\n')
  const nodeConfig = { listen: { port: 'http' }, secrets: { peertube: ['hunter2'] }, log: { level: 'loud' } }
  const error = problemsOf({ NODE_CONFIG: JSON.stringify(nodeConfig) })
  assert.deepEqual(error.problems.map(({ key }) => key).sort(), [
    'listen.port',
    'live',
    'log.level',
    'secrets.peertube',
    'smtp.transport',
  ])
  assert.match(error.message, /listen\.port = "http" \(NODE_CONFIG\): expected a whole number from 0 to 65535/)
  assert.match(error.message, /smtp\.transport = "pigeon" \(.*default\.yaml\): expected one of smtp, sendmail/)
  assert.doesNotMatch(error.message, /hunter2/)
})

test('files that cannot be parsed are named', () => {
  writeConfig('default.yaml', 'listen: { port: 1')
  assert.match(problemsOf({}).message, /default\.yaml/)
  assert.match(problemsOf({ NODE_CONFIG: '{' }).message, /NODE_CONFIG: expected JSON/)
})

test('unknown and renamed keys are warnings', () => {
  const nodeConfig = { transcodig: { enabled: true }, storage: { videos: 'x' }, listen: { prt: 1 } }
  const { warnings } = load({ NODE_CONFIG: JSON.stringify(nodeConfig) })
  assert.deepEqual(warnings, [
    'unknown setting transcodig (NODE_CONFIG) is ignored: did you mean transcoding?',
    'unknown setting storage.videos (NODE_CONFIG) is ignored: it is called storage.web_videos now',
    'unknown setting listen.prt (NODE_CONFIG) is ignored: did you mean listen.port?',
  ])
})

test('the secret is made once and readable by the owner only', () => {
  const { peertube } = load().settings.secrets
  assert.match(peertube, /^[0-9a-f]{64}$/)
  assert.equal(load().settings.secrets.peertube, peertube)
  assert.equal(statSync(join(root, 'secrets.json')).mode & 0o777, 0o600)
})
