import { readdir } from 'node:fs/promises'
import { constants, monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import type { Meter } from '@opentelemetry/api'

const gcKinds: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
}

/** Of Node's resources, those that are one request to the system. */
const isRequest = (type: string) => /Req|ConnectWrap|WriteWrap|ShutdownWrap/.test(type)
const isTimer = (type: string) => type === 'Timeout' || type === 'Immediate'

/** Memory, event loop, collector, handles, processor and files of this process. Returns the function that ends it. */
export function observeProcess(meter: Meter): () => void {
  const gauge = (name: string, description: string) => meter.createObservableGauge(name, { description })
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const collections = meter.createHistogram('nodejs_gc_duration_seconds', {
    description: 'Seconds of each garbage collection',
    advice: { explicitBucketBoundaries: [0.001, 0.01, 0.1, 1, 2, 5] },
  })
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { kind } = (entry as unknown as { detail: { kind: number } }).detail
      collections.record(entry.duration / 1000, { kind: gcKinds[kind] ?? 'other' })
    }
  })
  observer.observe({ entryTypes: ['gc'] })

  gauge('nodejs_memory_usage_bytes', 'Bytes by kind of memory').addCallback((result) => {
    for (const [memory, bytes] of Object.entries(process.memoryUsage())) result.observe(bytes, { memory })
  })
  gauge('nodejs_eventloop_lag_seconds', 'Mean lag since the last question').addCallback((result) => {
    const mean = delay.mean
    delay.reset()
    result.observe(Number.isFinite(mean) ? mean / 1e9 : 0)
  })
  const active = (name: string, description: string, wanted: (type: string) => boolean) =>
    gauge(name, description).addCallback((result) => {
      const counts = Object.groupBy(process.getActiveResourcesInfo().filter(wanted), (type) => type)
      for (const [type, all = []] of Object.entries(counts)) result.observe(all.length, { type })
    })
  active(
    'nodejs_active_handles_total',
    'Open sockets, servers, processes',
    (type) => !isRequest(type) && !isTimer(type),
  )
  active('nodejs_active_requests_total', 'Requests to the system that run', isRequest)
  active('nodejs_active_resources_total', 'What keeps the process running', () => true)
  const cpu = (name: string, read: (usage: NodeJS.CpuUsage) => number) =>
    meter
      .createObservableCounter(name, { description: 'Seconds of processor time' })
      .addCallback((result) => result.observe(read(process.cpuUsage()) / 1e6))
  cpu('process_cpu_seconds_total', ({ user, system }) => user + system)
  cpu('process_cpu_user_seconds_total', ({ user }) => user)
  cpu('process_cpu_system_seconds_total', ({ system }) => system)
  gauge('process_open_fds', 'Open files').addCallback(async (result) => {
    const files = await readdir('/proc/self/fd').catch(() => undefined)
    if (files) result.observe(files.length)
  })
  return () => {
    observer.disconnect()
    delay.disable()
  }
}
