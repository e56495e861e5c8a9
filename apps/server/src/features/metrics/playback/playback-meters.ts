import type { Meter } from '@opentelemetry/api'

export interface PlaybackReport {
  playerMode: string
  /** Lines of the picture; 0 = sound alone. */
  resolution: number
  fps?: number | undefined
  p2pEnabled: boolean
  p2pPeers?: number | undefined
  resolutionChanges: number
  bufferStalled?: number | undefined
  errors: number
  /** Bytes since the last report. */
  downloadedBytesP2P: number
  downloadedBytesHTTP: number
  uploadedBytesP2P: number
}

export interface PlaybackMeters {
  record(report: PlaybackReport, video: { uuid: string; remote: boolean }): void
}

/** What players report about what they play, as counters (spec 02 §10). */
export function createPlaybackMeters(meter: Meter): PlaybackMeters {
  const counter = (name: string, description: string) =>
    meter.createCounter(`peertube_playback_${name}`, { description })
  const errors = counter('errors_count', 'Errors of players')
  const resolutionChanges = counter('resolution_changes_count', 'Changes of the resolution')
  const bufferStalled = counter('buffer_stalled_count', 'Times that a player waited for data')
  const httpDownloaded = counter('http_downloaded_bytes', 'Bytes that players took from servers')
  const p2pDownloaded = counter('p2p_downloaded_bytes', 'Bytes that players took from each other')
  const p2pUploaded = counter('p2p_uploaded_bytes', 'Bytes that players gave each other')
  const peers = meter.createGauge('peertube_playback_p2p_peers', { description: 'Peers of a player' })
  return {
    record(report, video) {
      const attributes = {
        videoOrigin: video.remote ? 'remote' : 'local',
        playerMode: report.playerMode,
        resolution: String(report.resolution),
        fps: report.fps === undefined ? '' : String(report.fps),
        p2pEnabled: report.p2pEnabled,
        videoUUID: video.uuid,
      }
      errors.add(report.errors, attributes)
      resolutionChanges.add(report.resolutionChanges, attributes)
      bufferStalled.add(report.bufferStalled ?? 0, attributes)
      httpDownloaded.add(report.downloadedBytesHTTP, attributes)
      p2pDownloaded.add(report.downloadedBytesP2P, attributes)
      p2pUploaded.add(report.uploadedBytesP2P, attributes)
      if (report.p2pPeers !== undefined) peers.record(report.p2pPeers, attributes)
    },
  }
}
