import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allOperations, ownOperations } from '@sepiola/contract/all-operations.ts'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'

export const clientFolder = fileURLToPath(new URL('../packages/api-client/src', import.meta.url))

const warning = '// Made by scripts/generate-api-client.ts out of the contract; do not edit.\n'

/**
 * Content by path in the client's folder: a file per operation, since a bundler never divides a file and what the first
 * page sends counts; a file per tag exports the operations of that tag, and `endpoints.ts` all of them.
 */
export function renderEndpoints(operations: readonly OperationDefinition[]): Map<string, string> {
  const byTag = Map.groupBy(
    operations.filter(({ success }) => success !== 101),
    ({ tag }) => toKebab(tag),
  )
  const files = new Map<string, string>()
  for (const [tag, tagged] of byTag) {
    for (const operation of tagged) {
      const content = `${warning}import { endpoint } from '../../endpoint.ts'\n\n${renderEndpoint(operation)}\n`
      files.set(`endpoints/${tag}/${toKebab(operation.id)}.ts`, content)
    }
    files.set(`endpoints/${tag}.ts`, warning + exportAll(tagged.map(({ id }) => `./${tag}/${toKebab(id)}.ts`)))
  }
  files.set('endpoints.ts', warning + exportAll([...byTag.keys()].map((tag) => `./endpoints/${tag}.ts`)))
  return files
}

/** `My User` and `getMyUser` → `my-user`, `get-my-user` */
function toKebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
}

function exportAll(paths: readonly string[]): string {
  return paths
    .toSorted()
    .map((path) => `export * from '${path}'\n`)
    .join('')
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
