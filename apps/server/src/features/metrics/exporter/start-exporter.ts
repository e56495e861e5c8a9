import type { Context } from '#foundation/context.ts'
import type { Gauge } from '#foundation/metrics/gauge.ts'
import { createPlaybackMeters, type PlaybackMeters } from '../playback/playback-meters.ts'

const exporters = new WeakMap<object, PlaybackMeters>()

/** Undefined while metrics are off. */
export function playbackMeters(ctx: Context): PlaybackMeters | undefined {
  return exporters.get(ctx.db)
}

/**
 * Serves the metrics of this node as Prometheus text on their own host and port, while `open_telemetry.metrics.enabled`
 * (spec 02 §10). A port that cannot be had is told in the log and stops nothing. The libraries are loaded here alone.
 */
export async function startExporter(ctx: Context): Promise<void> {
  const { metrics } = ctx.settings.current.open_telemetry
  if (!metrics.enabled) return
  const [{ MeterProvider }, { PrometheusExporter }] = await Promise.all([
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/exporter-prometheus'),
  ])
  const { observeProcess } = await import('./observe-process.ts')
  const { observeRequests } = await import('./observe-requests.ts')
  const { hostname: host, port } = metrics.prometheus_exporter
  const exporter = new PrometheusExporter({ host, port, preventServerStart: true })
  const provider = new MeterProvider({ readers: [exporter] })
  const meter = provider.getMeter('peertube')
  const ends = [observeProcess(meter)]
  if (metrics.http_request_duration.enabled) ends.push(observeRequests(meter))
  for (const gauge of ctx.gauges) {
    meter.createObservableGauge(gauge.name, { description: gauge.description }).addCallback(async (result) => {
      for (const { value, attributes } of await readGauge(ctx, gauge)) result.observe(value, attributes)
    })
  }
  exporters.set(ctx.db, createPlaybackMeters(meter))
  ctx.stopping.addEventListener(
    'abort',
    () => {
      for (const end of ends) end()
      exporters.delete(ctx.db)
      provider.shutdown().catch((err: unknown) => ctx.log.warn({ err }, 'The metrics exporter did not stop cleanly.'))
    },
    { once: true },
  )
  try {
    await exporter.startServer()
    ctx.log.info({ host, port }, 'Metrics are served.')
  } catch (err) {
    ctx.log.error({ err, host, port }, 'Metrics cannot be served.')
  }
}

/** One that fails takes no others with it. */
async function readGauge(ctx: Context, gauge: Gauge) {
  try {
    return await gauge.read(ctx)
  } catch (err) {
    ctx.log.warn({ err, gauge: gauge.name }, 'A metric could not be read.')
    return []
  }
}
