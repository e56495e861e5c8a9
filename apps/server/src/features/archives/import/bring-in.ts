import { z } from 'zod'
import type { importedKinds, UserImportResultSummary } from '@sepiola/contract/schemas/imports.ts'
import type { Context } from '#foundation/context.ts'
import { Problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { ArchiveError, type Archive } from './archive-file.ts'

export type ImportedKind = (typeof importedKinds)[number]
export type Counts = NonNullable<UserImportResultSummary['stats'][ImportedKind]>

/** What became of one item: `errors` when it is thrown. */
export type Fate = 'success' | 'duplicates'

export interface Import {
  id: number
  ctx: Context
  /** Who gets it all. */
  viewer: Viewer
  archive: Archive
  createdAt: Date
  /** A private folder, removed at the end. */
  folder: string
  signal: AbortSignal
}

/** Brings in one kind of an archive's content; `tell` after each item with its place among all. */
export type BringIn = (run: Import, tell: Tell) => Promise<Counts>
export type Tell = (done: number, of: number) => void

const mostItems = 100_000

/** The items of `{ [name]: […] }`; none when the archive has no such file. Throws ArchiveError. */
export async function readItems(archive: Archive, file: string, name: string): Promise<unknown[]> {
  const content = await archive.json(`peertube/${file}.json`)
  if (content === undefined) return []
  const parsed = z.looseObject({ [name]: z.array(z.unknown()).max(mostItems) }).safeParse(content)
  if (!parsed.success) throw new ArchiveError(`peertube/${file}.json has no list of ${name}.`)
  return parsed.data[name] as unknown[]
}

/**
 * Brings in item after item: what the schema refuses, or a rule of the API, is an error of that item alone; what is
 * no refusal is a fault of ours, told in the log, and the next one follows, too.
 */
export async function bringInEach<Item>(
  run: Import,
  { kind, items, schema, tell }: { kind: ImportedKind; items: unknown[]; schema: z.ZodType<Item>; tell: Tell },
  act: (item: Item) => Promise<Fate>,
): Promise<Counts> {
  const counts: Counts = { success: 0, duplicates: 0, errors: 0 }
  for (const [index, item] of items.entries()) {
    run.signal.throwIfAborted()
    const parsed = schema.safeParse(item)
    counts[parsed.success ? await tryOne(run, kind, () => act(parsed.data)) : 'errors']++
    tell(index + 1, items.length)
  }
  return counts
}

async function tryOne(run: Import, kind: ImportedKind, act: () => Promise<Fate>): Promise<keyof Counts> {
  try {
    return await act()
  } catch (error) {
    run.signal.throwIfAborted()
    const level = error instanceof Problem || error instanceof ArchiveError ? 'info' : 'error'
    run.ctx.log[level]({ err: error, userImportId: run.id, kind }, 'An item of an archive did not come in')
    return 'errors'
  }
}
