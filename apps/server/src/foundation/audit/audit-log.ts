/** What the audit log tells about (spec 02 §10). */
export type AuditDomain = 'users' | 'videos' | 'comments' | 'channels' | 'channel-syncs' | 'video-imports' | 'config'

/** Who did it. */
export interface AuditActor {
  username: string
}

/** The object as it is told, nested or flat: what identifies it and what people may change. Secrets are left out. */
export type AuditSubject = object

/**
 * Who created, changed or deleted what, for those who administrate the server. To be called once the change is
 * committed; never throws.
 */
export interface AuditLog {
  create(actor: AuditActor, domain: AuditDomain, created: AuditSubject): void
  /** Tells the object as it was, and of it as it is what differs. */
  update(actor: AuditActor, domain: AuditDomain, before: AuditSubject, after: AuditSubject): void
  delete(actor: AuditActor, domain: AuditDomain, deleted: AuditSubject): void
  /** Resolves when all entries of this node can be read. */
  written(): Promise<void>
  close(): Promise<void>
}
