import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicConfig, WatchedVideo } from '../../api/types.ts'
import { pageHead, type HeadInput } from './page-head.ts'

const origin = 'https://tube.example'
const config: PublicConfig = {
  serverVersion: '1',
  instance: { name: 'Tube "A" & <b>', shortDescription: 'Films', defaultNSFWPolicy: 'warn' },
}
const actor = { id: 1, name: 'sea', displayName: 'Sea', url: '', host: 'tube.example', avatars: [] }

const video = {
  id: 1,
  uuid: 'u',
  shortUUID: 's',
  name: 'A "quoted" </script>\u2028 name',
  description: '**Bold** [link](https://x.example)',
  duration: 61,
  isLive: false,
  isLocal: true,
  nsfw: false,
  views: 3,
  likes: 1,
  dislikes: 0,
  aspectRatio: 1.7778,
  createdAt: '2026-01-01T00:00:00.000Z',
  publishedAt: '2026-01-02T00:00:00.000Z',
  privacy: { id: 1, label: 'Public' },
  category: { id: null, label: '' },
  licence: { id: null, label: '' },
  language: { id: null, label: '' },
  thumbnails: [{ fileUrl: `${origin}/t.jpg`, width: 1280, height: 720, aspectRatio: '16:9' }],
  tags: ['sea'],
  account: actor,
  channel: actor,
  downloadEnabled: true,
  embedPath: '/videos/embed/s',
  files: [],
  streamingPlaylists: [],
} satisfies WatchedVideo

const page = (input: Partial<HeadInput>): string =>
  pageHead({ config, origin, path: '/', search: '', embed: false, status: 200, ...input })

test('a generic page: escaped, canonical', () => {
  const head = page({})
  assert.match(head, /<meta property="og:site_name" content="Tube &quot;A&quot; &amp; &lt;b&gt;" \/>/)
  assert.match(head, /<meta property="og:type" content="website" \/>/)
  assert.match(head, /<link rel="canonical" href="https:\/\/tube.example\/" \/>/)
  assert.doesNotMatch(head, /og:video/)
})

test('a public video: player card, oEmbed with its start, structured data that cannot leave its element', () => {
  const head = page({ path: '/w/s', search: '?start=12', subject: { kind: 'video', video, captions: [] } })
  assert.match(head, /<meta property="og:video:url" content="https:\/\/tube.example\/videos\/embed\/s" \/>/)
  assert.match(head, /<meta property="twitter:card" content="player" \/>/)
  assert.match(head, /<meta name="description" content="Bold link" \/>/)
  assert.match(head, /type="application\/json\+oembed"[^>]*start%3D12/)
  assert.match(head, /<link rel="preload" as="image" href="https:\/\/tube.example\/t.jpg"/)
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)?.[1] ?? ''
  assert.doesNotMatch(json, /[<>&\u2028]/)
  const document = JSON.parse(json) as Record<string, unknown>
  assert.equal(document['@type'], 'VideoObject')
  assert.equal(document['duration'], 'PT61S')
  assert.equal(document['name'], video.name)
})

test('unlisted and remote videos ask not to be indexed and have no canonical address', () => {
  for (const other of [
    { ...video, privacy: { id: 2, label: '' } },
    { ...video, isLocal: false },
  ]) {
    const head = page({ subject: { kind: 'video', video: other, captions: [] } })
    assert.match(head, /<meta name="robots" content="noindex" \/>/)
    assert.doesNotMatch(head, /canonical/)
  }
})

test('an embed may be indexed where it is embedded; it has no social tags', () => {
  const head = page({ embed: true, subject: { kind: 'video', video, captions: [] } })
  assert.match(head, /content="noindex, indexifembedded"/)
  assert.doesNotMatch(head, /og:|twitter:|canonical|rss/)
  assert.match(page({ embed: true }), /<meta name="robots" content="noindex" \/>/)
})

test('feeds of what the page is about, and of the platform', () => {
  const feeds = (input: Partial<HeadInput>): string[] =>
    [...page(input).matchAll(/type="application\/rss\+xml"[^>]*href="https:\/\/tube\.example([^"]*)"/g)].map(
      ([, path]) => path!.replaceAll('&amp;', '&'),
    )
  const site = '/feeds/videos.xml'
  const podcast = '/feeds/podcast/videos.xml?videoChannelId=1'
  assert.deepEqual(feeds({}), [site])
  assert.deepEqual(feeds({ subject: { kind: 'account', actor } }), ['/feeds/videos.xml?accountId=1', site])
  assert.deepEqual(feeds({ subject: { kind: 'channel', actor } }), [
    ...[podcast, `${podcast}&enclosurePreference=audio`, `${podcast}&enclosurePreference=video`],
    ...['/feeds/videos.xml?videoChannelId=1', site],
  ])
  assert.deepEqual(feeds({ subject: { kind: 'video', video, captions: [] } }), [
    '/feeds/video-comments.xml?videoId=u',
    site,
  ])
  const unlisted = { ...video, privacy: { id: 2, label: 'Unlisted' } }
  assert.deepEqual(feeds({ subject: { kind: 'video', video: unlisted, captions: [] } }), [site])
  assert.deepEqual(feeds({ embed: true }), [])
})
