import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Context } from '#foundation/context.ts'
import { fetchGeoDatabase } from './fetch-geo-database.ts'
import { GeoDatabase } from './geo-database.ts'
import type { Place } from './place.ts'

/** ms after which a database that was fetched is fetched anew */
const week = 7 * 24 * 3_600_000
/** ms between two looks whether it is time */
const hour = 3_600_000

export type GeoKind = 'country' | 'city'

/** A damaged file is no reason to lose a view. */
export class LoggedDatabase {
  readonly #ctx: Context
  readonly #path: string
  readonly #database: GeoDatabase

  constructor(ctx: Context, path: string) {
    this.#ctx = ctx
    this.#path = path
    this.#database = new GeoDatabase(path)
  }

  /** Undefined when it cannot say. */
  async locate(ip: string): Promise<Place | undefined> {
    try {
      return await this.#database.locate(ip)
    } catch (error) {
      this.#ctx.log.warn({ err: error, path: this.#path }, 'Cannot read the database of addresses')
      return undefined
    }
  }

  forget(): void {
    this.#database.forget()
  }
}

/** A database that the settings name. Each node has its own copy, which views keep fresh. */
export class FetchedDatabase {
  readonly #ctx: Context
  readonly #kind: GeoKind
  readonly #url: string
  readonly #path: string
  readonly #database: LoggedDatabase
  #there = false
  #nextLook = 0
  #fetching = false

  constructor(ctx: Context, kind: GeoKind, url: string) {
    this.#ctx = ctx
    this.#kind = kind
    this.#url = url
    const name = createHash('sha256').update(url).digest('hex').slice(0, 16)
    this.#path = ctx.storage.localPath('bin', `geo-ip/${kind}-${name}.mmdb`)
    this.#database = new LoggedDatabase(ctx, this.#path)
  }

  /** Undefined when it is not there yet, or cannot say. */
  async locate(ip: string): Promise<Place | undefined> {
    if (Date.now() >= this.#nextLook) {
      this.#nextLook = Date.now() + hour
      // Only whether it is there is waited for: fetching takes its time.
      const age = await ageOf(this.#path)
      this.#there = age !== undefined
      if ((age === undefined || age > week) && !this.#fetching) void this.#fetch()
    }
    if (!this.#there) return undefined
    const place = await this.#database.locate(ip)
    if (place === undefined && !this.#fetching) {
      // The next look fetches another one.
      this.#there = false
      await rm(this.#path, { force: true })
    }
    return place
  }

  async #fetch(): Promise<void> {
    const [ctx, url] = [this.#ctx, this.#url]
    this.#fetching = true
    try {
      await fetchGeoDatabase(ctx, url, this.#path)
      this.#there = true
      this.#database.forget()
      ctx.log.info({ url }, `The database of ${this.#kind === 'city' ? 'cities' : 'countries'} was fetched`)
      await this.#removeOthers()
    } catch (error) {
      if (!ctx.stopping.aborted) ctx.log.warn({ err: error, url }, 'Cannot fetch the database of addresses')
    } finally {
      this.#fetching = false
    }
  }

  /** Of addresses that the settings named before. */
  async #removeOthers(): Promise<void> {
    const folder = dirname(this.#path)
    for (const name of await readdir(folder)) {
      const isOther = name.startsWith(`${this.#kind}-`) && name.endsWith('.mmdb') && name !== basename(this.#path)
      if (isOther) await rm(this.#ctx.storage.localPath('bin', `geo-ip/${name}`), { force: true })
    }
  }
}

/** ms; undefined when there is none. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch {
    return undefined
  }
}
