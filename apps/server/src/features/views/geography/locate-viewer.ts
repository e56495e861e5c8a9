import { fileURLToPath } from 'node:url'
import ipaddr from 'ipaddr.js'
import type { Context } from '#foundation/context.ts'
import { isPublicAddress } from '#foundation/net/public-address.ts'
import { FetchedDatabase, LoggedDatabase, type GeoKind } from './fetched-database.ts'
import { nowhere, type Place } from './place.ts'

const shipped = import.meta.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb')

/**
 * Where an address is (spec 03 §8); never an error. Asks no other server: a database of countries comes with this
 * software, and those that the settings name are fetched before, in the background.
 */
export async function locateViewer(ctx: Context, address: string): Promise<Place> {
  if (!ctx.settings.current.geo_ip.enabled || !isPublicAddress(address)) return nowhere
  const ip = ipaddr.process(address).toString()
  const [countries, cities] = [databaseOf(ctx, 'country'), databaseOf(ctx, 'city')]
  const place = (await countries?.locate(ip)) ?? (await databasesOf(ctx).shipped.locate(ip)) ?? nowhere
  const city = await cities?.locate(ip)
  return { country: place.country ?? city?.country ?? null, subdivisionName: city?.subdivisionName ?? null }
}

interface Databases {
  shipped: LoggedDatabase
  /** By kind and address. */
  fetched: Map<string, FetchedDatabase>
}

const ofContext = new WeakMap<Context, Databases>()

function databasesOf(ctx: Context): Databases {
  let databases = ofContext.get(ctx)
  if (!databases) {
    databases = { shipped: new LoggedDatabase(ctx, fileURLToPath(shipped)), fetched: new Map() }
    ofContext.set(ctx, databases)
  }
  return databases
}

/** Undefined when the settings name none. */
function databaseOf(ctx: Context, kind: GeoKind): FetchedDatabase | undefined {
  const url = ctx.settings.current.geo_ip[kind].database_url
  if (url === '') return undefined
  const { fetched } = databasesOf(ctx)
  const key = `${kind} ${url}`
  if (!fetched.has(key)) fetched.set(key, new FetchedDatabase(ctx, kind, url))
  return fetched.get(key)
}
