import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elementType } from './element-type.ts'

const video = {
  ...{ videoId: 1, privacy: 1, owned: false, readable: true },
  ...{ blocked: false, ownerMuted: false, serverMuted: false },
}

test('what a viewer gets of an element, by privacy', () => {
  const types = (change: object, signedIn: boolean) =>
    [1, 2, 3, 4, 5].map((privacy) => elementType({ ...video, privacy, ...change }, signedIn))
  assert.deepEqual(types({}, true), [0, 0, 2, 0, 2])
  assert.deepEqual(types({}, false), [0, 0, 2, 2, 2])
  assert.deepEqual(types({ owned: true }, true), [0, 0, 0, 0, 0])
  assert.deepEqual(types({ blocked: true }, true), [3, 3, 2, 0, 2])
  assert.deepEqual(types({ ownerMuted: true }, false), [3, 3, 2, 2, 2])
  assert.deepEqual(types({ serverMuted: true }, false), [3, 3, 2, 2, 2])
  assert.deepEqual(types({ readable: false }, false), [3, 3, 2, 2, 2])
  assert.deepEqual(types({ readable: false, blocked: true }, true), [3, 3, 2, 3, 2])
  assert.deepEqual(types({ videoId: null }, true), [1, 1, 1, 1, 1])
})
