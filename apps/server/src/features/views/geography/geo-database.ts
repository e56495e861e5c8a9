import { readFile } from 'node:fs/promises'
import { Reader } from 'mmdb-lib'
import { nowhere, toPlace, type Place } from './place.ts'

/** ms without a question after which its memory is given back */
const idle = 600_000

/** A database of addresses (MaxMind's format) in a local file: in memory only while it is asked. */
export class GeoDatabase {
  readonly #path: string
  #reader: Promise<Reader<any>> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** `ip`: IPv4 or IPv6. Throws when the file cannot be read as such a database. */
  async locate(ip: string): Promise<Place> {
    this.#reader ??= readDatabase(this.#path)
    this.#timer ??= setTimeout(() => this.forget(), idle).unref()
    this.#timer.refresh()
    try {
      const reader = await this.#reader
      return isIn(reader, ip) ? toPlace(reader.get(ip)) : nowhere
    } catch (error) {
      this.forget()
      throw error
    }
  }

  /** The file is another one now, or nobody asks. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#reader = undefined
  }
}

/** Throws when it is none. */
export async function readDatabase(path: string): Promise<Reader<any>> {
  return new Reader<any>(await readFile(path))
}

/** A database of IPv4 has no answer for IPv6. */
function isIn(reader: Reader<any>, ip: string): boolean {
  return reader.metadata.ipVersion === 6 || !ip.includes(':')
}
