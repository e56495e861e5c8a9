import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe, type TracingChannel } from 'node:diagnostics_channel'
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context as TraceContext,
  type Span,
  type Tracer,
} from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { jobChannel, statementChannel, type JobTrace, type StatementTrace } from '#foundation/tracing-channels.ts'

/** Characters of a statement. */
const longestStatement = 2000

const http = 'fastify.initialization'

/**
 * Spans of all requests and jobs from now on, and of the statements within them; what the server asks its database for
 * by itself, again and again, is left out. Returns the function that ends it.
 */
export function traceServer(tracer: Tracer): () => void {
  /** What runs now, in which a statement is a part. */
  const running = new AsyncLocalStorage<TraceContext>()
  const ends = [traceRequests(tracer, running), traceJobs(tracer, running), traceStatements(tracer, running)]
  return () => {
    for (const end of ends) end()
  }
}

/** Of HTTP servers that are built from now on. Addresses are told as routes: queries may hold secrets. */
function traceRequests(tracer: Tracer, running: AsyncLocalStorage<TraceContext>): () => void {
  const contexts = new WeakMap<FastifyRequest, TraceContext>()
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRequest', (request, _reply, done) => {
      const route = request.routeOptions.url ?? 'unknown'
      const attributes = { 'http.request.method': request.method, 'http.route': route }
      const options = { kind: SpanKind.SERVER, attributes }
      const context = trace.setSpan(ROOT_CONTEXT, tracer.startSpan(`${request.method} ${route}`, options, ROOT_CONTEXT))
      contexts.set(request, context)
      running.run(context, done)
    })
    // A body arrives in the events of its socket, which are outside.
    fastify.addHook('preValidation', (request, _reply, done) => {
      running.run(contexts.get(request) ?? ROOT_CONTEXT, done)
    })
    fastify.addHook('onResponse', async (request, reply) => {
      const span = trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT)
      span?.setAttribute('http.response.status_code', reply.statusCode)
      if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR })
      span?.end()
    })
    fastify.addHook('onRequestAbort', async (request) => {
      trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT)?.end()
    })
  }
  subscribe(http, watch)
  return () => unsubscribe(http, watch)
}

function traceJobs(tracer: Tracer, running: AsyncLocalStorage<TraceContext>): () => void {
  const spans = new WeakMap<JobTrace, Span>()
  jobChannel.start.bindStore(running, (job) => {
    const attributes = { 'job.id': job.id, 'job.type': job.type, 'job.attempt': job.attempt }
    const span = tracer.startSpan(`job ${job.type}`, { kind: SpanKind.CONSUMER, attributes }, ROOT_CONTEXT)
    spans.set(job, span)
    return trace.setSpan(ROOT_CONTEXT, span)
  })
  const stop = endSpans(jobChannel, spans)
  return () => {
    jobChannel.start.unbindStore(running)
    stop()
  }
}

function traceStatements(tracer: Tracer, running: AsyncLocalStorage<TraceContext>): () => void {
  const spans = new WeakMap<StatementTrace, Span>()
  const start = (message: unknown) => {
    const parent = running.getStore()
    if (!parent) return
    const traced = message as StatementTrace
    const statement = traced.statement.trim()
    const [verb = ''] = statement.split(/\s/, 1)
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': statement.slice(0, longestStatement) }
    spans.set(traced, tracer.startSpan(verb.toUpperCase(), { kind: SpanKind.CLIENT, attributes }, parent))
  }
  statementChannel.start.subscribe(start)
  const stop = endSpans(statementChannel, spans)
  return () => {
    statementChannel.start.unsubscribe(start)
    stop()
  }
}

/** With the kind of what was thrown, if it was: messages may quote values. */
function endSpans<T extends object>(channel: TracingChannel<unknown, T>, spans: WeakMap<T, Span>): () => void {
  const ended = (message: unknown) => {
    const { error } = message as { error?: unknown }
    const span = spans.get(message as T)
    if (error !== undefined) {
      span?.setAttribute('error.type', typeOf(error))
      span?.setStatus({ code: SpanStatusCode.ERROR })
    }
    span?.end()
  }
  channel.asyncEnd.subscribe(ended)
  return () => channel.asyncEnd.unsubscribe(ended)
}

function typeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}
