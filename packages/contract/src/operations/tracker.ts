import { integer, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getTrackerAnnounce = operation({
  id: 'getTrackerAnnounce',
  method: 'GET',
  path: '/tracker/announce',
  tag: 'Tracker',
  summary: 'BitTorrent announce over HTTP',
  auth: 'none',
  rateLimit: false,
  query: () => object({ info_hash: text(), peer_id: text(), port: integer() }),
  success: 200,
  in70: false,
})

export const getTrackerScrape = operation({
  id: 'getTrackerScrape',
  method: 'GET',
  path: '/tracker/scrape',
  tag: 'Tracker',
  summary: 'BitTorrent scrape over HTTP',
  auth: 'none',
  rateLimit: false,
  success: 200,
  in70: false,
})

export const wsTrackerSocket = operation({
  id: 'wsTrackerSocket',
  method: 'GET',
  path: '/tracker/socket',
  tag: 'Tracker',
  summary: 'BitTorrent tracker over WebSocket',
  auth: 'none',
  rateLimit: false,
  success: 101,
  in70: false,
})
