export interface Mail {
  to: string
  subject: string
  text: string
  html?: string
  replyTo?: string
}

export interface Mailer {
  /** False when no transport is configured: nothing is sent then. */
  enabled: boolean
  /** Sends now; use-cases enqueue an `email` job instead. */
  send(mail: Mail): Promise<void>
  close(): Promise<void>
}
