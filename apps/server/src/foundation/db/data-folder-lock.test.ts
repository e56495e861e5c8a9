import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { lockDataFolder } from './data-folder-lock.ts'
import { isGone, processIdentity } from './process-identity.ts'

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-lock-'))
  await work(folder).finally(() => rm(folder, { recursive: true, force: true }))
}

function lockInChild(folder: string) {
  return spawn(
    process.execPath,
    [
      '--input-type=module-typescript',
      '--eval',
      `import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder-lock.ts'))}
     await lockDataFolder(${JSON.stringify(folder)})
     console.log('locked')
     setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
}

test('a second server on a data folder is refused, and told the pid of the first', () =>
  withFolder(async (folder) => {
    const other = lockInChild(folder)
    await once(other.stdout, 'data')
    await assert.rejects(lockDataFolder(folder), new RegExp(`in use by the process ${other.pid}\\.`))
    other.kill('SIGKILL')
    await once(other, 'exit')
    const unlock = await lockDataFolder(folder)
    await assert.rejects(lockDataFolder(folder), new RegExp(`process ${process.pid}\\.`))
    await unlock()
    await (
      await lockDataFolder(folder)
    )()
  }))

test('of many that find a stale lock one gets it', () =>
  withFolder(async (folder) => {
    const parts = processIdentity().split('/')
    // Our own pid, but another start time: a process of an earlier boot of a container, say.
    await writeFile(join(folder, 'server.lock'), [...parts.slice(0, 4), '1'].join('/'))
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)))
    assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  }))

test('only processes of this machine are ever called gone', () => {
  const [host, boot, namespace, pid] = processIdentity().split('/')
  assert.equal(isGone(processIdentity()), false)
  assert.equal(isGone(`${processIdentity()}/suffix`), false)
  assert.equal(isGone(`${host}/${boot}/${namespace}/${pid}/1`), true)
  assert.equal(isGone(`elsewhere/${boot}/${namespace}/${pid}/1`), false)
})
