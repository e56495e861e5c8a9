import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allOperations, ownOperations } from '@sepiola/contract/all-operations.ts'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'

export const clientFolder = fileURLToPath(new URL('../packages/api-client/src', import.meta.url))

const warning = '// Made by scripts/generate-api-client.ts out of the contract; do not edit.\n'

/**
 * Content by path in the client's folder: one constant per operation, so that a bundle has only those that it calls. They
 * are a file per tag, since a bundler never divides a file: what administrators call is not sent to who watches a video.
 */
export function renderEndpoints(operations: readonly OperationDefinition[]): Map<string, string> {
  const byTag = Map.groupBy(
    operations.filter(({ success }) => success !== 101),
    ({ tag }) => tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  )
  const files = new Map<string, string>()
  for (const [tag, tagged] of byTag) {
    const constants = tagged.map(renderEndpoint).join('\n')
    files.set(`endpoints/${tag}.ts`, `${warning}import { endpoint } from '../endpoint.ts'\n\n${constants}\n`)
  }
  const exported = [...byTag.keys()].toSorted().map((tag) => `export * from './endpoints/${tag}.ts'\n`)
  files.set('endpoints.ts', warning + exported.join(''))
  return files
}

function renderEndpoint(operation: OperationDefinition): string {
  const parts = [operation.method, operation.path, answerOf(operation)]
  const body = bodyOf(operation)
  if (body) parts.push(body)
  const args = parts.map((part) => `'${part}'`)
  return layOut(`export const ${operation.id} =`, `endpoint<'${operation.id}'>(`, args)
}

const lineLength = 120

/** As the formatter would: on one line, else one argument per line, else the call on a line of its own, too. */
function layOut(left: string, call: string, args: readonly string[]): string {
  const line = `${left} ${call}${args.join(', ')})`
  if (line.length <= lineLength) return line
  const first = `${left} ${call}`
  if (first.length <= lineLength) return `${first}\n${args.map((arg) => `  ${arg},\n`).join('')})`
  return `${left}\n  ${call}\n${args.map((arg) => `    ${arg},\n`).join('')}  )`
}

function answerOf({ success, response }: OperationDefinition): string {
  if (response) return 'json'
  return success === 204 ? 'nothing' : 'raw'
}

function bodyOf({ bodyTypes = [] }: OperationDefinition): string | undefined {
  const form = bodyTypes.includes('multipart/form-data')
  const json = bodyTypes.some((type) => type === 'application/json' || type.endsWith('+json'))
  if (form) return json ? 'form-or-json' : 'form'
  if (json) return 'json'
  if (bodyTypes.includes('application/x-www-form-urlencoded')) return 'url-form'
  return bodyTypes.length > 0 ? 'binary' : undefined
}

if (import.meta.main) {
  await rm(join(clientFolder, 'endpoints'), { recursive: true, force: true })
  for (const [path, content] of renderEndpoints([...allOperations, ...ownOperations])) {
    await mkdir(dirname(join(clientFolder, path)), { recursive: true })
    await writeFile(join(clientFolder, path), content)
  }
}
