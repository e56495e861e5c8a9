import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** A ZIP's files: `json` reads one, `names` are sorted. */
export async function readZip(bytes: Buffer) {
  const zip = await fromBufferPromise(bytes, { autoClose: false, lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return {
    names: [...files.keys()].toSorted(),
    file: (name: string) => files.get(name),
    json: (name: string) => JSON.parse(files.get(name)!.toString()) as any,
  }
}
