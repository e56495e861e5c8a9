import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listDownloads } from './list-downloads.ts'

const file = (id: number, resolution: number, hasAudio: boolean, hasVideo = true) => ({
  ...{ id, resolution: { id: resolution, label: `${resolution}p` }, size: id * 10, hasAudio, hasVideo },
  fileDownloadUrl: `/download/${id}`,
})

test('whole files are downloaded as they are, one per quality', () => {
  const choices = listDownloads('u', [file(1, 720, true), file(2, 720, true), file(3, 240, true)])
  assert.deepEqual(
    choices.map(({ whole, silent }) => [whole, silent]),
    [
      ['/download/1', undefined],
      ['/download/3', undefined],
    ],
  )
})

test('picture and sound apart are put together, or taken without sound', () => {
  const [picture, sound] = listDownloads('u', [file(1, 720, false), file(2, 0, true, false)])
  assert.equal(picture?.whole, '/download/videos/generate/u?videoFileIds=1&videoFileIds=2')
  assert.equal(picture?.silent, '/download/1')
  assert.equal(picture?.size, 30)
  assert.equal(sound?.whole, '/download/2')
})
