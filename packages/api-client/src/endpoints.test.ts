import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { allOperations, ownOperations } from '@sepiola/contract/all-operations.ts'
import { clientFolder, renderEndpoints } from '../../../scripts/generate-api-client.ts'

const sourcesOf = async (folder: string): Promise<string[]> =>
  (await readdir(join(clientFolder, folder), { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(folder, entry.name))

it('the endpoints are what the contract says now', async () => {
  const rendered = renderEndpoints([...allOperations, ...ownOperations])
  for (const [path, content] of rendered) assert.equal(await readFile(join(clientFolder, path), 'utf8'), content, path)
  const files = (await sourcesOf('endpoints')).toSorted()
  assert.deepEqual(files, [...rendered.keys()].filter((path) => path !== 'endpoints.ts').toSorted())
})

it('the client needs nothing at run time but its own files', async () => {
  const files = [...(await sourcesOf('.')), ...(await sourcesOf('endpoints'))]
  const sources = await Promise.all(files.map((path) => readFile(join(clientFolder, path), 'utf8')))
  const imports = sources.flatMap((source) => source.match(/^import .+$/gm) ?? [])
  assert.ok(imports.length > 60)
  for (const line of imports) assert.match(line, /^import type |from '\.\.?\/[\w-]+\.ts'$/)
})
