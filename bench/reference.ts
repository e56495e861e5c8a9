/** PeerTube 8.2.1 with its own PostgreSQL and Redis, 10,000 videos, 2 cores, 16 connections: recorded figures. */
export const recordedPeerTube: Record<string, { rps: number; p50: number; p99: number; cpu: number }> = {
  list: { rps: 74, p50: 215, p99: 249, cpu: 26.3 },
  'list, page 600': { rps: 26, p50: 606, p99: 742, cpu: 77.0 },
  'list by views': { rps: 71, p50: 224, p99: 315, cpu: 27.8 },
  search: { rps: 43, p50: 368, p99: 432, cpu: 45.9 },
  'channel list': { rps: 95, p50: 166, p99: 274, cpu: 19.2 },
  details: { rps: 300, p50: 53, p99: 92, cpu: 5.4 },
  'comment threads': { rps: 212, p50: 73, p99: 151, cpu: 8.2 },
  config: { rps: 1327, p50: 11, p99: 20, cpu: 0.9 },
  'home page': { rps: 2114, p50: 6.6, p99: 13, cpu: 0.5 },
  'watch page': { rps: 373, p50: 40, p99: 132, cpu: 4.5 },
  'file of 59 kB': { rps: 2606, p50: 5, p99: 21, cpu: 0.45 },
  'range of 1 kB': { rps: 2573, p50: 5, p99: 21, cpu: 0.45 },
}

/** Memory (PSS) in MiB after load, and the times of a 60 s 1080p30 upload in s. */
export const recordedTotals = {
  serverIdle: 188,
  serverLoaded: 617,
  databaseLoaded: 257,
  firstPlayable: 9.6,
  ladderReady: 60,
  ladderCpu: 95,
}
