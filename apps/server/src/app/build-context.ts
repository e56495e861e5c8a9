import type { Context, MediaTools } from '#foundation/context.ts'
import { createAuditLog } from '#foundation/audit/create-audit-log.ts'
import { systemClock } from '#foundation/clock.ts'
import type { LiveSettings } from '#foundation/config/live-settings.ts'
import type { Connection } from '#foundation/db/connect.ts'
import { createNotifier } from '#foundation/db/create-notifier.ts'
import type { Db } from '#foundation/db/database.ts'
import { createEventBus, subscriptionJobs } from '#foundation/events/create-event-bus.ts'
import type { Feature } from '#foundation/feature.ts'
import { createHooks } from '#foundation/hooks/create-hooks.ts'
import type { JobDefinition } from '#foundation/jobs/define-job.ts'
import { createJobQueue } from '#foundation/jobs/create-job-queue.ts'
import type { Log } from '#foundation/log.ts'
import { createMailer } from '#foundation/mail/create-mailer.ts'
import { buildOrigin } from '#foundation/origin.ts'
import { createFileSystemStorage } from '#foundation/storage/file-system-storage.ts'

export interface ContextParts {
  db: Db
  connection: Connection
  settings: LiveSettings
  log: Log
  media: MediaTools
  features: readonly Feature[]
  testMode: boolean
}

export interface BuiltContext {
  ctx: Context
  /** Every job of the features, event subscribers included. */
  jobs: readonly JobDefinition<any>[]
  /** Aborts `ctx.stopping`. */
  stop(): void
  close(): Promise<void>
}

/** Puts the foundation together for one process. */
export async function buildContext(parts: ContextParts): Promise<BuiltContext> {
  const { db, settings, log, features } = parts
  const stopping = new AbortController()
  const subscriptions = features.flatMap((feature) => feature.subscriptions ?? [])
  const jobs = [...features.flatMap((feature) => feature.jobs ?? []), ...subscriptionJobs(subscriptions)]
  const queue = createJobQueue(jobs)
  const notifier = await createNotifier({ connection: parts.connection, db, log })
  const mail = createMailer(() => settings.current)
  const audit = createAuditLog({ folder: () => settings.current.storage.logs, clock: systemClock })
  const ctx: Context = {
    db,
    settings,
    log,
    audit,
    clock: systemClock,
    storage: createFileSystemStorage(settings.current.storage),
    hooks: createHooks(log),
    jobs: queue,
    events: createEventBus(subscriptions, queue),
    notifier,
    gauges: features.flatMap((feature) => feature.gauges ?? []),
    schedules: features.flatMap((feature) => feature.schedules ?? []),
    mail,
    origin: buildOrigin(settings.current.webserver),
    media: parts.media,
    stopping: stopping.signal,
    testMode: parts.testMode,
  }
  return {
    ctx,
    jobs,
    stop: () => stopping.abort(),
    async close() {
      await Promise.all([notifier.close(), mail.close(), audit.close()])
    },
  }
}
