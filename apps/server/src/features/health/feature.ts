import { getPing } from '@sepiola/contract/operations/misc.ts'
import { defineFeature } from '#foundation/feature.ts'
import { implement } from '#foundation/http/implement.ts'

/** Any verb is answered (spec 01 §1). */
const ping = implement(getPing, ({ reply }) => reply.type('text/plain; charset=utf-8').send('pong'))

export const healthFeature = defineFeature({ name: 'health', operations: [ping] })
