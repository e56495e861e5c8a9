import type { Context } from '#foundation/context.ts'

/** Where collectors expect traces by OTLP/HTTP. */
const standardPath = '/v1/traces'

/**
 * Sends traces of requests, statements and jobs by OTLP/HTTP, while `open_telemetry.tracing.enabled` (spec 02 §10). The
 * libraries are loaded here alone. A collector that is away is told in the log and slows nothing down.
 */
export async function startTracing(ctx: Context): Promise<void> {
  const { enabled, jaeger_exporter } = ctx.settings.current.open_telemetry.tracing
  if (!enabled) return
  const url = readEndpoint(jaeger_exporter.endpoint)
  if (!url) {
    const { endpoint } = jaeger_exporter
    ctx.log.error(
      { endpoint },
      'Traces are sent nowhere: open_telemetry.tracing.jaeger_exporter.endpoint is no address.',
    )
    return
  }
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }, { traceServer }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('./trace-server.ts'),
    ])
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'peertube', 'service.instance.id': ctx.origin.host }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: url.href }) })],
  })
  const end = traceServer(provider.getTracer('sepiola'))
  ctx.stopping.addEventListener(
    'abort',
    () => {
      end()
      provider.shutdown().catch((err: unknown) => ctx.log.warn({ err }, 'The last traces could not be sent.'))
    },
    { once: true },
  )
  ctx.log.info({ url: url.href }, 'Traces are sent.')
}

/** Undefined when it is none. That of a Jaeger of old, which spoke Thrift, is taken as it is. */
function readEndpoint(endpoint: string): URL | undefined {
  const url = URL.parse(endpoint)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return undefined
  if (url.pathname === '/') url.pathname = standardPath
  return url
}
