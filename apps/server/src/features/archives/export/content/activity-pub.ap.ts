import { extname } from 'node:path'
import type { Owner, FollowRow } from './person-rows.sql.ts'
import { avatarOf } from './person.view.ts'
import type { RateRow } from './library-rows.sql.ts'
import type { VideoRow } from './video-rows.sql.ts'

/** Spec 07 §3, for documents that use no term beyond those of ActivityStreams and its security vocabulary. */
const context = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1']
const publicAudience = 'https://www.w3.org/ns/activitystreams#Public'

/** The account as other servers know it; its picture is that of the archive. */
export function actorDocument(owner: Owner) {
  const avatar = avatarOf(owner)
  const extension = avatar && extname(avatar.path).slice(1)
  return {
    '@context': context,
    id: owner.url,
    type: 'Person',
    preferredUsername: owner.name,
    name: owner.displayName,
    summary: owner.description,
    url: owner.url,
    inbox: owner.inboxUrl,
    outbox: owner.outboxUrl,
    followers: owner.followersUrl,
    following: owner.followingUrl,
    ...(owner.sharedInboxUrl && { endpoints: { sharedInbox: owner.sharedInboxUrl } }),
    ...(owner.publicKey && {
      publicKey: { id: `${owner.url}#main-key`, owner: owner.url, publicKeyPem: owner.publicKey },
    }),
    published: owner.createdAt.toISOString(),
    ...(avatar && {
      icon: [
        { type: 'Image', mediaType: `image/${extension === 'jpg' ? 'jpeg' : extension}`, url: `../${avatar.path}` },
      ],
    }),
    likes: 'likes.json',
    dislikes: 'dislikes.json',
  }
}

/** What an `OrderedCollection` says before its items. */
export function collectionHead(owner: Owner, name: string) {
  return { '@context': context, id: `${owner.url}/${name}`, type: 'OrderedCollection' }
}

export function rateActivity(owner: Owner, type: 'Like' | 'Dislike', { url, videoUrl }: RateRow) {
  return { id: url, type, actor: owner.url, object: videoUrl }
}

export const followed = ({ targetUrl }: FollowRow) => targetUrl

/** Spec 07 §2.4: the object of a Create is the id of the video. */
export function createActivity(owner: Owner, video: VideoRow) {
  return {
    id: `${video.url}/activity`,
    type: 'Create',
    actor: owner.url,
    published: video.publishedAt.toISOString(),
    to: [publicAudience],
    cc: [`${owner.url}/followers`],
    object: video.url,
  }
}
