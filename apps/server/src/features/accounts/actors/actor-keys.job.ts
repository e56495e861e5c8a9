import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { actorNeedsKeys, saveActorKeys } from './actor.sql.ts'

const generate = promisify(generateKeyPair)
const minute = 60_000

/** Gives a local actor its RSA key pair (spec 07 §2.1); nothing is federated before. */
export const actorKeysJob = defineJob({
  type: 'actor-keys',
  payload: () => z.object({ actorId: z.int() }),
  attempts: 3,
  timeout: () => 20 * minute,
  async run(ctx, { payload: { actorId } }) {
    if (!(await actorNeedsKeys(ctx.db, actorId))) return
    const keys = await generate('rsa', {
      modulusLength: ctx.testMode ? 1024 : 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    })
    await saveActorKeys(ctx.db, actorId, keys)
  },
})
