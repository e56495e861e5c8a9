import { defineFeature } from '#foundation/feature.ts'
import { startTracing } from './start-tracing.ts'

export const tracingFeature = defineFeature({ name: 'tracing', onStart: startTracing })
