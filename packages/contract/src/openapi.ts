import { z } from 'zod'
import { namedSchemas } from './named-schemas.ts'
import type { OperationDefinition, Thunk } from './operation.ts'
import { Problem } from './schemas/problem.ts'

type Json = Record<string, unknown>

export interface OpenApiInfo {
  title: string
  version: string
  description?: string
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: OpenApiInfo
  tags: { name: string }[]
  paths: Record<string, Record<string, Json>>
  components: { schemas: Record<string, Json>; securitySchemes: Json }
}

/**
 * The OpenAPI 3.1 document of some operations. Operations that share method and path appear once, the others as its
 * `x-variants`; connections that are upgraded (status 101) are left out.
 */
export function buildOpenApi(operations: readonly OperationDefinition[], info: OpenApiInfo): OpenApiDocument {
  const components = new Components()
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations) {
    if (operation.success === 101) continue
    const method = operation.method === 'ALL' ? 'get' : operation.method.toLowerCase()
    const item = (paths[operation.path] ??= {})
    const known = item[method]
    if (known) addVariant(known, operation)
    else item[method] = describe(operation, components)
  }
  components.describe(Problem, 'output')
  const tags = [...new Set(operations.map(({ tag }) => tag))].toSorted().map((name) => ({ name }))
  return { openapi: '3.1.0', info, tags, paths, components: { schemas: components.schemas, securitySchemes } }
}

const securitySchemes = { bearer: { type: 'http', scheme: 'bearer' } }

/** Turns Zod schemas into JSON Schema; those with a name go to `components.schemas`. */
class Components {
  readonly schemas: Record<string, Json> = {}
  readonly #names = z.registry<{ id: string }>()

  constructor() {
    for (const [name, thunk] of namedSchemas) this.#names.add(thunk(), { id: name })
  }

  describe(thunk: Thunk, io: 'input' | 'output'): Json {
    const schema = thunk()
    const {
      $schema: _dialect,
      $defs,
      ...rest
    } = z.toJSONSchema(schema, {
      io,
      metadata: this.#names,
      unrepresentable: 'any',
    }) as Json & { $defs?: Record<string, Json> }
    for (const [name, definition] of Object.entries($defs ?? {})) this.#keep(name, definition)
    const name = this.#names.get(schema)?.id
    if (!name) return relink(rest)
    this.#keep(name, rest)
    return { $ref: `#/components/schemas/${name}` }
  }

  #keep(name: string, definition: Json): void {
    const { id: _name, ...rest } = definition
    this.schemas[name] ??= relink(rest, name)
  }
}

/** References within one schema become references to the components; `self` is what `#` stands for. */
function relink<T>(value: T, self?: string): T {
  if (Array.isArray(value)) return value.map((item) => relink(item, self)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === '$ref' && typeof inner === 'string' ? target(inner, self) : relink(inner, self),
  ])
  return Object.fromEntries(entries) as T
}

function target(reference: string, self: string | undefined): string {
  if (reference === '#' && self) return `#/components/schemas/${self}`
  return reference.replace('#/$defs/', '#/components/schemas/')
}

function describe(operation: OperationDefinition, components: Components): Json {
  const described: Json = {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    security: securityOf(operation),
    responses: responsesOf(operation, components),
  }
  const parameters = parametersOf(operation, components)
  if (parameters.length > 0) described.parameters = parameters
  const body = bodyOf(operation, components)
  if (body) described.requestBody = body
  if (operation.deprecated) described.deprecated = true
  if (operation.right) described['x-right'] = operation.right
  if (operation.method === 'ALL') described['x-any-method'] = true
  return described
}

function addVariant(known: Json, operation: OperationDefinition): void {
  const variants = (known['x-variants'] ??= []) as Json[]
  variants.push({ operationId: operation.id, summary: operation.summary, variant: operation.variant })
}

function securityOf({ auth }: OperationDefinition): Json[] {
  if (auth === 'user') return [{ bearer: [] }]
  if (auth === 'optional') return [{}, { bearer: [] }]
  return []
}

function parametersOf(operation: OperationDefinition, components: Components): Json[] {
  const places = [
    ['path', operation.params],
    ['query', operation.query],
    ['header', operation.headers],
  ] as const
  return places.flatMap(([place, thunk]) => {
    if (!thunk) return []
    const { properties = {}, required = [] } = components.describe(thunk, 'input') as {
      properties?: Record<string, Json>
      required?: string[]
    }
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema,
    }))
  })
}

function bodyOf(operation: OperationDefinition, components: Components): Json | undefined {
  const { body, files, bodyTypes = [] } = operation
  if (bodyTypes.length === 0) return undefined
  const fields: Json = body ? components.describe(body, 'input') : {}
  const content = bodyTypes.map((type) => {
    if (type === 'application/octet-stream') return [type, { schema: { type: 'string', format: 'binary' } }]
    return [type, { schema: type === 'multipart/form-data' ? withFiles(fields, files) : fields }]
  })
  return { required: body !== undefined && !body().safeParse(undefined).success, content: Object.fromEntries(content) }
}

function withFiles(fields: Json, files: OperationDefinition['files'] = {}): Json {
  const properties = Object.keys(files).map((name) => [name, { type: 'string', format: 'binary' }])
  const required = Object.entries(files).flatMap(([name, rule]) => (rule.required ? [name] : []))
  const all = [...((fields.required as string[] | undefined) ?? []), ...required]
  return {
    type: 'object',
    ...fields,
    properties: { ...(fields.properties as Json | undefined), ...Object.fromEntries(properties) },
    ...(all.length > 0 && { required: all }),
  }
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

function responsesOf(operation: OperationDefinition, components: Components): Json {
  const success: Json = { description: 'Done.' }
  if (operation.response) {
    success.content = { 'application/json': { schema: components.describe(operation.response, 'output') } }
  }
  const responses: Json = { [operation.success]: success }
  for (const [status, description] of refusalsOf(operation))
    responses[status] = { description, content: problemContent }
  return responses
}

function refusalsOf(operation: OperationDefinition): [number, string][] {
  const refusals: [number, string][] = []
  if (operation.params || operation.query || operation.body || operation.headers) {
    refusals.push([400, 'A parameter or the body does not follow the rules.'])
  }
  if (operation.auth === 'user' || operation.auth === 'optional') refusals.push([401, 'The token is missing or wrong.'])
  if (operation.auth === 'user' || operation.auth === 'optional') refusals.push([403, 'Not allowed.'])
  if (operation.params) refusals.push([404, 'Not found.'])
  if (operation.rateLimit) refusals.push([429, 'Too many requests.'])
  return refusals
}
