import { get9091Metrics } from '@sepiola/contract/operations/metrics.ts'
import { defineFeature } from '#foundation/feature.ts'
import { startExporter } from './exporter/start-exporter.ts'
import { machineGauges } from './gauges/machine-gauges.ts'
import { platformGauges } from './gauges/platform-gauges.ts'
import { playbackRoutes } from './playback/playback.routes.ts'

export const metricsFeature = defineFeature({
  name: 'metrics',
  operations: playbackRoutes,
  ownListener: [get9091Metrics],
  gauges: [...machineGauges, ...platformGauges],
  onStart: startExporter,
})
