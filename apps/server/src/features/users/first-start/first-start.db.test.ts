import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isPasswordMatch } from '#features/sessions/public.ts'
import { systemClock } from '#foundation/clock.ts'
import { createMemorySettings } from '#foundation/config/live-settings.ts'
import type { Context } from '#foundation/context.ts'
import { createTestDatabase, type TestDatabase } from '#foundation/db/test-database.ts'
import { createJobQueue } from '#foundation/jobs/create-job-queue.ts'
import { buildOrigin } from '#foundation/origin.ts'
import { runFirstStart, type FirstStartOptions } from './run-first-start.ts'

const settings = createMemorySettings()

describe('the first start of a server', () => {
  let database: TestDatabase
  before(async () => {
    database = await createTestDatabase()
  })
  after(() => database.close())

  const start = (options: FirstStartOptions, testMode: boolean) =>
    runFirstStart(
      {
        db: database.db,
        settings,
        testMode,
        clock: systemClock,
        jobs: createJobQueue(),
        origin: buildOrigin(settings.current.webserver),
      } as Context,
      options,
    )

  async function userCount(): Promise<number> {
    return (await database.db.selectFrom('user').select('id').execute()).length
  }

  async function forgetEverybody(): Promise<void> {
    await database.db.deleteFrom('user').execute()
  }

  test('fails on a password that breaks the rules, and leaves nothing behind', async () => {
    await assert.rejects(start({ rootPassword: 'short' }, true), /PT_INITIAL_ROOT_PASSWORD/)
    assert.equal(await userCount(), 0)
    assert.equal((await database.db.selectFrom('oAuthClient').select('id').execute()).length, 0)
  })

  test('tells what it made', async () => {
    const made = await start({ rootPassword: 'a chosen password' }, false)
    assert.deepEqual(made.root, { username: 'root', password: 'a chosen password' })
    assert.match(made.oauthClient!.clientId, /^[a-z0-9]{32}$/)
    const { password } = await database.db.selectFrom('user').select('password').executeTakeFirstOrThrow()
    assert.equal(await isPasswordMatch('a chosen password', password), true)
  })

  test('chooses a password that can be read aloud', async () => {
    await forgetEverybody()
    const { root, oauthClient } = await start({}, false)
    assert.match(root!.password, /^[a-z]{20}$/)
    assert.equal(oauthClient, undefined)
  })

  test('in test mode the password is `test` and the number of the instance', async () => {
    await forgetEverybody()
    assert.equal((await start({ appInstance: '3' }, true)).root!.password, 'test3')
    await forgetEverybody()
    assert.equal(
      (await start({ appInstance: '3', rootPassword: 'a chosen password' }, true)).root!.password,
      'a chosen password',
    )
  })

  test('several nodes at once make one root', async () => {
    await forgetEverybody()
    const made = await Promise.all([start({}, true), start({}, true), start({}, true)])
    assert.equal(made.filter(({ root }) => root !== undefined).length, 1)
    assert.equal(await userCount(), 1)
  })
})
