import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { allOperations, ownOperations } from '@sepiola/contract/all-operations.ts'
import { clientFolder, renderEndpoints } from '../../../scripts/generate-api-client.ts'

/** Sources below the client's folder, without tests. */
const sources = async (): Promise<string[]> =>
  (await readdir(clientFolder, { recursive: true })).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )

it('the endpoints are what the contract says now', async () => {
  const rendered = renderEndpoints([...allOperations, ...ownOperations])
  for (const [path, content] of rendered) assert.equal(await readFile(join(clientFolder, path), 'utf8'), content, path)
  const found = (await sources()).filter((path) => path.startsWith('endpoints'))
  assert.deepEqual(found.toSorted(), [...rendered.keys()].toSorted())
})

it('the client needs nothing at run time but its own files', async () => {
  const texts = await Promise.all((await sources()).map((path) => readFile(join(clientFolder, path), 'utf8')))
  const imports = texts.flatMap((text) => text.match(/^(import|export \*) .+$/gm) ?? [])
  assert.ok(imports.length > 400)
  for (const line of imports) assert.match(line, /^import type |from '(\.\.?\/)+([\w-]+\/)*[\w-]+\.ts'$/)
})
