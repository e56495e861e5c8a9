import assert from 'node:assert/strict'
import { test } from 'node:test'
import { computeOutputFps, FpsError } from './fps.ts'

const cases: [what: string, input: number, resolution: number, isOrigin: boolean, max: number, expected: number][] = [
  ['audio has none', 30, 0, false, 60, 0],
  ['a low resolution halves 60', 60, 480, false, 60, 30],
  ['a low resolution takes the exact divisor 25 of 50', 50, 480, false, 60, 25],
  ['the smallest remainder', 59, 480, false, 60, 25],
  ['24 divides 48 and 120', 48, 360, false, 60, 24],
  ['120 divided by the largest', 120, 360, false, 60, 30],
  ['720 keeps 60', 60, 720, false, 60, 60],
  ['720 is bound by the maximum', 60, 720, false, 48, 48],
  ['the origin is never bound', 60, 1080, true, 48, 60],
  ['slow films are shown once a second', 0.5, 480, false, 60, 1],
  ['a maximum below the standard rates', 30, 480, false, 15, 15],
]

for (const [what, inputFps, resolution, isOrigin, max, expected] of cases) {
  test(`frame rate: ${what}`, () => {
    assert.equal(computeOutputFps({ inputFps, resolution, isOrigin, max }), expected)
  })
}

test('frame rate: an unknown one is an error', () => {
  assert.throws(() => computeOutputFps({ inputFps: 0, resolution: 480, isOrigin: true, max: 60 }), FpsError)
})
