import { tracingChannel } from 'node:diagnostics_channel'

/** One statement, without its values. */
export interface StatementTrace {
  statement: string
}

/** One attempt of a job. */
export interface JobTrace {
  id: number
  type: string
  attempt: number
}

/**
 * What takes time is told here to whoever listens (the exporter of traces): nothing is made and nothing loaded while
 * nobody does.
 */
export const statementChannel = tracingChannel<unknown, StatementTrace>('sepiola:statement')
export const jobChannel = tracingChannel<unknown, JobTrace>('sepiola:job')
