/** `npm run contract`: which operations of the contract the server serves. `--missing` lists the others, `--json` all. */
import { parseArgs } from 'node:util'
import { allOperations } from '@sepiola/contract/all-operations.ts'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import { compareContract, type TagCount } from './compare-contract.ts'

/** The one place that knows what is served: the operations of the features that the server is made of. */
async function findServed(): Promise<OperationDefinition[]> {
  const { features } = await import('../apps/server/src/app/features.ts')
  const { webFeature } = await import('../apps/server/src/features/web/feature.ts')
  return [...features, webFeature].flatMap(({ operations = [], ownListener = [] }) => [
    ...operations.map(({ operation }) => operation),
    ...ownListener,
  ])
}

const column = (text: string | number, width: number) => String(text).padStart(width)

function printTags(tags: readonly TagCount[]): void {
  const width = Math.max(...tags.map(({ tag }) => tag.length))
  console.log(`${'tag'.padEnd(width)}  done  of   7.0  of`)
  for (const { tag, done, all, done70, all70 } of tags) {
    console.log(`${tag.padEnd(width)}  ${column(done, 4)} ${column(all, 3)}  ${column(done70, 4)} ${column(all70, 3)}`)
  }
}

function printOperations(title: string, operations: readonly OperationDefinition[]): void {
  console.log(`\n${title} (${operations.length})`)
  for (const { method, path, id, in70 } of operations) {
    console.log(`${in70 ? '7.0' : '   '} ${method.padEnd(6)} ${path}  ${id}`)
  }
}

const { values } = parseArgs({ options: { missing: { type: 'boolean' }, json: { type: 'boolean' } } })
const comparison = compareContract(allOperations, await findServed())
const { done, missing, foreign, tags, total, total70 } = comparison

if (values.json) {
  const brief = ({ method, path, id, tag, in70 }: OperationDefinition) => ({ method, path, id, tag, in70 })
  const lists = { done: done.map(brief), missing: missing.map(brief), foreign: foreign.map(brief) }
  console.log(JSON.stringify({ total, total70, tags, ...lists }, null, 2))
} else {
  printTags(tags)
  if (!values.missing) printOperations('Done', done)
  printOperations('Missing', missing)
  if (foreign.length > 0) printOperations('Served, but not in the contract', foreign)
  console.log(
    `\n${total.done} of ${total.all} operations are done, ${total70.done} of ${total70.all} of the 7.0 reference.`,
  )
}
