import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createEmptyTestDatabase, type TestDatabase } from '../../apps/server/src/foundation/db/test-database.ts'
import { published, signIn, uploadVideo } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

describe('two nodes on one external database', () => {
  let database: TestDatabase
  let web: RealServer
  let worker: RealServer
  let clips: Clips

  before(async () => {
    clips = await createClips()
    database = await createEmptyTestDatabase()
    const { host, port, user } = database.connection
    const settings = {
      database: { hostname: host, port, username: user, password: '', name: database.name, suffix: '' },
      transcoding: { resolutions: { '240p': true, '360p': false, '480p': false, '720p': false, '1080p': false } },
    }
    web = await startRealServer({ settings, args: ['--role', 'web', '--no-client'] })
    worker = await startRealServer({ data: web.data, port: web.port, settings, args: ['--role', 'worker'] })
  })
  after(async () => {
    await worker.stop()
    await web.stop()
    await removeData(web.data)
    await database.close()
    await clips.remove()
  })

  test('start no embedded PostgreSQL', () => {
    assert.doesNotMatch(web.output(), /PostgreSQL started/)
  })

  test('share the work: one takes the upload, the other publishes it', async () => {
    const api = await signIn(web.url)
    const video = await uploadVideo(api, await clips.make('shared.mp4'))
    await published(api, video.uuid, 2)
  })
})
