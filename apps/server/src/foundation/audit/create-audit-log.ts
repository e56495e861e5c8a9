import type { BatchedLines } from '../batched-lines.ts'
import type { Clock } from '../clock.ts'
import { openLogFile } from '../log-file.ts'
import { flattenChange, flattenSubject, type AuditEntry } from './audit-entry.ts'
import type { AuditActor, AuditDomain, AuditLog } from './audit-log.ts'

/** Of the files, without `.log` (spec 02 §10). */
export const auditLogName = 'peertube-audit'

const rotation = { maxFileSize: 5 * 1024 * 1024, maxFiles: 5 }

/**
 * Entries are JSON objects, one a line, in `peertube-audit.log` of the logs folder. `message` repeats the entry as
 * text, which is where PeerTube's clients look for it.
 */
export function createAuditLog({ folder, clock }: { folder: () => string; clock: Clock }): AuditLog {
  let file: BatchedLines | undefined
  const record = ({ username }: AuditActor, domain: AuditDomain, action: string, told: AuditEntry) => {
    const entry = { user: username, domain, action, ...told }
    const timestamp = clock.now().toISOString()
    const line = { ...entry, level: 'info', timestamp, message: JSON.stringify(entry) }
    file ??= openLogFile(folder(), auditLogName, rotation)
    file.write(`${JSON.stringify(line)}\n`)
  }
  return {
    create: (actor, domain, created) => record(actor, domain, 'create', flattenSubject(domain, created)),
    update: (actor, domain, before, after) => record(actor, domain, 'update', flattenChange(domain, before, after)),
    delete: (actor, domain, deleted) => record(actor, domain, 'delete', flattenSubject(domain, deleted)),
    written: async () => file?.written(),
    close: async () => file?.end(),
  }
}
