import type { z } from 'zod'
import type { UserRight } from './rights.ts'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD' | 'ALL'

/** `plugin`: an external authentication plugin decides; `runner`: a runner or job token in the body. */
export type OperationAuth = 'none' | 'optional' | 'user' | 'runner' | 'plugin'

/** The limiter groups of `rates_limit.*` (spec 01 §4); `false` = not limited. */
export type RateLimitGroup =
  | 'api'
  | 'login'
  | 'signup'
  | 'ask_send_email'
  | 'receive_client_log'
  | 'plugins'
  | 'well_known'
  | 'feeds'
  | 'activity_pub'
  | 'client'
  | 'download_generate_video'

/** A schema is built at its first use: most operations are never asked on a given server. */
export type Thunk<S extends z.ZodType = z.ZodType> = () => S

export type BodyType =
  | 'application/json'
  | 'multipart/form-data'
  | 'application/x-www-form-urlencoded'
  | 'application/octet-stream'
  | (string & {})

export interface FileField {
  required: boolean
  /** Lower-case extensions without dot; absent = checked by the handler. */
  extensions?: readonly string[]
  /** Bytes; absent = checked by the handler. */
  maxSize?: number
  /** Bytes, instead of `maxSize` in test mode (spec 01 §11). */
  maxSizeInTests?: number
}

export interface OperationDefinition {
  id: string
  method: HttpMethod
  /** Full path, parameters in braces: `/api/v1/videos/{id}`. */
  path: string
  /** Other full paths with the same meaning. */
  aliases?: readonly string[]
  tag: string
  summary: string
  auth: OperationAuth
  right?: UserRight
  /** With `auth: 'optional'`: what is public is answered whatever the token is worth. */
  ignoresBadToken?: true
  rateLimit?: RateLimitGroup | false
  params?: Thunk
  query?: Thunk
  /** Only the headers that the operation defines, lower-case names. */
  headers?: Thunk
  body?: Thunk
  bodyTypes?: readonly BodyType[]
  /** File fields of a multipart body. */
  files?: Readonly<Record<string, FileField>>
  success: number
  /** JSON answers only; absent for 204, streams and HTML. */
  response?: Thunk
  deprecated?: true
  /** In the 7.0.0 API reference: must be complete. */
  in70: boolean
  /** Two operations of the contract may share method and path and differ in body or query. */
  variant?: string
}

type Parsed<T, Fallback> = T extends Thunk<infer S> ? z.output<S> : Fallback
type Sent<T, Fallback> = T extends Thunk<infer S> ? z.input<S> : Fallback

export type ParamsOf<O extends OperationDefinition> = Parsed<O['params'], {}>
export type QueryOf<O extends OperationDefinition> = Parsed<O['query'], {}>
export type HeadersOf<O extends OperationDefinition> = Parsed<O['headers'], {}>
export type BodyOf<O extends OperationDefinition> = Parsed<O['body'], undefined>
/** What a handler returns: the JSON answer, or nothing. */
export type ResultOf<O extends OperationDefinition> = Sent<O['response'], void>

const parts = ['params', 'query', 'headers', 'body', 'response'] as const

/** Its schemas are built once each, at their first use: building one costs a millisecond, parsing with it microseconds. */
export function operation<const O extends OperationDefinition>(definition: O): O {
  const built: OperationDefinition = { ...definition }
  for (const part of parts) {
    const build = definition[part]
    if (build) built[part] = define(build)
  }
  return built as O
}

/** A named schema that is built once, at its first use. */
export function define<S extends z.ZodType>(build: () => S): Thunk<S> {
  let schema: S | undefined
  return () => (schema ??= build())
}

export type Infer<T extends Thunk> = z.output<ReturnType<T>>
