import type { Origin } from '#foundation/origin.ts'

export interface ActorUrls {
  url: string
  inboxUrl: string
  outboxUrl: string
  sharedInboxUrl: string
  followersUrl: string
  followingUrl: string
}

function actorUrls(origin: Origin, url: string): ActorUrls {
  return {
    url,
    inboxUrl: `${url}/inbox`,
    outboxUrl: `${url}/outbox`,
    sharedInboxUrl: `${origin.url}/inbox`,
    followersUrl: `${url}/followers`,
    followingUrl: `${url}/following`,
  }
}

/** Addresses of a local account's actor (spec 07 §2.1). */
export function localAccountUrls(origin: Origin, name: string): ActorUrls {
  return actorUrls(origin, `${origin.url}/accounts/${name}`)
}

/** ActivityPub id of a playlist of this server; without a UUID what they all begin with. */
export function localPlaylistUrl(origin: Origin, uuid = ''): string {
  return `${origin.url}/video-playlists/${uuid}`
}

/** Addresses of a local channel's actor (spec 07 §2.1). */
export function localChannelUrls(origin: Origin, name: string): ActorUrls {
  return actorUrls(origin, `${origin.url}/video-channels/${name}`)
}
