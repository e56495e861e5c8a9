import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import type { FileField } from '@sepiola/contract/operation.ts'
import type { Context } from '../context.ts'
import type { ReceivedFile } from './implement.ts'
import { nestFields } from './parse-body.ts'
import { problem } from './problem.ts'

/** Longest text field, bytes. */
const fieldLimit = 1024 * 1024

export interface ReceivedMultipart {
  body: Record<string, unknown>
  files: Record<string, ReceivedFile>
}

/**
 * Streams a multipart body: text fields into a nested object, declared files into the area `tmp`. A file larger than
 * its field allows stays in `tooLarge` (the field rules report it). Files are the caller's to remove.
 * Errors: 400 for a broken body, an undeclared or a repeated file field.
 */
export async function receiveMultipart(
  ctx: Context,
  request: FastifyRequest,
  declared: Readonly<Record<string, FileField>>,
): Promise<ReceivedMultipart> {
  const fields: [string, string][] = []
  const files: Record<string, ReceivedFile> = {}
  const writes: Promise<void>[] = []
  let refusal: Error | undefined

  const parser = openParser(request)
  parser.on('field', (name, value) => fields.push([name, value]))
  parser.on('file', (field, stream, filename, _encoding, mimeType) => {
    const rule = declared[field]
    if (!rule || files[field]) {
      refusal ??= problem(400, rule ? `Only one file is accepted in ${field}.` : `Unexpected file field ${field}.`)
      stream.resume()
      return
    }
    const extension = extname(filename)
      .toLowerCase()
      .replace(/[^.a-z0-9]/g, '')
    const path = ctx.storage.localPath('tmp', `${randomBytes(16).toString('hex')}${extension}`)
    const file: ReceivedFile = { field, filename, mimeType, path, size: 0 }
    files[field] = file
    writes.push(
      pipeline(stream, createWriteStream(path, { mode: 0o600 })).then(async () => {
        file.size = (await stat(path)).size
      }),
    )
  })

  try {
    await pipeline(request.raw, parser)
    await Promise.all(writes)
    if (refusal) throw refusal
  } catch (error) {
    await Promise.allSettled(writes)
    await removeReceived(files)
    if (error === refusal) throw error
    if (request.raw.destroyed && !request.raw.complete) throw problem(400, 'The upload was interrupted.')
    if ((error as NodeJS.ErrnoException).code?.startsWith('E')) throw error
    throw problem(400, `The multipart body cannot be read: ${(error as Error).message}`)
  }
  return { body: nestFields(fields), files }
}

function openParser(request: FastifyRequest): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: { fieldSize: fieldLimit, fields: 1000, files: 20, headerPairs: 50 },
      defCharset: 'utf8',
    })
  } catch (error) {
    throw problem(400, `The multipart body cannot be read: ${(error as Error).message}`)
  }
}

/** Files that a handler moved away are no error. */
export async function removeReceived(files: Readonly<Record<string, ReceivedFile | undefined>>): Promise<void> {
  await Promise.all(Object.values(files).flatMap((file) => (file ? [rm(file.path, { force: true })] : [])))
}
