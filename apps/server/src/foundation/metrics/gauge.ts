import type { Context } from '../context.ts'

export interface Sample {
  value: number
  /** Labels. */
  attributes?: Record<string, string | number | boolean>
}

/** Something that the metrics exporter tells whenever it is asked (spec 02 §10); read only while metrics are on. */
export interface Gauge {
  /** `peertube_bittorrent_tracker_peers_total` */
  name: string
  description: string
  /** May be asked every few seconds: what is costly is kept for a minute. */
  read(ctx: Context): Promise<Sample[]> | Sample[]
}
