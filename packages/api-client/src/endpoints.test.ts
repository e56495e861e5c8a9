import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { allOperations } from '@sepiola/contract/all-operations.ts'
import { endpointsFile, renderEndpoints } from '../../../scripts/generate-api-client.ts'

it('endpoints.ts is what the contract says now', async () => {
  assert.equal(await readFile(endpointsFile, 'utf8'), renderEndpoints(allOperations))
})

it('the client needs nothing at run time but its own files', async () => {
  const names = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'))
  const sources = await Promise.all(names.map((name) => readFile(`${import.meta.dirname}/${name}`, 'utf8')))
  const imports = sources.flatMap((source) => source.match(/^import .+$/gm) ?? [])
  assert.ok(imports.length > 0)
  for (const line of imports) assert.match(line, /^import type |from '\.\/[\w-]+\.ts'$/)
})
