import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPlace, planMove } from './move-block.ts'

/** What becomes of the letters, by the simplest way to do it. */
function expected(list: string[], first: number, after: number, length: number): string[] {
  const block = list.slice(first - 1, first - 1 + length)
  const anchor = list[after - 1]
  if (anchor !== undefined && block.includes(anchor)) return list
  const rest = list.filter((item) => !block.includes(item))
  const at = anchor === undefined ? 0 : rest.indexOf(anchor) + 1
  return [...rest.slice(0, at), ...block, ...rest.slice(at)]
}

function moved(list: string[], first: number, after: number, length: number): string[] {
  const plan = planMove(list.length, { startPosition: first, insertAfterPosition: after, reorderLength: length })
  if (!plan) return list
  const result: string[] = []
  list.forEach((item, index) => (result[newPlace(index + 1, plan) - 1] = item))
  return result
}

test('every block of a list of six to every place', () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f']
  for (let first = 1; first <= 6; first++) {
    for (let length = 1; first + length - 1 <= 6; length++) {
      for (let after = 0; after <= 6; after++) {
        const about = `${length} from ${first} after ${after}`
        assert.deepEqual(moved(list, first, after, length), expected(list, first, after, length), about)
      }
    }
  }
})

test('places that a list does not have', () => {
  const plan = (startPosition: number, insertAfterPosition: number, reorderLength?: number) =>
    planMove(3, { startPosition, insertAfterPosition, reorderLength })
  assert.throws(() => plan(4, 0), /no position 4/)
  assert.throws(() => plan(1, 4), /after position 4/)
  assert.throws(() => plan(2, 0, 3), /beyond/)
  assert.deepEqual(plan(3, 0), { first: 3, last: 3, after: 0 })
  assert.equal(plan(2, 2), undefined)
})
