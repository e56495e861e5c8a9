import type { Operations } from '@sepiola/contract/all-operations.ts'
import type { HttpMethod, OperationDefinition, Thunk } from '@sepiola/contract/operation.ts'
import type { z } from 'zod'

export type OperationId = keyof Operations

/** How an answer is read: JSON, nothing, or the Response itself (files, HTML, streams). */
export type AnswerKind = 'json' | 'nothing' | 'raw'

/** How a body is sent; `form-or-json` is JSON unless files come along. */
export type BodyKind = 'none' | 'json' | 'url-form' | 'form' | 'form-or-json' | 'binary'

/** What the client must know of an operation at run time; its types come from the contract. */
export interface Endpoint<Id extends OperationId> {
  id?: Id
  method: HttpMethod
  path: string
  answer: AnswerKind
  body: BodyKind
}

/* @__NO_SIDE_EFFECTS__ */
export function endpoint<Id extends OperationId>(
  method: HttpMethod,
  path: string,
  answer: AnswerKind,
  body: BodyKind = 'none',
): Endpoint<Id> {
  return { method, path, answer, body }
}

type Part<Name extends string, T> =
  T extends Thunk<infer S> ? ({} extends z.input<S> ? { [K in Name]?: z.input<S> } : { [K in Name]: z.input<S> }) : {}

type Files<T> = T extends object ? { files?: { [K in keyof T]?: Blob } } : {}

type RawBody<O extends OperationDefinition> = O['bodyTypes'] extends readonly ['application/octet-stream']
  ? { body: Blob | ArrayBuffer | Uint8Array<ArrayBuffer> }
  : {}

type OptionsOf<O extends OperationDefinition> = Part<'params', O['params']> &
  Part<'query', O['query']> &
  Part<'headers', O['headers']> &
  Part<'body', O['body']> &
  RawBody<O> &
  Files<O['files']> & { signal?: AbortSignal }

type AnswerOf<O extends OperationDefinition> =
  O['response'] extends Thunk<infer S> ? z.output<S> : O['success'] extends 204 ? undefined : Response

/** `params`, `query`, `headers`, `body`, `files` (as the operation has them) and `signal`. */
export type CallOptions<Id extends OperationId> = OptionsOf<Operations[Id]>

/** The JSON answer; undefined where there is none; the Response of files and pages. */
export type Answer<Id extends OperationId> = AnswerOf<Operations[Id]>
