import type { FastifyReply, FastifyRequest } from 'fastify'
import type {
  BodyOf,
  HeadersOf,
  OperationDefinition,
  ParamsOf,
  QueryOf,
  ResultOf,
} from '@sepiola/contract/operation.ts'
import type { Context } from '../context.ts'
import type { InvalidParam } from './problem.ts'
import type { Viewer } from './viewer.ts'

/** A file of a multipart body, already on disk in the area `tmp`; removed after the answer unless it was moved. */
export interface ReceivedFile {
  field: string
  /** As the client named it, UTF-8. */
  filename: string
  mimeType: string
  path: string
  /** Bytes. */
  size: number
}

export interface Call<O extends OperationDefinition> {
  ctx: Context
  params: ParamsOf<O>
  query: QueryOf<O>
  headers: HeadersOf<O>
  body: BodyOf<O>
  files: Readonly<Record<string, ReceivedFile | undefined>>
  /** Always there when the operation's `auth` is `user`. */
  viewer: O['auth'] extends 'user' ? Viewer : Viewer | undefined
  request: FastifyRequest
  reply: FastifyReply
}

/** A JSON answer that was serialised before (hot public answers). */
export class SerializedJson {
  readonly text: string | Buffer

  constructor(text: string | Buffer) {
    this.text = text
  }
}

type Answer<O extends OperationDefinition> = ResultOf<O> | SerializedJson | FastifyReply

/** A handler that answers through `reply` itself (streams, redirects) returns it. */
export type Handler<O extends OperationDefinition> = (call: Call<O>) => Answer<O> | Promise<Answer<O>>

export interface ImplementOptions {
  /** Runs after token and right, before the multipart body and the field rules (spec 01 §2.1 exceptions). */
  before?: (early: {
    ctx: Context
    viewer: Viewer | undefined
    request: FastifyRequest
    reply: FastifyReply
  }) => Promise<void> | void
  /** Runs once the body is read, before the field rules; `body` is what the client sent (spec 01 §2.1 exceptions). */
  beforeFields?: (early: {
    ctx: Context
    viewer: Viewer | undefined
    request: FastifyRequest
    body: unknown
  }) => Promise<void> | void
  /**
   * Faults of fields that the contract cannot know, because they depend on settings or plugins; they are told together
   * with those that it finds. `body` is what the client sent.
   */
  findFaults?: (sent: { ctx: Context; body: Readonly<Record<string, unknown>> }) => InvalidParam[]
  /** The handler reads the raw request body stream itself (resumable chunks). */
  rawBody?: boolean
  /** Largest JSON body in bytes when it is not the usual one. */
  bodyLimit?: number
}

export interface Implementation {
  operation: OperationDefinition
  handler: Handler<any>
  options: ImplementOptions
}

export function implement<const O extends OperationDefinition>(
  operation: O,
  handler: Handler<O>,
  options: ImplementOptions = {},
): Implementation {
  return { operation, handler, options }
}
